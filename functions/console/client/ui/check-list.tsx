/** Several of many: checkboxes in columns, with a search where there are more than the eye takes in. */
import { useState } from 'preact/hooks';
import { useText } from './app-context.ts';
import { Button } from './button.tsx';
import type { FieldProps } from './field.tsx';
import { Checkbox, FieldGroup, TextField } from './fields.tsx';

interface CheckListProps extends FieldProps {
  options: readonly { value: string; name: string }[];
  values: readonly string[];
  onChange: (values: readonly string[]) => void;
}

const fewEnough = 12;

export function CheckList({ options, values, onChange, ...group }: CheckListProps) {
  const { composer } = useText();
  const [wanted, setWanted] = useState('');
  const needle = wanted.trim().toLowerCase();
  const shown = options.filter(
    ({ value, name }) => values.includes(value) || `${name} ${value}`.toLowerCase().includes(needle),
  );
  const toggle = (value: string, isChosen: boolean) =>
    onChange(isChosen ? [...values, value] : values.filter((one) => one !== value));
  return (
    <FieldGroup {...group}>
      {options.length > fewEnough && (
        <TextField label={composer.find} type="search" value={wanted} onChange={setWanted} />
      )}
      <div class="choice-list">
        {shown.map(({ value, name }) => (
          <Checkbox
            key={value}
            label={name}
            checked={values.includes(value)}
            onChange={(isChosen) => toggle(value, isChosen)}
          />
        ))}
      </div>
      {values.length > 0 && (
        <div>
          <Button look="quiet" onClick={() => onChange([])}>
            {composer.clearChoice(String(values.length))}
          </Button>
        </div>
      )}
    </FieldGroup>
  );
}
