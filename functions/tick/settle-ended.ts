/** A message that was cancelled or stopped: batches that were begun are ended, so that what was sent is counted and what is in doubt is shown. */
import type { BatchStore, Run } from '../../shared/adapters/batch-store.ts';
import type { MessageStore } from '../../shared/adapters/message-store.ts';
import type { BatchPointer } from '../../shared/domain/batch.ts';
import type { MessageRecord } from '../../shared/domain/lifecycle.ts';
import { addSeconds } from '../../shared/domain/local-time.ts';
import type { Instant } from '../../shared/domain/vocabulary.ts';
import { seriesOf } from '../../shared/use-cases/series.ts';

interface SettleDeps {
  messages: Pick<MessageStore, 'load' | 'listSlices' | 'listWaves' | 'markSettled'>;
  batches: Pick<BatchStore, 'listRuns'>;
  wakeSenders: (lane: MessageRecord['type'], pointers: readonly BatchPointer[]) => Promise<void>;
}

/** A worker that read the message before its end may still begin a batch; after this time none does. */
const graceSeconds = 60;

/** Wakes the senders of batches that were begun and left; when there are none, the message needs no more care. @returns how many were woken */
export async function settleEnded(deps: SettleDeps, messageId: string, now: Instant): Promise<number> {
  const record = await deps.messages.load(messageId);
  if (record?.state !== 'cancelled' && record?.state !== 'stopped') return 0;
  const begun = await listBegun(deps, record);
  const left = begun.filter(({ run }) => run.state === 'waiting' || run.leaseUntil < now);
  await deps.wakeSenders(
    record.type,
    left.map(({ pointer }) => pointer),
  );
  if (begun.length === 0 && addSeconds(record.updatedAt, graceSeconds) < now)
    await deps.messages.markSettled(record);
  return left.length;
}

async function listBegun(
  deps: SettleDeps,
  record: MessageRecord,
): Promise<{ pointer: BatchPointer; run: Run }[]> {
  const open = (await deps.messages.listSlices(record.id)).filter(({ planned, done }) => done < planned);
  const waves = open.length === 0 ? [] : await deps.messages.listWaves(record.id);
  const begun: { pointer: BatchPointer; run: Run }[] = [];
  for (const { wave } of waves) {
    for (const series of seriesOf(record, open, wave)) {
      for (const [first, run] of await deps.batches.listRuns(series)) {
        if (run.state !== 'done') begun.push({ pointer: { ...series, first }, run });
      }
    }
  }
  return begun;
}
