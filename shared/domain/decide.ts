/**
 * The one place that decides whether a message may go to a contact. Pure: no clock, no I/O.
 * Marketing and mandatory are two types with two closed lists of reasons, and only this module can make a `Permit`.
 */
import { isAffected, isInAudience } from './audience.ts';
import { isConfirmable } from './confirmation.ts';
import { pendingGrant } from './consent.ts';
import { armOf } from './experiment.ts';
import { stableHash } from './hash.ts';
import type { Letter } from './letter.ts';
import {
  endsSoonEnough,
  hasProfilingConsent,
  isMinor,
  type MarketingBasis,
  marketingBasis,
} from './marketing-basis.ts';
import type { MandatoryMessage, MarketingMessage } from './message.ts';
import type { TestContact } from './office-settings.ts';
import { type Contact, contactKey } from './person.ts';
import { isProfileKnown } from './profile.ts';
import type { CountryRule } from './rules/country-rule.ts';
import type { RuleBook } from './rules/rule-book.ts';
import type { Instant, MarketingChannel } from './vocabulary.ts';

/** Checks of a marketing message, in the order in which they are made: the first failure wins. */
export const marketingReasons = [
  'not-in-audience',
  'erased',
  'restricted',
  'minor',
  'office-mismatch',
  'unknown-country',
  'region-forbidden',
  'undeliverable',
  'complained',
  'consent-withdrawn',
  'awaiting-confirmation',
  'consent-expired',
  'no-consent',
  'topic-off',
  'profiling-refused',
  'not-interested',
  'frequency-cap',
  'holdout',
  'message-expired',
] as const;
type MarketingReason = (typeof marketingReasons)[number];

/** Checks of a mandatory message. No others exist. */
export const mandatoryReasons = ['not-affected', 'erased', 'undeliverable', 'already-reached'] as const;
type MandatoryReason = (typeof mandatoryReasons)[number];

/** What stops marketing and does not stop a notice (policy P-19): each one is counted and on the record. */
export const bypasses = ['opt-out', 'complaint', 'minor', 'restricted'] as const;
type Bypass = (typeof bypasses)[number];

export type Variant = 'generic' | 'personalised';

const sealed: unique symbol = Symbol('permit');

/** Checks of a letter about a person's own choice. */
type LetterReason = 'erased' | 'undeliverable' | 'complained' | 'superseded' | 'expired';

/** Who may be sent to by whom: the two kinds of message, the letters, and tests to staff. */
type PermitLane = 'marketing' | 'mandatory' | 'letter' | 'test';

/** The right to hand one message to one contact. Senders accept nothing else, and nothing outside this file can make one. */
export interface Permit<Lane extends PermitLane> {
  readonly [sealed]: Lane;
  readonly lane: Lane;
  readonly messageId: string;
  readonly contactKey: string;
}

/** What of the past a decision about a person needs. */
export interface PersonFacts {
  /** Marketing messages sent to the person within the message's frequency window. */
  readonly recentMarketing: number;
  /** The person has already got this message over another channel. */
  readonly alreadyReached: boolean;
  /** A notice follows up another one, which the person did not get. */
  readonly isLeftOut?: boolean | undefined;
  /** The national registry's answer for the address (Türkiye: İYS); absent when no registry is connected. */
  readonly registryConsent?: boolean | undefined;
}

export const noFacts: PersonFacts = { recentMarketing: 0, alreadyReached: false };

/** Why a contact may be sent to: kept with the decision, so that it can be explained later. */
interface Grounds {
  readonly ruleVersion?: string | undefined;
  readonly consentEventId?: string | undefined;
  readonly expressGrant: boolean;
  /** Whether it may be noted what the person does with the message: only with a profiling consent (policy P-17). */
  readonly measured: boolean;
}

export type MarketingDecision =
  | { kind: 'send'; permit: Permit<'marketing'>; variant: Variant; arm: string | undefined; grounds: Grounds }
  | { kind: 'skip'; reason: MarketingReason; grounds: Grounds };

export type MandatoryDecision =
  | {
      kind: 'send';
      permit: Permit<'mandatory'>;
      variant: 'generic';
      grounds: Grounds;
      bypassed: readonly Bypass[];
    }
  | { kind: 'skip'; reason: MandatoryReason; grounds: Grounds };

