/** Which of a person's devices a notice is about. */
import { namesDevice } from '../domain/audience.ts';
import type { MandatoryAudience } from '../domain/message.ts';
import type { Device } from '../domain/person.ts';

/** The devices that the audience names; all of them when it names none. */
export function affectedDevices(audience: MandatoryAudience, devices: readonly Device[]): readonly Device[] {
  return devices.filter((device) => namesDevice(audience, device));
}
