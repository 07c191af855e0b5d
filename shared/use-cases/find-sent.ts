/** Whether a notice is addressed to a person: its batches hold a decision to send it to one of their contacts. */

import type { BatchStore } from '../adapters/batch-store.ts';
import type { MessageStore, SliceProgress } from '../adapters/message-store.ts';
import { wavesIn } from '../domain/batch.ts';
import type { Notice } from '../domain/lifecycle.ts';
import { shardOf } from '../domain/person.ts';
import { batchesOf } from './notice-standing.ts';
import { firstShardOf } from './slices.ts';

export interface FindSentDeps {
  messages: Pick<MessageStore, 'loadSlice' | 'listSlices'>;
  batches: Pick<BatchStore, 'findBatch' | 'listBatches'>;
}

/** @param office of the person today: they may have lived under another one when it was sent */
export async function wasSent(
  deps: FindSentDeps,
  notice: Notice,
  personId: string,
  office: string,
): Promise<boolean> {
  const firstShard = firstShardOf('notice', shardOf(personId));
  const own = await deps.messages.loadSlice(notice.id, { office, firstShard });
  if (own && (await isInSlice(deps, notice, personId, own))) return true;
  for (const slice of await deps.messages.listSlices(notice.id)) {
    if (slice.firstShard !== firstShard || slice.office === office) continue;
    if (await isInSlice(deps, notice, personId, slice)) return true;
  }
  return false;
}

async function isInSlice(
  deps: FindSentDeps,
  notice: Notice,
  personId: string,
  { office, counters }: SliceProgress,
): Promise<boolean> {
  const shard = shardOf(personId);
  for (const wave of wavesIn(counters).sort()) {
    for (const channel of notice.draft.channels) {
      const series = { messageId: notice.id, wave, channel, office, shard };
      const batches = await batchesOf(deps, series, personId);
      const isSent = batches.some(({ entries }) =>
        entries.some((entry) => entry.personId === personId && entry.decision === 'send'),
      );
      if (isSent) return true;
    }
  }
  return false;
}
