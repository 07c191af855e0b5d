/** Every decision about a person, with its reason in words, the rule it was made by and the consent it stands on. */
import type { MessageView } from '../api/people.ts';
import { useApp } from '../ui/app-context.ts';
import { type Column, Table } from '../ui/table.tsx';
import { eventAnchor } from './person-ledger.tsx';

export function MessageTable({ items }: { items: readonly MessageView[] }) {
  const { text, format } = useApp();
  const { people, terms } = text;
  const columns: Column<MessageView>[] = [
    {
      name: people.message,
      heading: true,
      cell: ({ message, type, channel }) => (
        <>
          {people.type[type]} <span class="tag">{terms.channel[channel]}</span>
          <code class="address quiet">{message}</code>
        </>
      ),
    },
    { name: people.when, cell: ({ at }) => at && format.dateTime(at) },
    { name: people.decision, cell: (message) => <Decision message={message} /> },
    { name: people.why, cell: (message) => <Why message={message} /> },
    { name: people.rule, cell: ({ ruleVersion }) => ruleVersion && <code>{ruleVersion}</code> },
  ];
  return (
    <Table
      caption={people.messages}
      columns={columns}
      rows={items}
      keyOf={({ message, contactId, channel }) => `${message} ${channel} ${contactId}`}
    />
  );
}

function Decision({ message: { decision, outcome } }: { message: MessageView }) {
  const { people } = useApp().text;
  return (
    <>
      <span class={decision === 'send' ? 'badge good' : 'badge calm'}>{people.decided[decision]}</span>
      {outcome && <p class="quiet small">{people.outcome[outcome]}</p>}
    </>
  );
}

function Why({ message: { decision, reason, consentEventId, variant } }: { message: MessageView }) {
  const { people, reasons } = useApp().text;
  const showEvent = () => consentEventId && document.getElementById(eventAnchor(consentEventId))?.focus();
  return (
    <>
      <p>
        {reason ? reasons.why[reason] : decision === 'send' ? people.whySent : ''}
        {decision === 'send' && variant === 'personalised' && ` ${people.personalised}`}
      </p>
      {consentEventId && (
        <button type="button" class="link small" onClick={showEvent}>
          {people.showEvent} <code>{consentEventId}</code>
        </button>
      )}
    </>
  );
}
