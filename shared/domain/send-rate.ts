/**
 * How fast an office sends its marketing: each batch takes the next stretch of the office's time, as long as its sends need at the
 * office's rate (virtual scheduling, the generic cell rate algorithm of ITU-T I.371 with a burst of one batch). Pure.
 */
import { addSeconds, later } from './local-time.ts';
import type { Office } from './office.ts';
import type { OfficeSettings } from './office-settings.ts';
import type { Instant, MarketingChannel } from './vocabulary.ts';

/** What of an office's time on one channel is taken. */
export interface RateClock {
  /** When the next batch may start. */
  next: Instant;
  /** By message: when its next batch should ask again. This holds no time: it only keeps batches of one message from asking all at once. */
  turns: Readonly<Record<string, Instant>>;
}

/** `slot`: the batch has its time, and starts then. `later`: nothing is held; it asks again then. */
export type Slot = { kind: 'slot' | 'later'; at: Instant };

/** How far ahead time can be taken: no more is lost to others when the message is paused or cancelled, or the worker dies. */
export const slotAheadSeconds = 5;

/** Sends a second of an office: its own setting, else the directory's, times the stage's percentage. */
export function sendRateOf(
  { sendRates }: Pick<Office, 'sendRates'>,
  settings: Pick<OfficeSettings, 'sendRates'>,
  channel: MarketingChannel,
  percent: number,
): number {
  const rates = settings.sendRates ?? sendRates;
  const perSecond = { email: rates.emailPerSecond, push: rates.pushPerSecond };
  return (perSecond[channel] * percent) / 100;
}

/** Takes the time of one batch, or a turn to ask again. */
export function takeSlot(
  known: RateClock | undefined,
  { messageId, sends, perSecond }: { messageId: string; sends: number; perSecond: number },
  now: Instant,
): { clock: RateClock; slot: Slot } {
  const start = later(known?.next ?? now, now);
  const turns = Object.fromEntries(Object.entries(known?.turns ?? {}).filter(([, at]) => at > now));
  // Whole milliseconds, rounded up: instants have no smaller part.
  const seconds = Math.ceil((sends * 1000) / perSecond) / 1000;
  if (start <= addSeconds(now, slotAheadSeconds))
    return { clock: { next: addSeconds(start, seconds), turns }, slot: { kind: 'slot', at: start } };
  const turn = later(turns[messageId] ?? start, start);
  return {
    clock: { next: start, turns: { ...turns, [messageId]: addSeconds(turn, seconds) } },
    slot: { kind: 'later', at: turn },
  };
}

/** Takes the time of sends that wait for nobody: what comes to ask for its own time waits until theirs is over. */
export function takeTimeFirst(
  known: RateClock | undefined,
  { sends, perSecond }: { sends: number; perSecond: number },
  now: Instant,
): RateClock {
  const next = addSeconds(later(known?.next ?? now, now), Math.ceil((sends * 1000) / perSecond) / 1000);
  return { next, turns: known?.turns ?? {} };
}
