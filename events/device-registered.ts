/** Queue message: a phone has registered, or come back. Ids only: whether an open notice is about it is decided where it is read. */
import * as z from 'zod';

export const deviceRegisteredName = 'device-registered';

export const DeviceRegistered = z.object({
  name: z.literal(deviceRegisteredName),
  version: z.literal(1),
  personId: z.string().min(1),
  contactId: z.string().min(1),
});
export type DeviceRegistered = z.infer<typeof DeviceRegistered>;
