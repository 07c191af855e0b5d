/** Packs entries and outcomes into few bytes: a batch of 100 must cost a fiftieth of a row per recipient (design: batches, not rows). */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import * as z from 'zod';
import { Entry, Outcome } from '../domain/batch.ts';

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

function pack(value: unknown): Uint8Array {
  return new Uint8Array(deflateRawSync(JSON.stringify(value)));
}

function unpack(packed: unknown): unknown {
  if (!(packed instanceof Uint8Array)) throw new Error('A batch is not stored as bytes');
  return JSON.parse(inflateRawSync(packed).toString('utf8'));
}
