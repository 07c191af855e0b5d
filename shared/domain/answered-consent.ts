/** What an answer makes of one consent: nothing where it says what already stands, else the next state. Pure. */
import { isConfirmable } from './confirmation.ts';
import type { Consent } from './consent.ts';
import type { Basis, Choice, Instant, Source } from './vocabulary.ts';

/** A repeated refusal, a pending that can still be confirmed, or an imported grant no newer than the one on record. */
export function saysTheSame(
  consent: Consent,
  state: Choice | 'pending',
  basis: Basis,
  at: Instant,
  { now, source }: { now: Instant; source: Source },
): boolean {
  if (state === 'granted' && basis !== 'express') {
    const known = consent.state === 'denied' ? undefined : consent.implied?.[basis];
    return known !== undefined && known.at >= at;
  }
  switch (state) {
    case 'denied':
      return consent.state === 'denied' && consent.asked === undefined;
    case 'pending':
      return isConfirmable(consent, now);
    case 'granted':
      return consent.state === 'granted' && source === 'import' && consent.at >= at;
  }
}

/** The consent after an answer that changes it. */
export function nextConsent(
  consent: Consent,
  state: Choice | 'pending',
  basis: Basis,
  evidence: { at: Instant; eventId: string },
): Consent {
  if (state === 'denied') return { state, ...evidence };
  if (state === 'pending' && consent.state === 'denied') return { ...consent, asked: evidence };
  const implied = consent.state === 'denied' ? {} : { implied: consent.implied };
  if (state === 'granted' && basis !== 'express') {
    const kept: Consent = consent.state === 'denied' ? { state: 'unset' } : consent;
    return { ...kept, implied: { ...implied.implied, [basis]: evidence } };
  }
  return { state, ...implied, ...evidence };
}

/** The answer already stands; an imported grant that is newer renews it, and one that is given anew. */
export function isSettled(
  consent: Consent,
  { state, renews }: { state: Choice; renews?: boolean | undefined },
  importedAt?: Instant | undefined,
): boolean {
  if (consent.state === 'unset' || consent.state !== state) return false;
  if (state === 'granted' && renews) return false;
  return state === 'denied' || importedAt === undefined || consent.at >= importedAt;
}
