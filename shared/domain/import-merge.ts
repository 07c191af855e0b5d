/**
 * What an imported line makes of a record. Empty cells leave what is known; an address that is replaced takes no consent along. Pure.
 */
import { addDevice, addEmail, addPhone, createPerson, withKnownDevices } from './contacts.ts';
import { isSameEmail } from './email-address.ts';
import type { ImportedAnswer, ImportLine } from './import-line.ts';
import { zonesOf } from './local-time.ts';
import type { Contact, Device, Person, PersonRecord } from './person.ts';
import { type Answer, withShared } from './preferences.ts';
import type { Instant } from './vocabulary.ts';

/** What tells people apart: the keys of a line, and the kinds of address hashes. */
export type Identity = 'external' | 'email' | 'token' | 'phone';

export interface NewIds {
  person: () => string;
  contact: () => string;
  device: () => string;
}

export interface MergedLine {
  edited: PersonRecord;
  answers: readonly Answer[];
  /** Keys of the line that the person has from now on. */
  taken: readonly { kind: Identity; contactId?: string | undefined }[];
  /** Addresses that the person no longer has. */
  dropped: readonly { kind: 'email' | 'phone'; address: string; contactId: string }[];
}

interface Step extends Omit<MergedLine, 'answers'> {
  /** The contact that an answer of the line speaks of. */
  emailId?: string | undefined;
  pushId?: string | undefined;
}

/** The record after the line, and the answers still to apply. `edited` is `before` itself when nothing but answers is new. */
export function mergeLine(
  before: PersonRecord | undefined,
  line: ImportLine,
  ids: NewIds,
  now: Instant,
): MergedLine {
  const start: Step = before
    ? mergePerson({ edited: before, taken: [], dropped: [] }, line)
    : {
        edited: newRecord(line, ids, now),
        taken: line.externalId === undefined ? [] : [{ kind: 'external' }],
        dropped: [],
      };
  const step = [mergeDevice, mergeEmail, mergePhone].reduce((state, merge) => merge(state, line, ids), start);
  const { emailId, pushId, edited, ...changes } = step;
  return { ...changes, edited, answers: answersOf(line, emailId, pushId) };
}

/**
 * The line without a device that has left: only the device itself can come back. A refusal on it then speaks for the person,
 * a grant for it is left out.
 */
export function withoutLeftDevice(line: ImportLine): { line: ImportLine; grantsLeftOut: number } {
  const isGrant = line.pushMarketing?.state === 'granted';
  const pushMarketing = isGrant ? undefined : line.pushMarketing;
  return { line: { ...line, deviceToken: undefined, pushMarketing }, grantsLeftOut: isGrant ? 1 : 0 };
}

function newRecord(line: ImportLine, ids: NewIds, now: Instant): PersonRecord {
  const {
    externalId,
    office,
    country,
    subdivision,
    language,
    timezone,
    birthYear,
    interests = [],
    device,
  } = line;
  const devices = device && line.deviceToken === undefined ? [device] : [];
  return createPerson(
    ids.person(),
    {
      externalId,
      office,
      country,
      subdivision,
      language,
      timezone,
      birthYear,
      interests: [...interests],
      devices,
    },
    now,
  );
}

function mergePerson(step: Step, line: ImportLine): Step {
  const { person } = step.edited;
  const change = changedFacts(person, line);
  const shared = Object.keys(change).length > 0 ? withShared(step.edited, change) : step.edited;
  const isNamed = line.externalId === undefined || person.externalId === line.externalId;
  const taken = isNamed ? step.taken : [...step.taken, { kind: 'external' } as const];

  const device = line.deviceToken === undefined ? line.device : undefined;
  const devices = device ? withDevice(person.devices, device) : person.devices;
  const edited =
    devices === person.devices
      ? shared
      : withKnownDevices({ ...shared, person: { ...shared.person, devices } });
  return { ...step, edited, taken };
}

type Facts = Pick<
  Person,
  'externalId' | 'office' | 'country' | 'subdivision' | 'language' | 'timezone' | 'birthYear' | 'interests'
>;

/** Facts in which the line differs. With another country, subdivision and zone of the old one go: a wrong zone is worse than none. */
function changedFacts(person: Person, line: ImportLine): Partial<Facts> {
  const moved = person.country !== line.country;
  const zoneStays =
    !moved || (person.timezone !== undefined && zonesOf(line.country).includes(person.timezone));
  const facts: Facts = {
    externalId: line.externalId ?? person.externalId,
    office: line.office,
    country: line.country,
    subdivision: line.subdivision ?? (moved ? undefined : person.subdivision),
    language: line.language ?? person.language,
    timezone: line.timezone ?? (zoneStays ? person.timezone : undefined),
    birthYear: line.birthYear ?? person.birthYear,
    interests: sameTexts(line.interests ?? person.interests, person.interests)
      ? person.interests
      : [...(line.interests ?? [])],
  };
  const names = [
    'externalId',
    'office',
    'country',
    'subdivision',
    'language',
    'timezone',
    'birthYear',
    'interests',
  ] as const;
  return names.every((name) => facts[name] === person[name]) ? {} : facts;
}

