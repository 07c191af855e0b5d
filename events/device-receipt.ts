/** Queue message: a device has said what became of a push. Ids only; whether it may be counted is decided where it is read. */
import * as z from 'zod';

export const deviceReceiptName = 'device-receipt';

export const DeviceReceipt = z.object({
  name: z.literal(deviceReceiptName),
  version: z.literal(1),
  messageId: z.string().min(1),
  personId: z.string().min(1),
  contactId: z.string().min(1),
  said: z.enum(['delivered', 'opened']),
});
export type DeviceReceipt = z.infer<typeof DeviceReceipt>;
