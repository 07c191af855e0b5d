/** The plan of a message: made by the workers of its lane in one pass over the shards, and kept for a short while. */
import type { MessageStore, PlanMark } from '../adapters/message-store.ts';
import type { MessageRecord } from '../domain/lifecycle.ts';
import { addSeconds } from '../domain/local-time.ts';
import type { Instant } from '../domain/vocabulary.ts';
import { type Plan, toPlan } from '../domain/waterfall.ts';
import { slicesOf } from './slices.ts';
import { type ExpandQueue, wakeExpanders } from './start-message.ts';

export interface PlanMessageDeps {
  messages: Pick<MessageStore, 'listSlices' | 'listPlanParts' | 'loadPlanMark' | 'savePlanMark'>;
  queue: ExpandQueue;
  clock: () => Instant;
  wait: (milliseconds: number) => Promise<void>;
}

export type PlanAnswer = { kind: 'ready'; plan: Plan; at: Instant } | { kind: 'making'; progress: number };

/** A finished plan is shown again for so long; then people may have joined or left. */
const freshSeconds = 15;
const abandonedSeconds = 600;
const pollMs = 100;
const polls = 80;

/** The plan of what has been decided already for a message that has started; otherwise a fresh count, for which it waits up to 8 seconds. */
export async function planMessage(deps: PlanMessageDeps, record: MessageRecord): Promise<PlanAnswer> {
  if (record.startedAt !== undefined) return planOfStarted(deps, record, record.startedAt);
  const mark = await currentMark(deps, record);
  const wanted = slicesOf(record).length;
  for (let poll = 0; ; poll++) {
    const parts = await deps.messages.listPlanParts(record.id, mark.planId);
    if (parts.length === wanted) {
      return { kind: 'ready', at: mark.startedAt, plan: toPlan(parts.map(({ counters }) => counters)) };
    }
    if (poll === polls) return { kind: 'making', progress: parts.length / wanted };
    await deps.wait(pollMs);
  }
}

async function planOfStarted(deps: PlanMessageDeps, record: MessageRecord, at: Instant): Promise<PlanAnswer> {
  const slices = await deps.messages.listSlices(record.id);
  const wanted = slicesOf(record).length;
  const expanded = slices.filter((slice) => slice.expanded).length;
  if (expanded < wanted && record.state === 'running') return { kind: 'making', progress: expanded / wanted };
  return { kind: 'ready', at, plan: toPlan(slices.map(({ counters }) => counters)) };
}

async function currentMark(deps: PlanMessageDeps, record: MessageRecord): Promise<PlanMark> {
  const known = await deps.messages.loadPlanMark(record.id);
  if (known && (await isCurrent(deps, record, known))) return known;
  const now = deps.clock();
  const mark = { planId: `${record.version}-${Date.parse(now)}`, version: record.version, startedAt: now };
  if (await deps.messages.savePlanMark(record.id, mark, known)) {
    await wakeExpanders(deps.queue, record, { planId: mark.planId });
    return mark;
  }
  return currentMark(deps, record);
}

async function isCurrent(deps: PlanMessageDeps, record: MessageRecord, mark: PlanMark): Promise<boolean> {
  const now = deps.clock();
  if (mark.version !== record.version || addSeconds(mark.startedAt, abandonedSeconds) < now) return false;
  if (addSeconds(mark.startedAt, freshSeconds) >= now) return true;
  const parts = await deps.messages.listPlanParts(record.id, mark.planId);
  return parts.length < slicesOf(record).length;
}
