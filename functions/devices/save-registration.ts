/** Puts a device with its answers into the place that was found for it: one transaction, also where two records become one. */
import { newId } from '../../shared/adapters/identifiers.ts';
import type { PersonChange } from '../../shared/adapters/people-writes.ts';
import { addDevice, createPerson } from '../../shared/domain/contacts.ts';
import {
  type DeviceFacts,
  findDevice,
  renewDevice,
  type Surroundings,
  withDevice,
  withRefusal,
} from '../../shared/domain/device.ts';
import { emptiedRecord, mergeIntoAccount } from '../../shared/domain/merge-people.ts';
import type { PersonRecord } from '../../shared/domain/person.ts';
import type { Answer } from '../../shared/domain/preferences.ts';
import type { Instant } from '../../shared/domain/vocabulary.ts';
import { buildChange, type ChangeContext, joinChanges } from '../../shared/use-cases/change-person.ts';
import { type Claim, findClaim, isHeldBy } from '../../shared/use-cases/find-claim.ts';
import { isCredentialOf } from './credential.ts';
import type { DeviceDeps } from './deps.ts';
import type { Place } from './find-place.ts';
import { formerHashes } from './former-hashes.ts';
import { removeDevice } from './remove-device.ts';

export interface Registration {
  facts: Omit<DeviceFacts, 'endpointArn'>;
  surroundings: Surroundings;
  /** The number of the account that the phone signs in to. */
  account: string | undefined;
  /** The credential that the phone has of its last registration. */
  bearer: string | undefined;
  /** The answers to take, once the record with the device is there. */
  answersOf: (record: PersonRecord) => Answer[];
  contextOf: (deviceId: string | undefined) => ChangeContext;
  now: Instant;
}

/** What is written: the record with the device, and the one that it leaves. */
interface Prepared {
  edited: PersonRecord;
  /** Answers of the phone's own record, where that joins an account. */
  merged: readonly Answer[];
}

/** One attempt. Undefined: somebody came between, or a former holder of the endpoint had to go first. */
export async function saveRegistration(
  deps: DeviceDeps,
  place: Place,
  registration: Registration,
): Promise<PersonRecord | undefined> {
  const { deviceId } = place;
  const source = sourceOf(place);
  const known = source && findDevice(source, deviceId);
  const endpointArn =
    (await deps.findEndpoint(registration.facts.token, known?.endpointArn)) ?? known?.endpointArn;
  const endpoint = endpointArn === undefined ? undefined : await findClaim(deps, 'endpoint', endpointArn);
  const isOwn = source && endpoint && isHeldBy(endpoint, { personId: source.person.id, id: deviceId });
  if (endpoint?.holder && !isOwn) {
    await removeDevice(deps, { holder: endpoint.holder }, registration.contextOf(deviceId));
    return undefined;
  }
  const facts = { ...registration.facts, endpointArn };
  const isSameInstallation =
    known !== undefined && isCredentialOf(known.credentialHash, registration.bearer ?? '');
  const prepared = prepare(place, registration, { facts, isSameInstallation });
  const own = [place.token, await findClaim(deps, 'endpoint', deviceId), ...(endpoint ? [endpoint] : [])];
  const former = await formerHashes(deps, known, facts);
  const changes = changesOf(place, registration, prepared, { own, former });
  return (await deps.people.save(changes)) ? changes[0]?.after : undefined;
}

/** The record that has the device so far. */
function sourceOf(place: Place): PersonRecord | undefined {
  switch (place.kind) {
    case 'new':
      return undefined;
    case 'known':
      return place.before;
    case 'merge':
      return place.alone;
  }
}

