/** The country rules in force: what the service enforces where. */
import { useState } from 'preact/hooks';
import type { RuleView } from '../api/rules.ts';
import { useLoad } from '../api/use-load.ts';
import type { Page as PageOf } from '../api/views.ts';
import { useApp } from '../ui/app-context.ts';
import { Button } from '../ui/button.tsx';
import { SelectField, TextField } from '../ui/fields.tsx';
import { linkTo } from '../ui/match-route.ts';
import { Page } from '../ui/page.tsx';
import { Empty, WhenLoaded } from '../ui/states.tsx';
import { type Column, Table } from '../ui/table.tsx';
import { placeName, quietHours } from './rule-words.ts';

const regimes = ['opt_in', 'opt_in_soft', 'opt_in_implied', 'opt_in_registry', 'opt_out'] as const;

export function RuleListPage() {
  const { text, api } = useApp();
  const { rules } = text;
  const [loaded, reload] = useLoad(
    async (signal) => (await api.get<PageOf<RuleView>>('/rules', { signal })).body.items,
    [api],
  );
  return (
    <Page title={rules.title} lead={rules.lead}>
      <WhenLoaded loaded={loaded} onRetry={reload}>
        {(items) => <FilteredRules items={items} />}
      </WhenLoaded>
    </Page>
  );
}

function FilteredRules({ items }: { items: readonly RuleView[] }) {
  const app = useApp();
  const { text, format, language } = app;
  const { rules } = text;
  const [search, setSearch] = useState('');
  const [regime, setRegime] = useState<'' | (typeof regimes)[number]>('');
  const words = search.trim().toLocaleLowerCase(language);
  const found = items
    .filter((rule) => regime === '' || rule.email === regime)
    .filter((rule) =>
      `${placeName(rule, format)} ${rule.name} ${rule.iso}`.toLocaleLowerCase(language).includes(words),
    )
    .toSorted((a, b) => placeName(a, format).localeCompare(placeName(b, format), language));
  const columns: Column<RuleView>[] = [
    {
      name: rules.place,
      heading: true,
      cell: (rule) => <a href={linkTo(`/rules/${rule.iso}`)}>{placeName(rule, format)}</a>,
    },
    { name: rules.field.email, cell: ({ email }) => rules.regime[email] },
    { name: rules.field.push, cell: ({ push }) => rules.pushRegime[push] },
    { name: rules.field.doubleOptIn, cell: ({ doubleOptIn }) => rules.double[doubleOptIn] },
    { name: rules.field.quietHours, cell: (rule) => quietHours(rule, app) },
    { name: rules.version, cell: ({ version }) => <code>{version}</code> },
  ];
  return (
    <>
      <search class="filters">
        <TextField type="search" label={rules.search} value={search} onChange={setSearch} />
        <SelectField
          label={rules.field.email}
          value={regime}
          options={[
            { value: '', name: text.frame.all },
            ...regimes.map((one) => ({ value: one, name: rules.regime[one] })),
          ]}
          onChange={setRegime}
        />
      </search>
      <p class="hidden" role="status">
        {rules.found(found.length)}
      </p>
      {found.length > 0 ? (
        <Table caption={rules.title} columns={columns} rows={found} keyOf={({ iso }) => iso} />
      ) : (
        <Empty title={rules.nothingFound}>
          <Button
            onClick={() => {
              setSearch('');
              setRegime('');
            }}
          >
            {text.campaigns.clearFilters}
          </Button>
        </Empty>
      )}
    </>
  );
}
