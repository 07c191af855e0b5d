/** Affected people whom a notice has not reached, with what was tried: for letters. */
import { useState } from 'preact/hooks';
import type { Lacking } from '../../../../shared/api/notice-reach.ts';
import { useList } from '../api/use-list.ts';
import type { Page } from '../api/views.ts';
import { useApp } from '../ui/app-context.ts';
import { Button } from '../ui/button.tsx';
import { ListView } from '../ui/list-view.tsx';
import { Segments } from '../ui/segments.tsx';
import { Empty } from '../ui/states.tsx';
import { type Column, Table } from '../ui/table.tsx';
import { noticePath, type UnreachedPerson } from './views.ts';

interface UnreachedCardProps {
  id: string;
  /** What can be lacked: an answer only where one is asked for. */
  lackings: readonly Lacking[];
  lacking: Lacking;
  onLacking: (lacking: Lacking) => void;
}

/** The list is read when somebody asks for it: each reading is kept on record. */
export function UnreachedCard({ id, lackings, lacking, onLacking }: UnreachedCardProps) {
  const words = useApp().text.reach;
  const [round, setRound] = useState(0);
  return (
    <section class="card">
      <h2>{words.unreached}</h2>
      <p class="hint">{words.onRecord}</p>
      <div class="switches">
        <span class="small quiet" aria-hidden="true">
          {words.lacking}
        </span>
        <Segments
          label={words.lacking}
          value={lacking}
          options={lackings.map((value) => ({ value, name: words.lack[value] }))}
          onChange={onLacking}
        />
        <Button onClick={() => setRound(round + 1)}>{round === 0 ? words.showList : words.readAgain}</Button>
      </div>
      {round > 0 && <UnreachedList id={id} lacking={lacking} round={round} />}
    </section>
  );
}

function UnreachedList({ id, lacking, round }: { id: string; lacking: Lacking; round: number }) {
  const { text, format, api } = useApp();
  const words = text.reach;
  const list = useList<UnreachedPerson>(
    async (cursor, signal) => {
      const query = { lacking, cursor };
      return (await api.get<Page<UnreachedPerson>>(noticePath(id, '/unreached'), { query, signal })).body;
    },
    [api, id, lacking, round],
  );
  const reasons: Readonly<Record<string, string>> = { ...text.reasons.name, ...words.outcome };
  const columns: Column<UnreachedPerson>[] = [
    {
      name: words.person,
      heading: true,
      cell: ({ personId, externalId }) => <code>{externalId ?? personId}</code>,
    },
    { name: words.country, cell: ({ country }) => (country ? format.country(country) : '–') },
    {
      name: words.tried,
      cell: ({ channels }) => format.list(channels.map((channel) => text.terms.channel[channel])) || '–',
    },
    { name: words.became, cell: ({ why }) => format.list(why.map((one) => reasons[one] ?? one)) || '–' },
  ];
  return (
    <ListView list={list} empty={<Empty title={words.nobodyUnreached} />}>
      {(items) => (
        <Table caption={words.unreached} columns={columns} rows={items} keyOf={({ personId }) => personId} />
      )}
    </ListView>
  );
}
