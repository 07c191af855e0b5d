/** What marketing and profiling of a person may rest on: consent under the country's rule, and age. Pure. */
import { expressGrant, expressGrantEnd, type GrantStatus, impliedGrant, impliedGrantEnd } from './consent.ts';
import { addSeconds, localTime } from './local-time.ts';
import type { MarketingMessage } from './message.ts';
import type { Contact } from './person.ts';
import type { CountryRule } from './rules/country-rule.ts';
import type { ImpliedBasis, Instant } from './vocabulary.ts';

/** What marketing rests on: an event of the ledger, or nothing where the law only asks that nobody refused; or why it may not be. */
export interface MarketingBasis {
  refusal?: 'consent-withdrawn' | 'awaiting-confirmation' | 'consent-expired' | 'no-consent' | undefined;
  eventId?: string | undefined;
  express: boolean;
}

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
  if (!needsExpressGrant(contact) && rule.email === 'opt_out') return { express: false };
  const implied = impliedBases(contact, rule).map(([basis, months]) =>
    impliedGrant(marketing, basis, months, now),
  );
  for (const status of implied)
    if (status.kind === 'valid') return { eventId: status.eventId, express: false };
  if (express.kind === 'pending') return { refusal: 'awaiting-confirmation', express: false };
  const expired = [express, ...implied].some((status) => status.kind === 'expired');
  return { refusal: expired ? 'consent-expired' : 'no-consent', express: false };
}

/** The bases that may stand in for an express grant of email, with their life in months. */
function impliedBases(
  contact: Contact,
  rule: CountryRule,
): readonly (readonly [ImpliedBasis, number | null])[] {
  if (needsExpressGrant(contact)) return [];
  const { purchase, inquiry } = rule.impliedMonths;
  switch (rule.email) {
    case 'opt_in_soft':
      return [['soft-opt-in', purchase]];
    case 'opt_in_implied':
      return [
        ['implied-purchase', purchase],
        ['implied-inquiry', inquiry],
      ];
    case 'opt_in':
    case 'opt_out':
    case 'opt_in_registry':
      return [];
  }
}

function needsExpressGrant(contact: Contact): boolean {
  return contact.channel !== 'email' || contact.emailSource !== 'direct';
}

/**
 * When the consent that marketing to this contact rests on ends, or has ended, by itself: the last of an express grant and what stands in for it.
 * Undefined where one of them does not end, or there is none. A message may go out up to that moment and not after it.
 */
export function consentEnd(contact: Contact, rule: CountryRule, now: Instant): Instant | undefined {
  const { marketing } = contact;
  const bases: (readonly [GrantStatus, Instant | undefined])[] = [
    [expressGrant(marketing, rule.reconfirmMonths, now), expressGrantEnd(marketing, rule.reconfirmMonths)],
    ...impliedBases(contact, rule).map(
      ([basis, months]) =>
        [impliedGrant(marketing, basis, months, now), impliedGrantEnd(marketing, basis, months)] as const,
    ),
  ];
  const valid = bases.filter(([{ kind }]) => kind === 'valid');
  if (valid.some(([, end]) => end === undefined)) return undefined;
  const ends = (valid.length > 0 ? valid : bases).flatMap(([, end]) => end ?? []);
  return ends.sort().at(-1);
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

/** A campaign that asks to renew consents is for those that end within its days, and have not ended. */
export function endsSoonEnough(
  { audience: { consentEndsWithinDays: days } }: MarketingMessage,
  contact: Contact,
  rule: CountryRule | undefined,
  now: Instant,
): boolean {
  if (days === undefined) return true;
  const end = rule && consentEnd(contact, rule, now);
  return end !== undefined && end >= now && end <= addSeconds(now, days * secondsPerDay);
}

const secondsPerDay = 86_400;
