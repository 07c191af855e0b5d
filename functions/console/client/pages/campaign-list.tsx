/** The campaigns of an office: find one, begin one, copy one, put one away. */
import { useEffect, useState } from 'preact/hooks';
import { useList } from '../api/use-list.ts';
import type { CampaignView, Page as PageOf } from '../api/views.ts';
import { useApp, useRole } from '../ui/app-context.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { ListView } from '../ui/list-view.tsx';
import { linkTo } from '../ui/match-route.ts';
import { Page } from '../ui/page.tsx';
import type { PageProps } from '../ui/page-props.ts';
import { Empty } from '../ui/states.tsx';
import { useLater } from '../ui/use-later.ts';
import { keepInAddress } from '../ui/use-place.ts';
import { type CampaignFilters, CampaignFiltersForm, noFilters } from './campaign-list-filters.tsx';
import { CampaignTable } from './campaign-list-table.tsx';

function filtersOf(query: URLSearchParams): CampaignFilters {
  return {
    q: query.get('q') ?? '',
    state: query.get('state') ?? '',
    archived: query.get('archived') === 'true',
  };
}

export function CampaignListPage({ query }: PageProps) {
  const { text, api, office } = useApp();
  const { campaigns } = text;
  const mayWrite = useRole('marketer', 'approver');
  const [filters, setFilters] = useState(() => filtersOf(query));
  const later = useLater(filters);
  // The address keeps the filters, so that coming back shows the same list.
  useEffect(() => {
    const { q, state, archived } = later;
    keepInAddress('/campaigns', { q, state, archived: archived ? 'true' : undefined });
  }, [later]);
  const list = useList<CampaignView>(
    async (cursor, signal) => {
      const { q, state, archived } = later;
      const wanted = { office: office.id, q: q.trim(), state, archived: archived ? true : undefined, cursor };
      return (await api.get<PageOf<CampaignView>>('/campaigns', { query: wanted, signal })).body;
    },
    [api, office.id, later],
  );
  const isFiltered = later.q !== '' || later.state !== '' || later.archived;
  return (
    <Page
      title={campaigns.title}
      lead={campaigns.lead(office.name)}
      actions={
        mayWrite && (
          <ButtonLink look="primary" href={linkTo('/campaigns/new')}>
            {campaigns.create}
          </ButtonLink>
        )
      }
    >
      <CampaignFiltersForm filters={filters} onChange={setFilters} />
      <ListView
        list={list}
        empty={
          isFiltered ? (
            <Empty title={campaigns.nothingFound}>
              <p>{campaigns.nothingFoundBody}</p>
              <Button onClick={() => setFilters(noFilters)}>{campaigns.clearFilters}</Button>
            </Empty>
          ) : (
            <Empty title={campaigns.emptyTitle}>
              <p>{campaigns.emptyBody}</p>
            </Empty>
          )
        }
      >
        {(items) => <CampaignTable items={items} mayWrite={mayWrite} onGone={removeFrom(list.change)} />}
      </ListView>
    </Page>
  );
}

type Change = (change: (items: readonly CampaignView[]) => readonly CampaignView[]) => void;

/** What is archived or brought back belongs to the other list. */
function removeFrom(change: Change): (id: string) => void {
  return (id) => change((items) => items.filter((one) => one.id !== id));
}
