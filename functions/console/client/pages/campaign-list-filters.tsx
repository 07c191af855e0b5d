/** What narrows the list of campaigns. */
import type { CampaignState } from '../../../../shared/domain/lifecycle.ts';
import { useText } from '../ui/app-context.ts';
import { Checkbox, SelectField, TextField } from '../ui/fields.tsx';

export interface CampaignFilters {
  readonly q: string;
  /** Empty: any. */
  readonly state: string;
  readonly archived: boolean;
}

export const noFilters: CampaignFilters = { q: '', state: '', archived: false };

/** In the order of a campaign's life. */
const states: readonly CampaignState[] = [
  'draft',
  'submitted',
  'approved',
  'scheduled',
  'running',
  'paused',
  'completed',
  'rejected',
  'cancelled',
  'expired',
];

interface FiltersProps {
  filters: CampaignFilters;
  onChange: (filters: CampaignFilters) => void;
}

export function CampaignFiltersForm({ filters, onChange }: FiltersProps) {
  const { campaigns, terms } = useText();
  const options = [
    { value: '', name: campaigns.anyState },
    ...states.map((state) => ({ value: state, name: terms.state[state] })),
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
