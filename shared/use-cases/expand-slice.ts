/** Walks a slice of the audience: decides for each contact, writes ordered batches, and wakes the senders of what is due. */
import type { ExpandSlice } from '../../events/expand-slice.ts';
import type { BatchStore, PlannedBatch } from '../adapters/batch-store.ts';
import type { MessageStore, SliceProgress } from '../adapters/message-store.ts';
import type { PeopleStore } from '../adapters/people-store.ts';
import { type BatchPointer, batchLimit, type Entry, waveInstant } from '../domain/batch.ts';
import type { MessageRecord } from '../domain/lifecycle.ts';
import { addSeconds } from '../domain/local-time.ts';
import { contactKey } from '../domain/person.ts';
import type { Channel, Instant } from '../domain/vocabulary.ts';
import { isWaveTooLate } from '../domain/wave.ts';
import { completeWhenDone } from './complete-message.ts';
import { type Counters, createDecisionCounter, decideContact, type Planned } from './decide-contact.ts';
import { readFacts } from './read-facts.ts';
import { stagesOf } from './slices.ts';

export interface ExpandDeps {
  messages: MessageStore;
  batches: BatchStore;
  people: Pick<PeopleStore, 'listAudience'>;
  /** Wakes the senders of batches that are due. */
  wakeSenders: (pointers: readonly BatchPointer[]) => Promise<void>;
  /** Sends the same command again, for when the time of this invocation runs out. */
  repeat: (command: ExpandSlice) => Promise<void>;
  clock: () => Instant;
  remainingMs: () => number;
}

export type Expanded = 'expanded' | 'continued' | 'taken' | 'not-running';

const pageSize = 500;
/** Decisions of one transaction: 90 batches would fit, 10 keep it small and quick. */
const chunkEntries = 1000;
const leaseSeconds = 120;
const reserveMs = 15_000;

/** Expands one slice from where it stands. Idempotent: a repeated command goes on or finds nothing to do. */
export async function expandSlice(deps: ExpandDeps, command: ExpandSlice): Promise<Expanded> {
  const record = await deps.messages.load(command.messageId);
  if (record?.state !== 'running' || command.stage >= stagesOf(record)) return 'not-running';
  const slice = await claimSlice(deps, command);
  if (!slice) return 'taken';
  return expandFrom(deps, command, record, slice);
}

async function claimSlice(deps: ExpandDeps, command: ExpandSlice): Promise<SliceProgress | undefined> {
  const known = await deps.messages.loadSlice(command.messageId, command, command.stage);
  const now = deps.clock();
  if (known?.expanded || (known?.leaseUntil !== undefined && known.leaseUntil > now)) return undefined;
  const claimed: SliceProgress = {
    ...(known ?? newSlice(command)),
    attempt: (known?.attempt ?? 0) + 1,
    leaseUntil: addSeconds(now, leaseSeconds),
    touchedAt: now,
  };
  return (await deps.messages.claimSlice(command.messageId, claimed, known)) ? claimed : undefined;
}

function newSlice({ office, stage, firstShard, lastShard }: ExpandSlice) {
  const position = { shard: firstShard, channel: 0 };
  return {
    office,
    stage,
    firstShard,
    lastShard,
    position,
    expanded: false,
    planned: 0,
    done: 0,
    counters: {},
  };
}

async function expandFrom(
  deps: ExpandDeps,
  command: ExpandSlice,
  record: MessageRecord,
  slice: SliceProgress,
): Promise<Expanded> {
  const channels = channelsOf(record, command.stage);
  let position: SliceProgress['position'] | undefined = slice.position;
  let unsaved: Counters = {};
  while (position) {
    if (deps.remainingMs() < reserveMs) {
      await release(deps, command, slice, position, unsaved);
      await deps.repeat(command);
      return 'continued';
    }
    const chunk = await decideChunk(deps, record, slice, channels, position, unsaved);
    position = nextPosition(slice, channels, position, chunk.after);
    unsaved = chunk.counters;
    if (position && chunk.batches.length === 0) continue;
    if (!(await saveChunk(deps, record, slice, chunk, position))) return 'taken';
    unsaved = {};
  }
  await completeWhenDone(deps, record, slice, slice.stage);
  return 'expanded';
}

/** Channels that a stage decides, in the order of the message. */
function channelsOf(record: MessageRecord, stage: number): readonly Channel[] {
  const { channels } = record.draft;
  return stagesOf(record) === 1 ? channels : channels.slice(stage, stage + 1);
}

