/** Batches: what was decided, who is sending it, and what became of it. */
import * as z from 'zod';
import { type BatchPointer, type Entry, type Outcome, waveInstant } from '../domain/batch.ts';
import { cellNames } from '../domain/cells.ts';
import { Instant } from '../domain/vocabulary.ts';
import { packEntries, packOutcomes, unpackEntries, unpackOutcomes } from './batch-codec.ts';
import {
  batchKey,
  batchPartition,
  feedbackKey,
  feedbackPartition,
  runKey,
  runPartition,
  sliceKey,
  waveKey,
} from './campaign-keys.ts';
import type { SliceProgress } from './message-store.ts';
import { uncounted } from './outcome-counters.ts';
import { type Item, type Key, queryAll, type Table, type Write } from './table.ts';

const schemaVersion = 1;
/** Feedback says when a message was known to have arrived. */
const feedbackVersion = 2;
/** Entries of notices say what did not stop them. */
const entriesVersion = 2;

export interface PlannedBatch {
  pointer: BatchPointer;
  entries: readonly Entry[];
}

const RunState = z.enum(['waiting', 'claimed', 'done']);

/** The work on one batch. `inFlight`: positions handed to the sender since the last record; in doubt when the worker dies. */
export interface Run {
  state: z.infer<typeof RunState>;
  attempt: number;
  leaseUntil: Instant;
  /** Not before this instant: quiet hours, or the sender asked to slow down. */
  notBefore?: Instant | undefined;
  inFlight: readonly number[];
  outcomes: ReadonlyMap<number, Outcome>;
}

export interface SliceAdvance {
  slice: { office: string; firstShard: number };
  attempt: number;
  set: Partial<Pick<SliceProgress, 'position' | 'expanded' | 'touchedAt' | 'leaseUntil' | 'nextAt'>>;
  counters: Readonly<Record<string, number>>;
}

const feedbackKinds = ['delivered', 'bounced', 'complained'] as const;
export type FeedbackKind = (typeof feedbackKinds)[number];

export interface BatchView {
  pointer: BatchPointer;
  entries: readonly Entry[];
  outcomes: ReadonlyMap<number, Outcome>;
  feedback: ReadonlyMap<number, FeedbackKind>;
  /** When it was first known that a message had arrived. */
  deliveredAt: ReadonlyMap<number, Instant>;
}

type Series = Omit<BatchPointer, 'first'>;

export type BatchStore = ReturnType<typeof createBatchStore>;

