/** One person: who they are to the service, what they have chosen, what they got and why, and the history that proves it. */
import { useState } from 'preact/hooks';
import { loadLedger, loadMessages, loadPerson, type MessageView, type PersonView } from '../api/people.ts';
import { useList } from '../api/use-list.ts';
import { useLoad } from '../api/use-load.ts';
import { useApp } from '../ui/app-context.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/fields.tsx';
import { ListView } from '../ui/list-view.tsx';
import { linkTo } from '../ui/match-route.ts';
import { Page } from '../ui/page.tsx';
import type { PageProps } from '../ui/page-props.ts';
import { WhenLoaded } from '../ui/states.tsx';
import { ChoicesCard, ContactsCard, FactsCard } from './person-cards.tsx';
import { Ledger } from './person-ledger.tsx';
import { MessageTable } from './person-messages.tsx';
import { currentPurpose, keepPurpose } from './person-purpose.ts';

export function PersonPage({ params }: PageProps) {
  const { people } = useApp().text;
  const [purpose, setPurpose] = useState(currentPurpose);
  const { id = '' } = params;
  return (
    <Page
      title={people.oneTitle}
      parent={{ href: linkTo('/people'), name: people.title }}
      lead={purpose && people.purposeIs(purpose)}
    >
      {purpose ? (
        <Person id={id} purpose={purpose} />
      ) : (
        <AskPurpose
          onGiven={(words) => {
            keepPurpose(words);
            setPurpose(currentPurpose());
          }}
        />
      )}
    </Page>
  );
}

/** The page was loaded again: nothing is shown without a purpose. */
function AskPurpose({ onGiven }: { onGiven: (purpose: string) => void }) {
  const { people, frame } = useApp().text;
  const [words, setWords] = useState('');
  const [isTried, setTried] = useState(false);
  return (
    <form
      class="card form narrow"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (words.trim()) onGiven(words);
      }}
    >
      <TextField
        label={people.purpose}
        hint={people.purposeHint}
        value={words}
        maxLength={200}
        error={isTried && words.trim() === '' ? frame.required : undefined}
        onChange={setWords}
      />
      <div>
        <Button type="submit" look="primary">
          {people.show}
        </Button>
      </div>
    </form>
  );
}

function Person({ id, purpose }: { id: string; purpose: string }) {
  const { api } = useApp();
  const [loaded, reload] = useLoad((signal) => loadPerson(api, id, purpose, signal), [api, id, purpose]);
  return (
    <WhenLoaded loaded={loaded} onRetry={reload}>
      {(person) => <Record person={person} purpose={purpose} />}
    </WhenLoaded>
  );
}

function Record({ person, purpose }: { person: PersonView; purpose: string }) {
  const { text, api } = useApp();
  const { people } = text;
  const { id } = person;
  const messages = useList<MessageView>(
    (cursor, signal) => loadMessages(api, id, { purpose, cursor, signal }),
    [api, id, purpose],
  );
  const [ledger, reloadLedger] = useLoad(
    (signal) => loadLedger(api, id, purpose, signal),
    [api, id, purpose],
  );
  return (
    <div class="stack wide">
      <FactsCard person={person} />
      <div class="columns">
        <ChoicesCard person={person} />
        <ContactsCard person={person} />
      </div>
      <section class="stack">
        <h2>{people.messages}</h2>
        <ListView list={messages} empty={<p class="quiet">{people.noMessages}</p>}>
          {(items) => <MessageTable items={items} />}
        </ListView>
      </section>
      <section class="stack">
        <h2>{people.ledger}</h2>
        <WhenLoaded loaded={ledger} onRetry={reloadLedger}>
          {(shown) => <Ledger ledger={shown} />}
        </WhenLoaded>
      </section>
    </div>
  );
}