function sameTexts(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((text, index) => text === right[index]);
}

/** One entry per model: a recall must reach whoever ever owned it, with the newest version known. */
function withDevice(devices: Device[], { model, osVersion }: Device): Device[] {
  const known = devices.find((device) => device.model === model);
  if (known && (osVersion === undefined || known.osVersion === osVersion)) return devices;
  const device = { model, osVersion };
  return known ? devices.map((other) => (other === known ? device : other)) : [...devices, device];
}

function mergeDevice(step: Step, line: ImportLine, ids: NewIds): Step {
  const { deviceToken: token, device } = line;
  if (token === undefined) return step;
  const known = step.edited.contacts.find((contact) => contact.channel === 'push' && contact.token === token);
  if (!known) {
    const id = ids.device();
    const edited = addDevice(step.edited, {
      id,
      token,
      endpointArn: undefined,
      credentialHash: undefined,
      device,
    });
    return { ...step, edited, pushId: id, taken: [...step.taken, { kind: 'token', contactId: id }] };
  }
  const [current] = known.devices;
  const next = device && {
    model: device.model,
    osVersion: device.osVersion ?? (current?.model === device.model ? current.osVersion : undefined),
  };
  const same = !next || (next.model === current?.model && next.osVersion === current.osVersion);
  return {
    ...step,
    pushId: known.id,
    edited: same ? step.edited : withKnownDevices(replaceContact(step.edited, { ...known, devices: [next] })),
  };
}

function mergeEmail(step: Step, line: ImportLine, ids: NewIds): Step {
  const { email: address, emailSource } = line;
  if (address === undefined) return step;
  const emails = step.edited.contacts.filter((contact) => contact.channel === 'email');
  const known = emails.find((contact) => isSameEmail(contact.address, address));
  if (known) {
    // That an address came from a social sign-in is never forgotten: it needs an express grant for good (policy P-03).
    const isSocial =
      known.emailSource !== 'direct' && (emailSource === undefined || emailSource === 'direct');
    const source = isSocial ? known.emailSource : (emailSource ?? known.emailSource);
    const edited =
      source === known.emailSource
        ? step.edited
        : replaceContact(step.edited, { ...known, emailSource: source });
    return { ...step, edited, emailId: known.id };
  }
  const id = ids.contact();
  const added = addEmail(withoutContacts(step.edited, emails), {
    id,
    address,
    emailSource: emailSource ?? 'direct',
  });
  const complainedAt = emails.find((contact) => contact.complainedAt !== undefined)?.complainedAt;
  const edited = complainedAt === undefined ? added : withComplaint(added, id, complainedAt);
  const dropped = emails.map(
    (contact) => ({ kind: 'email', address: contact.address, contactId: contact.id }) as const,
  );
  return {
    ...step,
    edited,
    emailId: id,
    taken: [...step.taken, { kind: 'email', contactId: id }],
    dropped: [...step.dropped, ...dropped],
  };
}

/** Somebody who called our mail spam did not mean the address alone. */
function withComplaint(record: PersonRecord, contactId: string, complainedAt: Instant): PersonRecord {
  const contacts = record.contacts.map((contact) =>
    contact.id === contactId ? { ...contact, complainedAt } : contact,
  );
  return { ...record, contacts };
}

function mergePhone(step: Step, { phone }: ImportLine, ids: NewIds): Step {
  if (phone === undefined) return step;
  const phones = step.edited.contacts.filter((contact) => contact.channel === 'sms');
  if (phones.some((contact) => contact.phone === phone)) return step;
  const id = ids.contact();
  const dropped = phones.map(
    (contact) => ({ kind: 'phone', address: contact.phone, contactId: contact.id }) as const,
  );
  return {
    ...step,
    edited: addPhone(withoutContacts(step.edited, phones), { id, phone }),
    taken: [...step.taken, { kind: 'phone', contactId: id }],
    dropped: [...step.dropped, ...dropped],
  };
}

function withoutContacts(record: PersonRecord, left: readonly Contact[]): PersonRecord {
  return left.length === 0
    ? record
    : { ...record, contacts: record.contacts.filter((contact) => !left.includes(contact)) };
}

function replaceContact(record: PersonRecord, contact: Contact): PersonRecord {
  return { ...record, contacts: record.contacts.map((known) => (known.id === contact.id ? contact : known)) };
}

/** A refusal without an address of its channel speaks for the person. */
function answersOf(line: ImportLine, emailId: string | undefined, pushId: string | undefined): Answer[] {
  const answers: Answer[] = [];
  const marketing = (
    channel: 'email' | 'push',
    answer: ImportedAnswer | undefined,
    contactId: string | undefined,
  ) => {
    if (!answer) return;
    const { state, basis, at: givenAt } = answer;
    answers.push({ purpose: 'marketing', channel, contactId, state, basis, givenAt });
  };
  marketing('email', line.emailMarketing, emailId);
  marketing('push', line.pushMarketing, pushId);
  if (line.profiling)
    answers.push({ purpose: 'profiling', state: line.profiling.state, givenAt: line.profiling.at });
  return answers;
}
