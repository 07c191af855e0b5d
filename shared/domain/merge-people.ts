/**
 * Two records become one when a phone that nobody else is known by joins an account (policy P-10): the more restrictive answer wins, and every answer that comes
 * along is taken down anew in the account's ledger. "Never asked" is no answer. Pure.
 */
import type { Consent } from './consent.ts';
import { addDevice, isSameDevice } from './contacts.ts';
import { type DeviceFacts, findDevice } from './device.ts';
import type { Device, PersonRecord } from './person.ts';
import { type Answer, withShared } from './preferences.ts';
import { type Instant, MarketingChannel, Topic } from './vocabulary.ts';

export interface Merge {
  /** The account with the phone, before the answers. */
  edited: PersonRecord;
  /** What the phone's own record says, with the time at which it was said. */
  answers: readonly Answer[];
}

export interface JoiningDevice {
  deviceId: string;
  facts: DeviceFacts;
  /** The very installation that gave the phone's answers joins: its grants to the account's office come along. Otherwise only its refusals do. */
  isSameInstallation: boolean;
}

/** Moves a phone with its answers into an account. @param alone the record that knows nothing but the phone */
export function mergeIntoAccount(
  account: PersonRecord,
  alone: PersonRecord,
  { deviceId, facts, isSameInstallation }: JoiningDevice,
): Merge {
  const devices = joinDevices(account.person.devices, alone.person.devices);
  const known = { ...account, person: { ...account.person, devices } };
  const added = addDevice(known, { id: deviceId, ...facts });
  const mergedFrom = [...(account.person.mergedFrom ?? []), alone.person.id];
  const birthYear = latestOf(account.person.birthYear, alone.person.birthYear);
  const edited = withShared({ ...added, person: { ...added.person, mergedFrom } }, { birthYear });
  // Consent is given to an office (design, "purpose"): that to another one does not become consent to the account's.
  const keepsGrants = isSameInstallation && alone.person.office === account.person.office;
  const answers = answersOf(alone, deviceId).filter(({ state }) => state === 'denied' || keepsGrants);
  return { edited, answers: answers.filter((answer) => !isOverruled(account, answer)) };
}

/** A recall must reach whoever ever owned a model, or ran a build of it. */
function joinDevices(ours: readonly Device[], theirs: readonly Device[]): Device[] {
  return [...ours, ...theirs.filter((device) => !ours.some((known) => isSameDevice(known, device)))];
}

/** Whoever may be a child is treated as one (policy P-23). */
function latestOf(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? (one ?? other) : Math.max(one, other);
}

/** What is left of the phone's own record: its history, and where it has gone. */
export function emptiedRecord({ person }: PersonRecord, accountId: string, now: Instant): PersonRecord {
  const after = { ...person, mergedInto: accountId, version: person.version + 1, updatedAt: now };
  return { person: after, contacts: [] };
}

function answersOf(record: PersonRecord, deviceId: string): Answer[] {
  const { person } = record;
  const device = findDevice(record, deviceId);
  const refused = MarketingChannel.options.flatMap((channel): Answer[] => {
    const refusal = person.refusals[channel];
    return refusal ? [{ purpose: 'marketing', channel, state: 'denied', givenAt: refusal.at }] : [];
  });
  const topics = Topic.options.flatMap((topic): Answer[] =>
    person.topics[topic] === 'denied' ? [{ purpose: 'topic', topic, state: 'denied' }] : [],
  );
  const terms = (person.acceptedTerms ?? []).map(
    ({ version, at }): Answer => ({ purpose: 'terms', version, state: 'granted', givenAt: at }),
  );
  const contactId = deviceId;
  return [
    ...terms,
    ...refused,
    ...topics,
    ...spoken(person.profiling, (given) => ({ purpose: 'profiling', ...given })),
    ...spoken(device?.marketing, (given) => ({ purpose: 'marketing', channel: 'push', contactId, ...given })),
    ...spoken(device?.diagnostics, (given) => ({ purpose: 'diagnostics', contactId, ...given })),
  ];
}

type Given = { state: 'granted' | 'denied'; givenAt: Instant };

function spoken(consent: Consent | undefined, toAnswer: (given: Given) => Answer): Answer[] {
  if (consent?.state !== 'granted' && consent?.state !== 'denied') return [];
  return [toAnswer({ state: consent.state, givenAt: consent.at })];
}

/** A grant of the phone gives way to whatever the account says of the same thing. */
function isOverruled({ person }: PersonRecord, answer: Answer): boolean {
  if (answer.state !== 'granted') return false;
  switch (answer.purpose) {
    case 'profiling':
      return person.profiling.state !== 'unset';
    case 'marketing':
      return person.refusals[answer.channel] !== undefined;
    case 'diagnostics':
    case 'topic':
    case 'terms':
      return false;
  }
}
