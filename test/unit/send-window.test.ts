/** The hours an office sets for itself: in the reader's own time, with the quiet hours of the law, and never a guess (N-16, N-17). */
import { describe, expect, it } from '@jest/globals';
import { noFacts } from '../../shared/domain/decide.ts';
import { localTime } from '../../shared/domain/local-time.ts';
import type { SendWindow } from '../../shared/domain/office-settings.ts';
import type { Contact } from '../../shared/domain/person.ts';
import { ruleBook } from '../../shared/domain/rules/rule-book.ts';
import { closedCountries, firstOpen, possibleZones, windowNeverOpens } from '../../shared/domain/timing.ts';
import { decideContact } from '../../shared/use-cases/decide-contact.ts';
import { emailIn, grantedAt, pushIn } from '../support/given-contact.ts';
import { createWorld } from '../support/world.ts';

const everyDay = [1, 2, 3, 4, 5, 6, 7];
const always = (start: string, end: string, days = everyDay): SendWindow => ({ days, start, end });
const officeHours = always('09:00', '18:00', [1, 2, 3, 4, 5]);
const inBerlin = emailIn('DE', { timezone: 'Europe/Berlin' });

const openIn = (at: string, contact: Contact, window: SendWindow) =>
  firstOpen(at, contact, ruleBook.ruleFor(contact, at), window);

describe('a window', () => {
  it.each([
    ['before it on Tuesday', '2027-06-01T06:59:59.999Z', '2027-06-01T07:00:00.000Z'],
    ['at its start', '2027-06-01T07:00:00.000Z', '2027-06-01T07:00:00.000Z'],
    ['inside', '2027-06-01T12:34:56.000Z', '2027-06-01T12:34:56.000Z'],
    ['a moment before its end', '2027-06-01T15:59:59.999Z', '2027-06-01T15:59:59.999Z'],
    ['at its end', '2027-06-01T16:00:00.000Z', '2027-06-02T07:00:00.000Z'],
    ['on Friday night', '2027-06-04T20:00:00.000Z', '2027-06-07T07:00:00.000Z'],
    ['on Sunday', '2027-06-06T10:00:00.000Z', '2027-06-07T07:00:00.000Z'],
  ])('of working hours in Berlin, %s', (_case, at, expected) => {
    expect(openIn(at, inBerlin, officeHours)).toBe(expected);
  });

  it.each([
    ['Thursday evening waits for Sunday', '2027-06-03T18:00:00.000Z', '2027-06-06T05:00:00.000Z'],
    ['Friday waits for Sunday', '2027-06-04T09:00:00.000Z', '2027-06-06T05:00:00.000Z'],
    ['Sunday is a day of work', '2027-06-06T09:00:00.000Z', '2027-06-06T09:00:00.000Z'],
  ])('of an office whose week is Sunday to Thursday: %s', (_case, at, expected) => {
    const week = always('09:00', '18:00', [7, 1, 2, 3, 4]);
    expect(openIn(at, emailIn('AE', { timezone: 'Asia/Dubai' }), week)).toBe(expected);
  });

  it.each([
    ['after midnight is still that of Friday', '2027-06-04T23:30:00.000Z', '2027-06-04T23:30:00.000Z'],
    ['ends on Saturday at two', '2027-06-05T00:00:00.000Z', '2027-06-11T20:00:00.000Z'],
    ['does not begin on Saturday', '2027-06-05T20:30:00.000Z', '2027-06-11T20:00:00.000Z'],
    ['has no morning on Friday itself', '2027-06-03T23:00:00.000Z', '2027-06-04T20:00:00.000Z'],
  ])('over midnight belongs to the day it starts on: %s', (_case, at, expected) => {
    expect(openIn(at, inBerlin, always('22:00', '02:00', [5]))).toBe(expected);
  });

  it('that ends at midnight is open until then', () => {
    const untilMidnight = always('20:00', '00:00');
    expect(openIn('2027-06-01T21:59:59.000Z', inBerlin, untilMidnight)).toBe('2027-06-01T21:59:59.000Z');
    expect(openIn('2027-06-01T22:00:00.000Z', inBerlin, untilMidnight)).toBe('2027-06-02T18:00:00.000Z');
  });

  it('goes by the reader’s own clock, not the office’s', () => {
    const traveller = emailIn('DE', { timezone: 'Asia/Tokyo' });
    expect(openIn('2027-06-01T07:00:00.000Z', traveller, officeHours)).toBe('2027-06-01T07:00:00.000Z');
    expect(openIn('2027-06-01T09:00:00.000Z', traveller, officeHours)).toBe('2027-06-02T00:00:00.000Z');
  });

  it('without a time zone is open where it is open in every zone of the country at once (N-17)', () => {
    const open = openIn('2027-06-01T00:00:00.000Z', emailIn('US'), always('08:00', '20:00'));
    expect(open).toBe('2027-06-01T18:00:00.000Z');
    for (const zone of possibleZones({ country: 'US' })) {
      const clock = localTime(open ?? '', zone).slice(11, 16);
      expect(clock >= '08:00' && clock < '20:00').toBe(true);
    }
  });
});

