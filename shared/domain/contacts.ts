/** New people and new contacts, with nothing granted; a refusal that the person made before holds for a new address too. */
import { type Consent, unset } from './consent.ts';
import type {
  Contact,
  Device,
  EmailContact,
  Person,
  PersonRecord,
  PushContact,
  SmsContact,
} from './person.ts';
import type { EmailSource, Instant } from './vocabulary.ts';

export type Attributes = Pick<
  Person,
  | 'externalId'
  | 'office'
  | 'country'
  | 'subdivision'
  | 'language'
  | 'timezone'
  | 'birthYear'
  | 'interests'
  | 'devices'
>;

/** A person of whom nothing is asked yet. */
export function createPerson(id: string, attributes: Attributes, now: Instant): PersonRecord {
  return {
    person: {
      id,
      ...attributes,
      profiling: unset,
      topics: {},
      restricted: false,
      refusals: {},
      version: 0,
      createdAt: now,
      updatedAt: now,
    },
    contacts: [],
  };
}

/** Adds an email address. */
export function addEmail(
  record: PersonRecord,
  given: { id: string; address: string; emailSource: EmailSource },
): PersonRecord {
  const contact: EmailContact = { channel: 'email', ...common(record.person), ...given };
  contact.marketing = initialConsent(record.person, 'email');
  contact.devices = devicesOf(record);
  return { ...record, contacts: [...record.contacts, contact] };
}

/** Adds a phone number for mandatory messages. */
export function addPhone(record: PersonRecord, given: { id: string; phone: string }): PersonRecord {
  const contact: SmsContact = { channel: 'sms', ...common(record.person), ...given };
  contact.devices = devicesOf(record);
  return { ...record, contacts: [...record.contacts, contact] };
}

/** Adds a device; its model becomes known to the person's other contacts, so that a recall reaches the owner on each of them. */
export function addDevice(
  record: PersonRecord,
  given: Pick<PushContact, 'id' | 'token' | 'endpointArn' | 'credentialHash'> & {
    device: Device | undefined;
  },
): PersonRecord {
  const { device, ...own } = given;
  const contact: PushContact = { channel: 'push', ...common(record.person), ...own, diagnostics: unset };
  contact.marketing = initialConsent(record.person, 'push');
  contact.devices = device ? [device] : [];
  return withKnownDevices({ ...record, contacts: [...record.contacts, contact] });
}

/** Models on mail and phone contacts follow from the profile and the devices: called after either changed. */
export function withKnownDevices(record: PersonRecord): PersonRecord {
  const devices = devicesOf(record);
  const contacts = record.contacts.map((contact): Contact => {
    const upToDate = contact.channel === 'push' || sameDevices(contact.devices, devices);
    return upToDate ? contact : { ...contact, devices };
  });
  return contacts.every((contact, index) => contact === record.contacts[index])
    ? record
    : { ...record, contacts };
}

function devicesOf({ person, contacts }: PersonRecord): Device[] {
  const all = [
    ...person.devices,
    ...contacts.flatMap((contact) => (contact.channel === 'push' ? contact.devices : [])),
  ];
  return all.filter((device, index) => all.findIndex((other) => isSameDevice(device, other)) === index);
}

/** Phones of the person that none of their contacts stands for: nobody can be told of them over any channel. */
export function unheardDevices({ person, contacts }: PersonRecord): Device[] {
  const heard = contacts.flatMap(({ devices }) => devices);
  return person.devices.filter((device) => !heard.some((other) => isSameDevice(device, other)));
}

/** Model, version and build: a recall may be for one build of them. */
export function isSameDevice(left: Device, right: Device): boolean {
  return left.model === right.model && left.osVersion === right.osVersion && left.firmware === right.firmware;
}

function sameDevices(left: readonly Device[], right: readonly Device[]): boolean {
  return (
    left.length === right.length &&
    left.every((device, index) => {
      const other = right[index];
      return other !== undefined && isSameDevice(device, other);
    })
  );
}

function initialConsent(person: Person, channel: 'email' | 'push'): Consent {
  const refusal = person.refusals[channel];
  return refusal ? { state: 'denied', ...refusal } : unset;
}

function common(person: Person) {
  const {
    externalId,
    office,
    country,
    subdivision,
    language,
    timezone,
    birthYear,
    interests,
    profiling,
    topics,
    restricted,
  } = person;
  return {
    personId: person.id,
    externalId,
    office,
    country,
    subdivision,
    language,
    timezone,
    birthYear,
    interests,
    profiling,
    topics,
    restricted,
    marketing: unset,
    devices: [],
    version: 0,
  };
}

/** The address of that id, as long as it is the person's. */
export function findEmail({ contacts }: PersonRecord, contactId: string): EmailContact | undefined {
  const contact = contacts.find(({ id }) => id === contactId);
  return contact?.channel === 'email' ? contact : undefined;
}