/** Decides for one message and one contact at one instant. */
export function decide(
  message: MarketingMessage,
  contact: Contact,
  facts: PersonFacts,
  rules: RuleBook,
  now: Instant,
): MarketingDecision;
export function decide(
  message: MandatoryMessage,
  contact: Contact,
  facts: PersonFacts,
  rules: RuleBook,
  now: Instant,
): MandatoryDecision;
export function decide(
  message: MarketingMessage | MandatoryMessage,
  contact: Contact,
  facts: PersonFacts,
  rules: RuleBook,
  now: Instant,
): MarketingDecision | MandatoryDecision {
  switch (message.type) {
    case 'marketing':
      return decideMarketing(message, contact, facts, rules, now);
    case 'mandatory':
      return decideMandatory(message, contact, facts, rules, now);
  }
}

function decideMandatory(
  message: MandatoryMessage,
  contact: Contact,
  facts: PersonFacts,
  rules: RuleBook,
  now: Instant,
): MandatoryDecision {
  const rule = rules.ruleFor(contact, now);
  const grounds: Grounds = { ruleVersion: rule?.version, expressGrant: false, measured: false };
  const skip = (reason: MandatoryReason): MandatoryDecision => ({ kind: 'skip', reason, grounds });
  if (facts.isLeftOut || !isAffected(message, contact)) return skip('not-affected');
  if (contact.erased) return skip('erased');
  if (!takesNotices(contact)) return skip('undeliverable');
  if (facts.alreadyReached) return skip('already-reached');
  return {
    kind: 'send',
    permit: permitFor('mandatory', message.id, contact),
    variant: 'generic',
    grounds,
    bypassed: bypassesOf(contact, rule, now),
  };
}

function bypassesOf(contact: Contact, rule: CountryRule | undefined, now: Instant): Bypass[] {
  const holds: Record<Bypass, boolean> = {
    'opt-out': contact.marketing.state === 'denied',
    complaint: contact.complainedAt !== undefined,
    minor: isMinor(contact, rule, now),
    restricted: contact.restricted,
  };
  return bypasses.filter((name) => holds[name]);
}

function decideMarketing(
  message: MarketingMessage,
  contact: Contact,
  facts: PersonFacts,
  rules: RuleBook,
  now: Instant,
): MarketingDecision {
  const rule = rules.ruleFor(contact, now);
  const unlawful = firstObstacle(message, contact, facts, rule, now);
  const basis = rule ? marketingBasis(contact, rule, now) : noBasis;
  const measured = hasProfilingConsent(contact, now);
  const grounds: Grounds = {
    ruleVersion: rule?.version,
    consentEventId: basis.eventId,
    expressGrant: basis.express,
    measured,
  };
  const reason =
    unlawful ??
    basis.refusal ??
    profileObstacle(message, contact, now) ??
    paceObstacle(message, contact, facts, now);
  if (reason) return { kind: 'skip', reason, grounds };
  const arm = armOf(message, contact.personId);
  const personalised =
    measured && message.personalised !== undefined && isProfileKnown(contact, message.needs);
  return {
    kind: 'send',
    permit: permitFor('marketing', message.id, contact),
    variant: personalised ? 'personalised' : 'generic',
    arm,
    grounds,
  };
}

export type LetterDecision =
  | { kind: 'send'; permit: Permit<'letter'> }
  | { kind: 'skip'; reason: LetterReason };

/**
 * Decides about a letter: it goes to the contact that it was written for, and asks for a confirmation only as long as there is something to confirm.
 * @param contact as it stands now; absent when it has gone
 */
export function decideLetter(letter: Letter, contact: Contact | undefined, now: Instant): LetterDecision {
  const skip = (reason: LetterReason): LetterDecision => ({ kind: 'skip', reason });
  if (!contact || contact.erased) return skip('erased');
  if (!isDeliverable(contact)) return skip('undeliverable');
  if (letter.content.kind === 'confirm') {
    if (contact.complainedAt) return skip('complained');
    if (pendingGrant(contact.marketing)?.eventId !== letter.eventId) return skip('superseded');
    if (!isConfirmable(contact.marketing, now)) return skip('expired');
  }
  return { kind: 'send', permit: permitFor('letter', letter.id, contact) };
}

