/** Fields of texts with variables: buttons put a variable where the cursor is, or was last. */
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { useText } from '../ui/app-context.ts';
import { TextArea, TextField } from '../ui/fields.tsx';
import { hintOf, Spot } from '../ui/parts.tsx';
import type { VariantName } from './change-texts.ts';
import { useComposer, useFindingsAt, type Variable } from './composer-context.ts';
import { insertText } from './insert-text.ts';

type TextElement = HTMLInputElement | HTMLTextAreaElement;

interface WithVariablesProps {
  variant: VariantName;
  /** Paths of the fields that take variables; the first is used while none was in use. */
  paths: readonly string[];
  textAt: (path: string) => string;
  onInsert: (path: string, text: string) => void;
  /** Variables that only some of the fields take. */
  more?: { variables: readonly Variable[]; paths: readonly string[] };
  children: ComponentChildren;
}

/** Fields, and above them the variables that they take. */
export function WithVariables({ variant, paths, textAt, onInsert, more, children }: WithVariablesProps) {
  const { composer } = useText();
  const { variables } = useComposer();
  const hints: Readonly<Record<string, string>> = composer.variableHint;
  const root = useRef<HTMLDivElement>(null);
  const used = useRef<string | undefined>(undefined);
  const note = ({ target }: FocusEvent) => {
    const path =
      target instanceof HTMLElement ? target.closest('[data-field]')?.getAttribute('data-field') : '';
    if (path && paths.includes(path)) used.current = path;
  };
  const insert = (name: string, takers: readonly string[]) => {
    const path = takers.find((taker) => taker === used.current) ?? takers[0];
    const field = path && findText(root.current, path);
    if (!field) return;
    const { text, cursor } = insertText(
      textAt(path),
      { start: field.selectionStart ?? field.value.length, end: field.selectionEnd ?? field.value.length },
      `{{${name}}}`,
    );
    // Before the next drawing, so that the cursor does not move under what is written meanwhile.
    field.focus();
    field.value = text;
    field.setSelectionRange(cursor, cursor);
    onInsert(path, text);
  };
  return (
    <div class="form" ref={root} onFocusCapture={note}>
      <fieldset class="variables">
        <legend class="hidden">{composer.insert}</legend>
        <span class="variables-name" aria-hidden="true">
          {composer.insert}
        </span>
        {variables[variant].map(({ name, sample }) => (
          <button
            key={name}
            type="button"
            class="variable"
            title={composer.sample(sample)}
            onClick={() => insert(name, paths)}
          >
            <code>{name}</code>
            {sample && <span class="variable-sample">{sample}</span>}
          </button>
        ))}
        {more?.variables.map(({ name, sample }) => (
          <button
            key={name}
            type="button"
            class="variable"
            title={hints[name] ?? composer.sample(sample)}
            onClick={() => insert(name, more.paths)}
          >
            <code>{name}</code>
          </button>
        ))}
      </fieldset>
      {children}
    </div>
  );
}

function findText(root: HTMLElement | null, path: string): TextElement | undefined {
  const field = root?.querySelector(`[data-field="${CSS.escape(path)}"] :is(input, textarea)`);
  return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field : undefined;
}

interface WrittenProps {
  path: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  hint?: string;
  optional?: boolean;
  lang?: string;
  /** Characters that phones show. */
  shown?: number;
}

/** One line of text with its count. */
export function Line({ path, label, value, onChange, hint, optional, lang, shown }: WrittenProps) {
  const { composer } = useText();
  const { error, warnings } = useFindingsAt(path);
  const count = shown === undefined ? '' : composer.countOf(String([...value].length), String(shown));
  return (
    <Spot path={path}>
      <TextField
        label={label}
        hint={hintOf({ hint, count, warnings })}
        value={value}
        error={error}
        optional={optional ?? false}
        {...(lang ? { lang } : {})}
        onChange={onChange}
      />
    </Spot>
  );
}

/** Several lines; `code` is for HTML. */
export function Lines({
  path,
  label,
  value,
  onChange,
  hint,
  optional,
  lang,
  rows,
  code,
}: WrittenProps & { rows: number; code?: boolean }) {
  const { error, warnings } = useFindingsAt(path);
  return (
    <Spot path={path}>
      <TextArea
        label={label}
        hint={hintOf({ hint, warnings })}
        value={value}
        error={error}
        optional={optional ?? false}
        rows={rows}
        code={code ?? false}
        {...(lang && !code ? { lang } : {})}
        onChange={onChange}
      />
    </Spot>
  );
}