describe('Korean quiet hours and a window', () => {
  const inSeoul = pushIn('KR', { timezone: 'Asia/Seoul' });

  it('a push at 22:00 waits until 08:00, also without a window (KR, article 50(3); N-16)', () => {
    const at = '2027-06-01T13:00:00.000Z';
    expect(firstOpen(at, inSeoul, ruleBook.ruleFor(inSeoul, at))).toBe('2027-06-01T23:00:00.000Z');
  });

  it.each([
    ['opens only in the morning after the law does', '10:00', '23:00', '2027-06-02T01:00:00.000Z'],
    ['opens while the law still says no', '06:00', '10:00', '2027-06-01T23:00:00.000Z'],
    ['spans the night of the law', '20:00', '09:00', '2027-06-01T23:00:00.000Z'],
  ])('a window that %s', (_case, start, end, expected) => {
    expect(openIn('2027-06-01T13:00:00.000Z', inSeoul, always(start, end))).toBe(expected);
  });

  it('never opens where it lies within them, and mail does not mind', () => {
    const night = always('22:00', '07:00');
    const at = '2027-06-01T13:30:00.000Z';
    expect(openIn(at, inSeoul, night)).toBeUndefined();
    expect(openIn(at, emailIn('KR'), night)).toBe(at);
  });
});

describe('a window that never opens', () => {
  const now = '2027-06-01T00:00:00.000Z';
  const zones = possibleZones({ country: 'US' });
  const us = { rule: undefined, channel: 'email', zones } as const;

  it('is one that is in no moment open from Hawaii to New York', () => {
    expect(windowNeverOpens(always('09:00', '11:00'), us, now)).toBe(true);
    expect(windowNeverOpens(always('09:00', '11:00'), { ...us, zones: ['America/New_York'] }, now)).toBe(
      false,
    );
    expect(windowNeverOpens(always('08:00', '20:00'), us, now)).toBe(false);
    expect(windowNeverOpens(undefined, us, now)).toBe(false);
  });

  it('is named by country and channel, and by whether a known time zone helps', () => {
    const among = { countries: ['US', 'DE', 'KR', 'US-CA'], channels: ['email', 'push'] as const };
    expect(closedCountries(always('09:00', '11:00'), among, ruleBook, now)).toEqual([
      { country: 'US', channel: 'email', who: 'without-timezone' },
      { country: 'US', channel: 'push', who: 'without-timezone' },
      { country: 'US-CA', channel: 'email', who: 'without-timezone' },
      { country: 'US-CA', channel: 'push', who: 'without-timezone' },
    ]);
    expect(closedCountries(always('22:00', '06:00'), { ...among, countries: ['KR'] }, ruleBook, now)).toEqual(
      [{ country: 'KR', channel: 'push', who: 'everybody' }],
    );
    expect(closedCountries(undefined, among, ruleBook, now)).toEqual([]);
  });

  it('goes by the law of a part of a country where that has one', () => {
    const quietHours = { start: '08:00', end: '20:00', channels: ['email' as const] };
    const rules = {
      ...ruleBook,
      ruleFor: (place: Parameters<typeof ruleBook.ruleFor>[0], at: string) => {
        const rule = ruleBook.ruleFor(place, at);
        return rule && place.subdivision === 'CA' ? { ...rule, quietHours } : rule;
      },
    };
    const among = { countries: ['US', 'US-CA'], channels: ['email'] as const };
    expect(closedCountries(always('08:00', '20:00'), among, rules, now)).toEqual([
      { country: 'US-CA', channel: 'email', who: 'everybody' },
    ]);
  });
});

