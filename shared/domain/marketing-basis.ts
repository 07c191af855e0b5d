/** What marketing and profiling of a person may rest on: consent under the country's rule, and age. Pure. */
import { expressGrant, type GrantStatus, impliedGrant } from './consent.ts';
import { localTime } from './local-time.ts';
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
