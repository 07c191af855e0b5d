/** A message is complete when every slice has been expanded and every batch that holds a send is done. */
import type { MessageStore, SliceProgress } from '../adapters/message-store.ts';
import { type MessageRecord, type StepOutcome, stepCampaign, stepNotice } from '../domain/lifecycle.ts';
import type { Instant } from '../domain/vocabulary.ts';
import { slicesOf } from './slices.ts';

interface CompleteDeps {
  messages: Pick<MessageStore, 'load' | 'save' | 'loadSlice' | 'listSlices' | 'countDoneSlice'>;
  clock: () => Instant;
}

/**
 * Completes the message if the slice that just moved was the last one open. A count says when it is worth looking at all of them; it may count a
 * slice twice and so be early, and what a crash leaves uncounted the clock completes.
 */
export async function completeWhenDone(
  deps: CompleteDeps,
  record: MessageRecord,
  moved: { office: string; firstShard: number },
): Promise<void> {
  const own = await deps.messages.loadSlice(record.id, moved);
  if (!own || !isDone(own)) return;
  const done = await deps.messages.countDoneSlice(record.id);
  if (done < slicesOf(record).length) return;
  await completeIfDone(deps, record.id, await deps.messages.listSlices(record.id));
}

/** Completes the message if all of it is done. */
export async function completeIfDone(
  deps: CompleteDeps,
  messageId: string,
  slices: readonly SliceProgress[],
): Promise<boolean> {
  for (;;) {
    const record = await deps.messages.load(messageId);
    if (record?.state !== 'running' || !isAllDone(record, slices)) return false;
    const outcome = complete(record, deps.clock());
    if (outcome.kind !== 'taken') return false;
    if (await deps.messages.save(outcome.message, record.version)) return true;
  }
}

function complete(record: MessageRecord, at: Instant): StepOutcome<MessageRecord> {
  return record.type === 'campaign'
    ? stepCampaign(record, 'complete', { by: 'system', at })
    : stepNotice(record, 'complete', { by: 'system', at });
}

/** Everything of the slice has been handed over; of a notice, nobody in it has another turn to come either. */
function isDone(slice: SliceProgress): boolean {
  const { expanded, planned, done, nextAt, askedAt = '', roundAt = '' } = slice;
  return expanded && done >= planned && nextAt === undefined && askedAt <= roundAt;
}

/** Everything that was planned so far has been handed over. */
export function isSettled({ expanded, planned, done }: SliceProgress): boolean {
  return expanded && done >= planned;
}

function isAllDone(record: MessageRecord, slices: readonly SliceProgress[]): boolean {
  return slices.length === slicesOf(record).length && slices.every(isDone);
}
