/** Registers a phone: as a new person, or as the device that its token already stands for. */
import { newId } from '../../shared/adapters/identifiers.ts';
import type { DeviceRegistration } from '../../shared/api/devices.ts';
import { addDevice, createPerson } from '../../shared/domain/contacts.ts';
import {
  type DeviceFacts,
  findDevice,
  renewDevice,
  type Surroundings,
  withDevice,
  withRefusal,
} from '../../shared/domain/device.ts';
import type { DevicePreferences } from '../../shared/domain/device-preferences.ts';
import { InvalidInput } from '../../shared/domain/faults.ts';
import { officeOf } from '../../shared/domain/offices.ts';
import type { PersonRecord } from '../../shared/domain/person.ts';
import type { Instant } from '../../shared/domain/vocabulary.ts';
import { buildChange, type ChangeContext } from '../../shared/use-cases/change-person.ts';
import { type Claim, findClaim, isHeldBy } from '../../shared/use-cases/find-claim.ts';
import { untilSaved } from '../../shared/use-cases/until-saved.ts';
import { issueCredential } from './credential.ts';
import type { DeviceDeps } from './deps.ts';
import { formerHashes } from './former-hashes.ts';
import { registrationAnswers } from './registration-answers.ts';
import { removeDevice } from './remove-device.ts';
import { describeDevice } from './show-preferences.ts';

export interface Registered {
  deviceId: string;
  credential: string;
  preferences: DevicePreferences;
  version: number;
}

/**
 * Registers a device. Of two registrations of one token at the same time, the second renews what the first has made.
 * @throws InvalidInput, Conflict
 */
export async function registerDevice(
  deps: DeviceDeps,
  body: DeviceRegistration,
  now: Instant,
): Promise<Registered> {
  if (body.accountToken !== undefined) {
    const message = 'linking a device to an account is not available yet: leave it out';
    throw new InvalidInput('The body is not valid.', { errors: [{ field: 'accountToken', message }] });
  }
  const surroundings = surroundingsOf(body);
  const { credential, credentialHash } = issueCredential();
  const facts = {
    token: body.token,
    credentialHash,
    device: { model: body.model, osVersion: body.osVersion },
  };
  const { record, deviceId } = await untilSaved(() => register(deps, { body, facts, surroundings, now }));
  return { deviceId, credential, ...describeDevice(record, deviceId, now) };
}

function surroundingsOf({ country, language, timezone }: DeviceRegistration): Surroundings {
  const office = officeOf(country);
  if (!office) {
    throw new InvalidInput('The body is not valid.', {
      errors: [{ field: 'country', message: 'is not a country of ISO 3166' }],
    });
  }
  return { office: office.id, country, language, timezone };
}

interface Wanted {
  body: DeviceRegistration;
  facts: Omit<DeviceFacts, 'endpointArn'>;
  surroundings: Surroundings;
  now: Instant;
}

interface Place {
  /** The record as it was read; absent for a new person. */
  before: PersonRecord | undefined;
  deviceId: string;
  token: Claim;
}

/** One attempt. Undefined: somebody came between, or a former holder had to go first. */
async function register(
  deps: DeviceDeps,
  wanted: Wanted,
): Promise<{ record: PersonRecord; deviceId: string } | undefined> {
  const token = await findClaim(deps, 'token', wanted.facts.token);
  if (token.holder && wanted.body.factoryReset) {
    await removeDevice(
      deps,
      { holder: token.holder, tokenClaim: token },
      contextOf(wanted, token.holder.contactId),
    );
    return undefined;
  }
  const before = token.holder && (await deps.people.load(token.holder.personId));
  if (token.holder && !before) return undefined;
  const deviceId = token.holder?.contactId ?? newId('dev');
  const known = before && findDevice(before, deviceId);
  const endpointArn = await deps.findEndpoint(wanted.facts.token, known?.endpointArn);
  return save(deps, wanted, { before, deviceId, token }, endpointArn ?? known?.endpointArn);
}

async function save(
  deps: DeviceDeps,
  wanted: Wanted,
  { before, deviceId, token }: Place,
  endpointArn: string | undefined,
): Promise<{ record: PersonRecord; deviceId: string } | undefined> {
  const edited = recordOf(wanted, { before, deviceId, token }, { ...wanted.facts, endpointArn });
  const self = { personId: edited.person.id, id: deviceId };
  const context = contextOf(wanted, deviceId);
  const endpoint = endpointArn === undefined ? undefined : await findClaim(deps, 'endpoint', endpointArn);
  if (endpoint?.holder && !isHeldBy(endpoint, self)) {
    await removeDevice(deps, { holder: endpoint.holder }, context);
    return undefined;
  }
  const id = await findClaim(deps, 'endpoint', deviceId);
  const free = [token, id, ...(endpoint ? [endpoint] : [])].filter(({ holder }) => !holder);
  const claims = free.map(({ hash }) => ({ hash, contactId: deviceId }));
  const releases = await formerHashes(deps, before && findDevice(before, deviceId), {
    token: wanted.facts.token,
    endpointArn,
  });
  const answers = registrationAnswers(edited, deviceId, wanted.body);
  const { change } = buildChange(before, edited, answers, context, { claims, releases });
  if (!change) return { record: edited, deviceId };
  return (await deps.people.save([change])) ? { record: change.after, deviceId } : undefined;
}

function recordOf(
  { surroundings, now }: Wanted,
  { before, deviceId, token }: Place,
  facts: DeviceFacts,
): PersonRecord {
  if (before) return renewDevice(before, deviceId, facts, surroundings);
  const attributes = { ...surroundings, interests: [], devices: [] };
  const added = addDevice(createPerson(newId('per'), attributes, now), { id: deviceId, ...facts });
  const device = findDevice(added, deviceId);
  return device && token.refusal ? withDevice(added, withRefusal(device, token.refusal)) : added;
}

function contextOf({ body, now }: Wanted, deviceId: string | undefined): ChangeContext {
  return { now, source: body.source, actor: { kind: 'device', id: deviceId } };
}
