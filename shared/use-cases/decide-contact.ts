/** One contact of an audience: the decision, when it is due, and how it counts. */
import { pickLocale } from '../content/pick-locale.ts';
import { type Entry, waveId } from '../domain/batch.ts';
import { cellNames, type Groups } from '../domain/cells.ts';
import {
  decide,
  type MandatoryDecision,
  type MarketingDecision,
  type PersonFacts,
  type Variant,
} from '../domain/decide.ts';
import { armOf, contentOf } from '../domain/experiment.ts';
import { type Campaign, expiryOf, type MessageRecord, toMandatoryMessage } from '../domain/lifecycle.ts';
import { addSeconds } from '../domain/local-time.ts';
import type { CampaignDraft, NoticeDraft } from '../domain/message.ts';
import { officeById } from '../domain/offices.ts';
import type { Contact } from '../domain/person.ts';
import { ruleBook } from '../domain/rules/rule-book.ts';
import { dueAt, hourOf } from '../domain/timing.ts';
import type { Channel, Instant } from '../domain/vocabulary.ts';
import { startWindowSeconds } from '../domain/wave.ts';
import { marketingMessageFor } from './marketing-message.ts';

export interface Planned {
  wave: string;
  reason: string | undefined;
  /** Absent when the audience rules leave the contact out: absence is the answer. */
  entry: Entry | undefined;
  /** Of a campaign: what the contact counts in. */
  groups: Groups;
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
  const due = dueOf(record, contact, now);
  const reason = decision.kind === 'skip' ? decision.reason : lateness(due);
  const wave = waveFor(due, record, now);
  const variant = decision.kind === 'send' && reason === undefined ? decision.variant : undefined;
  const groups = record.type === 'campaign' ? groupsOf(record, contact, variant) : {};
  const place =
    record.type === 'campaign' ? groups : { country: contact.country, locale: localeOf(record, contact) };
  if (reason === 'not-in-audience' || reason === 'not-affected')
    return { wave, reason, entry: undefined, groups };
  const { ruleVersion, consentEventId } = decision.grounds;
  const entry: Entry = {
    personId: contact.personId,
    contactId: contact.id,
    externalId: contact.externalId,
    decision: reason === undefined ? 'send' : 'skip',
    reason,
    ruleVersion,
    consentEventId,
    variant,
    bypassed: bypassedBy(decision),
    ...place,
  };
  return { wave, reason, entry, groups };
}

/** Of a notice that is sent: what would have stopped marketing. */
function bypassedBy(decision: MarketingDecision | MandatoryDecision): Entry['bypassed'] {
  if (decision.kind === 'skip' || !('bypassed' in decision) || decision.bypassed.length === 0)
    return undefined;
  return [...decision.bypassed];
}

/** @param variant of a send; absent: it is none, and belongs to no variant and no arm */
function groupsOf(campaign: Campaign, contact: Contact, variant: Variant | undefined): Groups {
  const arm = armOf({ id: campaign.id, arms: campaign.draft.arms }, contact.personId);
  const place = { country: contact.country, locale: localeOf(campaign, contact, arm) };
  return variant === undefined ? place : { ...place, variant, arm };
}

/** Languages of texts by arm, channel and language of the reader: the same for most of a million. */
const knownLocales = new WeakMap<CampaignDraft | NoticeDraft, Map<string, string | undefined>>();

/** The language in which the contact gets a message; undefined where it has no text for the channel. */
function localeOf(record: MessageRecord, contact: Contact, arm?: string): string | undefined {
  const { draft } = record;
  const known = knownLocales.get(draft) ?? new Map<string, string | undefined>();
  knownLocales.set(draft, known);
  const office = record.type === 'campaign' ? record.office : contact.office;
  const key = `${arm}#${office}#${contact.channel}#${contact.language}`;
  if (known.has(key)) return known.get(key);
  const content = record.type === 'campaign' ? contentOf(record.draft, arm).content : record.draft.content;
  const locale = pickLocale(content, contact.channel, {
    language: contact.language,
    officeLanguages: officeById(office)?.languages ?? [],
  });
  known.set(key, locale);
  return locale;
}

/** The wave that a contact falls into. */
export function waveOf(record: MessageRecord, contact: Contact, now: Instant): string {
  return waveFor(dueOf(record, contact, now), record, now);
}

function waveFor(due: Due, { startedAt }: MessageRecord, now: Instant): string {
  return waveId(due.kind === 'due' ? due.at : (startedAt ?? now));
}

/** `too-late`: the contact's hour has passed, the office's hours never come, or the campaign has expired when they do. */
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
  const { schedule } = campaign.draft;
  const hour = hourOf(schedule, contact);
  const isOver = hour !== undefined && addSeconds(hour, startWindowSeconds) < startedAt;
  const at = isOver ? undefined : dueAt(schedule, contact, { rule, window }, startedAt);
  const ends = expiryOf(campaign);
  const due: Due =
    at === undefined || (ends !== undefined && ends <= at) ? { kind: 'too-late' } : { kind: 'due', at };
  own.set(key, due);
  return due;
}

/**
 * Counts decisions of one channel and shard, which come in order of person: `n#<channel>#skip#<reason>`, or `n#<channel>#send` and `w#<wave>`, the
 * groups they belong to, each person once in a group, and those who were held out, `h#<channel>`.
 * @param lastPerson whose contact was counted last, where counting goes on
 */
export function createDecisionCounter(
  counters: Counters,
  channel: Channel,
  lastPerson: string | undefined,
): (planned: Planned, personId: string) => void {
  const last = { seen: lastPerson, sent: lastPerson, heldOut: lastPerson };
  const isFirst = (kind: keyof typeof last, personId: string) => {
    const isNew = last[kind] !== personId;
    last[kind] = personId;
    return isNew;
  };
  const sendNames = (wave: string, groups: Groups, personId: string) => {
    const { variant, arm } = groups;
    const people = isFirst('sent', personId) ? cellNames({ variant, arm }, `people#${channel}`) : [];
    return [`n#${channel}#send`, `w#${wave}`, ...cellNames(groups, 'send'), ...people];
  };
  const skipNames = (reason: string, groups: Groups, personId: string) => {
    const people = reason === 'holdout' && isFirst('heldOut', personId) ? [`h#${channel}`] : [];
    return [`n#${channel}#skip#${reason}`, ...cellNames(groups, 'skip'), ...people];
  };
  return ({ reason, wave, groups, entry }, personId) => {
    if (entry) counters[`w#${wave}`] ??= 0;
    const { country, locale } = groups;
    const people = isFirst('seen', personId) ? cellNames({ country, locale }, `people#${channel}`) : [];
    const own =
      reason === undefined ? sendNames(wave, groups, personId) : skipNames(reason, groups, personId);
    for (const name of [...own, ...people]) counters[name] = (counters[name] ?? 0) + 1;
  };
}
