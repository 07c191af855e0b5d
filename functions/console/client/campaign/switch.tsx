/** A few choices side by side, of which one holds: radio buttons that look like one control. */
import { useId } from 'preact/hooks';

interface SwitchProps<Value extends string> {
  /** What is chosen, for a screen reader. */
  name: string;
  value: Value;
  /** The choices, in order. */
  keys: readonly Value[];
  /** Their words. */
  options: Readonly<Record<Value, string>>;
  onChange: (value: Value) => void;
}

export function Switch<Value extends string>({ name, value, keys, options, onChange }: SwitchProps<Value>) {
  const id = useId();
  return (
    <fieldset class="switch">
      <legend class="hidden">{name}</legend>
      {keys.map((key) => (
        <label key={key} class={key === value ? 'chosen' : undefined}>
          <input
            type="radio"
            class="hidden"
            name={id}
            checked={key === value}
            onChange={() => onChange(key)}
          />
          {options[key]}
        </label>
      ))}
    </fieldset>
  );
}
