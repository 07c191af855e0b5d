/** A device says what became of a message on it; an acknowledgement of a notice is its person's answer. */
import type { Receipt } from '../../shared/api/devices.ts';
import { NotFound } from '../../shared/domain/faults.ts';
import type { Instant } from '../../shared/domain/vocabulary.ts';
import { saidAt } from '../../shared/use-cases/change-preferences.ts';
import type { DeviceDeps, KnownDevice } from './deps.ts';

/**
 * Records a receipt; a repeated one changes nothing, and is counted where the first one was not. A device whose clock runs ahead has said it now.
 * @throws NotFound when there is no such message, or when a notice that is acknowledged was not sent to the person of the device
 */
export async function recordReceipt(
  deps: Pick<DeviceDeps, 'receipts' | 'loadMessage' | 'acknowledge' | 'reportReceipt'>,
  device: KnownDevice,
  { messageId, kind, at }: Receipt,
  now: Instant,
): Promise<void> {
  const message = await deps.loadMessage(messageId);
  if (!message) throw new NotFound('There is no message of this id.');
  const said = saidAt(at, now);
  if (kind === 'acknowledged' && message.type === 'notice') {
    if (!(await deps.acknowledge(message, device, said)))
      throw new NotFound('This notice was not sent to the person of this device.');
  }
  await deps.receipts.record({ ...device, messageId }, kind, said);
  if (kind !== 'acknowledged') await deps.reportReceipt({ ...device, messageId, said: kind });
}
