/** One contact of an audience: the decision, when it is due, and how it counts. */
import { type Entry, waveId } from '../domain/batch.ts';
import {
  decide,
  type MandatoryDecision,
  type MarketingDecision,
  type PersonFacts,
} from '../domain/decide.ts';
import { type MessageRecord, toMandatoryMessage } from '../domain/lifecycle.ts';
import type { Contact } from '../domain/person.ts';
import { ruleBook } from '../domain/rules/rule-book.ts';
import { dueAt } from '../domain/timing.ts';
import type { Channel, Instant } from '../domain/vocabulary.ts';
import { marketingMessageFor } from './marketing-message.ts';

export interface Planned {
  wave: string;
  reason: string | undefined;
  /** Absent when the audience rules leave the contact out: absence is the answer. */
  entry: Entry | undefined;
}

export type Counters = Record<string, number>;

/** Decides with the types kept apart: a campaign goes down the marketing path, a notice down the mandatory one. */
function decideMessage(
  record: MessageRecord,
  contact: Contact,
  facts: PersonFacts,
  now: Instant,
): MarketingDecision | MandatoryDecision {
  switch (record.type) {
    case 'campaign':
      return decide(marketingMessageFor(record, contact), contact, facts, ruleBook, now);
    case 'notice':
      return decide(toMandatoryMessage(record), contact, facts, ruleBook, now);
  }
}

/** The decision for a contact as it will be written into a batch. */
export function decideContact(
  record: MessageRecord,
  contact: Contact,
  facts: PersonFacts,
  now: Instant,
): Planned {
  const decision = decideMessage(record, contact, facts, now);
  const reason = decision.kind === 'skip' ? decision.reason : undefined;
  const wave = waveOf(record, contact, now);
  if (reason === 'not-in-audience' || reason === 'not-affected') return { wave, reason, entry: undefined };
  const { ruleVersion, consentEventId } = decision.grounds;
  const entry: Entry = {
    personId: contact.personId,
    contactId: contact.id,
    externalId: contact.externalId,
    decision: decision.kind,
    reason: decision.kind === 'skip' ? decision.reason : undefined,
    variant: decision.kind === 'send' ? decision.variant : undefined,
    ruleVersion,
    consentEventId,
  };
  return { wave, reason, entry };
}

/** The wave that a contact falls into. */
export function waveOf(record: MessageRecord, contact: Contact, now: Instant): string {
  return waveId(dueOf(record, contact, now));
}

/** Waves start on the second; a message without its own time starts with its release. */
function dueOf(record: MessageRecord, contact: Contact, now: Instant): Instant {
  const startedAt = record.startedAt ?? now;
  if (record.type === 'notice') return startedAt;
  return dueAt(record.draft.schedule, contact, ruleBook.ruleFor(contact, now), startedAt);
}

/** Adds one decision to the counters `n#<channel>#skip#<reason>`, or `n#<channel>#send` and `w#<wave>`. */
export function countDecision(counters: Counters, channel: Channel, { reason, wave }: Planned): void {
  const names = reason === undefined ? [`n#${channel}#send`, `w#${wave}`] : [`n#${channel}#skip#${reason}`];
  for (const name of names) counters[name] = (counters[name] ?? 0) + 1;
}