interface Chunk {
  batches: PlannedBatch[];
  /** Of this chunk and of those before it that had nothing to write. */
  counters: Counters;
  /** Last contact that was looked at; absent when the shard has no more on this channel. */
  after: string | undefined;
}

async function decideChunk(
  deps: ExpandDeps,
  record: MessageRecord,
  slice: SliceProgress,
  channels: readonly Channel[],
  position: SliceProgress['position'],
  unsaved: Counters,
): Promise<Chunk> {
  const channel = channelAt(channels, position.channel);
  const where = { office: slice.office, channel, shard: position.shard };
  const factsOf = await readFacts(deps, record, where, slice.stage, deps.clock());
  const planned: Planned[] = [];
  const counters: Counters = { ...unsaved };
  let after = position.after;
  const count = createDecisionCounter(counters, channel, after?.split('#')[0]);
  let more = true;
  while (more && planned.length < chunkEntries) {
    const page = await deps.people.listAudience({ ...where, after }, pageSize);
    const now = deps.clock();
    for (const contact of page.contacts) {
      const decided = decideContact(record, contact, factsOf(contact.personId), now);
      count(decided, contact.personId);
      if (decided.entry) planned.push(decided);
    }
    const last = page.contacts.at(-1);
    after = last ? contactKey(last) : after;
    more = page.cursor !== undefined;
  }
  const toPointer = (wave: string, first: string): BatchPointer => ({
    messageId: record.id,
    wave,
    ...where,
    first,
  });
  return { batches: toBatches(planned, toPointer), counters, after: more ? after : undefined };
}

function channelAt(channels: readonly Channel[], index: number): Channel {
  const channel = channels[index];
  if (!channel) throw new Error('A slice points at a channel that the message does not have');
  return channel;
}

/** Cuts decisions into batches: per wave, in order of contact, at most 100 each. */
function toBatches(
  planned: readonly Planned[],
  toPointer: (wave: string, first: string) => BatchPointer,
): PlannedBatch[] {
  const byWave = Map.groupBy(planned, ({ wave }) => wave);
  const batches: PlannedBatch[] = [];
  for (const [wave, members] of byWave) {
    const entries = members.flatMap(({ entry }) => entry ?? []);
    for (let start = 0; start < entries.length; start += batchLimit) {
      const part: Entry[] = entries.slice(start, start + batchLimit);
      const [head] = part;
      if (head)
        batches.push({ pointer: toPointer(wave, `${head.personId}#${head.contactId}`), entries: part });
    }
  }
  return batches;
}

/** The rest of this channel, then the next channel of the shard, then the next shard. */
function nextPosition(
  { lastShard }: SliceProgress,
  channels: readonly Channel[],
  { shard, channel }: SliceProgress['position'],
  after: string | undefined,
): SliceProgress['position'] | undefined {
  if (after !== undefined) return { shard, channel, after };
  if (channel + 1 < channels.length) return { shard, channel: channel + 1 };
  return shard < lastShard ? { shard: shard + 1, channel: 0 } : undefined;
}

async function saveChunk(
  deps: ExpandDeps,
  record: MessageRecord,
  slice: SliceProgress,
  { batches, counters }: Chunk,
  next: SliceProgress['position'] | undefined,
): Promise<boolean> {
  const now = deps.clock();
  const progress = { touchedAt: now, leaseUntil: addSeconds(now, leaseSeconds) };
  const advance = {
    slice,
    stage: slice.stage,
    attempt: slice.attempt,
    set: next ? { ...progress, position: next } : { ...progress, expanded: true },
    counters,
  };
  const late = batches.map(({ pointer }) => pointer.wave).filter((wave) => isWaveTooLate(record, wave, now));
  if (!(await deps.batches.plan(record.id, batches, advance, record.startedAt ?? now, late))) return false;
  const due = batches.filter(
    ({ pointer, entries }) => waveInstant(pointer.wave) <= now && entries.some(isSend),
  );
  await deps.wakeSenders(due.map(({ pointer }) => pointer));
  return true;
}

function isSend({ decision }: Entry): boolean {
  return decision === 'send';
}

async function release(
  deps: ExpandDeps,
  command: ExpandSlice,
  slice: SliceProgress,
  position: SliceProgress['position'],
  counters: Counters,
): Promise<void> {
  const set = { position, leaseUntil: deps.clock(), touchedAt: deps.clock() };
  const advance = { slice, stage: slice.stage, attempt: slice.attempt, set, counters };
  await deps.batches.plan(command.messageId, [], advance, deps.clock());
}
