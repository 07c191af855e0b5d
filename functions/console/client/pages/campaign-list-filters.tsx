/** What narrows the list of campaigns. */
import { useText } from '../ui/app-context.ts';
import { Checkbox, SelectField, TextField } from '../ui/fields.tsx';

export interface CampaignFilters {
  readonly q: string;
  /** Empty: any. */
  readonly state: string;
  readonly archived: boolean;
}

export const noFilters: CampaignFilters = { q: '', state: '', archived: false };

interface FiltersProps {
  filters: CampaignFilters;
  onChange: (filters: CampaignFilters) => void;
}

export function CampaignFiltersForm({ filters, onChange }: FiltersProps) {
  const { campaigns, terms } = useText();
  const options = [
    { value: '', name: campaigns.anyState },
    ...Object.entries(terms.state).map(([value, name]) => ({ value, name })),
  ];
  return (
    <search class="filters">
      <TextField
        type="search"
        label={campaigns.search}
        value={filters.q}
        maxLength={200}
        onChange={(q) => onChange({ ...filters, q })}
      />
      <SelectField
        label={campaigns.state}
        value={filters.state}
        options={options}
        onChange={(state) => onChange({ ...filters, state })}
      />
      <Checkbox
        label={campaigns.archived}
        checked={filters.archived}
        onChange={(archived) => onChange({ ...filters, archived })}
      />
    </search>
  );
}
