/** What is known of a person, their choices, and where they can be reached. */
import type { Topic } from '../../../../shared/domain/vocabulary.ts';
import type { ConsentState, ContactView, PersonView } from '../api/people.ts';
import { useApp, useText } from '../ui/app-context.ts';

const looks: Readonly<Record<ConsentState, string>> = {
  granted: 'good',
  denied: 'bad',
  pending: 'wait',
  unset: 'calm',
};

export function ConsentBadge({ state }: { state: ConsentState }) {
  const { people } = useText();
  return <span class={`badge ${looks[state]}`}>{people.consent[state]}</span>;
}

export function FactsCard({ person }: { person: PersonView }) {
  const { text, format } = useApp();
  const { people, frame } = text;
  const { id, externalId, country, subdivision, language, timezone, birthYear, interests, restrictions } =
    person;
  const facts: [string, string | undefined][] = [
    [people.fact.externalId, externalId],
    [people.fact.country, format.country(subdivision ?? country)],
    [people.fact.language, language && format.language(language)],
    [people.fact.timezone, timezone],
    [people.fact.birthYear, birthYear === undefined ? undefined : String(birthYear)],
    [people.fact.interests, interests.length > 0 ? format.list(interests) : undefined],
  ];
  return (
    <section class="card">
      <h2>{people.facts}</h2>
      <dl class="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value ?? <span class="quiet">{people.unknown}</span>}</dd>
          </div>
        ))}
        <div>
          <dt>{people.fact.id}</dt>
          <dd>
            <code>{id}</code>
          </dd>
        </div>
        <div>
          <dt>{people.fact.restricted}</dt>
          <dd>
            {person.restricted ? <span class="badge bad">{frame.yes}</span> : frame.no}
            {restrictions?.map(({ kind, at }) => (
              <span class="quiet small" key={kind}>
                {` ${people.restriction[kind]}, ${format.date(at)}`}
              </span>
            ))}
          </dd>
        </div>
      </dl>
    </section>
  );
}

const topics: readonly Topic[] = ['news', 'offers', 'articles', 'recommendations'];

export function ChoicesCard({ person: { preferences } }: { person: PersonView }) {
  const { people, terms } = useText();
  const { marketing, profiling, diagnostics } = preferences;
  const rows: [string, ConsentState | undefined][] = [
    [people.choice.email, marketing.email],
    [people.choice.push, marketing.push],
    [people.choice.profiling, profiling],
    [people.choice.diagnostics, diagnostics],
  ];
  return (
    <section class="card">
      <h2>{people.choices}</h2>
      <dl class="rows">
        {rows.map(([name, state]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {state ? <ConsentBadge state={state} /> : <span class="quiet small">{people.noContact}</span>}
            </dd>
          </div>
        ))}
        {topics.map((topic) => (
          <div key={topic}>
            <dt>{people.topic(terms.topic[topic])}</dt>
            <dd>
              <ConsentBadge state={preferences.topics[topic] ?? 'unset'} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

export function ContactsCard({ person: { contacts } }: { person: PersonView }) {
  const { people, terms } = useText();
  return (
    <section class="card">
      <h2>{people.contacts}</h2>
      {contacts.length === 0 && <p class="quiet">{people.noContacts}</p>}
      <ul class="rows">
        {contacts.map((contact) => (
          <li key={contact.id}>
            <div>
              <strong>{terms.channel[contact.channel]}</strong> {reachOf(contact)}
              <span class="quiet small address">{contact.id}</span>
              {contact.undeliverable !== undefined && (
                <span class="quiet small">{people.undeliverable} </span>
              )}
              {contact.complainedAt && <span class="quiet small">{people.complained}</span>}
            </div>
            <ConsentBadge state={contact.marketing.state} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The address as far as the role may see it; of a phone its models. */
function reachOf({ address, phone, devices }: ContactView): string {
  return address ?? phone ?? (devices ?? []).map(({ model }) => model).join(', ');
}
