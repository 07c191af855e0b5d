/** The life of a device in a person's record: it comes back after a new installation, and it leaves. Pure. */

import { type Consent, unset } from './consent.ts';
import { addDevice, withKnownDevices } from './contacts.ts';
import type { Device, PersonRecord, PushContact } from './person.ts';
import { withShared } from './preferences.ts';
import type { Instant } from './vocabulary.ts';

/** What a device says of itself when it registers. */
export interface DeviceFacts {
  token: string;
  credentialHash: string;
  endpointArn?: string | undefined;
  device: Device;
}

/** Where the device is, which is where its person is as long as nothing else is known of them. */
export interface Surroundings {
  office: string;
  country: string;
  language: string;
  timezone: string;
}

/** The device of that id. */
export function findDevice(
  { contacts }: PersonRecord,
  contactId: string | undefined,
): PushContact | undefined {
  const contact = contacts.find(({ id }) => id === contactId);
  return contact?.channel === 'push' ? contact : undefined;
}

/** Whether nothing is known of the person but this one device: its choices then are all of theirs. */
export function isKnownByDeviceAlone({ person, contacts }: PersonRecord, contactId: string): boolean {
  return person.externalId === undefined && contacts.every(({ id }) => id === contactId);
}

/**
 * The record after the same phone registers again, with a new installation or after it had left.
 * Refusals stay; what was granted to the former installation ends with it, and so does what was granted to the office of another country.
 * @param isSameInstallation the phone has shown the credential of the installation that gave the grants
 */
export function renewDevice(
  record: PersonRecord,
  contactId: string,
  facts: DeviceFacts,
  surroundings: Surroundings,
  isSameInstallation = false,
): PersonRecord {
  const known = findDevice(record, contactId);
  const isAlone = isKnownByDeviceAlone(record, contactId);
  const keeps = isSameInstallation && (!isAlone || record.person.office === surroundings.office);
  const renewed = known
    ? withKnownDevices(withDevice(record, renewContact(record, known, facts, keeps)))
    : addDevice(record, { id: contactId, ...facts });
  return isAlone
    ? moveWithDevice(renewed, surroundings, keeps)
    : withShared(renewed, {
        language: record.person.language ?? surroundings.language,
        timezone: record.person.timezone ?? surroundings.timezone,
      });
}

/** Where a grant ends, what the person has refused for all their phones holds again. */
function renewContact(
  { person }: PersonRecord,
  known: PushContact,
  { token, credentialHash, endpointArn, device }: DeviceFacts,
  keeps: boolean,
): PushContact {
  return {
    ...known,
    token,
    credentialHash,
    endpointArn,
    devices: [device],
    undeliverable: undefined,
    marketing: keeps ? known.marketing : refusalOf(known.marketing, person.refusals.push),
    diagnostics: keeps ? known.diagnostics : refusalOf(known.diagnostics),
  };
}

function moveWithDevice(record: PersonRecord, surroundings: Surroundings, keeps: boolean): PersonRecord {
  const { country, subdivision, profiling } = record.person;
  return withShared(record, {
    ...surroundings,
    subdivision: country === surroundings.country ? subdivision : undefined,
    profiling: keeps ? profiling : refusalOf(profiling),
  });
}

function refusalOf(consent: Consent, ofPerson?: { at: Instant; eventId: string }): Consent {
  if (consent.state === 'denied') return consent;
  return ofPerson ? { state: 'denied', ...ofPerson } : unset;
}

/** The same record with the device in another state. */
export function withDevice(record: PersonRecord, device: PushContact): PersonRecord {
  return { ...record, contacts: record.contacts.map((known) => (known.id === device.id ? device : known)) };
}

/** The record without the device; what was refused on it stays refused for the person's later devices. */
export function withoutDevice(record: PersonRecord, contactId: string): PersonRecord {
  const device = findDevice(record, contactId);
  if (!device) return record;
  const { person } = record;
  const { refusals } = person;
  const refused =
    device.marketing.state === 'denied' && refusals.push === undefined ? device.marketing : undefined;
  return withKnownDevices({
    person: refused
      ? { ...person, refusals: { ...refusals, push: { at: refused.at, eventId: refused.eventId } } }
      : person,
    contacts: record.contacts.filter(({ id }) => id !== contactId),
  });
}

/** The most tokens of phones that have left which still lead to a person: an erasure, one transaction, has a tombstone for each. */
const maxLeftTokens = 5;

/** Remembers the token of a phone that leaves. @returns also the tokens that have to be forgotten for it */
export function withLeftToken(
  { person, contacts }: PersonRecord,
  hash: string,
): { edited: PersonRecord; forgotten: string[] } {
  const all = [...new Set([...(person.leftTokens ?? []), hash])];
  const leftTokens = all.slice(-maxLeftTokens);
  return { edited: { person: { ...person, leftTokens }, contacts }, forgotten: all.slice(0, -maxLeftTokens) };
}

/** The device with the refusal that an erasure left on its token: safety notices still reach it. */
export function withRefusal(device: PushContact, refusal: { at: Instant; receipt: string }): PushContact {
  return { ...device, marketing: { state: 'denied', at: refusal.at, eventId: refusal.receipt } };
}

/**
 * The most phones of one person. A refusal for the person is one transaction with a contact and an event for each of them, and DynamoDB takes 100 writes in one.
 */
export const maxDevices = 20;

/** Why another phone does not fit: undefined when it does; a phone that can go, because nothing reaches it any more; or that there is none. */
export function roomForDevice({ contacts }: PersonRecord): undefined | { dead: PushContact } | 'full' {
  const phones = contacts.filter((contact) => contact.channel === 'push');
  if (phones.length < maxDevices) return undefined;
  const dead = phones.find(({ undeliverable }) => undeliverable !== undefined);
  return dead ? { dead } : 'full';
}
