/** What the clock does each minute: start what is due, wake what waits, expire what is too late, and repair what is stuck. */
import type { BatchStore, Run } from '../../shared/adapters/batch-store.ts';
import type { LetterStore } from '../../shared/adapters/letter-store.ts';
import type { MessageStore, SliceProgress } from '../../shared/adapters/message-store.ts';
import { type BatchPointer, type Slice, waveInstant } from '../../shared/domain/batch.ts';
import type { Letter } from '../../shared/domain/letter.ts';
import {
  type Campaign,
  expiryOf,
  isSending,
  type MessageRecord,
  stepCampaign,
} from '../../shared/domain/lifecycle.ts';
import { addSeconds } from '../../shared/domain/local-time.ts';
import { isRoundDue } from '../../shared/domain/notice-round.ts';
import type { Instant } from '../../shared/domain/vocabulary.ts';
import { isStartTooLate } from '../../shared/domain/wave.ts';
import { completeIfDone, isSettled } from '../../shared/use-cases/complete-message.ts';
import { expireIfLate } from '../../shared/use-cases/expire-wave.ts';
import { type Series, seriesOf } from '../../shared/use-cases/series.ts';
import { slicesOf } from '../../shared/use-cases/slices.ts';
import type { WakeLetters } from '../../shared/use-cases/wake-letters.ts';
import { pauseIfTripped } from '../../shared/use-cases/watch-breaker.ts';
import { settleEnded } from './settle-ended.ts';

export interface TickDeps {
  messages: MessageStore;
  batches: Pick<BatchStore, 'listPointers' | 'listRuns'>;
  wakeSenders: (lane: MessageRecord['type'], pointers: readonly BatchPointer[]) => Promise<void>;
  wakeExpanders: (record: MessageRecord, slices: readonly Slice[]) => Promise<void>;
  letters: Pick<LetterStore, 'listDue'>;
  wakeLetters: WakeLetters;
  clock: () => Instant;
}

export interface TickResult {
  started: number;
  expired: number;
  waves: number;
  expiredWaves: number;
  repaired: number;
  completed: number;
  /** By the circuit breaker. */
  paused: number;
  letters: number;
}

/** Without progress for so long, a slice or a batch has lost its wake-up or its worker. Longer than a delivery lease. */
const stuckSeconds = 45;
const wakeChunk = 500;

/** Runs everything that is due at this instant. */
export async function runDue(deps: TickDeps): Promise<TickResult> {
  const result: TickResult = {
    started: 0,
    expired: 0,
    waves: 0,
    expiredWaves: 0,
    repaired: 0,
    completed: 0,
    paused: 0,
    letters: 0,
  };
  const now = deps.clock();
  for (const due of await deps.messages.listDue(now)) {
    if (due.kind === 'wave') result[await wakeWave(deps, due.messageId, due.wave)] += 1;
    else result[await startOrExpire(deps, due.messageId, now)] += 1;
  }
  for (const messageId of await deps.messages.listRunning()) await careFor(deps, messageId, now, result);
  for (const messageId of await deps.messages.listOpen(now))
    result.repaired += await repairOpen(deps, messageId, now);
  for (const messageId of await deps.messages.listEnding())
    result.repaired += await settleEnded(deps, messageId, now);
  result.letters = await wakeDueLetters(deps, now);
  return result;
}

/** A running message: completed when all is done, paused when it fares too badly, else repaired where it is stuck. */
async function careFor(deps: TickDeps, messageId: string, now: Instant, result: TickResult): Promise<void> {
  const record = await deps.messages.load(messageId);
  if (record?.state !== 'running') return;
  const slices = await deps.messages.listSlices(messageId);
  if (await completeIfDone(deps, messageId, slices)) result.completed += 1;
  else if (await pauseIfTripped(deps, messageId, slices, now)) result.paused += 1;
  else result.repaired += await repair(deps, record, slices, now);
}

/** A notice that everybody known so far has got: people who have become affected get their turn. */
async function repairOpen(deps: TickDeps, messageId: string, now: Instant): Promise<number> {
  const record = await deps.messages.load(messageId);
  if (record?.type !== 'notice' || !isSending(record, now)) return 0;
  return repair(deps, record, await deps.messages.listSlices(messageId), now);
}

/** Letters that nobody woke the sender for, and those that a sender took and lost. */
async function wakeDueLetters({ letters, wakeLetters }: TickDeps, now: Instant): Promise<number> {
  const due: Letter[] = [];
  let woken = 0;
  for await (const letter of letters.listDue(now)) {
    due.push(letter);
    if (due.length < wakeChunk) continue;
    woken += due.length;
    await wakeLetters(due.splice(0));
  }
  await wakeLetters(due);
  return woken + due.length;
}

