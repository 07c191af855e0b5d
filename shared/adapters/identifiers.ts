/** Ids that carry their type and sort by time. */
import { randomFillSync } from 'node:crypto';
import { monotonicFactory, ulid } from 'ulid';

const pool = new Uint8Array(4096);
let used = pool.length;

/** Random fractions from a pool of bytes: one call of the system for hundreds of ids. A letter of an id needs 5 of the 8 bits. */
function nextFraction(): number {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  return (pool[used++] ?? 0) / 256;
}

export type IdPrefix = 'per' | 'con' | 'cmp' | 'ntc' | 'imp' | 'dev';

/** `<prefix>_<ulid>`: a fresh id of that type. */
export function newId(prefix: IdPrefix): string {
  return `${prefix}_${newUlid()}`;
}

/** A fresh ULID without a type. */
export function newUlid(): string {
  return ulid(undefined, nextFraction);
}

/**
 * Event ids for one person's ledger: each sorts after the one before and after `last`, also when the clock stands still or steps back.
 */
export function createEventIds(now: string, last: string | undefined): () => string {
  const next = monotonicFactory(nextFraction);
  const time = Math.max(Date.parse(now), last === undefined ? 0 : timeOf(last) + 1);
  return () => next(time);
}

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Milliseconds in the first ten characters of a ULID (ulid/spec). */
function timeOf(id: string): number {
  return [...id.slice(0, 10)].reduce((time, letter) => time * 32 + alphabet.indexOf(letter), 0);
}