/** The store over the table `campaigns`. */
export function createBatchStore(table: Table) {
  return {
    /**
     * AP-26: writes batches and moves the slice on, as one: a crash repeats the step or has done it whole. False: another expander took over.
     * @param late waves that, if they are new, nobody may wake any more: they wait for the clock, which says so
     */
    async plan(
      messageId: string,
      batches: readonly PlannedBatch[],
      advance: SliceAdvance,
      startedAt: Instant,
      late: readonly string[] = [],
    ): Promise<boolean> {
      const waves = [...new Set(batches.map(({ pointer }) => pointer.wave))];
      const known = new Set(
        (await table.getMany(waves.map((wave) => waveKey(messageId, wave)))).map(({ sk }) => sk),
      );
      const result = await table.write([
        advanceSlice(messageId, advance, batches.filter(hasSends).length),
        ...batches.map(putBatch),
        ...waves
          .filter((wave) => !known.has(waveKey(messageId, wave).sk))
          .map((wave) => addWave(messageId, wave, waveInstant(wave) > startedAt || late.includes(wave))),
      ]);
      return result.ok;
    },

    /** AP-26: the decisions of one batch. */
    async loadEntries(pointer: BatchPointer): Promise<Entry[] | undefined> {
      const item = await table.get(batchKey(pointer));
      return item && unpackEntries(item['entries']);
    },

    /** AP-28: the work on one batch; undefined when none has begun. */
    async loadRun(pointer: BatchPointer): Promise<Run | undefined> {
      const item = await table.get(runKey(pointer));
      return item && runOf(item);
    },

    /** AP-28: writes a run that follows `expected` as it was read (undefined: none yet). False: another worker was faster, and this one must stop. */
    async saveRun(pointer: BatchPointer, run: Run, expected: Expected): Promise<boolean> {
      return (await table.write([putRun(pointer, run, expected)])).ok;
    },

    /** AP-28: ends a batch and adds its outcomes to the slice's counters, as one. */
    async finish(
      { pointer, entries }: PlannedBatch,
      run: Run,
      slice: { office: string; firstShard: number },
      now: Instant,
    ): Promise<boolean> {
      const add = { done: 1, ...uncounted(pointer, entries, run.outcomes) };
      const key = sliceKey(pointer.messageId, slice);
      const result = await table.write([
        putRun(pointer, run, { ...run, state: 'claimed' }),
        { kind: 'update', key, add, set: { touchedAt: now } },
      ]);
      return result.ok;
    },

    /** AP-28: leaves a batch unfinished, as `run` says, and adds what became of it so far to the slice's counters: a paused message shows what it has sent. */
    async leave(
      { pointer, entries }: PlannedBatch,
      run: Run,
      slice: { office: string; firstShard: number },
    ): Promise<boolean> {
      const add = uncounted(pointer, entries, run.outcomes);
      const outcomes = new Map(
        [...run.outcomes].map(([position, outcome]) => [position, { ...outcome, counted: true as const }]),
      );
      const key = sliceKey(pointer.messageId, slice);
      const left = putRun(pointer, { ...run, outcomes }, { ...run, state: 'claimed' });
      const hasNew = Object.keys(add).length > 0;
      return (await table.write(hasNew ? [left, { kind: 'update', key, add }] : [left])).ok;
    },

    /** AP-26: pointers of all batches of one series that hold a send. */
    async *listPointers(series: Series): AsyncGenerator<BatchPointer> {
      for await (const item of queryAll(table, { partition: batchPartition(series), consistent: true })) {
        if (item['sends'] !== 0) yield { ...series, first: item.sk };
      }
    },

    /** AP-26, AP-28, AP-29: whole batches of one series, from a contact key on. */
    async *listBatches(series: Series, from?: string): AsyncGenerator<BatchView> {
      const range = from === undefined ? {} : { range: { from } };
      for await (const item of queryAll(table, {
        partition: batchPartition(series),
        ...range,
        consistent: true,
      })) {
        yield await viewOf(table, { ...series, first: item.sk }, unpackEntries(item['entries']));
      }
    },

    /** AP-27: why did this contact (not) get it: the last batch whose first key is not greater. */
    async findBatch(series: Series, contactKey: string): Promise<BatchView | undefined> {
      const item = await findItem(table, series, contactKey);
      return item && viewOf(table, { ...series, first: item.sk }, unpackEntries(item['entries']));
    },

    /** AP-27: the decisions alone of the batch that a contact falls into. */
    async findEntries(
      series: Series,
      contactKey: string,
    ): Promise<Pick<BatchView, 'pointer' | 'entries'> | undefined> {
      const item = await findItem(table, series, contactKey);
      return item && { pointer: { ...series, first: item.sk }, entries: unpackEntries(item['entries']) };
    },

    /** AP-29: what the mail provider said later. Each entry only moves forward, and each step is counted once. */
    async recordFeedback(
      { pointer, entries }: Pick<BatchView, 'pointer' | 'entries'>,
      position: number,
      { kind, at }: { kind: FeedbackKind; at: Instant },
      slice: { office: string; firstShard: number },
    ): Promise<'recorded' | 'known' | 'retry'> {
      const key = feedbackKey(pointer);
      const name = `e${position}`;
      const current = FeedbackValue.parse((await table.get(key))?.[name]);
      if (current && feedbackKinds.indexOf(current) >= feedbackKinds.indexOf(kind)) return 'known';
      const namesOf = (what: FeedbackKind) => [
        `o#${pointer.channel}#${what}`,
        ...cellNames(entries[position] ?? {}, what),
      ];
      const back = current && current !== 'delivered' ? namesOf(current).map((name) => [name, -1]) : [];
      const add = Object.fromEntries([...namesOf(kind).map((name) => [name, 1]), ...back]);
      // What was complained about has arrived, and may never have been said to.
      const arrived = kind !== 'bounced' && current !== 'delivered' ? { [`d${position}`]: at } : {};
      const set = { [name]: kind, ...arrived, schemaVersion: feedbackVersion };
      const result = await table.write([
        { kind: 'update', key, set, if: { equals: { [name]: current } } },
        { kind: 'update', key: sliceKey(pointer.messageId, slice), add },
      ]);
      return result.ok ? 'recorded' : 'retry';
    },

    /** AP-28: runs of one series, to find the ones that are stuck. */
    async listRuns(series: Series): Promise<Map<string, Run>> {
      const runs = new Map<string, Run>();
      for await (const item of queryAll(table, { partition: runPartition(series), consistent: true })) {
        runs.set(item.sk, runOf(item));
      }
      return runs;
    },
  };
}

