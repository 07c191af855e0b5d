/** Packs entries and outcomes into few bytes: a batch of 100 must cost a fiftieth of a row per recipient (design: batches, not rows). */
import * as z from 'zod';
import { Entry, Outcome } from '../domain/batch.ts';
import { pack, unpack } from './packing.ts';

const Entries = z.array(Entry);
const Outcomes = z.record(z.string(), Outcome);

/** Outcomes by position of the entry in its batch. */
export type Outcomes = ReadonlyMap<number, Outcome>;

export function packEntries(entries: readonly Entry[]): Uint8Array {
  return pack(entries);
}

export function unpackEntries(packed: unknown): Entry[] {
  return Entries.parse(unpack(packed));
}

export function packOutcomes(outcomes: Outcomes): Uint8Array {
  return pack(Object.fromEntries(outcomes));
}

export function unpackOutcomes(packed: unknown): Map<number, Outcome> {
  const record = Outcomes.parse(unpack(packed));
  return new Map(Object.entries(record).map(([position, outcome]) => [Number(position), outcome]));
}