function prepare(
  place: Place,
  registration: Registration,
  { facts, isSameInstallation }: { facts: DeviceFacts; isSameInstallation: boolean },
): Prepared {
  const { deviceId } = place;
  const { surroundings, now } = registration;
  switch (place.kind) {
    case 'new': {
      const attributes = { ...surroundings, interests: [], devices: [] };
      const added = addDevice(createPerson(newId('per'), attributes, now), { id: deviceId, ...facts });
      return { edited: withTombstones(added, place, registration), merged: [] };
    }
    case 'known': {
      const renewed = renewDevice(place.before, deviceId, facts, surroundings, isSameInstallation);
      return { edited: withTombstones(renewed, place, registration), merged: [] };
    }
    case 'merge': {
      const { edited, answers } = mergeIntoAccount(place.before, place.alone, {
        deviceId,
        facts,
        isSameInstallation,
      });
      const isAnswered = answers.some((answer) => 'contactId' in answer && answer.purpose === 'marketing');
      return { edited: isAnswered ? edited : withTokenRefusal(edited, place), merged: answers };
    }
  }
}

/** The number of the account, and the refusals that erasures have left on it and on the token: they outlive the person. */
function withTombstones(
  record: PersonRecord,
  place: Extract<Place, { kind: 'new' | 'known' }>,
  { account }: Registration,
): PersonRecord {
  const { account: claim } = place;
  const left = claim?.refusal;
  const refused = left ? refuse(record, place, left) : withTokenRefusal(record, place);
  if (!claim) return refused;
  const answer = left && { at: left.at, eventId: left.receipt };
  const refusals = answer
    ? { ...refused.person.refusals, email: answer, push: answer }
    : refused.person.refusals;
  const contacts = refused.contacts.map((contact) => ({ ...contact, externalId: account }));
  return { person: { ...refused.person, externalId: account, refusals }, contacts };
}

/** A grant that has outlasted the registration was given on the phone after the erasure: it stands. */
function withTokenRefusal(record: PersonRecord, place: Place): PersonRecord {
  const isGranted = findDevice(record, place.deviceId)?.marketing.state === 'granted';
  return isGranted ? record : refuse(record, place, place.token.refusal);
}

/** The phone under the refusal of an erasure; one of its own stays as it is. */
function refuse(record: PersonRecord, { deviceId }: Place, refusal: Claim['refusal']): PersonRecord {
  const device = findDevice(record, deviceId);
  const applies = device && refusal && device.marketing.state !== 'denied';
  return applies ? withDevice(record, withRefusal(device, refusal)) : record;
}

/** All changes of the registration, that of the device's person first. */
function changesOf(
  place: Place,
  registration: Registration,
  { edited, merged }: Prepared,
  { own, former }: { own: readonly Claim[]; former: readonly string[] },
): PersonChange[] {
  const { deviceId } = place;
  const { answersOf, contextOf, now } = registration;
  const claims = own.filter(({ holder }) => !holder).map(({ hash }) => ({ hash, contactId: deviceId }));
  if (place.kind !== 'merge') {
    const all = place.account ? [...claims, { hash: place.account.hash }] : claims;
    const before = place.kind === 'known' ? place.before : undefined;
    const addresses = { claims: all, releases: former };
    const { change } = buildChange(before, edited, answersOf(edited), contextOf(deviceId), addresses);
    return change ? [change] : [];
  }
  const { before, alone } = place;
  const actor = { kind: 'device', id: deviceId, evidence: `merged from ${alone.person.id}` } as const;
  // What was shown when the answers were given stands in the phone's own history; the words of this registration were not.
  const joining = { now, source: 'merge', actor } as const;
  const { change: first } = buildChange(before, edited, merged, joining, { claims });
  if (!first) return [];
  const { change: second } = buildChange(
    first.after,
    first.after,
    answersOf(first.after),
    contextOf(deviceId),
  );
  const from = alone.person.id;
  const moves = own.filter(({ holder }) => holder).map(({ hash }) => ({ hash, contactId: deviceId, from }));
  const after = emptiedRecord(alone, before.person.id, now);
  const left = { before: alone, after, entries: [], claims: [], releases: former, optOuts: [], letters: [] };
  return [{ ...joinChanges(first, second), moves }, left];
}
