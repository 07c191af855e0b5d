/** Series of batches: one wave, channel, office and shard of a message. */
import type { BatchPointer, Slice } from '../domain/batch.ts';
import type { MessageRecord } from '../domain/lifecycle.ts';
import type { Channel } from '../domain/vocabulary.ts';

export type Series = Omit<BatchPointer, 'first'>;

/** The series of batches that some slices of a message have in one wave. */
export function seriesOf(record: MessageRecord, slices: readonly Slice[], wave: string): Series[] {
  const channels: readonly Channel[] = record.draft.channels;
  return slices.flatMap(({ office, firstShard, lastShard }) =>
    channels.flatMap((channel) =>
      Array.from({ length: lastShard - firstShard + 1 }, (_, index) => ({
        messageId: record.id,
        wave,
        channel,
        office,
        shard: firstShard + index,
      })),
    ),
  );
}
