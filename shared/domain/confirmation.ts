/** Double opt-in: how long a grant waits for its confirmation, and how often one may be asked for (regions table, `double_opt_in`). Pure. */
import { type Consent, pendingGrant } from './consent.ts';
import { addSeconds } from './local-time.ts';
import type { Instant } from './vocabulary.ts';

/** Days for which the link of a confirmation mail can be used. */
export const confirmationDays = 7;

/** Confirmation mails to one address within a day (UTC): whoever enters an address must not be able to flood it. */
export const confirmationsPerDay = 3;

const secondsPerDay = 86_400;

/** Until when a pending grant can be confirmed. */
export function confirmableUntil(pendingSince: Instant): Instant {
  return addSeconds(pendingSince, confirmationDays * secondsPerDay);
}

/** Days for which a pending grant can still be confirmed, the last one that has begun included. */
export function daysLeft(pendingSince: Instant, now: Instant): number {
  const left = Date.parse(confirmableUntil(pendingSince)) - Date.parse(now);
  return Math.max(0, Math.ceil(left / (secondsPerDay * 1000)));
}

/** Whether a grant waits for its confirmation and still can have it. */
export function isConfirmable(consent: Consent, now: Instant): boolean {
  const pending = pendingGrant(consent);
  return pending !== undefined && now < confirmableUntil(pending.at);
}
