/** One delivery event: the contact learns from it, and the message gets its outcome. */
import type { Keyring } from '../../shared/adapters/keyring.ts';
import type { PeopleStore } from '../../shared/adapters/people-store.ts';
import {
  applyDelivery,
  concernsContact,
  type DeliveryEvent,
  type MessagePointer,
  type Outcome,
  outcomeOf,
} from '../../shared/domain/delivery-event.ts';
import type { Instant } from '../../shared/domain/vocabulary.ts';
import { type ChangeStore, changePerson } from '../../shared/use-cases/change-person.ts';
import { findClaim, type Holder } from '../../shared/use-cases/find-claim.ts';
import type { NoticeTurns } from './notice-turns.ts';
import { type EngagementDeps, engageByDevice, engageByMail } from './record-engagement.ts';

export interface FeedbackDeps extends EngagementDeps {
  people: ChangeStore & Pick<PeopleStore, 'findByHashes' | 'readContacts'>;
  keyring: Pick<Keyring, 'hashAddress'>;
  /** Writes the outcome into the record of the message, once. */
  recordOutcome: (pointer: MessagePointer, outcome: Outcome, now: Instant) => Promise<void>;
  /** Gives people of notices their next turn: after a bounce, a dead phone, or a registration. */
  notices: NoticeTurns;
  /** Pauses a campaign that bounces or is complained about too often (pain N-19). */
  watchBreaker: (messageId: string, now: Instant) => Promise<void>;
}

export type Recorded = { kind: 'recorded' } | { kind: 'ignored'; reason: string };

type UsedEvent = Exclude<
  DeliveryEvent,
  { kind: 'ignored' | 'receipt' | 'registered' | 'opened' | 'clicked' }
>;

/** Records an event. Repeats and any order of events end in the same state. */
export async function recordFeedback(
  deps: FeedbackDeps,
  event: DeliveryEvent,
  now: Instant,
): Promise<Recorded> {
  switch (event.kind) {
    case 'ignored':
      return event;
    case 'opened':
    case 'clicked':
      return recordedUnless(await engageByMail(deps, event, now));
    case 'receipt':
      return recordedUnless(await engageByDevice(deps, event, now));
    case 'registered':
      return recordedUnless(await deps.notices.afterRegistration(event, now));
    default:
      return recordDelivery(deps, event, now);
  }
}

function recordedUnless(reason: string | undefined): Recorded {
  return reason === undefined ? { kind: 'recorded' } : { kind: 'ignored', reason };
}

async function recordDelivery(deps: FeedbackDeps, event: UsedEvent, now: Instant): Promise<Recorded> {
  const owner = event.channel === 'email' ? event.pointer : await findDeviceOf(deps, event.endpointArn);
  if (!owner) return { kind: 'ignored', reason: 'no device has this endpoint' };
  if (concernsContact(event)) await learn(deps, owner, event, now);
  const outcome = event.channel === 'email' ? outcomeOf(event) : undefined;
  if (event.kind === 'endpoint-disabled') await deps.notices.afterDeadPhone(owner, now);
  if (event.channel === 'email' && outcome) {
    await deps.recordOutcome(event.pointer, outcome, now);
    if (outcome === 'bounced') await deps.notices.afterBounce(event.pointer);
    if (outcome !== 'delivered') await deps.watchBreaker(event.pointer.messageId, now);
  }
  return { kind: 'recorded' };
}

async function findDeviceOf(deps: FeedbackDeps, endpointArn: string): Promise<Holder | undefined> {
  const { holder } = await findClaim(deps, 'endpoint', endpointArn);
  return holder;
}

/** A fact about an address, not an answer: the record changes, the ledger does not. Somebody who was erased is left alone. */
async function learn({ people }: FeedbackDeps, owner: Holder, event: UsedEvent, now: Instant): Promise<void> {
  const context = { now, source: 'system', actor: { kind: 'system' } } as const;
  await changePerson(people, owner.personId, context, (record) => {
    const contacts = record.contacts.map((contact) =>
      contact.id === owner.contactId ? applyDelivery(contact, event) : contact,
    );
    const isSame = contacts.every((contact, index) => contact === record.contacts[index]);
    return { edited: isSame ? record : { ...record, contacts }, answers: [] };
  });
}
