/** A device says what became of a message on it. */
import type { Receipt } from '../../shared/api/devices.ts';
import { NotFound } from '../../shared/domain/faults.ts';
import type { Instant } from '../../shared/domain/vocabulary.ts';
import type { DeviceDeps, KnownDevice } from './deps.ts';

/**
 * Records a receipt; a repeated one changes nothing, and is counted where the first one was not. A device whose clock runs ahead has said it now.
 * @throws NotFound when there is no such message
 */
export async function recordReceipt(
  deps: Pick<DeviceDeps, 'receipts' | 'isMessageKnown' | 'reportReceipt'>,
  device: KnownDevice,
  { messageId, kind, at }: Receipt,
  now: Instant,
): Promise<void> {
  if (!(await deps.isMessageKnown(messageId))) throw new NotFound('There is no message of this id.');
  await deps.receipts.record({ ...device, messageId }, kind, at !== undefined && at < now ? at : now);
  if (kind !== 'acknowledged') await deps.reportReceipt({ ...device, messageId, said: kind });
}
