/** The choices of a person as a whole: what holds now and why, and the answers that a change makes. Pure. */
import { isConfirmable } from './confirmation.ts';
import { expressGrant } from './consent.ts';
import { consentEnd, marketingBasis } from './marketing-basis.ts';
import type { Contact, EmailContact, PersonRecord, PushContact } from './person.ts';
import type { Answer } from './preferences.ts';
import type { CountryRule } from './rules/country-rule.ts';
import { type Choice, type Instant, type MarketingChannel, Topic } from './vocabulary.ts';

/** What messages may rest on now, as devices and accounts see it. */
export interface EffectivePreferences {
  marketing: { push: Choice; email: Choice };
  topics: Record<Topic, Choice>;
  profiling: Choice;
  diagnostics: Choice;
}

/** What is left out stays as it is. */
export interface PreferenceChange {
  marketing?: { push?: Choice | undefined; email?: Choice | undefined } | undefined;
  topics?: Partial<Record<Topic, Choice>> | undefined;
  profiling?: Choice | undefined;
  diagnostics?: Choice | undefined;
}

/** Why marketing over a channel is on or off. `implied`: by an earlier dealing; `default`: nothing was refused, and the law asks no more. */
type ChannelStatus = 'granted' | 'implied' | 'default' | 'pending' | 'expired' | 'denied' | 'unset';

export interface ChannelChoice {
  on: boolean;
  status: ChannelStatus;
  /** When the consent ends by itself, or has ended. */
  endsAt?: Instant | undefined;
}

export interface PersonChoices {
  /** Absent without an address. */
  email?: (ChannelChoice & { obstacle?: 'undeliverable' | 'complained' | undefined }) | undefined;
  /** Absent without a phone; `count`: how many. */
  push?: (ChannelChoice & { count: number }) | undefined;
  topics: Record<Topic, Choice>;
  profiling: Choice;
  /** Absent without a phone. */
  diagnostics?: { choice: Choice; count: number } | undefined;
}

/**
 * What holds at `now` for the person, over all their addresses and phones.
 * @param emailId the one address that is meant
 */
export function choicesOf(
  record: PersonRecord,
  rule: CountryRule | undefined,
  now: Instant,
  emailId?: string,
): PersonChoices {
  const emails = emailsOf(record, emailId);
  const phones = phonesOf(record);
  return {
    email: emails[0] && { ...strongest(emails, rule, now), obstacle: obstacleOf(emails[0]) },
    push: phones.length === 0 ? undefined : { ...strongest(phones, rule, now), count: phones.length },
    topics: topicsOf(record),
    profiling: choiceOf(expressGrant(record.person.profiling, null, now).kind === 'valid'),
    diagnostics: diagnosticsOf(phones, now),
  };
}

/** Every topic; one that was never answered is on. */
function topicsOf({ person: { topics } }: PersonRecord): Record<Topic, Choice> {
  return {
    news: topics.news ?? 'granted',
    offers: topics.offers ?? 'granted',
    articles: topics.articles ?? 'granted',
    recommendations: topics.recommendations ?? 'granted',
  };
}

/** The same in the words of the API: `granted` where messages may rest on it now. */
export function toPreferences({
  email,
  push,
  topics,
  profiling,
  diagnostics,
}: PersonChoices): EffectivePreferences {
  return {
    marketing: { push: choiceOf(push?.on === true), email: choiceOf(email?.on === true) },
    topics,
    profiling,
    diagnostics: diagnostics?.choice ?? 'denied',
  };
}

/** Marketing over one contact. A grant that waits does not hide that mail may go out on another basis: only a switch that is on can be switched off. In a country without a rule nothing is sent; the person still sees the answer that they gave. */
export function channelChoice(contact: Contact, rule: CountryRule | undefined, now: Instant): ChannelChoice {
  const { marketing } = contact;
  const waits = isConfirmable(marketing, now);
  if (!rule) {
    if (waits) return { on: false, status: 'pending' };
    const on = expressGrant(marketing, null, now).kind === 'valid';
    return { on, status: on ? 'granted' : marketing.state === 'denied' ? 'denied' : 'unset' };
  }
  const basis = marketingBasis(contact, rule, now);
  const endsAt = consentEnd(contact, rule, now);
  if (waits && basis.refusal !== undefined) return { on: false, status: 'pending' };
  switch (basis.refusal) {
    case undefined:
      return { on: true, status: grantedBy(basis), endsAt };
    case 'consent-expired':
      return { on: false, status: 'expired', endsAt };
    case 'consent-withdrawn':
      return { on: false, status: 'denied' };
    case 'awaiting-confirmation':
    case 'no-consent':
      return { on: false, status: 'unset' };
  }
}

