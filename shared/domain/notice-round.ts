/** When a slice of a notice is walked again, and when what is decided in a round is due. Pure. */

import type { Notice } from './lifecycle.ts';
import { addSeconds } from './local-time.ts';
import type { SendWindow } from './office-settings.ts';
import type { Contact } from './person.ts';
import { firstOpen } from './timing.ts';
import type { Instant } from './vocabulary.ts';

/** The marks of a slice that say when it is walked. */
export interface RoundMarks {
  roundAt?: Instant | undefined;
  nextAt?: Instant | undefined;
  askedAt?: Instant | undefined;
}

/** Without any mark a slice is looked at again so often, for people who became affected by an import, a merge or a move. */
const sweepSeconds = 3600;

/** Whether something in the slice calls for a turn: somebody's time has come, or something happened after the last round had begun. */
export function hasTurn({ roundAt = '', nextAt, askedAt = '' }: RoundMarks, now: Instant): boolean {
  return askedAt > roundAt || (nextAt !== undefined && nextAt <= now);
}

/** Whether the slice is to be walked again. */
export function isRoundDue(marks: RoundMarks, now: Instant): boolean {
  const { roundAt } = marks;
  return hasTurn(marks, now) || (roundAt !== undefined && addSeconds(roundAt, sweepSeconds) <= now);
}

/** The instant to mark a wish for a turn with: after the last round had begun, also where that was this very moment. */
export function askAt({ roundAt }: RoundMarks, now: Instant): Instant {
  if (roundAt === undefined || roundAt < now) return now;
  return new Date(Date.parse(roundAt) + 1).toISOString();
}

/** Hours in which a routine notice is handed over: by day, every day, in the reader's own time. */
const day: SendWindow = { days: [1, 2, 3, 4, 5, 6, 7], start: '08:00', end: '21:00' };

/** When a hand-over that could be made now may be made: at once, or for a routine notice when the reader's night is over. */
export function openFor(
  { draft }: Pick<Notice, 'draft'>,
  contact: Pick<Contact, 'timezone' | 'country' | 'channel'>,
  now: Instant,
): Instant {
  if (draft.urgency === 'immediate') return now;
  return firstOpen(now, contact, undefined, day) ?? now;
}

/** The wave of what a round decides for at once: the release for the first round, and whole minutes for later ones, so that slices share waves. */
export function roundInstant(
  { startedAt, createdAt }: Notice,
  { round = 0, roundAt }: { round?: number | undefined; roundAt?: Instant | undefined },
): Instant {
  if (round === 0 || roundAt === undefined) return startedAt ?? createdAt;
  return `${roundAt.slice(0, 17)}00.000Z`;
}
