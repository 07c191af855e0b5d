/** Which of a person's devices a notice is about. */
import type { MandatoryAudience } from '../domain/message.ts';
import type { Device } from '../domain/person.ts';

/** The devices that the audience names; all of them when it names none. */
export function affectedDevices(
  { deviceModels, osVersions }: MandatoryAudience,
  devices: readonly Device[],
): readonly Device[] {
  return devices.filter(
    ({ model, osVersion }) =>
      (!deviceModels || deviceModels.includes(model)) &&
      (!osVersions || (osVersion !== undefined && osVersions.includes(osVersion))),
  );
}
