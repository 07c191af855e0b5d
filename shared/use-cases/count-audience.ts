/** Counts over the whole audience of a message: made by the workers of its lane in one pass over the shards, and kept for a short while. */
import type { CountKind } from '../adapters/campaign-keys.ts';
import type { MessageStore, PlanMark } from '../adapters/message-store.ts';
import type { Counters } from '../domain/cells.ts';
import type { MessageRecord } from '../domain/lifecycle.ts';
import { addSeconds } from '../domain/local-time.ts';
import type { Instant } from '../domain/vocabulary.ts';
import { slicesOf } from './slices.ts';
import { type ExpandQueue, wakeExpanders } from './start-message.ts';

export interface CountDeps {
  messages: Pick<MessageStore, 'listPlanParts' | 'loadPlanMark' | 'savePlanMark'>;
  queue: ExpandQueue;
  clock: () => Instant;
  wait: (milliseconds: number) => Promise<void>;
}

/** `progress`: share of the slices that have been counted. */
export type Counted =
  | { kind: 'ready'; parts: Counters[]; at: Instant }
  | { kind: 'making'; progress: number };

interface CountRequest {
  kind: CountKind;
  /** A finished count is shown again for so long; then people may have joined or left, or more has happened. */
  freshSeconds: number;
}

/** Workers count for a quarter of their time at most, however often somebody asks: a notice comes first. */
const restFactor = 4;
const abandonedSeconds = 600;
const pollMs = 100;
const polls = 80;

/** The counters of every slice, made now or a moment ago. It waits for them up to 8 seconds. */
export async function countAudience(
  deps: CountDeps,
  record: MessageRecord,
  request: CountRequest,
): Promise<Counted> {
  const mark = await currentMark(deps, record, request);
  const wanted = slicesOf(record).length;
  for (let poll = 0; ; poll++) {
    const parts = await deps.messages.listPlanParts(record.id, mark.planId);
    if (parts.length === wanted)
      return { kind: 'ready', at: mark.startedAt, parts: parts.map(({ counters }) => counters) };
    if (poll === polls) return { kind: 'making', progress: parts.length / wanted };
    await deps.wait(pollMs);
  }
}

async function currentMark(deps: CountDeps, record: MessageRecord, request: CountRequest): Promise<PlanMark> {
  const known = await deps.messages.loadPlanMark(record.id, request.kind);
  if (known && (await isCurrent(deps, record, known, request))) return known;
  const now = deps.clock();
  const planId = `${request.kind}-${record.version}-${Date.parse(now)}`;
  const mark = { planId, version: record.version, startedAt: now };
  if (await deps.messages.savePlanMark(record.id, mark, known, request.kind)) {
    await wakeExpanders(deps.queue, record, request.kind === 'plan' ? { planId } : { reachId: planId });
    return mark;
  }
  return currentMark(deps, record, request);
}

async function isCurrent(
  deps: CountDeps,
  record: MessageRecord,
  mark: PlanMark,
  { freshSeconds }: CountRequest,
): Promise<boolean> {
  const now = deps.clock();
  if (mark.version !== record.version || addSeconds(mark.startedAt, abandonedSeconds) < now) return false;
  if (addSeconds(mark.startedAt, freshSeconds) >= now) return true;
  const parts = await deps.messages.listPlanParts(record.id, mark.planId);
  if (parts.length < slicesOf(record).length) return true;
  const ended = parts
    .map(({ countedAt }) => countedAt ?? mark.startedAt)
    .sort()
    .at(-1);
  const tookSeconds = (Date.parse(ended ?? now) - Date.parse(mark.startedAt)) / 1000;
  return addSeconds(mark.startedAt, tookSeconds * restFactor) >= now;
}
