/** A list of free words, such as device models: Enter or a comma adds one, Backspace in the empty field takes the last. */
import { useState } from 'preact/hooks';
import { useText } from './app-context.ts';
import { Field, type FieldProps } from './field.tsx';

interface TokenFieldProps extends FieldProps {
  values: readonly string[];
  onChange: (values: readonly string[]) => void;
  placeholder?: string;
  /** What a word looks like in the list; the word itself, if not given. */
  nameOf?: (value: string) => string;
}

/** The words in what was typed or pasted, without those that are there. */
function added(values: readonly string[], typed: string): readonly string[] {
  const words = typed.split(/[,;\n]/).map((word) => word.trim());
  return [...new Set([...values, ...words.filter((word) => word !== '')])];
}

export function TokenField({ values, onChange, placeholder, nameOf, ...field }: TokenFieldProps) {
  const { composer } = useText();
  const [typed, setTyped] = useState('');
  const add = (text: string) => {
    if (text.trim() !== '') onChange(added(values, text));
    setTyped('');
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      add(typed);
    } else if (event.key === 'Backspace' && typed === '' && values.length > 0) {
      onChange(values.slice(0, -1));
    }
  };
  return (
    <Field {...field}>
      {(control) => (
        <div class="tokens">
          {values.length > 0 && (
            <ul class="token-list">
              {values.map((value) => (
                <li class="token" key={value}>
                  <span>{nameOf ? nameOf(value) : value}</span>
                  <button
                    type="button"
                    class="icon-button"
                    aria-label={composer.removeOf(nameOf ? nameOf(value) : value)}
                    onClick={() => onChange(values.filter((one) => one !== value))}
                  >
                    <span aria-hidden="true">×</span>
                  </button>
                </li>
              ))}
            </ul>
          )}
          <input
            {...control}
            type="text"
            autocomplete="off"
            value={typed}
            placeholder={placeholder}
            onInput={({ currentTarget: { value } }) => (/[,;\n]/.test(value) ? add(value) : setTyped(value))}
            onKeyDown={onKey}
            onBlur={() => add(typed)}
          />
        </div>
      )}
    </Field>
  );
}
