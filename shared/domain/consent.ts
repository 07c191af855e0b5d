/** One person's answer to one question (a purpose on a channel), with its evidence, and when it still counts. */
import * as z from 'zod';
import { addMonths } from './local-time.ts';
import { ImpliedBasis, Instant } from './vocabulary.ts';

const Evidence = z.object({ at: Instant, eventId: z.string() });

/** Implied consent is kept apart from an express answer: each basis with its own date (regions, hard rule 5). */
const Implied = z.partialRecord(ImpliedBasis, Evidence);

export const Consent = z.discriminatedUnion('state', [
  z.object({ state: z.literal('unset'), implied: Implied.optional() }),
  z.object({ state: z.literal('pending'), implied: Implied.optional(), ...Evidence.shape }),
  z.object({
    state: z.literal('granted'),
    implied: Implied.optional(),
    expiresAt: Instant.optional(),
    ...Evidence.shape,
  }),
  z.object({ state: z.literal('denied'), ...Evidence.shape }),
]);
export type Consent = z.infer<typeof Consent>;

export const unset: Consent = { state: 'unset' };

/** What a consent is worth at an instant: an express grant, or none and why. */
export type GrantStatus =
  | { kind: 'valid'; eventId: string }
  | { kind: 'expired' }
  | { kind: 'pending' }
  | { kind: 'none' };

/**
 * Whether an express grant counts at `now`.
 * @param reconfirmMonths months after which a grant lapses unless confirmed again; null: never
 */
export function expressGrant(consent: Consent, reconfirmMonths: number | null, now: Instant): GrantStatus {
  switch (consent.state) {
    case 'granted': {
      const lapsed = reconfirmMonths !== null && addMonths(consent.at, reconfirmMonths) < now;
      const ended = consent.expiresAt !== undefined && consent.expiresAt <= now;
      return lapsed || ended ? { kind: 'expired' } : { kind: 'valid', eventId: consent.eventId };
    }
    case 'pending':
      return { kind: 'pending' };
    case 'unset':
    case 'denied':
      return { kind: 'none' };
  }
}

/**
 * Whether an implied basis counts at `now`.
 * @param months life of the basis; null: no limit
 */
export function impliedGrant(
  consent: Consent,
  basis: ImpliedBasis,
  months: number | null,
  now: Instant,
): GrantStatus {
  const evidence = consent.state === 'denied' ? undefined : consent.implied?.[basis];
  if (!evidence) return { kind: 'none' };
  if (months !== null && addMonths(evidence.at, months) < now) return { kind: 'expired' };
  return { kind: 'valid', eventId: evidence.eventId };
}