async function startOrExpire(
  deps: TickDeps,
  messageId: string,
  now: Instant,
): Promise<'started' | 'expired'> {
  const record = await deps.messages.load(messageId);
  if (record?.type !== 'campaign' || record.state !== 'scheduled') return 'expired';
  const action = isTooLate(record, now) ? 'expire' : 'start';
  const step = stepCampaign(record, action, { by: 'system', at: now });
  if (step.kind !== 'taken' || !(await deps.messages.save(step.message, record.version))) return 'expired';
  if (action === 'start') await deps.wakeExpanders(step.message, slicesOf(step.message));
  return action === 'start' ? 'started' : 'expired';
}

function isTooLate(campaign: Campaign, now: Instant): boolean {
  const ends = expiryOf(campaign);
  return isStartTooLate(campaign, now) || (ends !== undefined && ends <= now);
}

/** Also the batches of a wave that has expired are woken: the senders settle them. */
async function wakeWave(deps: TickDeps, messageId: string, wave: string): Promise<'waves' | 'expiredWaves'> {
  const record = await deps.messages.load(messageId);
  const isExpired = record?.state === 'running' && (await expireIfLate(deps, record, wave));
  if (record && isSending(record, deps.clock())) {
    const slices = (await deps.messages.listSlices(messageId)).filter(hasWave(wave));
    for (const series of seriesOf(record, slices, wave)) await wakeSeries(deps, record, series, () => true);
  }
  if (record?.state !== 'paused') await deps.messages.markWaveWoken(messageId, wave);
  return isExpired ? 'expiredWaves' : 'waves';
}

/** Whether something in the slice is due in the wave. */
function hasWave(wave: string): (slice: SliceProgress) => boolean {
  return ({ counters }) => counters[`w#${wave}`] !== undefined;
}

async function wakeSeries(
  deps: TickDeps,
  record: MessageRecord,
  series: Series,
  isWanted: (first: string) => boolean,
): Promise<number> {
  const pointers: BatchPointer[] = [];
  let woken = 0;
  for await (const pointer of deps.batches.listPointers(series)) {
    if (isWanted(pointer.first)) pointers.push(pointer);
    if (pointers.length < wakeChunk) continue;
    woken += pointers.length;
    await deps.wakeSenders(record.type, pointers.splice(0));
  }
  await deps.wakeSenders(record.type, pointers);
  return woken + pointers.length;
}

/** Sends lost wake-ups again: for slices that nobody walks, and for batches that nobody sends. */
async function repair(
  deps: TickDeps,
  record: MessageRecord,
  slices: readonly SliceProgress[],
  now: Instant,
): Promise<number> {
  const stale = addSeconds(now, -stuckSeconds);
  const lost = slicesOf(record).filter((slice) => isLost(record, slice, slices, { stale, now }));
  await deps.wakeExpanders(record, lost);
  let repaired = lost.length;
  const open = slices.filter((slice) => slice.expanded && !isSettled(slice) && slice.touchedAt < stale);
  for (const { wave, waiting } of open.length > 0 ? await deps.messages.listWaves(record.id) : []) {
    if (waiting || waveInstant(wave) > now) continue;
    for (const series of seriesOf(record, open.filter(hasWave(wave)), wave))
      repaired += await repairSeries(deps, record, series, now);
  }
  return repaired;
}

/** A slice that has not begun, whose expander has not been heard of, or in which somebody of a notice has their next turn. */
function isLost(
  record: MessageRecord,
  slice: Slice,
  known: readonly SliceProgress[],
  { stale, now }: { stale: Instant; now: Instant },
): boolean {
  const own = known.find(
    ({ office, firstShard }) => office === slice.office && firstShard === slice.firstShard,
  );
  if (!own) return (record.startedAt ?? now) < stale;
  if (own.expanded) return record.type === 'notice' && isRoundDue(own, now);
  return own.touchedAt < stale;
}

async function repairSeries(
  deps: TickDeps,
  record: MessageRecord,
  series: Series,
  now: Instant,
): Promise<number> {
  const runs = await deps.batches.listRuns(series);
  return wakeSeries(deps, record, series, (first) => isStuck(runs.get(first), now));
}

function isStuck(run: Run | undefined, now: Instant): boolean {
  if (!run) return true;
  if (run.state === 'done' || (run.notBefore !== undefined && run.notBefore > now)) return false;
  return run.state === 'waiting' || run.leaseUntil < now;
}
