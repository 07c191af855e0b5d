/** Two records become one: the more restrictive answer wins, never asked is no answer, and what comes along keeps its date (P-10). */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDevice, addEmail, createPerson } from '../../shared/domain/contacts.ts';
import { emptiedRecord, mergeIntoAccount } from '../../shared/domain/merge-people.ts';
import type { PersonRecord } from '../../shared/domain/person.ts';
import { type Answer, applyAnswers, withShared } from '../../shared/domain/preferences.ts';
import { Topic } from '../../shared/domain/vocabulary.ts';
import { contactOf, histories, replay } from '../support/histories.ts';

const now = '2028-11-01T00:00:00.000Z';
const said = '2026-03-01T00:00:00.000Z';
const facts = { token: 'token-phone', credentialHash: 'hash', device: { model: 'XQ-EC54' } };
const joining = { deviceId: 'phone', facts, isSameInstallation: false };
const same = { ...joining, isSameInstallation: true };

const place = { office: 'fr', country: 'FR', interests: [], devices: [] };
const push: Answer = { purpose: 'marketing', channel: 'push', state: 'denied' };
const profiling = (state: 'granted' | 'denied'): Answer => ({ purpose: 'profiling', state });
const ofPhone = (state: 'granted' | 'denied'): Answer => ({ ...push, contactId: 'phone', state });
const diagnostics = (state: 'granted' | 'denied'): Answer => ({
  purpose: 'diagnostics',
  contactId: 'phone',
  state,
});

function contextAt(at: string, source: 'app' | 'merge') {
  let count = 0;
  return {
    now: at,
    source,
    actor: { kind: 'device' },
    ruleVersion: 'v',
    nextId: () => `${source}-${++count}`,
  } as const;
}

function say(record: PersonRecord, answers: readonly Answer[], at = said): PersonRecord {
  return applyAnswers(record, answers, contextAt(at, 'app')).record;
}

/** An account with an address and an older phone. */
function account(answers: readonly Answer[] = []): PersonRecord {
  let record = createPerson('per_account', { ...place, externalId: 'anna' }, said);
  record = addEmail(record, { id: 'mail', address: 'a@example.com', emailSource: 'direct' });
  record = addDevice(record, { id: 'older', token: 't', device: { model: 'XQ-BC52' } });
  return say(record, answers);
}

/** A record that knows nothing but the phone. */
function alone(answers: readonly Answer[] = [], office = 'fr'): PersonRecord {
  const record = createPerson('per_alone', { ...place, office }, said);
  return say(addDevice(record, { id: 'phone', ...facts }), answers);
}

/** The account after the merge, and the events of it. */
function merge(left: PersonRecord, right: PersonRecord, manner = joining) {
  const { edited, answers } = mergeIntoAccount(left, right, manner);
  return applyAnswers(edited, answers, contextAt(now, 'merge'));
}

const stateOn = (record: PersonRecord, id: string) => contactOf(record, id).marketing.state;

