/** How fast a campaign goes and when it may end, from the last readings. Pure. */

export interface Reading {
  /** Milliseconds of the reader's clock. */
  readonly at: number;
  /** Sends that have been handed over or have another end. */
  readonly settled: number;
}

/** Only the last seconds count: a rate over the whole run would hide a wave that has begun. */
const windowMs = 15_000;
/** Two readings that lie so close together say nothing. */
const leastMs = 900;

/** The readings with a new one; what is too old is dropped, and a count that fell back begins anew. */
export function addReading(readings: readonly Reading[], reading: Reading): Reading[] {
  const last = readings.at(-1);
  if (last && (reading.settled < last.settled || reading.at < last.at)) return [reading];
  const kept = readings.filter(({ at }) => reading.at - at <= windowMs);
  return [...kept, reading];
}

/** Sends per second over the last readings; undefined where they are too few. */
export function rateOf(readings: readonly Reading[]): number | undefined {
  const [first, last] = [readings[0], readings.at(-1)];
  if (!first || !last || last.at - first.at < leastMs) return undefined;
  return ((last.settled - first.settled) * 1000) / (last.at - first.at);
}

/** Seconds until what is pending has gone at this rate; undefined where nothing moves. */
export function secondsLeft(pending: number, rate: number | undefined): number | undefined {
  if (pending === 0) return 0;
  return rate === undefined || rate <= 0 ? undefined : Math.ceil(pending / rate);
}
