/**
 * Sends one batch: claims it, reads each contact again, decides again, hands over, and records.
 * Nothing is sent without a permit of this very moment; what a crash leaves open is in doubt, never guessed.
 */
import type { AnswerStore } from '../adapters/answer-store.ts';
import type { BatchStore, Run } from '../adapters/batch-store.ts';
import type { MessageStore } from '../adapters/message-store.ts';
import type { PeopleStore } from '../adapters/people-store.ts';
import type { BatchPointer, Entry, Outcome } from '../domain/batch.ts';
import { isSending, type MessageRecord } from '../domain/lifecycle.ts';
import { addSeconds } from '../domain/local-time.ts';
import { type Instant, MarketingChannel } from '../domain/vocabulary.ts';
import type { AskTurns } from './ask-turns.ts';
import { completeWhenDone } from './complete-message.ts';
import { expireIfLate } from './expire-wave.ts';
import { freshly } from './freshly.ts';
import { type Gateway, handOverWindow } from './hand-over.ts';
import type { Pace, PaceRequest } from './pace-sends.ts';
import { firstShardOf } from './slices.ts';

export interface DeliverDeps {
  messages: Pick<
    MessageStore,
    'load' | 'save' | 'loadSlice' | 'listSlices' | 'countDoneSlice' | 'loadWave' | 'expireWave'
  >;
  batches: Pick<BatchStore, 'loadEntries' | 'loadRun' | 'saveRun' | 'leave' | 'finish'>;
  people: Pick<PeopleStore, 'readContacts'>;
  gateway: Gateway;
  /** Of notices: what people have answered. */
  answers?: Pick<AnswerStore, 'load'> | undefined;
  /** The office's send rate. Absent in the lane of notices, which never wait for it (promise 6). */
  pace?: ((request: PaceRequest) => Promise<Pace>) | undefined;
  /** Of notices: takes the time of the batch from the office's, so that marketing gives way. */
  takeTime?: ((request: Omit<PaceRequest, 'messageId'>) => Promise<void>) | undefined;
  /** Of notices: asks for the next turn of people whom the batch did not reach. */
  askTurns?: AskTurns | undefined;
  /** Sends the pointer again after a while. */
  wakeLater: (pointer: BatchPointer, delaySeconds: number) => Promise<void>;
  clock: () => Instant;
}

export type Delivered = 'done' | 'waiting' | 'busy' | 'paused' | 'taken-over' | 'unknown-batch';

/** Hand-overs between two records of progress: at most so many are in doubt after a crash. */
const windowSize = 25;
/** Longer than a window can take; the next worker waits for it. */
const leaseSeconds = 30;
const maxDelaySeconds = 900;

/** Delivers a batch as far as it can. Idempotent: repeated or late pointers find it done, busy or waiting. */
export async function deliverBatch(deps: DeliverDeps, pointer: BatchPointer): Promise<Delivered> {
  const record = await deps.messages.load(pointer.messageId);
  const entries = await deps.batches.loadEntries(pointer);
  if (!record || !entries) return 'unknown-batch';
  const known = await deps.batches.loadRun(pointer);
  const now = deps.clock();
  const opening = openingOf(record, known, now);
  if (opening.kind !== 'open') {
    if (opening.until !== undefined) await deps.wakeLater(pointer, secondsBetween(now, opening.until));
    return opening.kind;
  }
  const isExpired = record.state === 'running' && (await isWaveExpired(deps, record, pointer));
  const job = { record, entries, pointer, isExpired };
  const pace = await paceOf(deps, job, known);
  if (pace.kind === 'later') return postpone(deps, job, known, pace.at);
  const [delivered, taken] = await Promise.allSettled([
    work(deps, job, { known, isFresh: pace.kind === 'now' }),
    takeTime(deps, job, known),
  ]);
  if (delivered.status === 'rejected') throw delivered.reason;
  // Told when the work is done: whoever gets the pointer again finds that.
  if (taken.status === 'rejected') throw taken.reason;
  return delivered.value;
}

/** Beside the hand-overs, which neither wait for it nor fail with it. */
async function takeTime(
  deps: DeliverDeps,
  { record, entries, pointer }: Job,
  known: Run | undefined,
): Promise<void> {
  const channel = MarketingChannel.safeParse(pointer.channel).data;
  if (record.type !== 'notice' || channel === undefined) return;
  const sends = pendingPositions(entries, known?.outcomes ?? new Map()).length;
  if (sends > 0) await deps.takeTime?.({ office: pointer.office, channel, sends });
}

