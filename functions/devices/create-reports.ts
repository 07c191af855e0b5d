/** What devices report goes through the queue of feedback: a function that anybody can call neither counts nor sends. */
import { type DeviceReceipt, deviceReceiptName } from '../../events/device-receipt.ts';
import { type DeviceRegistered, deviceRegisteredName } from '../../events/device-registered.ts';
import type { SendWakeups } from '../../shared/adapters/queues.ts';
import type { DeviceDeps } from './deps.ts';

export function createReports(
  send: SendWakeups,
  queueUrl: string,
): Pick<DeviceDeps, 'reportReceipt' | 'reportRegistration'> {
  return {
    reportReceipt: async (receipt) => {
      const body: DeviceReceipt = { name: deviceReceiptName, version: 1, ...receipt };
      await send(queueUrl, [{ body, group: receipt.messageId }]);
    },
    reportRegistration: async (device) => {
      const body: DeviceRegistered = { name: deviceRegisteredName, version: 1, ...device };
      await send(queueUrl, [{ body, group: device.personId }]);
    },
  };
}
