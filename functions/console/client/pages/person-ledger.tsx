/** The history of consent of a person, and whether it is whole. */
import type { LedgerEntry } from '../../../../shared/domain/ledger.ts';
import type { LedgerView } from '../api/people.ts';
import { useApp } from '../ui/app-context.ts';
import { type Column, Table } from '../ui/table.tsx';
import { ConsentBadge } from './person-cards.tsx';

/** The id of the element that shows an event. */
export function eventAnchor(id: string): string {
  return `event-${id}`;
}

export function Ledger({ ledger }: { ledger: LedgerView }) {
  const { text, format } = useApp();
  const { people, terms } = text;
  const about = ({ purpose, channel, topic, policyVersion }: LedgerEntry) =>
    [
      people.purposeOf[purpose],
      channel && terms.channel[channel],
      topic && terms.topic[topic],
      purpose === 'terms' && policyVersion,
    ]
      .filter(Boolean)
      .join(', ');
  const columns: Column<LedgerEntry>[] = [
    {
      name: people.about,
      heading: true,
      cell: (entry) => (
        <span id={eventAnchor(entry.id)} tabIndex={-1} class="event">
          {about(entry)}
          <code class="address quiet">{entry.id}</code>
        </span>
      ),
    },
    { name: people.answer, cell: ({ state }) => <ConsentBadge state={state} /> },
    {
      name: people.when,
      cell: ({ givenAt, at }) => (
        <>
          {format.dateTime(givenAt)}
          {givenAt !== at && <p class="quiet small">{people.recorded(format.dateTime(at))}</p>}
        </>
      ),
    },
    {
      name: people.source,
      cell: ({ source, basis, actor }) => (
        <>
          {people.sourceOf[source]}
          <p class="quiet small">
            {[basis && people.basis[basis], actor.evidence].filter(Boolean).join(' · ')}
          </p>
        </>
      ),
    },
    { name: people.rule, cell: ({ ruleVersion }) => <code>{ruleVersion}</code> },
  ];
  const newestFirst = ledger.entries.toReversed();
  return (
    <>
      <div class={ledger.valid ? 'notice good' : 'notice bad'}>
        <p class="notice-title">{ledger.valid ? people.ledgerValid : people.ledgerBroken}</p>
        <p>
          {ledger.valid
            ? people.ledgerValidBody(ledger.entries.length)
            : people.ledgerBrokenBody(ledger.brokenAt ?? '')}
        </p>
      </div>
      {newestFirst.length > 0 && (
        <Table caption={people.ledger} columns={columns} rows={newestFirst} keyOf={({ id }) => id} />
      )}
    </>
  );
}
