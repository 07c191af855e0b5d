/**
 * The one place that decides whether a message may go to a contact. Pure: no clock, no I/O.
 * Marketing and mandatory are two types with two closed lists of reasons, and only this module can make a `Permit`.
 */
import { expressGrant, type GrantStatus, impliedGrant } from './consent.ts';
import { stableHash } from './hash.ts';
import { localTime } from './local-time.ts';
import type { MandatoryMessage, MarketingAudience, MarketingMessage } from './message.ts';
import { type Contact, contactKey, type Device } from './person.ts';
import type { CountryRule } from './rules/country-rule.ts';
import { normaliseSubdivision, type RuleBook } from './rules/rule-book.ts';
import type { ImpliedBasis, Instant } from './vocabulary.ts';

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
export type MarketingReason = (typeof marketingReasons)[number];

/** Checks of a mandatory message. No others exist. */
export const mandatoryReasons = ['not-affected', 'erased', 'undeliverable', 'already-reached'] as const;
export type MandatoryReason = (typeof mandatoryReasons)[number];

export type Variant = 'generic' | 'personalised';

const sealed: unique symbol = Symbol('permit');

/** The right to hand one message to one contact. Senders accept nothing else, and nothing outside this file can make one. */
export interface Permit<Lane extends 'marketing' | 'mandatory'> {
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
  /** The national registry's answer for the address (Türkiye: İYS); absent when no registry is connected. */
  readonly registryConsent?: boolean | undefined;
}

export const noFacts: PersonFacts = { recentMarketing: 0, alreadyReached: false };

/** Why a contact may be sent to: kept with the decision, so that it can be explained later. */
export interface Grounds {
  readonly ruleVersion?: string | undefined;
  readonly consentEventId?: string | undefined;
  readonly expressGrant: boolean;
}

export type MarketingDecision =
  | { kind: 'send'; permit: Permit<'marketing'>; variant: Variant; grounds: Grounds }
  | { kind: 'skip'; reason: MarketingReason; grounds: Grounds };

export type MandatoryDecision =
  | { kind: 'send'; permit: Permit<'mandatory'>; variant: 'generic'; grounds: Grounds }
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
  const grounds = { ruleVersion: rules.ruleFor(contact, now)?.version, expressGrant: false };
  const skip = (reason: MandatoryReason): MandatoryDecision => ({ kind: 'skip', reason, grounds });
  if (!isAffected(message, contact)) return skip('not-affected');
  if (contact.erased) return skip('erased');
  if (!isDeliverable(contact)) return skip('undeliverable');
  if (facts.alreadyReached) return skip('already-reached');
  return { kind: 'send', permit: permitFor('mandatory', message.id, contact), variant: 'generic', grounds };
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
  const grounds = { ruleVersion: rule?.version, consentEventId: basis.eventId, expressGrant: basis.express };
  const reason =
    unlawful ??
    basis.refusal ??
    profileObstacle(message, contact, now) ??
    paceObstacle(message, contact, facts, now);
  if (reason) return { kind: 'skip', reason, grounds };
  const personalised = message.personalised !== undefined && hasProfilingConsent(contact, now);
  return {
    kind: 'send',
    permit: permitFor('marketing', message.id, contact),
    variant: personalised ? 'personalised' : 'generic',
    grounds,
  };
}

