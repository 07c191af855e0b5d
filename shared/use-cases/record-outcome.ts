/** Brings what the mail provider says later to the entry of the batch that the mail was sent from. */
import type { BatchStore, FeedbackKind } from '../adapters/batch-store.ts';
import type { MessageStore } from '../adapters/message-store.ts';
import { shardOf } from '../domain/person.ts';
import type { Channel } from '../domain/vocabulary.ts';
import { firstShardOf, stageOf } from './slices.ts';

/** Where a message was sent from, as its tags say. */
export interface SentTo {
  messageId: string;
  wave: string;
  channel: Channel;
  office: string;
  personId: string;
  contactId: string;
}

interface OutcomeDeps {
  messages: Pick<MessageStore, 'load'>;
  batches: Pick<BatchStore, 'findBatch' | 'recordFeedback'>;
}

const attempts = 8;

/** Records one piece of feedback. A repeated or older one changes nothing. @returns false when there is no such entry */
export async function recordOutcome(deps: OutcomeDeps, sentTo: SentTo, kind: FeedbackKind): Promise<boolean> {
  const { messageId, wave, channel, office, personId, contactId } = sentTo;
  const record = await deps.messages.load(messageId);
  if (!record) return false;
  const shard = shardOf(personId);
  const batch = await deps.batches.findBatch({ messageId, wave, channel, office, shard }, `${personId}#${contactId}`);
  const position = batch?.entries.findIndex((entry) => entry.personId === personId && entry.contactId === contactId) ?? -1;
  if (!batch || position < 0) return false;
  const slice = { office, firstShard: firstShardOf(record.type, shard) };
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const result = await deps.batches.recordFeedback(batch.pointer, position, kind, slice, stageOf(record, channel));
    if (result !== 'retry') return true;
  }
  throw new Error('The feedback of a batch kept changing');
}
