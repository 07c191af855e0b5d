/** Changes preferences from a device: a withdrawal always lands, a grant needs the current version. */
import { findDevice } from '../../shared/domain/device.ts';
import { answersOf } from '../../shared/domain/device-preferences.ts';
import type { PreferenceChange } from '../../shared/domain/person-preferences.ts';
import { policyVersion } from '../../shared/domain/policy-version.ts';
import type { Instant } from '../../shared/domain/vocabulary.ts';
import {
  changePreferences as change,
  grantFault,
  type ShownWording,
  saidAt,
  shownIn,
} from '../../shared/use-cases/change-preferences.ts';
import { unauthorizedDevice } from './authenticate-device.ts';
import type { DeviceDeps, KnownDevice } from './deps.ts';
import { describeDevice, type ShownPreferences } from './show-preferences.ts';

export interface PreferenceRequest {
  change: PreferenceChange;
  ifMatch: string | undefined;
  /** When the choice was made on the device, which may have been offline. */
  at?: Instant | undefined;
  wording?: ShownWording | undefined;
  now: Instant;
}

/**
 * Takes the withdrawals in any case, and the grants when `ifMatch` names the version that they start from.
 * @throws PreconditionRequired, PreconditionFailed, Conflict (no email address to grant for), each with the state as it is after
 *   the withdrawals; Unauthorized when the device has left in the meantime
 */
export async function changePreferences(
  deps: Pick<DeviceDeps, 'people'>,
  device: KnownDevice,
  request: PreferenceRequest,
): Promise<ShownPreferences> {
  const { now, at } = request;
  const context = {
    now,
    source: 'app',
    actor: { kind: 'device', id: device.contactId },
    ...shownIn(request.wording, policyVersion),
  } as const;
  const givenAt = saidAt(at, now);
  const changed = await change(deps.people, device.personId, context, {
    ...request,
    answersOf: (record) => {
      if (!findDevice(record, device.contactId)) throw unauthorizedDevice();
      return answersOf(request.change, device.contactId).map((answer) => ({ ...answer, givenAt }));
    },
  });
  if (!changed) throw unauthorizedDevice();
  const shown = describeDevice(changed.record, device.contactId, now);
  const { obstacle } = changed;
  if (obstacle) throw grantFault({ ...changed, obstacle }, shown.preferences);
  return shown;
}