/** Everything before consent: audience, person, office, country, and whether the address works. */
function firstObstacle(
  message: MarketingMessage,
  contact: Contact,
  facts: PersonFacts,
  rule: CountryRule | undefined,
  now: Instant,
): MarketingReason | undefined {
  if (!isInAudience(message, contact) || isReachedAlready(message, facts)) return 'not-in-audience';
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

interface MarketingBasis {
  refusal?: MarketingReason | undefined;
  eventId?: string | undefined;
  express: boolean;
}

const noBasis: MarketingBasis = { express: false };

/**
 * What marketing to this contact rests on under the country's rule, or why nothing does.
 * Push needs an express grant everywhere; so does an email address that came from a social sign-in (policy P-03).
 */
export function marketingBasis(contact: Contact, rule: CountryRule, now: Instant): MarketingBasis {
  const { marketing } = contact;
  if (marketing.state === 'denied')
    return { refusal: 'consent-withdrawn', eventId: marketing.eventId, express: false };
  const express = expressGrant(marketing, rule.reconfirmMonths, now);
  if (express.kind === 'valid') return { eventId: express.eventId, express: true };
  const needsExpress = contact.channel !== 'email' || contact.emailSource !== 'direct';
  if (!needsExpress && rule.email === 'opt_out') return { express: false };
  const implied = needsExpress ? [] : impliedStatuses(contact, rule, now);
  for (const status of implied)
    if (status.kind === 'valid') return { eventId: status.eventId, express: false };
  if (express.kind === 'pending') return { refusal: 'awaiting-confirmation', express: false };
  const expired = [express, ...implied].some((status) => status.kind === 'expired');
  return { refusal: expired ? 'consent-expired' : 'no-consent', express: false };
}

function impliedStatuses(contact: Contact, rule: CountryRule, now: Instant): GrantStatus[] {
  const bases: readonly (readonly [ImpliedBasis, number | null])[] =
    rule.email === 'opt_in_soft'
      ? [['soft-opt-in', rule.impliedMonths.purchase]]
      : rule.email === 'opt_in_implied'
        ? [
            ['implied-purchase', rule.impliedMonths.purchase],
            ['implied-inquiry', rule.impliedMonths.inquiry],
          ]
        : [];
  return bases.map(([basis, months]) => impliedGrant(contact.marketing, basis, months, now));
}

/** Whether profiling is allowed now; without it nothing of the profile is read (policy P-17). */
export function hasProfilingConsent(contact: Contact, now: Instant): boolean {
  return expressGrant(contact.profiling, null, now).kind === 'valid';
}

const minimumAge = 16;

/**
 * A known minor: through 31 December, in the person's own zone, of the year in which they reach the age (policy P-23).
 * Without a zone the year turns where it turns last.
 */
export function isMinor(
  person: { birthYear?: number | undefined; timezone?: string | undefined },
  rule: CountryRule | undefined,
  now: Instant,
): boolean {
  if (person.birthYear === undefined) return false;
  const year = Number(localTime(now, person.timezone ?? 'Etc/GMT+12').slice(0, 4));
  return year <= person.birthYear + Math.max(minimumAge, rule?.marketingAge ?? 0);
}

function isInAudience(message: MarketingMessage, contact: Contact): boolean {
  const { audience } = message;
  return (
    message.channels.some((channel) => channel === contact.channel) &&
    isInCountries(audience.countries, contact) &&
    speaksOneOf(audience.languages, contact.language) &&
    ownsOneOf(audience, contact.devices)
  );
}

function isAffected({ audience, channels }: MandatoryMessage, contact: Contact): boolean {
  return (
    channels.includes(contact.channel) &&
    isInCountries(audience.countries, contact) &&
    ownsOneOf(audience, contact.devices)
  );
}

/** `first` means one channel per person: the later ones are not addressed once an earlier one is. */
function isReachedAlready(message: MarketingMessage, facts: PersonFacts): boolean {
  return message.deliver === 'first' && facts.alreadyReached;
}

function isInCountries(countries: readonly string[] | undefined, contact: Contact): boolean {
  if (!countries) return true;
  const region = normaliseSubdivision(contact.country, contact.subdivision);
  return countries.includes(contact.country) || (region !== undefined && countries.includes(region));
}

/** `de` means every German; `pt-BR` only that one. */
function speaksOneOf(languages: readonly string[] | undefined, language: string | undefined): boolean {
  if (!languages) return true;
  if (language === undefined) return false;
  const spoken = language.toLowerCase();
  return languages.some(
    (wanted) => spoken === wanted.toLowerCase() || spoken.startsWith(`${wanted.toLowerCase()}-`),
  );
}

/** Model and version must be those of one and the same device. */
function ownsOneOf(
  audience: Pick<MarketingAudience, 'deviceModels' | 'osVersions'>,
  devices: readonly Device[],
): boolean {
  const { deviceModels, osVersions } = audience;
  if (!deviceModels && !osVersions) return true;
  return devices.some(
    ({ model, osVersion }) =>
      (!deviceModels || deviceModels.includes(model)) &&
      (!osVersions || (osVersion !== undefined && osVersions.includes(osVersion))),
  );
}

function isDeliverable(contact: Contact): boolean {
  return contact.undeliverable === undefined;
}

/** A stable tenth of a percent of the people stays without the message, the same people at each evaluation. */
function isHeldOut(message: MarketingMessage, contact: Contact): boolean {
  if (!message.holdoutPercent) return false;
  return stableHash(`${message.id}:${contact.personId}`) % 1000 < message.holdoutPercent * 10;
}

function permitFor<Lane extends 'marketing' | 'mandatory'>(
  lane: Lane,
  messageId: string,
  contact: Contact,
): Permit<Lane> {
  return { [sealed]: lane, lane, messageId, contactKey: contactKey(contact) };
}