/** A notice is never too late. */
async function isWaveExpired(
  deps: DeliverDeps,
  record: MessageRecord,
  { wave }: BatchPointer,
): Promise<boolean> {
  return record.type === 'campaign' && expireIfLate(deps, record, wave);
}

/** A campaign takes the time of its office for what is still to be sent, before it claims the batch. */
async function paceOf(deps: DeliverDeps, job: Job, known: Run | undefined): Promise<Pace> {
  const { record, entries, pointer } = job;
  const { messageId, office } = pointer;
  const channel = MarketingChannel.safeParse(pointer.channel).data;
  if (!deps.pace || record.type !== 'campaign' || channel === undefined) return { kind: 'now' };
  const pending = pendingPositions(entries, outcomesSoFar(record, known, deps.clock()));
  const isNothingSent = record.state !== 'running' || job.isExpired || pending.length === 0;
  if (isNothingSent) return { kind: 'now' };
  return deps.pace({ office, channel, messageId, sends: pending.length });
}

/** Leaves the batch for its turn. */
async function postpone(
  deps: DeliverDeps,
  { record, pointer }: Job,
  known: Run | undefined,
  notBefore: Instant,
): Promise<Delivered> {
  const now = deps.clock();
  const outcomes = outcomesSoFar(record, known, now);
  const attempt = known?.attempt ?? 0;
  const run: Run = { state: 'waiting', attempt, leaseUntil: now, notBefore, inFlight: [], outcomes };
  if (!(await deps.batches.saveRun(pointer, run, known))) return 'taken-over';
  await deps.wakeLater(pointer, secondsBetween(now, notBefore));
  return 'waiting';
}

type Opening =
  | { kind: 'open' }
  | { kind: 'done' | 'paused' | 'busy' | 'waiting'; until?: Instant | undefined };

function openingOf(record: MessageRecord, known: Run | undefined, now: Instant): Opening {
  if (known?.state === 'done') return { kind: 'done' };
  if (record.state === 'paused') return { kind: 'paused' };
  if (known?.state === 'claimed' && known.leaseUntil > now) return { kind: 'busy', until: known.leaseUntil };
  if (isSending(record, now) && known?.notBefore !== undefined && known.notBefore > now)
    return { kind: 'waiting', until: known.notBefore };
  return { kind: 'open' };
}

interface Job {
  record: MessageRecord;
  entries: readonly Entry[];
  pointer: BatchPointer;
  /** The wave was slept through: nothing of it is sent any more. */
  isExpired: boolean;
}

/** @param isFresh whether the record was read just now */
async function work(
  deps: DeliverDeps,
  job: Job,
  { known, isFresh }: { known: Run | undefined; isFresh: boolean },
): Promise<Delivered> {
  const outcomes = outcomesSoFar(job.record, known, deps.clock());
  const attempt = (known?.attempt ?? 0) + 1;
  const current = freshly(deps.clock, () => reload(deps, job.record), isFresh ? job.record : undefined);
  let held = known;
  for (;;) {
    const record = await current();
    const pending = pendingPositions(job.entries, outcomes);
    const inFlight = nextWindow(job, isSending(record, deps.clock()), pending);
    const own = held?.attempt === attempt ? held : undefined;
    const claim = own && inFlight.length === 0 ? own : claimed(attempt, inFlight, outcomes, deps.clock());
    if (claim !== held && !(await deps.batches.saveRun(job.pointer, claim, held))) return 'taken-over';
    held = claim;
    const ended =
      inFlight.length > 0
        ? await handOverClaimed(deps, { ...job, current }, claim, outcomes)
        : await close(deps, { ...job, record }, claim, pending);
    if (ended) return ended;
  }
}

/** Hands over what the claim names. @returns undefined when the worker can go on */
async function handOverClaimed(
  deps: DeliverDeps,
  job: Job & { current: () => Promise<MessageRecord> },
  claim: Run,
  outcomes: Map<number, Outcome>,
): Promise<Delivered | undefined> {
  const { notBefore, fault } = await handOverWindow(
    deps,
    { ...job, attempt: claim.attempt },
    claim.inFlight,
    outcomes,
  );
  if (!notBefore && !fault) return undefined;
  const result = await pause(deps, job, { ...claim, notBefore }, 'waiting');
  if (fault) throw fault;
  return result;
}

