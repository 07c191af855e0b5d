/** Puts the outcome of a mail into the batch that it was sent with. */
import type { BatchStore } from '../../shared/adapters/batch-store.ts';
import type { MessageStore } from '../../shared/adapters/message-store.ts';
import type { MessagePointer, Outcome } from '../../shared/domain/delivery-event.ts';
import { contactKey, shardOf } from '../../shared/domain/person.ts';
import { firstShardOf, stageOf } from '../../shared/use-cases/slices.ts';
import { untilSaved } from '../../shared/use-cases/until-saved.ts';

export interface OutcomeDeps {
  messages: Pick<MessageStore, 'load'>;
  batches: Pick<BatchStore, 'findEntries' | 'recordFeedback'>;
}

/** Counts each outcome of a contact once. A mail that no batch knows (a test send) has no outcome to keep. */
export async function recordOutcome(
  { messages, batches }: OutcomeDeps,
  { messageId, personId, contactId, office, wave }: MessagePointer,
  outcome: Outcome,
): Promise<void> {
  const record = await messages.load(messageId);
  if (!record) return;
  const shard = shardOf(personId);
  const series = { messageId, wave, channel: 'email', office, shard } as const;
  const batch = await batches.findEntries(series, contactKey({ personId, id: contactId }));
  const position = batch?.entries.findIndex(
    (entry) => entry.personId === personId && entry.contactId === contactId,
  );
  if (!batch || position === undefined || position < 0) return;
  const slice = { office, firstShard: firstShardOf(record.type, shard) };
  await untilSaved(async () => {
    const result = await batches.recordFeedback(batch, position, outcome, slice, stageOf(record, 'email'));
    return result === 'retry' ? undefined : result;
  });
}
