/** Everybody whom a notice affects, with what is on record of them: the figures of its reach and the list of the unreached are made of the same people. */

import type { MessageStore, SliceProgress } from '../adapters/message-store.ts';
import type { PeopleStore } from '../adapters/people-store.ts';
import { isAbout } from '../domain/audience.ts';
import { wavesIn } from '../domain/batch.ts';
import { noFacts } from '../domain/decide.ts';
import { isSending, type Notice } from '../domain/lifecycle.ts';
import { isReached } from '../domain/notice-reach.ts';
import type { Contact } from '../domain/person.ts';
import type { CountedPerson } from '../domain/reach-report.ts';
import { Channel, type Instant } from '../domain/vocabulary.ts';
import { contactsByPerson } from './contacts-by-person.ts';
import { decideContact } from './decide-contact.ts';
import { readAddressees } from './follow-up.ts';
import { type RecordedStanding, readStandings, type StandingDeps } from './notice-standing.ts';

export interface AffectedDeps extends StandingDeps {
  messages: Pick<MessageStore, 'load' | 'listSlices'>;
  people: Pick<PeopleStore, 'listAudience' | 'listUnheard'>;
  now: Instant;
}

export interface AffectedPerson extends CountedPerson {
  personId: string;
  externalId?: string | undefined;
}

interface Place {
  office: string;
  shard: number;
}

/**
 * The affected people of one shard, in order of their ids. Somebody who has moved to another office, or whose record became part of an account, is
 * on record under both.
 * @param slice that the shard lies in; undefined: nobody has begun it
 */
export async function readAffected(
  deps: AffectedDeps,
  notice: Notice,
  slice: SliceProgress | undefined,
  place: Place,
): Promise<AffectedPerson[]> {
  const onRecord = await readStandings(deps, notice, wavesIn(slice?.counters ?? {}), place);
  const people = new Map<string, AffectedPerson>();
  for (const [personId, standing] of onRecord) people.set(personId, personOf(personId, standing));
  if (isSending(notice, deps.now) || !isOnRecord(slice)) await addWaiting(deps, notice, place, people);
  await addContactless(deps, notice, place, people);
  return [...people.values()].sort((left, right) => (left.personId < right.personId ? -1 : 1));
}

/** Whether everybody whom the notice affected when it was released has a decision. */
function isOnRecord(slice: SliceProgress | undefined): boolean {
  return slice !== undefined && (slice.expanded || (slice.round ?? 0) > 0);
}

function personOf(personId: string, standing: RecordedStanding): AffectedPerson {
  const entry = standing.attempts.at(-1)?.entry;
  return { ...standing, personId, externalId: entry?.externalId, country: entry?.country, isWaiting: false };
}

/** Marks who has a channel to come, and adds those whose first round is still to come. Of a notice that was stopped before, it never came to them. */
async function addWaiting(
  deps: AffectedDeps,
  notice: Notice,
  place: Place,
  people: Map<string, AffectedPerson>,
): Promise<void> {
  const { draft } = notice;
  const isRunning = isSending(notice, deps.now);
  const addressees = await readAddressees(deps, draft.followUpOf, place.shard);
  for await (const contacts of contactsByPerson(deps.people, draft.channels, place, undefined)) {
    const [first] = contacts;
    if (!first) continue;
    const { personId, externalId, country } = first;
    const known = people.get(personId);
    if (known && isReached(draft, known)) continue;
    const isLeftOut = addressees !== undefined && !addressees.has(personId);
    const open = undecided(contacts, known).map(
      (contact) => decideContact(notice, contact, { ...noFacts, isLeftOut }, deps.now).reason,
    );
    if (known) known.isWaiting = isRunning && open.includes(undefined);
    else if (open.some((reason) => reason !== 'not-affected'))
      people.set(personId, { personId, externalId, country, attempts: [], isWaiting: isRunning });
  }
}

/** Adds whom it is about and who has no contact on any of its channels: nobody can be told but by a letter. A follow-up is for those who got the first. */
async function addContactless(
  deps: AffectedDeps,
  { draft }: Notice,
  place: Place,
  people: Map<string, AffectedPerson>,
): Promise<void> {
  if (draft.followUpOf !== undefined) return;
  const add = (personId: string, owner: Owner) => {
    if (people.has(personId) || !isAbout(draft, owner)) return;
    const { externalId, country } = owner;
    people.set(personId, {
      personId,
      externalId,
      country,
      attempts: [],
      isWaiting: false,
      isContactless: true,
    });
  };
  for await (const person of deps.people.listUnheard(place)) add(person.id, person);
  const others = Channel.options.filter((channel) => !draft.channels.includes(channel));
  for await (const contacts of contactsByPerson(deps.people, others, place, undefined))
    for (const contact of contacts) add(contact.personId, contact);
}

type Owner = Pick<Contact, 'externalId' | 'country' | 'subdivision' | 'devices'>;

function undecided(contacts: readonly Contact[], known: AffectedPerson | undefined): Contact[] {
  const decided = new Set(known?.attempts.map(({ contactId }) => contactId));
  return contacts.filter(({ id }) => !decided.has(id));
}