/** Ends the work on a batch: nothing is left to hand over, or the message does not run any more. */
async function close(
  deps: DeliverDeps,
  job: Job,
  claim: Run,
  pending: readonly number[],
): Promise<Delivered> {
  if (job.record.state === 'paused') return pause(deps, job, claim, 'paused');
  const outcomes = new Map(claim.outcomes);
  const reason = job.isExpired ? 'message-expired' : undefined;
  for (const position of pending) outcomes.set(position, { kind: 'stopped', at: deps.clock(), reason });
  return finish(deps, job, { ...claim, outcomes, state: 'done' });
}

async function reload({ messages }: Pick<DeliverDeps, 'messages'>, record: MessageRecord) {
  return (await messages.load(record.id)) ?? record;
}

function outcomesSoFar(record: MessageRecord, known: Run | undefined, now: Instant): Map<number, Outcome> {
  const outcomes = new Map(known?.outcomes);
  for (const position of leftInDoubt(record, known)) outcomes.set(position, { kind: 'in-doubt', at: now });
  return outcomes;
}

/** For marketing, what was in flight when a worker died is not sent again; for a notice it is. */
function leftInDoubt(record: MessageRecord, known: Run | undefined): number[] {
  if (record.type === 'notice' || known?.state !== 'claimed') return [];
  return known.inFlight.filter((position) => !known.outcomes.has(position));
}

function pendingPositions(entries: readonly Entry[], outcomes: ReadonlyMap<number, Outcome>): number[] {
  return entries.flatMap(({ decision }, position) =>
    decision === 'send' && !outcomes.has(position) ? [position] : [],
  );
}

function nextWindow({ isExpired }: Job, isRunning: boolean, pending: readonly number[]): readonly number[] {
  return isRunning && !isExpired ? pending.slice(0, windowSize) : [];
}

function claimed(attempt: number, inFlight: readonly number[], outcomes: Run['outcomes'], now: Instant): Run {
  return { state: 'claimed', attempt, leaseUntil: addSeconds(now, leaseSeconds), inFlight, outcomes };
}

async function pause(
  deps: DeliverDeps,
  job: Job,
  run: Run,
  result: 'paused' | 'waiting',
): Promise<Delivered> {
  const { pointer } = job;
  const waiting: Run = { ...run, state: 'waiting', inFlight: [] };
  const slice = sliceOf(job);
  const isSaved =
    result === 'paused'
      ? await deps.batches.leave(job, waiting, slice)
      : await deps.batches.saveRun(pointer, waiting, run);
  if (!isSaved) return 'taken-over';
  if (run.notBefore) await deps.wakeLater(pointer, secondsBetween(deps.clock(), run.notBefore));
  return result;
}

async function finish(deps: DeliverDeps, job: Job, run: Run): Promise<Delivered> {
  const { record } = job;
  const slice = sliceOf(job);
  if (!(await deps.batches.finish(job, { ...run, inFlight: [] }, slice, deps.clock()))) return 'taken-over';
  if (record.type === 'notice' && record.draft.escalateAfter !== undefined)
    await deps.askTurns?.(record, job.pointer.office, missedIn(job, run));
  await completeWhenDone(deps, record, slice);
  return 'done';
}

/** People who were not reached over this channel: the next one of an escalating notice follows at once. */
function missedIn({ entries }: Job, { outcomes }: Run): string[] {
  return [...outcomes].flatMap(([position, { kind }]) =>
    kind === 'accepted' ? [] : (entries[position]?.personId ?? []),
  );
}

/** The slice whose counters a batch adds to. */
function sliceOf({ record, pointer }: Job) {
  return { office: pointer.office, firstShard: firstShardOf(record.type, pointer.shard) };
}

/** Whole seconds, at least 1 and at most what a queue can delay; a wait that is longer takes several rounds. */
function secondsBetween(from: Instant, to: Instant): number {
  const seconds = Math.ceil((Date.parse(to) - Date.parse(from)) / 1000);
  return Math.min(maxDelaySeconds, Math.max(0, seconds));
}