export type TestDecision = { kind: 'send'; permit: Permit<'test'> } | { kind: 'skip'; reason: 'no-address' };

/** Decides about a test: it goes to nobody but a test contact in the settings of the office, who is staff and no person of the lists. */
export function decideTest(messageId: string, contact: TestContact, channel: MarketingChannel): TestDecision {
  const address = channel === 'email' ? contact.email : contact.deviceToken;
  if (address === undefined) return { kind: 'skip', reason: 'no-address' };
  return { kind: 'send', permit: permitFor('test', messageId, { personId: 'test', id: contact.name }) };
}

/** Everything before consent: audience, person, office, country, and whether the address works. */
function firstObstacle(
  message: MarketingMessage,
  contact: Contact,
  facts: PersonFacts,
  rule: CountryRule | undefined,
  now: Instant,
): MarketingReason | undefined {
  const isMeant = isInAudience(message, contact) && endsSoonEnough(message, contact, rule, now);
  if (!isMeant || isReachedAlready(message, facts)) return 'not-in-audience';
  if (contact.erased) return 'erased';
  if (contact.restricted) return 'restricted';
  if (isMinor(contact, rule, now)) return 'minor';
  if (contact.office !== message.office) return 'office-mismatch';
  if (!rule) return 'unknown-country';
  if (isForbidden(contact, rule, facts)) return 'region-forbidden';
  if (!isDeliverable(contact)) return 'undeliverable';
  if (contact.complainedAt) return 'complained';
  return undefined;
}

/** A registry regime without the registry's consent, and marketing by SMS, which this service does not do (policy P-05). */
function isForbidden(contact: Contact, rule: CountryRule, facts: PersonFacts): boolean {
  if (contact.channel === 'sms') return true;
  return contact.channel === 'email' && rule.email === 'opt_in_registry' && facts.registryConsent !== true;
}

function profileObstacle(
  message: MarketingMessage,
  contact: Contact,
  now: Instant,
): MarketingReason | undefined {
  if (contact.topics[message.topic] === 'denied') return 'topic-off';
  const wanted = message.audience.interests;
  if (!wanted) return undefined;
  if (!hasProfilingConsent(contact, now)) return 'profiling-refused';
  return wanted.some((interest) => contact.interests.includes(interest)) ? undefined : 'not-interested';
}

function paceObstacle(
  message: MarketingMessage,
  contact: Contact,
  facts: PersonFacts,
  now: Instant,
): MarketingReason | undefined {
  if (message.frequencyCap && facts.recentMarketing >= message.frequencyCap.max) return 'frequency-cap';
  if (isHeldOut(message, contact)) return 'holdout';
  if (message.expiresAt !== undefined && message.expiresAt <= now) return 'message-expired';
  return undefined;
}

const noBasis: MarketingBasis = { express: false };

/** `first` means one channel per person: the later ones are not addressed once an earlier one is. */
function isReachedAlready(message: MarketingMessage, facts: PersonFacts): boolean {
  return message.deliver === 'first' && facts.alreadyReached;
}

function isDeliverable(contact: Contact): boolean {
  return contact.undeliverable === undefined;
}

/**
 * Whether notices are handed over to the contact. SES keeps an address off all other mail for a complaint too (`suppressed`), under whichever person
 * or office it was made; the configuration set of notices refuses it for a bounce alone, and says so, so it is tried (P-19).
 */
export function takesNotices(contact: Contact): boolean {
  return isDeliverable(contact) || contact.undeliverable === 'suppressed';
}

/** A stable tenth of a percent of the people stays without the message, the same people at each evaluation. */
function isHeldOut(message: MarketingMessage, contact: Contact): boolean {
  if (!message.holdoutPercent) return false;
  return stableHash(`${message.id}:${contact.personId}`) % 1000 < message.holdoutPercent * 10;
}

function permitFor<Lane extends PermitLane>(
  lane: Lane,
  messageId: string,
  contact: Parameters<typeof contactKey>[0],
): Permit<Lane> {
  return { [sealed]: lane, lane, messageId, contactKey: contactKey(contact) };
}
