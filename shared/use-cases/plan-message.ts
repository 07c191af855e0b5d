/** The plan of a message: made by the workers of its lane in one pass over the shards, and kept for a short while. */
import type { MessageStore } from '../adapters/message-store.ts';
import type { MessageRecord } from '../domain/lifecycle.ts';
import type { Instant } from '../domain/vocabulary.ts';
import { type Plan, toPlan } from '../domain/waterfall.ts';
import { type CountDeps, countAudience } from './count-audience.ts';
import { slicesOf } from './slices.ts';

export interface PlanMessageDeps extends CountDeps {
  messages: CountDeps['messages'] & Pick<MessageStore, 'listSlices'>;
}

export type PlanAnswer = { kind: 'ready'; plan: Plan; at: Instant } | { kind: 'making'; progress: number };

const freshSeconds = 15;

/** The plan of what has been decided already for a message that has started; otherwise a fresh count, for which it waits up to 8 seconds. */
export async function planMessage(deps: PlanMessageDeps, record: MessageRecord): Promise<PlanAnswer> {
  if (record.startedAt !== undefined) return planOfStarted(deps, record, record.startedAt);
  const counted = await countAudience(deps, record, { kind: 'plan', freshSeconds });
  return counted.kind === 'making' ? counted : { kind: 'ready', at: counted.at, plan: toPlan(counted.parts) };
}

async function planOfStarted(deps: PlanMessageDeps, record: MessageRecord, at: Instant): Promise<PlanAnswer> {
  const slices = await deps.messages.listSlices(record.id);
  const wanted = slicesOf(record).length;
  const expanded = slices.filter((slice) => slice.expanded).length;
  if (expanded < wanted && record.state === 'running') return { kind: 'making', progress: expanded / wanted };
  return { kind: 'ready', at, plan: toPlan(slices.map(({ counters }) => counters)) };
}
