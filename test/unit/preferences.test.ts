/** What an answer does to a person's record: refusals always land, grants only where they may, and each change is an event. */
import { describe, expect, it } from '@jest/globals';
import { addDevice, addEmail, createPerson, withKnownDevices } from '../../shared/domain/contacts.ts';
import type { PersonRecord } from '../../shared/domain/person.ts';
import { type Answer, optOutsIn } from '../../shared/domain/preferences.ts';
import type { Source } from '../../shared/domain/vocabulary.ts';
import { answer, contactOf, givenRecord } from '../support/histories.ts';

const at = '2027-01-01T00:00:00.000Z';
const later = '2027-02-01T00:00:00.000Z';
const mail = (
  state: 'granted' | 'denied' | 'pending',
  more: Partial<Extract<Answer, { channel: unknown }>> = {},
): Answer => ({
  purpose: 'marketing',
  channel: 'email',
  state,
  ...more,
});
const push = (state: 'granted' | 'denied', contactId?: string): Answer => ({
  purpose: 'marketing',
  channel: 'push',
  state,
  contactId,
});
const say = (
  record: PersonRecord,
  answers: Answer[],
  source: Source = 'account',
  when = at,
  eventsBefore = 0,
) => answer(record, { at: when, source, answers }, eventsBefore);

const fresh = givenRecord({ country: 'DE', office: 'de' });
const refused = say(fresh, [mail('denied'), push('denied')]).record;
const granted = say(fresh, [mail('granted'), push('granted')]).record;
const stateOf = (record: PersonRecord, id: string) => contactOf(record, id).marketing.state;

describe('a refusal', () => {
  it.each<Source>(['account', 'app', 'one-click', 'link', 'staff', 'import', 'system'])(
    'lands from %s (P-15)',
    (source) => {
      expect(stateOf(say(granted, [mail('denied')], source).record, 'mail')).toBe('denied');
    },
  );

  it('said again makes no event and no change', () => {
    const again = say(
      refused,
      [mail('denied'), push('denied'), push('denied', 'phone-1')],
      'one-click',
      later,
    );
    expect(again.events).toEqual([]);
    expect(again.record).toBe(refused);
  });

  it('of the person is for every device, and for those to come', () => {
    const { record } = say(granted, [push('denied')]);
    expect(['phone-1', 'phone-2'].map((id) => stateOf(record, id))).toEqual(['denied', 'denied']);
    const grown = addDevice(record, { id: 'phone-3', token: 't3', device: undefined });
    expect(stateOf(grown, 'phone-3')).toBe('denied');
  });

  it('on one device is for that one', () => {
    const { record, events } = say(granted, [push('denied', 'phone-1')]);
    expect(['phone-1', 'phone-2'].map((id) => stateOf(record, id))).toEqual(['denied', 'granted']);
    expect(record.person.refusals).toEqual({});
    expect(optOutsIn(events)).toEqual([
      { personId: 'per_1', office: 'de', channel: 'push', contactId: 'phone-1', at },
    ]);
  });

  it('of email outlives a change of address (promise 3)', () => {
    const moved = addEmail(
      { ...refused, contacts: [] },
      { id: 'mail-2', address: 'b@example.com', emailSource: 'direct' },
    );
    expect(contactOf(moved, 'mail-2').marketing).toEqual({
      state: 'denied',
      ...refused.person.refusals.email,
    });
  });

  it('without any address yet is kept for the person, with its event (N-12)', () => {
    const nobody = createPerson('per_2', { office: 'de', country: 'DE', interests: [], devices: [] }, at);
    const { record, events } = say(nobody, [mail('denied')]);
    expect(events).toMatchObject([{ state: 'denied', channel: 'email', contactId: undefined }]);
    expect(record.person.refusals.email?.eventId).toBe(events[0]?.id);
  });

  it('of the person is an event of its own where the one device had refused before (N-12)', () => {
    const one = { ...fresh, contacts: fresh.contacts.filter(({ id }) => id !== 'phone-2') };
    const before = say(one, [push('denied', 'phone-1')]).record;
    const { record, events } = say(
      before,
      [{ purpose: 'profiling', state: 'denied' }, push('denied')],
      'account',
      later,
      1,
    );
    expect(events.map(({ purpose }) => purpose)).toEqual(['profiling', 'marketing']);
    expect(record.person.refusals.push).toEqual({ at: later, eventId: events[1]?.id });
    expect(optOutsIn(events)).toMatchObject([{ channel: 'push', at: later }]);
  });

  it('takes the consent implied by a purchase along', () => {
    const customer = say(fresh, [mail('granted', { basis: 'implied-purchase' })], 'import').record;
    expect(contactOf(say(customer, [mail('denied')]).record, 'mail').marketing).not.toHaveProperty('implied');
  });
});

