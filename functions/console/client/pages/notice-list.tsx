/** The notices of the headquarters or of an office: find one, see how far it has come, begin one. */
import { useEffect, useState } from 'preact/hooks';
import { useList } from '../api/use-list.ts';
import type { Page as PageOf } from '../api/views.ts';
import type { NoticeView } from '../notice/views.ts';
import { useApp, useRole } from '../ui/app-context.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { SelectField } from '../ui/fields.tsx';
import { ListView } from '../ui/list-view.tsx';
import { linkTo } from '../ui/match-route.ts';
import { Page } from '../ui/page.tsx';
import type { PageProps } from '../ui/page-props.ts';
import { Empty } from '../ui/states.tsx';
import { keepInAddress } from '../ui/use-place.ts';
import { NoticeTable } from './notice-list-table.tsx';

export function NoticeListPage({ query }: PageProps) {
  const { text, api, session, offices } = useApp();
  const { notices, terms, frame } = text;
  const mayWrite = useRole('notice-author', 'notice-releaser');
  const [state, setState] = useState(query.get('state') ?? '');
  // Empty: the notices of the headquarters, or of one's own office.
  const [office, setOffice] = useState(query.get('office') ?? '');
  useEffect(() => keepInAddress('/notices', { state, office }), [state, office]);
  const list = useList<NoticeView>(
    async (cursor, signal) =>
      (await api.get<PageOf<NoticeView>>('/notices', { query: { state, office, cursor }, signal })).body,
    [api, state, office],
  );
  const isHeadquarters = session.office === undefined;
  return (
    <Page
      title={notices.title}
      lead={notices.lead}
      actions={
        mayWrite && (
          <ButtonLink look="primary" href={linkTo('/notices/new')}>
            {notices.create}
          </ButtonLink>
        )
      }
    >
      <search class="filters">
        <SelectField
          label={notices.state}
          value={state}
          options={[
            { value: '', name: notices.anyState },
            ...Object.entries(terms.noticeState).map(([value, name]) => ({ value, name })),
          ]}
          onChange={setState}
        />
        {isHeadquarters && (
          <SelectField
            label={notices.of}
            value={office}
            options={[
              { value: '', name: frame.headquarters },
              ...offices.map(({ id, name }) => ({ value: id, name })),
            ]}
            onChange={setOffice}
          />
        )}
      </search>
      <ListView
        list={list}
        empty={
          state === '' ? (
            <Empty title={notices.emptyTitle}>
              <p>{notices.emptyBody}</p>
            </Empty>
          ) : (
            <Empty title={notices.nothingFound}>
              <Button onClick={() => setState('')}>{notices.clearFilters}</Button>
            </Empty>
          )
        }
      >
        {(items) => <NoticeTable items={items} />}
      </ListView>
    </Page>
  );
}
