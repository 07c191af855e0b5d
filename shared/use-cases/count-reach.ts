/** How far a notice has come with everybody whom it affects: the workers of its lane count slice by slice, and whoever asks gets the sum. */
import type { ExpandSlice } from '../../events/expand-slice.ts';
import type { MessageStore, PlanPart } from '../adapters/message-store.ts';
import { Conflict } from '../domain/faults.ts';
import type { Notice } from '../domain/lifecycle.ts';
import { countPerson } from '../domain/reach-report.ts';
import { type AffectedDeps, readAffected } from './affected-people.ts';
import { type CountDeps, type Counted, countAudience } from './count-audience.ts';

export interface ReachDeps extends AffectedDeps {
  messages: AffectedDeps['messages'] & Pick<MessageStore, 'loadSlice' | 'savePlanPart'>;
}

/** Counts one slice and saves its part. Repeating it overwrites the part with fresh counts. */
export async function reachSlice(deps: ReachDeps, command: ExpandSlice, reachId: string): Promise<void> {
  const { messageId, office, firstShard, lastShard } = command;
  const notice = await deps.messages.load(messageId);
  if (notice?.type !== 'notice' || notice.startedAt === undefined) return;
  const slice = await deps.messages.loadSlice(messageId, command);
  const part: PlanPart = { office, firstShard, counters: {} };
  for (let shard = firstShard; shard <= lastShard; shard++) {
    for (const person of await readAffected(deps, notice, slice, { office, shard }))
      countPerson(part.counters, person, notice.startedAt);
  }
  await deps.messages.savePlanPart(messageId, reachId, part, deps.now);
}

/** While it runs a console shows its figures as they come. */
const freshSeconds = { running: 5, other: 15 };

/** Counters for `toReachReport`, for which it waits up to 8 seconds. @throws Conflict before the release: nobody is to be reached yet */
export async function countReach(deps: CountDeps, notice: Notice): Promise<Counted> {
  requireReleased(notice);
  const kept = notice.state === 'running' ? freshSeconds.running : freshSeconds.other;
  return countAudience(deps, notice, { kind: 'reach', freshSeconds: kept });
}

/** @throws Conflict */
export function requireReleased({ startedAt, state }: Notice): void {
  if (startedAt === undefined)
    throw new Conflict('The notice has not been released: nobody is to be reached yet.', {
      members: { state },
    });
}