describe('what never lifts a refusal (promise 3, N-09)', () => {
  it.each<[string, Source, Answer]>([
    ['a grant of an import', 'import', mail('granted')],
    ['a newer grant of an import', 'import', mail('granted', { givenAt: '2099-01-01T00:00:00.000Z' })],
    ['a purchase', 'staff', mail('granted', { basis: 'implied-purchase' })],
    ['a customer relation', 'system', mail('granted', { basis: 'soft-opt-in' })],
    ['a sign-up of an import', 'import', mail('pending')],
    ['a device of an import', 'import', push('granted', 'phone-1')],
  ])('%s', (_, source, given) => {
    const { record, events, refusalsKept } = say(refused, [given], source, later);
    expect(record).toBe(refused);
    expect(events).toEqual([]);
    expect(refusalsKept).toBe(1);
  });

  it('a sign-up that waits for its confirmation: it is on record, and the refusal stands', () => {
    const { record, events } = say(refused, [mail('pending')], 'link', later);
    expect(events).toMatchObject([{ state: 'pending', at: later }]);
    expect(contactOf(record, 'mail').marketing).toEqual({
      ...contactOf(refused, 'mail').marketing,
      asked: { at: later, eventId: events[0]?.id },
    });
    expect(record.person.refusals).toEqual(refused.person.refusals);
  });

  it('and a refusal ends what waits, on the record', () => {
    const asked = say(refused, [mail('pending')], 'link', later).record;
    const { record, events } = say(asked, [mail('denied')], 'one-click', later);
    expect(events).toHaveLength(1);
    expect(contactOf(record, 'mail').marketing).not.toHaveProperty('asked');
  });

  it('an import of profiling that was refused (P-17)', () => {
    const before = say(fresh, [{ purpose: 'profiling', state: 'denied' }]).record;
    const { record, refusalsKept } = say(
      before,
      [{ purpose: 'profiling', state: 'granted', givenAt: later }],
      'import',
      later,
    );
    expect([record.person.profiling.state, refusalsKept]).toEqual(['denied', 1]);
  });

  it('a grant on one device, for the others', () => {
    const { record } = say(refused, [push('granted', 'phone-1')], 'app');
    expect(['phone-1', 'phone-2'].map((id) => stateOf(record, id))).toEqual(['granted', 'denied']);
    expect(record.person.refusals.push).toBeDefined();
  });
});

describe('a grant', () => {
  it('of the person lifts the refusal, for the addresses to come too', () => {
    const { record, events } = say(refused, [mail('granted')], 'account', later);
    expect(record.person.refusals).toEqual({ push: expect.anything() });
    expect(contactOf(record, 'mail').marketing).toMatchObject({
      state: 'granted',
      at: later,
      eventId: events[0]?.id,
    });
  });

  it('without any address lifts it with an event (N-12)', () => {
    const { record, events } = say({ ...refused, contacts: [] }, [mail('granted')], 'account', later);
    expect(record.person.refusals.email).toBeUndefined();
    expect(events).toHaveLength(1);
  });

  it('of the person said again renews it; of an import only when it is newer', () => {
    expect(say(granted, [mail('granted')], 'account', later).events).toHaveLength(1);
    expect(say(granted, [mail('granted', { givenAt: at })], 'import', later).events).toEqual([]);
    expect(
      say(granted, [mail('granted', { givenAt: '2027-01-15T00:00:00.000Z' })], 'import', later).events,
    ).toHaveLength(1);
  });

  it('by import keeps the time when it was given, and when it was taken in (N-12)', () => {
    const { record, events } = say(
      fresh,
      [mail('granted', { givenAt: '2025-05-05T00:00:00.000Z' })],
      'import',
    );
    expect(contactOf(record, 'mail').marketing).toMatchObject({ at: '2025-05-05T00:00:00.000Z' });
    expect(events).toMatchObject([{ at, givenAt: '2025-05-05T00:00:00.000Z', basis: 'express' }]);
  });

  it('implied is kept beside the express one, each with its own date', () => {
    const both = say(granted, [mail('granted', { basis: 'implied-purchase' })], 'import', later, 9).record;
    expect(contactOf(both, 'mail').marketing).toMatchObject({
      state: 'granted',
      at,
      implied: { 'implied-purchase': { at: later, eventId: 'e0010' } },
    });
  });
});

describe('topics, profiling and diagnostics', () => {
  it('change once, for the person and on every contact; said again they make no event', () => {
    const answers: Answer[] = [
      { purpose: 'topic', topic: 'news', state: 'denied' },
      { purpose: 'profiling', state: 'granted' },
    ];
    const { record, events } = say(fresh, answers);
    expect(events.map(({ purpose, topic }) => [purpose, topic])).toEqual([
      ['marketing', 'news'],
      ['profiling', undefined],
    ]);
    for (const { topics, profiling } of [record.person, ...record.contacts]) {
      expect([topics, profiling.state]).toEqual([{ news: 'denied' }, 'granted']);
    }
    expect(say(record, answers, 'account', later).events).toEqual([]);
  });

  it('of diagnostics are for one device and change no marketing (P-06)', () => {
    const { record } = say(fresh, [{ purpose: 'diagnostics', contactId: 'phone-1', state: 'granted' }]);
    expect(contactOf(record, 'phone-1')).toMatchObject({
      diagnostics: { state: 'granted' },
      marketing: { state: 'unset' },
    });
    expect(contactOf(record, 'phone-2')).toMatchObject({ diagnostics: { state: 'unset' } });
  });
});

describe('a new contact', () => {
  it('is asked for everything anew: nothing is granted', () => {
    expect(fresh.contacts.map(({ marketing }) => marketing)).toEqual([
      { state: 'unset' },
      { state: 'unset' },
      { state: 'unset' },
    ]);
  });

  it('by mail or phone is affected by every model that the person owns, a device by its own (P-04)', () => {
    const grown = addDevice(fresh, {
      id: 'tablet',
      token: 't9',
      device: { model: 'SGP771', osVersion: '14' },
    });
    expect(contactOf(grown, 'mail').devices).toEqual([
      { model: 'XQ-EC54' },
      { model: 'SGP771', osVersion: '14' },
    ]);
    expect(contactOf(grown, 'phone-1').devices).toEqual([{ model: 'XQ-EC54' }]);
    const sold = { ...grown, contacts: grown.contacts.filter(({ id }) => id !== 'tablet') };
    expect(contactOf(withKnownDevices(sold), 'mail').devices).toEqual([{ model: 'XQ-EC54' }]);
  });
});
