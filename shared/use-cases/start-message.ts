/** Starts a message: every slice of its audience is put on the expanders' queue. */
import { type ExpandSlice, expandSliceName } from '../../events/expand-slice.ts';
import type { SendWakeups } from '../adapters/queues.ts';
import type { Slice } from '../domain/batch.ts';
import type { MessageRecord } from '../domain/lifecycle.ts';
import { slicesOf } from './slices.ts';

/** Queues of one lane's expanders. */
export interface ExpandQueue {
  send: SendWakeups;
  queueUrl: string;
}

/** The count that is wanted of a slice; none: it is walked to be sent to. */
export type CountIds = Pick<ExpandSlice, 'planId' | 'reachId'>;

/** Wakes expanders for all slices, or for some. Repeating it is harmless. */
export async function wakeExpanders(
  { send, queueUrl }: ExpandQueue,
  record: MessageRecord,
  options: CountIds & { slices?: readonly Slice[] } = {},
): Promise<void> {
  const slices = options.slices ?? slicesOf(record);
  await send(
    queueUrl,
    slices.map((slice) => ({ group: slice.office, body: commandOf(record.id, slice, options) })),
  );
}

/** The command to walk one slice. */
export function commandOf(
  messageId: string,
  { office, firstShard, lastShard }: Slice,
  { planId, reachId }: CountIds = {},
): ExpandSlice {
  return { name: expandSliceName, version: 1, messageId, office, firstShard, lastShard, planId, reachId };
}
