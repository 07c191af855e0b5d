/** A device leaves: it is forgotten, and what was refused on it is not. */
import type { Instant } from '../../shared/domain/vocabulary.ts';
import type { DeviceDeps, KnownDevice } from './deps.ts';
import { removeDevice } from './remove-device.ts';

/** Removes the device and its endpoint. Its token still leads to the person, so that a return finds the refusals. */
export async function leaveService(
  deps: Pick<DeviceDeps, 'people' | 'keyring' | 'dropEndpoint'>,
  device: KnownDevice,
  now: Instant,
): Promise<void> {
  const context = { now, source: 'app', actor: { kind: 'device', id: device.contactId } } as const;
  const removed = await removeDevice(deps, { holder: device }, context);
  if (removed?.endpointArn !== undefined) await deps.dropEndpoint(removed.endpointArn);
}