describe('the more restrictive answer wins (P-10)', () => {
  it.each([
    ['granted', 'denied', true, 'denied'],
    ['denied', 'granted', true, 'denied'],
    ['granted', 'granted', true, 'granted'],
    ['unset', 'denied', false, 'denied'],
    ['unset', 'granted', true, 'granted'],
    ['unset', 'granted', false, 'unset'],
    ['granted', 'unset', true, 'granted'],
    ['unset', 'unset', true, 'unset'],
  ] as const)(
    'profiling: %s with the account, %s on the phone, same installation: %s give %s',
    (ours, theirs, isSameInstallation, result) => {
      const answer = (state: typeof ours) => (state === 'unset' ? [] : [profiling(state)]);
      const manner = { ...joining, isSameInstallation };
      const { record } = merge(account(answer(ours)), alone(answer(theirs)), manner);
      expect(record.person.profiling.state).toBe(result);
      for (const contact of record.contacts) expect(contact.profiling.state).toBe(result);
    },
  );

  it('topics that either has switched off are off', () => {
    const off = (topic: Topic): Answer => ({ purpose: 'topic', topic, state: 'denied' });
    const on: Answer = { purpose: 'topic', topic: 'news', state: 'granted' };
    const { record } = merge(account([off('news')]), alone([off('news'), on, off('offers')]), same);
    expect(record.person.topics).toEqual({ news: 'denied', offers: 'denied' });
  });

  it('a refusal for the whole person reaches every contact of the account, and later ones', () => {
    const email: Answer = { purpose: 'marketing', channel: 'email', state: 'denied' };
    const grants: Answer[] = [
      { ...email, state: 'granted' },
      { ...push, state: 'granted' },
    ];
    const { record } = merge(account(grants), alone([email, push]));
    expect(record.contacts.map(({ marketing }) => marketing.state)).toEqual(['denied', 'denied', 'denied']);
    expect(Object.keys(record.person.refusals).sort()).toEqual(['email', 'push']);
  });

  it('a refusal on the one phone leaves the other phones of the account alone', () => {
    const { record } = merge(account([{ ...push, state: 'granted' }]), alone([ofPhone('denied')]));
    expect([stateOn(record, 'older'), stateOn(record, 'phone')]).toEqual(['granted', 'denied']);
  });
});

describe('facts of the phone’s own record', () => {
  const adult = withShared(account(), { birthYear: 1980 });
  const child = withShared(alone(), { birthYear: 2015 });

  it.each([
    ['unknown', account()],
    ['an adult', adult],
  ])('make the person of an account a child, who was %s (P-23)', (_, before) => {
    const { contacts } = merge(before, child).record;
    expect(contacts.map(({ birthYear }) => birthYear)).toEqual([2015, 2015, 2015]);
  });

  it('add its models, so that a recall still reaches its owner', () => {
    const owner = { ...child, person: { ...child.person, devices: [{ model: 'XQ-OLD' }] } };
    const models = contactOf(merge(adult, owner).record, 'mail').devices.map(({ model }) => model);
    expect(models.sort()).toEqual(['XQ-BC52', 'XQ-EC54', 'XQ-OLD']);
  });

  it.each([
    ['model', { model: 'XQ-NEW', osVersion: '15', firmware: '1' }],
    ['version', { model: 'XQ-OLD', osVersion: '16', firmware: '1' }],
    ['build', { model: 'XQ-OLD', osVersion: '15', firmware: '2' }],
  ])('add a phone of another %s, and one that is known no second time (N-20)', (_, device) => {
    const known = { model: 'XQ-OLD', osVersion: '15', firmware: '1' };
    const owner = { ...adult, person: { ...adult.person, devices: [known] } };
    const joins = { ...child, person: { ...child.person, devices: [known, device] } };
    expect(merge(owner, joins).record.person.devices).toEqual([known, device]);
  });

  it('leave those of the account as they are', () => {
    const { person } = merge(adult, alone([], 'de')).record;
    expect(person).toMatchObject({ birthYear: 1980, country: 'FR', office: 'fr', externalId: 'anna' });
  });
});

describe('grants of the phone (P-10)', () => {
  const grants = [ofPhone('granted'), diagnostics('granted'), profiling('granted')];
  const nothing = {
    marketing: { state: 'unset' },
    diagnostics: { state: 'unset' },
    profiling: { state: 'unset' },
  };

  it('come along with the installation that gave them', () => {
    const given = { state: 'granted', at: said };
    const { record } = merge(account(), alone(grants), same);
    expect(contactOf(record, 'phone')).toMatchObject({
      marketing: given,
      diagnostics: given,
      profiling: given,
    });
  });

  it('end with the installation that gave them', () => {
    expect(contactOf(merge(account(), alone(grants)).record, 'phone')).toMatchObject(nothing);
  });

  it('were given to an office, and do not count for another one', () => {
    const { record, events } = merge(account(), alone(grants, 'de'), same);
    expect(contactOf(record, 'phone')).toMatchObject({ office: 'fr', ...nothing });
    expect(events).toEqual([]);
  });

  it('never go over a refusal of the account', () => {
    const before = account([push, profiling('denied')]);
    const { record } = merge(before, alone(grants), same);
    expect([stateOn(record, 'phone'), record.person.profiling.state]).toEqual(['denied', 'denied']);
    expect(record.person.refusals).toEqual(before.person.refusals);
  });

  it('leave the answer of the account its date', () => {
    const later = '2027-01-01T00:00:00.000Z';
    const { record } = merge(say(account(), [profiling('granted')], later), alone(grants), same);
    expect(record.person.profiling).toMatchObject({ state: 'granted', at: later });
  });
});