describe('the decision about a contact', () => {
  const now = '2027-06-01T00:00:00.000Z';
  const world = createWorld(now);
  const campaign = (office: string, sendWindow: SendWindow | undefined, expiresAt?: string) => ({
    ...world.campaign({ office, expiresAt }),
    pacing: { sendWindow },
  });
  const granted = { marketing: grantedAt('2027-05-01T00:00:00.000Z') };

  it('is a skip where the window never opens for them, and a send for the neighbour whose zone is known (N-17)', () => {
    const record = campaign('us', always('09:00', '11:00'));
    const unknown = decideContact(record, emailIn('US', granted), noFacts, now);
    expect(unknown).toMatchObject({
      reason: 'message-expired',
      entry: { decision: 'skip', reason: 'message-expired', variant: undefined },
    });
    const known = emailIn('US', { ...granted, timezone: 'America/New_York' });
    expect(decideContact(record, known, noFacts, now)).toMatchObject({
      wave: '20270601T130000Z',
      reason: undefined,
      entry: { decision: 'send', variant: 'generic' },
    });
  });

  it.each([
    ['before it is due', '2027-06-01T07:00:00+02:00', 'message-expired'],
    ['at that instant', '2027-06-01T09:00:00+02:00', 'message-expired'],
    ['a second later', '2027-06-01T09:00:01+02:00', undefined],
  ])('of a campaign that expires %s', (_case, expiresAt, reason) => {
    const contact = emailIn('DE', { ...granted, timezone: 'Europe/Berlin' });
    expect(decideContact(campaign('de', officeHours, expiresAt), contact, noFacts, now).reason).toBe(reason);
  });

  it('is by channel: what the law says of a push at night does not hold up the mail', () => {
    const night = '2027-06-01T13:00:00.000Z';
    const record = { ...world.campaign({ office: 'kr' }), startedAt: night };
    const place = { ...granted, timezone: 'Asia/Seoul' };
    const waveOf = (contact: Contact) => decideContact(record, contact, noFacts, night).wave;
    expect([waveOf(pushIn('KR', place)), waveOf(emailIn('KR', place)), waveOf(pushIn('KR', place))]).toEqual([
      '20270601T230000Z',
      '20270601T130000Z',
      '20270601T230000Z',
    ]);
  });

  it('keeps an earlier reason: lateness is the last check', () => {
    const refused = emailIn('US', { marketing: { state: 'denied', at: now, eventId: 'e' } });
    const decided = decideContact(campaign('us', always('09:00', '11:00')), refused, noFacts, now);
    expect(decided.reason).toBe('consent-withdrawn');
  });

  it('of a notice knows no hours (promise 2)', () => {
    const notice = { ...world.notice(), pacing: { sendWindow: officeHours } };
    expect(decideContact(notice, pushIn('KR'), noFacts, now)).toMatchObject({
      wave: '20270601T000000Z',
      reason: undefined,
    });
  });
});
