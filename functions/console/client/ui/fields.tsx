/** The controls of forms, each with its label, hint and error. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { Field, FieldGroup, type FieldProps } from './field.tsx';

export { Field, FieldGroup };

/** One object per type, so that each is checked by itself. */
const inputs = {
  text: { type: 'text' },
  search: { type: 'search' },
  email: { type: 'email' },
  url: { type: 'url' },
  time: { type: 'time' },
  'datetime-local': { type: 'datetime-local' },
} as const;

export interface TextFieldProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  type?: keyof typeof inputs;
  maxLength?: number;
  placeholder?: string;
  disabled?: boolean;
  autoComplete?: 'off' | 'on';
  lang?: string;
}

export function TextField({
  value,
  onChange,
  type = 'text',
  autoComplete = 'off',
  ...props
}: TextFieldProps) {
  const { label, hint, error, optional, ...control } = props;
  return (
    <Field label={label} hint={hint} error={error} optional={optional}>
      {(described) => (
        <input
          {...described}
          {...control}
          {...inputs[type]}
          value={value}
          autocomplete={autoComplete}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

export interface TextAreaProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  rows?: number;
  maxLength?: number;
  disabled?: boolean;
  /** For code: a fixed width, and no help with spelling. */
  code?: boolean;
  lang?: string;
}

export function TextArea({ value, onChange, rows = 3, code, ...props }: TextAreaProps) {
  const { label, hint, error, optional, ...control } = props;
  return (
    <Field label={label} hint={hint} error={error} optional={optional}>
      {(described) => (
        <textarea
          {...described}
          {...control}
          rows={rows}
          class={code ? 'code' : undefined}
          spellcheck={!code}
          value={value}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

export interface NumberFieldProps extends FieldProps {
  /** Undefined: empty. */
  value: number | undefined;
  onChange: (value: number | undefined) => void;
  min?: number;
  max?: number;
  disabled?: boolean;
  /** Behind the number, such as `%`. */
  unit?: string;
}

export function NumberField({ value, onChange, unit, ...props }: NumberFieldProps) {
  const { label, hint, error, optional, ...control } = props;
  return (
    <Field label={label} hint={hint} error={error} optional={optional}>
      {(described) => (
        <span class="with-unit">
          <input
            {...described}
            {...control}
            type="number"
            inputMode="numeric"
            value={value ?? ''}
            onInput={({ currentTarget }) => {
              const number = currentTarget.valueAsNumber;
              onChange(Number.isNaN(number) ? undefined : number);
            }}
          />
          {unit && <span class="unit">{unit}</span>}
        </span>
      )}
    </Field>
  );
}

interface Option<Value extends string> {
  value: Value;
  name: string;
}

export interface SelectFieldProps<Value extends string> extends FieldProps {
  value: Value;
  options: readonly Option<Value>[];
  onChange: (value: Value) => void;
  disabled?: boolean;
}

export function SelectField<Value extends string>({
  value,
  options,
  onChange,
  disabled,
  ...field
}: SelectFieldProps<Value>) {
  return (
    <Field {...field}>
      {(described) => (
        <select
          {...described}
          value={value}
          disabled={disabled}
          onChange={({ currentTarget }) => {
            const chosen = options[currentTarget.selectedIndex];
            if (chosen) onChange(chosen.value);
          }}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value} selected={option.value === value}>
              {option.name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

interface CheckboxProps {
  label: ComponentChildren;
  hint?: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  disabled?: boolean;
}

export function Checkbox({ label, hint, checked, onChange, disabled }: CheckboxProps) {
  const id = useId();
  return (
    <div class="check">
      <input
        id={id}
        type="checkbox"
        checked={checked}
        disabled={disabled}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <label for={id}>{label}</label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}

interface RadiosProps<Value extends string> extends FieldProps {
  value: Value;
  options: readonly (Option<Value> & { hint?: string })[];
  onChange: (value: Value) => void;
  disabled?: boolean;
}

export function Radios<Value extends string>({
  value,
  options,
  onChange,
  disabled,
  ...group
}: RadiosProps<Value>) {
  const name = useId();
  return (
    <FieldGroup {...group}>
      {options.map((option) => {
        const id = `${name}-${option.value}`;
        return (
          <div class="check" key={option.value}>
            <input
              id={id}
              type="radio"
              name={name}
              checked={option.value === value}
              disabled={disabled}
              aria-describedby={option.hint ? `${id}-hint` : undefined}
              onChange={() => onChange(option.value)}
            />
            <label for={id}>{option.name}</label>
            {option.hint && (
              <p class="hint" id={`${id}-hint`}>
                {option.hint}
              </p>
            )}
          </div>
        );
      })}
    </FieldGroup>
  );
}