describe('the record of a merge (P-10)', () => {
  it('has an event for every answer that comes along, dated when it was given', () => {
    const answers = [ofPhone('denied'), diagnostics('denied'), profiling('denied')];
    const { events } = merge(account(), alone(answers));
    expect(events.map(({ purpose, state, givenAt, at }) => [purpose, state, givenAt, at])).toEqual([
      ['profiling', 'denied', said, now],
      ['marketing', 'denied', said, now],
      ['diagnostics', 'denied', said, now],
    ]);
    for (const event of events) expect(event).toMatchObject({ personId: 'per_account', source: 'merge' });
  });

  it('has none for what the account had said already, and names where the phone came from', () => {
    const { record, events } = merge(account([profiling('denied'), push]), alone([profiling('denied')]));
    expect(events).toEqual([]);
    expect(record.person.mergedFrom).toEqual(['per_alone']);
  });

  it('leaves the phone’s own record its history and where it has gone, and no contact', () => {
    const before = alone([profiling('denied')]);
    const { version } = before.person;
    const left = { ...before.person, mergedInto: 'per_account', version: version + 1, updatedAt: now };
    expect(emptiedRecord(before, 'per_account', now)).toEqual({ person: left, contacts: [] });
  });
});

type Step = Parameters<typeof replay>[1][number];

/** The generated phones are one here. */
const saidOf = (contactId: string, step: Step): Step => ({
  ...step,
  answers: step.answers.map((answer) =>
    'contactId' in answer && answer.contactId?.startsWith('phone-') ? { ...answer, contactId } : answer,
  ),
});

/** Everything that the phone's own record has refused is refused with the account. */
function expectRefusals(phone: PersonRecord, after: PersonRecord): void {
  const { topics, profiling: told, refusals } = phone.person;
  for (const topic of Topic.options)
    if (topics[topic] === 'denied') expect(after.person.topics[topic]).toBe('denied');
  if (told.state === 'denied') expect(after.person.profiling.state).toBe('denied');
  if (stateOn(phone, 'phone') === 'denied') expect(stateOn(after, 'phone')).toBe('denied');
  for (const channel of ['email', 'push'] as const) {
    if (!refusals[channel]) continue;
    expect(after.person.refusals[channel]).toBeDefined();
    const states = after.contacts.filter((contact) => contact.channel === channel);
    for (const { marketing } of states) expect(marketing.state).toBe('denied');
  }
}

describe('any two histories', () => {
  it('merge into one that allows no more than either of them (P-10)', () => {
    const lives = fc.property(histories, histories, fc.boolean(), (ours, theirs, isSameInstallation) => {
      const before = replay(
        account(),
        ours.map((step) => saidOf('older', step)),
      ).record;
      const phone = replay(
        alone(),
        theirs.map((step) => saidOf('phone', step)),
      ).record;
      const { record } = merge(before, phone, { ...joining, isSameInstallation });
      expectRefusals(phone, record);
      expect(record.person.refusals).toMatchObject(before.person.refusals);
      for (const { id, marketing } of before.contacts)
        expect([marketing.state, 'denied']).toContain(stateOn(record, id));
      if (before.person.profiling.state === 'denied') expect(record.person.profiling.state).toBe('denied');
    });
    fc.assert(lives, { numRuns: 300 });
  });
});
