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
  z.object({
    state: z.literal('denied'),
    ...Evidence.shape,
    /** A grant that waits for its confirmation: until then the refusal stands. */
    asked: Evidence.optional(),
  }),
]);
export type Consent = z.infer<typeof Consent>;

export const unset: Consent = { state: 'unset' };

/** Since when, and by which event, a grant waits for its confirmation; undefined where none does. */
export function pendingGrant(consent: Consent): { at: Instant; eventId: string } | undefined {
  if (consent.state === 'pending') return { at: consent.at, eventId: consent.eventId };
  return consent.state === 'denied' ? consent.asked : undefined;
}

/** The event of the latest grant, express or implied, whether it still counts or not; undefined where there is none. */
export function latestGrant(consent: Consent): string | undefined {
  if (consent.state === 'granted') return consent.eventId;
  if (consent.state === 'denied') return undefined;
  const implied = Object.values(consent.implied ?? {}).toSorted((one, other) => (one.at < other.at ? 1 : -1));
  return implied[0]?.eventId;
}

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
      const { endsAt, isLastMoment } = endOfGrant(consent, reconfirmMonths);
      const ended = endsAt !== undefined && (isLastMoment ? endsAt < now : endsAt <= now);
      return ended ? { kind: 'expired' } : { kind: 'valid', eventId: consent.eventId };
    }
    case 'pending':
      return { kind: 'pending' };
    case 'unset':
    case 'denied':
      return { kind: 'none' };
  }
}

/** The end of an express grant: the earlier of its own and the one that the country's law sets. Months count their last moment in. */
function endOfGrant(
  consent: Extract<Consent, { state: 'granted' }>,
  reconfirmMonths: number | null,
): { endsAt?: Instant | undefined; isLastMoment: boolean } {
  const own = consent.expiresAt;
  const lawful = reconfirmMonths === null ? undefined : addMonths(consent.at, reconfirmMonths);
  const isOwnFirst = own !== undefined && (lawful === undefined || own <= lawful);
  return isOwnFirst ? { endsAt: own, isLastMoment: false } : { endsAt: lawful, isLastMoment: true };
}

/** When an express grant ends, or has ended, by itself; undefined for one that does not, and for any other state. */
export function expressGrantEnd(consent: Consent, reconfirmMonths: number | null): Instant | undefined {
  return consent.state === 'granted' ? endOfGrant(consent, reconfirmMonths).endsAt : undefined;
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

/** When an implied basis ends, or has ended, by itself; undefined for one that does not, and where there is none. */
export function impliedGrantEnd(
  consent: Consent,
  basis: ImpliedBasis,
  months: number | null,
): Instant | undefined {
  const evidence = consent.state === 'denied' ? undefined : consent.implied?.[basis];
  return evidence && months !== null ? addMonths(evidence.at, months) : undefined;
}
