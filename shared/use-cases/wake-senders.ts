/** Puts pointers of due batches on the senders' queues of one lane. */
import { type DeliverBatch, deliverBatchName } from '../../events/deliver-batch.ts';
import type { SendWakeups } from '../adapters/queues.ts';
import type { BatchPointer } from '../domain/batch.ts';
import type { Channel } from '../domain/vocabulary.ts';

/** Queue URLs of one lane. A lane without a channel (marketing has no SMS) never gets a pointer for it. */
export type SenderQueues = Readonly<Partial<Record<Channel, string>>>;

/** Wakes senders for batches, after `delaySeconds` if given. @throws Error for a channel that the lane does not have */
export async function wakeSenders(
  send: SendWakeups,
  queues: SenderQueues,
  pointers: readonly BatchPointer[],
  delaySeconds?: number,
): Promise<void> {
  for (const [channel, own] of Map.groupBy(pointers, (pointer) => pointer.channel)) {
    const queueUrl = queues[channel];
    if (queueUrl === undefined) throw new Error(`This lane has no queue for ${channel}`);
    await send(
      queueUrl,
      own.map((pointer) => ({ group: pointer.office, delaySeconds, body: commandOf(pointer) })),
    );
  }
}

function commandOf(pointer: BatchPointer): DeliverBatch {
  return { name: deliverBatchName, version: 1, ...pointer };
}