function grantedBy({ express, eventId }: { express: boolean; eventId?: string | undefined }): ChannelStatus {
  if (express) return 'granted';
  return eventId === undefined ? 'default' : 'implied';
}

const strengths: readonly ChannelStatus[] = [
  'granted',
  'implied',
  'default',
  'pending',
  'expired',
  'denied',
  'unset',
];

/** One word for several contacts: what any of them allows. */
function strongest(contacts: readonly Contact[], rule: CountryRule | undefined, now: Instant): ChannelChoice {
  const all = contacts.map((contact) => channelChoice(contact, rule, now));
  const sorted = all.toSorted(
    (one, other) => strengths.indexOf(one.status) - strengths.indexOf(other.status),
  );
  return sorted[0] ?? { on: false, status: 'unset' };
}

/** Why no mail goes to an address although marketing is allowed. */
export function obstacleOf({
  undeliverable,
  complainedAt,
}: Contact): 'undeliverable' | 'complained' | undefined {
  if (undeliverable !== undefined) return 'undeliverable';
  return complainedAt === undefined ? undefined : 'complained';
}

function diagnosticsOf(phones: readonly PushContact[], now: Instant): PersonChoices['diagnostics'] {
  const on = phones.some(({ diagnostics }) => expressGrant(diagnostics, null, now).kind === 'valid');
  return phones.length === 0 ? undefined : { choice: choiceOf(on), count: phones.length };
}

/** `granted` or `denied`. */
export function choiceOf(granted: boolean): Choice {
  return granted ? 'granted' : 'denied';
}

function emailsOf({ contacts }: PersonRecord, emailId?: string): EmailContact[] {
  return contacts.filter((contact) => contact.channel === 'email').filter(({ id }) => (emailId ?? id) === id);
}

function phonesOf({ contacts }: PersonRecord): PushContact[] {
  return contacts.filter((contact) => contact.channel === 'push');
}

export interface ChangeManner {
  rule: CountryRule | undefined;
  now: Instant;
  /**
   * Whether it is certain that the person of the address speaks: their account or their device. A web form and a member of staff are not,
   * so that double opt-in applies where the country has it (regions table, `double_opt_in`).
   */
  isOwn: boolean;
  /** The one address that is meant where an email grant is given; absent: all of them. */
  emailId?: string | undefined;
}

/** The answers that a change holds for the whole person: push and diagnostics on every phone. */
export function personAnswers(
  change: PreferenceChange,
  record: PersonRecord,
  manner: ChangeManner,
): Answer[] {
  const { marketing: { push, email } = {}, topics = {}, profiling, diagnostics } = change;
  const answers: Answer[] = [];
  if (push) answers.push({ purpose: 'marketing', channel: 'push', state: push });
  if (email) answers.push(emailAnswer(email, record, manner));
  for (const topic of Topic.options) {
    const state = topics[topic];
    if (state) answers.push({ purpose: 'topic', topic, state });
  }
  if (profiling) answers.push({ purpose: 'profiling', state: profiling });
  if (diagnostics) {
    for (const { id } of phonesOf(record))
      answers.push({ purpose: 'diagnostics', contactId: id, state: diagnostics });
  }
  return answers;
}

/** A refusal is for every address. A grant that is still valid was confirmed once; saying it again renews it. */
function emailAnswer(choice: Choice, record: PersonRecord, manner: ChangeManner): Answer {
  const { rule, now, isOwn, emailId } = manner;
  if (choice === 'denied') return { purpose: 'marketing', channel: 'email', state: choice };
  const isValid = (contact: Contact) => channelChoice(contact, rule, now).status === 'granted';
  const asksTwice = !isOwn && (rule?.doubleOptIn ?? 'required') !== 'no';
  const state = asksTwice && !emailsOf(record, emailId).every(isValid) ? 'pending' : choice;
  return { purpose: 'marketing', channel: 'email', contactId: emailId, state };
}

/** The choices of a change, in one list. */
export function choicesIn({
  marketing = {},
  topics = {},
  profiling,
  diagnostics,
}: PreferenceChange): Choice[] {
  return [marketing.push, marketing.email, ...Object.values(topics), profiling, diagnostics].flatMap(
    (choice) => choice ?? [],
  );
}

/** The first thing granted for which the person has neither address nor phone; undefined when there is none. */
export function missingContact(
  change: PreferenceChange,
  { contacts }: PersonRecord,
): MarketingChannel | undefined {
  const lacks = (channel: MarketingChannel) => contacts.every((contact) => contact.channel !== channel);
  if (change.marketing?.email === 'granted' && lacks('email')) return 'email';
  const forPhone = change.marketing?.push === 'granted' || change.diagnostics === 'granted';
  return forPhone && lacks('push') ? 'push' : undefined;
}
