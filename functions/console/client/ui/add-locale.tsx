/** Another language for the texts: one of the office's, or any other by its tag. */
import { useState } from 'preact/hooks';
import { useFormat, useText } from './app-context.ts';
import { Button } from './button.tsx';
import { TextField } from './fields.tsx';

/** The tag in its usual form (`PT-br` → `pt-BR`); undefined for what is no tag of BCP 47. */
function canonicalTag(text: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(text.trim())[0];
  } catch {
    return undefined;
  }
}

interface AddLocaleProps {
  /** Those that are there. */
  known: readonly string[];
  /** Those that are likely to be wanted. */
  likely: readonly string[];
  onAdd: (locale: string) => void;
}

export function AddLocale({ known, likely, onAdd }: AddLocaleProps) {
  const { composer } = useText();
  const format = useFormat();
  const missing = likely.filter((tag) => !known.includes(tag));
  return (
    <div class="add-locale">
      {missing.slice(0, 4).map((tag) => (
        <Button
          key={tag}
          look="quiet"
          label={composer.addLanguage(format.language(tag))}
          onClick={() => onAdd(tag)}
        >
          + {format.language(tag)}
        </Button>
      ))}
      <OtherLocale known={known} onAdd={onAdd} />
    </div>
  );
}

function OtherLocale({ known, onAdd }: { known: readonly string[]; onAdd: (locale: string) => void }) {
  const { composer } = useText();
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string>();
  if (!isOpen) {
    return (
      <Button look="quiet" onClick={() => setOpen(true)}>
        {composer.addOther}
      </Button>
    );
  }
  const add = () => {
    const tag = canonicalTag(typed);
    if (tag === undefined) return setError(composer.findings.noLanguage(typed));
    if (known.includes(tag)) return setError(composer.languageThere);
    onAdd(tag);
    setTyped('');
    setError(undefined);
    setOpen(false);
  };
  return (
    <form
      class="other-locale"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <TextField
        label={composer.otherLanguage}
        hint={composer.tagHint}
        value={typed}
        error={error}
        onChange={setTyped}
      />
      <Button type="submit">{composer.add}</Button>
    </form>
  );
}
