/** One contact of an audience: the decision, when it is due, and how it counts. */
import { type Entry, waveId } from '../domain/batch.ts';
import {
  decide,
  type MandatoryDecision,
  type MarketingDecision,
  type PersonFacts,
} from '../domain/decide.ts';
import {
  type Campaign,
  expiryOf,
  type MessageRecord,
  toMandatoryMessage,
  toMarketingMessage,
} from '../domain/lifecycle.ts';
import type { Contact } from '../domain/person.ts';
import { ruleBook } from '../domain/rules/rule-book.ts';
import { dueAt } from '../domain/timing.ts';
import type { Channel, Instant } from '../domain/vocabulary.ts';

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
      return decide(toMarketingMessage(record), contact, facts, ruleBook, now);
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
  const due = dueOf(record, contact, now);
  const reason = decision.kind === 'skip' ? decision.reason : lateness(due);
  const wave = waveId(due.kind === 'due' ? due.at : (record.startedAt ?? now));
  if (reason === 'not-in-audience' || reason === 'not-affected') return { wave, reason, entry: undefined };
  const { ruleVersion, consentEventId } = decision.grounds;
  const entry: Entry = {
    personId: contact.personId,
    contactId: contact.id,
    externalId: contact.externalId,
    decision: reason === undefined ? 'send' : 'skip',
    reason,
    variant: decision.kind === 'send' && reason === undefined ? decision.variant : undefined,
    ruleVersion,
    consentEventId,
  };
  return { wave, reason, entry };
}

/** `too-late`: the office's hours never come for the contact, or the campaign has expired when they do. */
type Due = { kind: 'due'; at: Instant } | { kind: 'too-late' };

function lateness({ kind }: Due): 'message-expired' | undefined {
  return kind === 'too-late' ? 'message-expired' : undefined;
}

/** Waves start on the second; a message without its own time starts with its release. */
function dueOf(record: MessageRecord, contact: Contact, now: Instant): Due {
  const startedAt = record.startedAt ?? now;
  return record.type === 'notice'
    ? { kind: 'due', at: startedAt }
    : dueOfCampaign(record, contact, startedAt, now);
}

/** Of each campaign as it was read: what its contacts in one place have in common is worked out once. */
const known = new WeakMap<Campaign, Map<string, Due>>();

function dueOfCampaign(campaign: Campaign, contact: Contact, startedAt: Instant, now: Instant): Due {
  const rule = ruleBook.ruleFor(contact, now);
  const own = known.get(campaign) ?? new Map<string, Due>();
  known.set(campaign, own);
  const key = [contact.timezone ?? '', contact.country, contact.channel, rule?.version, startedAt].join('#');
  const kept = own.get(key);
  if (kept) return kept;
  const window = campaign.pacing?.sendWindow;
  const at = dueAt(campaign.draft.schedule, contact, { rule, window }, startedAt);
  const ends = expiryOf(campaign);
  const due: Due =
    at === undefined || (ends !== undefined && ends <= at) ? { kind: 'too-late' } : { kind: 'due', at };
  own.set(key, due);
  return due;
}

/** Adds one decision to the counters `n#<channel>#skip#<reason>`, or `n#<channel>#send` and `w#<wave>`. */
export function countDecision(counters: Counters, channel: Channel, { reason, wave }: Planned): void {
  const names = reason === undefined ? [`n#${channel}#send`, `w#${wave}`] : [`n#${channel}#skip#${reason}`];
  for (const name of names) counters[name] = (counters[name] ?? 0) + 1;
}