async function findItem(table: Table, series: Series, contactKey: string): Promise<Item | undefined> {
  const partition = batchPartition(series);
  const page = await table.query({
    partition,
    range: { to: contactKey },
    reverse: true,
    limit: 1,
    consistent: true,
  });
  return page.items[0];
}

const FeedbackValue = z.enum(feedbackKinds).optional();

const RunRow = z.object({
  state: RunState,
  attempt: z.int(),
  leaseUntil: Instant,
  notBefore: Instant.optional(),
  inFlight: z.array(z.int()),
});

function runOf(item: Item): Run {
  return { ...RunRow.parse(item), outcomes: unpackOutcomes(item['outcomes']) };
}

async function viewOf(table: Table, pointer: BatchPointer, entries: readonly Entry[]): Promise<BatchView> {
  const keys: Key[] = [runKey(pointer), feedbackKey(pointer)];
  const items = await table.getMany(keys);
  const run = items.find(({ pk }) => pk === runPartition(pointer));
  const feedback = items.find(({ pk }) => pk === feedbackPartition(pointer));
  return {
    pointer,
    entries,
    outcomes: run ? runOf(run).outcomes : new Map(),
    feedback: byPosition(feedback, 'e', z.enum(feedbackKinds)),
    deliveredAt: byPosition(feedback, 'd', Instant),
  };
}

/** Attributes `<letter><position>` of a feedback item. */
function byPosition<T>(item: Item | undefined, letter: string, schema: z.ZodType<T>): Map<number, T> {
  const name = new RegExp(`^${letter}(\\d+)$`);
  return new Map(
    Object.entries(item ?? {}).flatMap(([key, value]) => {
      const [, position] = name.exec(key) ?? [];
      return position === undefined ? [] : [[Number(position), schema.parse(value)] as const];
    }),
  );
}

function hasSends({ entries }: PlannedBatch): boolean {
  return entries.some(({ decision }) => decision === 'send');
}

function putBatch({ pointer, entries }: PlannedBatch): Write {
  const sends = entries.filter(({ decision }) => decision === 'send').length;
  return {
    kind: 'put',
    item: { ...batchKey(pointer), sends, entries: packEntries(entries), schemaVersion: entriesVersion },
  };
}

/** An update: what another expander has written in the meantime, or the clock, stays. */
function addWave(messageId: string, wave: string, isWaiting: boolean): Write {
  const waiting = isWaiting ? { due: 'DUE', dueAt: `${waveInstant(wave)}#${messageId}` } : {};
  const set = { messageId, wave, ...waiting, schemaVersion };
  return { kind: 'update', key: waveKey(messageId, wave), set };
}

type Expected = Pick<Run, 'attempt' | 'state' | 'leaseUntil'> | undefined;

function putRun(pointer: BatchPointer, run: Run, expected: Expected): Write {
  const { outcomes, ...rest } = run;
  const item = { ...runKey(pointer), ...rest, outcomes: packOutcomes(outcomes), schemaVersion };
  if (!expected) return { kind: 'put', item, if: { absent: true } };
  const { attempt, state, leaseUntil } = expected;
  return { kind: 'put', item, if: { equals: { attempt, state, leaseUntil } } };
}

function advanceSlice(
  messageId: string,
  { slice, attempt, set, counters }: SliceAdvance,
  planned: number,
): Write {
  return {
    kind: 'update',
    key: sliceKey(messageId, slice),
    set,
    add: { planned, ...counters },
    if: { equals: { attempt } },
  };
}
