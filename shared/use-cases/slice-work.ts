/** What expanders of both lanes do alike: take a slice for themselves, cut decisions into batches, and save them with the progress of the slice. */
import type { ExpandSlice } from '../../events/expand-slice.ts';
import type { BatchStore, PlannedBatch, SliceAdvance } from '../adapters/batch-store.ts';
import type { MessageStore, SliceProgress } from '../adapters/message-store.ts';
import type { PeopleStore } from '../adapters/people-store.ts';
import { type BatchPointer, batchLimit, type Entry, waveInstant } from '../domain/batch.ts';
import type { MessageRecord } from '../domain/lifecycle.ts';
import { addSeconds } from '../domain/local-time.ts';
import type { Instant } from '../domain/vocabulary.ts';
import { isWaveTooLate } from '../domain/wave.ts';
import type { Counters, Planned } from './decide-contact.ts';

export interface ExpandDeps {
  messages: MessageStore;
  batches: BatchStore;
  people: Pick<PeopleStore, 'listAudience'>;
  /** Wakes the senders of batches that are due. */
  wakeSenders: (pointers: readonly BatchPointer[]) => Promise<void>;
  /** Sends the same command again, for when the time of this invocation runs out, or another campaign has to come first. */
  repeat: (command: ExpandSlice, delaySeconds: number) => Promise<void>;
  clock: () => Instant;
  remainingMs: () => number;
}

export type Expanded = 'expanded' | 'continued' | 'taken' | 'not-running' | 'waiting';

/** Contacts that are read at a time. */
export const pageSize = 500;
/** Decisions of one transaction: 90 batches would fit, 10 keep it small and quick. */
export const chunkEntries = 1000;
/** What is left of an invocation when it hands over to the next one. */
export const reserveMs = 15_000;
const leaseSeconds = 120;

/** A slice that nobody has begun. */
export function newSlice({ office, firstShard, lastShard }: ExpandSlice) {
  const position = { shard: firstShard, channel: 0 };
  return { office, firstShard, lastShard, position, expanded: false, planned: 0, done: 0, counters: {} };
}

/** The marks of an expander that takes a slice now. */
export function claimAt(now: Instant, known: SliceProgress | undefined) {
  return {
    attempt: (known?.attempt ?? 0) + 1,
    leaseUntil: addSeconds(now, leaseSeconds),
    touchedAt: now,
  };
}

/** Whether an expander works on the slice. */
export function isHeld({ leaseUntil }: Pick<SliceProgress, 'leaseUntil'>, now: Instant): boolean {
  return leaseUntil !== undefined && leaseUntil > now;
}

/** Cuts decisions into batches: per wave, in order of contact, at most 100 each, or `limit`. */
export function toBatches(
  planned: readonly Planned[],
  toPointer: (wave: string, first: string) => BatchPointer,
  limit = batchLimit,
): PlannedBatch[] {
  const byWave = Map.groupBy(planned, ({ wave }) => wave);
  const batches: PlannedBatch[] = [];
  for (const [wave, members] of byWave) {
    const entries = members.flatMap(({ entry }) => entry ?? []);
    for (let start = 0; start < entries.length; start += limit) {
      const part: Entry[] = entries.slice(start, start + limit);
      const [head] = part;
      if (head)
        batches.push({ pointer: toPointer(wave, `${head.personId}#${head.contactId}`), entries: part });
    }
  }
  return batches;
}

/** Batches and counts that belong to one step of a slice. */
export interface Chunk {
  batches: PlannedBatch[];
  counters: Counters;
}

/** Saves a chunk with where to go on; then wakes the senders of what is due. False: another expander took over. */
export async function saveChunk(
  deps: Pick<ExpandDeps, 'batches' | 'wakeSenders' | 'clock'>,
  record: MessageRecord,
  slice: SliceProgress,
  { batches, counters }: Chunk,
  next: SliceAdvance['set'],
): Promise<boolean> {
  const now = deps.clock();
  const advance = {
    slice,
    attempt: slice.attempt,
    set: { touchedAt: now, leaseUntil: addSeconds(now, leaseSeconds), ...next },
    counters,
  };
  const late = batches.map(({ pointer }) => pointer.wave).filter((wave) => isWaveTooLate(record, wave, now));
  const begunBy = record.type === 'campaign' ? (record.startedAt ?? now) : now;
  if (!(await deps.batches.plan(record.id, batches, advance, begunBy, late))) return false;
  const due = batches.filter(
    ({ pointer, entries }) => waveInstant(pointer.wave) <= now && entries.some(isSend),
  );
  await deps.wakeSenders(due.map(({ pointer }) => pointer));
  return true;
}

function isSend({ decision }: Entry): boolean {
  return decision === 'send';
}

/** Leaves a slice for the next invocation, which may take it at once. */
export async function release(
  deps: Pick<ExpandDeps, 'batches' | 'clock'>,
  messageId: string,
  slice: SliceProgress,
  at: Pick<SliceProgress, 'position'> & Partial<Pick<SliceProgress, 'nextAt'>>,
  counters: Counters,
): Promise<void> {
  const now = deps.clock();
  const set = { ...at, leaseUntil: now, touchedAt: now };
  await deps.batches.plan(messageId, [], { slice, attempt: slice.attempt, set, counters }, now);
}
