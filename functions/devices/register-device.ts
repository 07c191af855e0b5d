/** Registers a phone: as a new person, as the device that its token already stands for, or as one of the account that it signs in to. */
import type { DeviceRegistration } from '../../shared/api/devices.ts';
import type { Surroundings } from '../../shared/domain/device.ts';
import { InvalidInput } from '../../shared/domain/faults.ts';
import { officeOf } from '../../shared/domain/offices.ts';
import type { PersonRecord } from '../../shared/domain/person.ts';
import type { EffectivePreferences } from '../../shared/domain/person-preferences.ts';
import { policyVersion } from '../../shared/domain/policy-version.ts';
import type { Instant } from '../../shared/domain/vocabulary.ts';
import type { ChangeContext } from '../../shared/use-cases/change-person.ts';
import { shownIn } from '../../shared/use-cases/change-preferences.ts';
import { untilSaved } from '../../shared/use-cases/until-saved.ts';
import { issueCredential } from './credential.ts';
import type { DeviceDeps } from './deps.ts';
import { findPlace, type Seeker } from './find-place.ts';
import { registrationAnswers } from './registration-answers.ts';
import { type Registration, saveRegistration } from './save-registration.ts';
import { describeDevice } from './show-preferences.ts';

export interface Registered {
  deviceId: string;
  credential: string;
  preferences: EffectivePreferences;
  version: number;
}

/**
 * Registers a device. Of two registrations of one token at the same time, the second renews what the first has made.
 * @param bearer the credential that the phone has of its last registration: it shows that the installation is the same
 * @throws InvalidInput, Conflict (no room for another phone)
 */
export async function registerDevice(
  deps: DeviceDeps,
  body: DeviceRegistration,
  { bearer, now }: { bearer: string | undefined; now: Instant },
): Promise<Registered> {
  const surroundings = surroundingsOf(body);
  const account = await accountOf(deps, body, now);
  const { credential, credentialHash } = issueCredential();
  const facts = {
    token: body.token,
    credentialHash,
    device: { model: body.model, osVersion: body.osVersion, firmware: body.firmware },
  };
  const contextOf = (deviceId: string | undefined): ChangeContext => ({
    now,
    source: body.source,
    actor: { kind: 'device', id: deviceId },
    ...shownIn(body.wording, policyVersion),
  });
  const seeker = { token: body.token, account, factoryReset: body.factoryReset === true, contextOf };
  const registration = { facts, surroundings, account, bearer, contextOf, now };
  const { record, deviceId } = await untilSaved(() => register(deps, body, seeker, registration));
  await deps.reportRegistration({ personId: record.person.id, contactId: deviceId });
  return { deviceId, credential, ...describeDevice(record, deviceId, now) };
}

/** @throws InvalidInput for a token that is not one of an account */
async function accountOf(
  deps: DeviceDeps,
  { accountToken }: DeviceRegistration,
  now: Instant,
): Promise<string | undefined> {
  if (accountToken === undefined) return undefined;
  const account = await deps.readAccount(accountToken, now);
  if (account !== undefined) return account;
  throw invalidField('accountToken', 'is not a valid token of an account: sign in again');
}

function surroundingsOf({ country, language, timezone }: DeviceRegistration): Surroundings {
  const office = officeOf(country);
  if (!office) throw invalidField('country', 'is not a country of ISO 3166');
  return { office: office.id, country, language, timezone };
}

function invalidField(field: string, message: string): InvalidInput {
  return new InvalidInput('The body is not valid.', { errors: [{ field, message }] });
}

/** One attempt. Undefined: somebody came between, or a former holder had to go first. */
async function register(
  deps: DeviceDeps,
  body: DeviceRegistration,
  seeker: Seeker,
  registration: Omit<Registration, 'answersOf'>,
): Promise<{ record: PersonRecord; deviceId: string } | undefined> {
  const place = await findPlace(deps, seeker);
  if (!place) return undefined;
  const { deviceId } = place;
  const isLinked = seeker.account !== undefined;
  const answersOf = (record: PersonRecord) => registrationAnswers(record, deviceId, body, isLinked);
  const record = await saveRegistration(deps, place, { ...registration, answersOf });
  return record && { record, deviceId };
}
