/** The preferences of a device's person, as they stand. */
import { findDevice } from '../../shared/domain/device.ts';
import { preferencesOf } from '../../shared/domain/device-preferences.ts';
import type { PersonRecord } from '../../shared/domain/person.ts';
import type { EffectivePreferences } from '../../shared/domain/person-preferences.ts';
import { ruleBook } from '../../shared/domain/rules/rule-book.ts';
import type { Instant } from '../../shared/domain/vocabulary.ts';
import { unauthorizedDevice } from './authenticate-device.ts';
import type { DeviceDeps, KnownDevice } from './deps.ts';

export interface ShownPreferences {
  preferences: EffectivePreferences;
  /** Version of the person: the ETag. */
  version: number;
}

/** @throws Unauthorized when the device has left in the meantime */
export function describeDevice(record: PersonRecord, deviceId: string, now: Instant): ShownPreferences {
  const device = findDevice(record, deviceId);
  if (!device) throw unauthorizedDevice();
  const rule = ruleBook.ruleFor(record.person, now);
  return { preferences: preferencesOf(record, device, rule, now), version: record.person.version };
}

/** @throws Unauthorized when the device has left in the meantime */
export async function showPreferences(
  deps: Pick<DeviceDeps, 'people'>,
  { personId, contactId }: KnownDevice,
  now: Instant,
): Promise<ShownPreferences> {
  const record = await deps.people.load(personId);
  if (!record) throw unauthorizedDevice();
  return describeDevice(record, contactId, now);
}
