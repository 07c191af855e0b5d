/** Who is asking: a device id and the credential that belongs to it. */
import { findDevice } from '../../shared/domain/device.ts';
import { Unauthorized } from '../../shared/domain/faults.ts';
import { findClaim } from '../../shared/use-cases/find-claim.ts';
import { isCredentialOf } from './credential.ts';
import type { DeviceDeps, KnownDevice } from './deps.ts';

/** The one answer to an unknown device, a device that has left and a wrong credential: it does not tell which. */
export function unauthorizedDevice(): Unauthorized {
  return new Unauthorized(
    'The device id and the credential do not belong together. Register the device again.',
  );
}

/**
 * Finds the device and checks its credential.
 * @throws Unauthorized
 */
export async function authenticateDevice(
  deps: Pick<DeviceDeps, 'people' | 'keyring'>,
  deviceId: string,
  credential: string,
): Promise<KnownDevice> {
  const { holder } = await findClaim(deps, 'endpoint', deviceId);
  const record = holder && (await deps.people.load(holder.personId));
  const device = record && findDevice(record, deviceId);
  if (!isCredentialOf(device?.credentialHash, credential) || !device) throw unauthorizedDevice();
  return { personId: device.personId, contactId: device.id };
}
