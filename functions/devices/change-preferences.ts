/** Changes preferences from a device: a withdrawal always lands, a grant needs the current version. */
import { etagOf, versionOf } from '../../shared/api/etag.ts';
import { findDevice } from '../../shared/domain/device.ts';
import { answersOf, type PreferenceChange } from '../../shared/domain/device-preferences.ts';
import { Conflict, PreconditionFailed, PreconditionRequired } from '../../shared/domain/faults.ts';
import type { PersonRecord } from '../../shared/domain/person.ts';
import type { Answer } from '../../shared/domain/preferences.ts';
import type { Instant } from '../../shared/domain/vocabulary.ts';
import { changePerson } from '../../shared/use-cases/change-person.ts';
import { unauthorizedDevice } from './authenticate-device.ts';
import type { DeviceDeps, KnownDevice } from './deps.ts';
import { describeDevice, type ShownPreferences } from './show-preferences.ts';

export interface PreferenceRequest {
  change: PreferenceChange;
  ifMatch: string | undefined;
  now: Instant;
}

type Obstacle = 'no-version' | 'stale' | 'no-email';

/**
 * Takes the withdrawals in any case, and the grants when `ifMatch` names the version that they start from.
 * @throws PreconditionRequired, PreconditionFailed, Conflict (no email address to grant for), each with the state as it is after
 *   the withdrawals; Unauthorized when the device has left in the meantime
 */
export async function changePreferences(
  deps: Pick<DeviceDeps, 'people'>,
  device: KnownDevice,
  { change, ifMatch, now }: PreferenceRequest,
): Promise<ShownPreferences> {
  const answers = answersOf(change, device.contactId);
  const withdrawals = answers.filter(({ state }) => state === 'denied');
  const context = { now, source: 'app', actor: { kind: 'device', id: device.contactId } } as const;
  const grants: { obstacle?: Obstacle | undefined } = {};
  const saved = await changePerson(deps.people, device.personId, context, (record) => {
    if (!findDevice(record, device.contactId)) throw unauthorizedDevice();
    grants.obstacle = withdrawals.length < answers.length ? obstacleTo(record, answers, ifMatch) : undefined;
    return { edited: record, answers: grants.obstacle ? withdrawals : answers };
  });
  if (!saved) throw unauthorizedDevice();
  const shown = describeDevice(saved, device.contactId, now);
  if (grants.obstacle) throw refusal(grants.obstacle, shown, withdrawals.length > 0);
  return shown;
}

/** Why the grants cannot be taken into this very record. */
function obstacleTo(
  { person, contacts }: PersonRecord,
  answers: readonly Answer[],
  ifMatch: string | undefined,
): Obstacle | undefined {
  if (ifMatch === undefined) return 'no-version';
  if (versionOf(ifMatch) !== person.version) return 'stale';
  const grantsEmail = answers.some(
    (answer) => answer.purpose === 'marketing' && answer.channel === 'email' && answer.state === 'granted',
  );
  return grantsEmail && !contacts.some(({ channel }) => channel === 'email') ? 'no-email' : undefined;
}

function refusal(obstacle: Obstacle, { preferences, version }: ShownPreferences, withdrawn: boolean): Error {
  const members = { preferences, etag: etagOf(version) };
  const kept = withdrawn ? ' What was withdrawn in this request is withdrawn.' : '';
  switch (obstacle) {
    case 'no-version':
      return new PreconditionRequired(`Send If-Match with the ETag that the grant starts from.${kept}`, {
        members,
      });
    case 'stale':
      return new PreconditionFailed(`The preferences have changed: look at them and grant again.${kept}`, {
        members,
      });
    case 'no-email':
      return new Conflict(`There is no email address to grant marketing for.${kept}`, { members });
  }
}
