/** Nights in which clocks change: schedules, windows and quiet hours in the hour that is skipped and in the one that comes twice (N-16). */
import { describe, expect, it } from '@jest/globals';
import { localTime } from '../../shared/domain/local-time.ts';
import type { SendWindow } from '../../shared/domain/office-settings.ts';
import type { Contact } from '../../shared/domain/person.ts';
import { ruleBook } from '../../shared/domain/rules/rule-book.ts';
import { dueAt, firstOpen } from '../../shared/domain/timing.ts';
import { emailIn } from '../support/given-contact.ts';

const always = (start: string, end: string): SendWindow => ({ days: [1, 2, 3, 4, 5, 6, 7], start, end });
const inBerlin = emailIn('DE', { timezone: 'Europe/Berlin' });
const inNewYork = emailIn('US', { timezone: 'America/New_York' });
const inSydney = emailIn('AU', { timezone: 'Australia/Sydney' });

const openIn = (at: string, contact: Contact, window: SendWindow) =>
  firstOpen(at, contact, ruleBook.ruleFor(contact, at), window);

describe('a night with a change of clocks', () => {
  const due = (at: string, timezone: string, contact: Contact, window?: SendWindow) =>
    dueAt({ at, timezone }, contact, { rule: undefined, window }, '2027-01-01T00:00:00.000Z');

  it.each([
    ['Berlin, in the gap', '2027-03-28T02:30', inBerlin, '2027-03-28T01:30:00.000Z', '03:30'],
    [
      'Berlin, in the hour that comes twice',
      '2027-10-31T02:30',
      inBerlin,
      '2027-10-31T00:30:00.000Z',
      '02:30',
    ],
    ['New York, in the gap', '2027-03-14T02:30', inNewYork, '2027-03-14T07:30:00.000Z', '03:30'],
    [
      'New York, in the hour that comes twice',
      '2027-11-07T01:30',
      inNewYork,
      '2027-11-07T05:30:00.000Z',
      '01:30',
    ],
    ['Sydney, in the gap', '2027-10-03T02:30', inSydney, '2027-10-02T16:30:00.000Z', '03:30'],
    [
      'Sydney, in the hour that comes twice',
      '2027-04-04T02:30',
      inSydney,
      '2027-04-03T15:30:00.000Z',
      '02:30',
    ],
  ])('in recipients’ time: %s', (_place, at, contact, expected, shown) => {
    expect(due(at, 'recipient', contact)).toBe(expected);
    expect(localTime(expected, contact.timezone ?? '').slice(11, 16)).toBe(shown);
  });

  it.each([
    ['Europe/Berlin', '2027-03-28T02:30', '2027-03-28T01:30:00.000Z'],
    ['Europe/Berlin', '2027-10-31T02:30', '2027-10-31T00:30:00.000Z'],
    ['America/New_York', '2027-03-14T02:30', '2027-03-14T07:30:00.000Z'],
    ['America/New_York', '2027-11-07T01:30', '2027-11-07T05:30:00.000Z'],
    ['Australia/Sydney', '2027-10-03T02:30', '2027-10-02T16:30:00.000Z'],
    ['Australia/Sydney', '2027-04-04T02:30', '2027-04-03T15:30:00.000Z'],
  ])('in the office’s time (%s, %s) is one instant for readers anywhere', (zone, at, expected) => {
    for (const contact of [inBerlin, inNewYork, inSydney, emailIn('US')])
      expect(due(at, zone, contact)).toBe(expected);
  });

  it.each([
    [
      'Berlin: opens in the gap, so right after it',
      '2027-03-28T00:10:00.000Z',
      inBerlin,
      always('02:30', '09:00'),
      '2027-03-28T01:00:00.000Z',
    ],
    [
      'Berlin: lies in the gap, so on the next day',
      '2027-03-28T00:10:00.000Z',
      inBerlin,
      always('02:10', '02:50'),
      '2027-03-29T00:10:00.000Z',
    ],
    [
      'Berlin: closes in the gap',
      '2027-03-28T00:59:59.000Z',
      inBerlin,
      always('23:00', '02:30'),
      '2027-03-28T00:59:59.000Z',
    ],
    [
      'Berlin: is closed after the gap',
      '2027-03-28T01:00:00.000Z',
      inBerlin,
      always('23:00', '02:30'),
      '2027-03-28T21:00:00.000Z',
    ],
    [
      'Berlin: closes in the double hour, and opens once more',
      '2027-10-31T00:40:00.000Z',
      inBerlin,
      always('01:00', '02:30'),
      '2027-10-31T01:00:00.000Z',
    ],
    [
      'Berlin: opens in the double hour, the first time',
      '2027-10-31T00:10:00.000Z',
      inBerlin,
      always('02:30', '09:00'),
      '2027-10-31T00:30:00.000Z',
    ],
    [
      'Berlin: is closed again when the hour comes back',
      '2027-10-31T01:10:00.000Z',
      inBerlin,
      always('02:30', '09:00'),
      '2027-10-31T01:30:00.000Z',
    ],
    [
      'Berlin: the morning after comes an hour earlier',
      '2027-03-27T20:00:00.000Z',
      inBerlin,
      always('09:00', '20:00'),
      '2027-03-28T07:00:00.000Z',
    ],
    [
      'New York: opens in the gap',
      '2027-03-14T06:10:00.000Z',
      inNewYork,
      always('02:30', '09:00'),
      '2027-03-14T07:00:00.000Z',
    ],
    [
      'New York: closes in the double hour, and opens once more',
      '2027-11-07T05:40:00.000Z',
      inNewYork,
      always('00:00', '01:30'),
      '2027-11-07T06:00:00.000Z',
    ],
    [
      'New York: the morning after comes an hour later',
      '2027-11-07T02:00:00.000Z',
      inNewYork,
      always('09:00', '20:00'),
      '2027-11-07T14:00:00.000Z',
    ],
    [
      'Sydney: opens in the gap',
      '2027-10-02T15:10:00.000Z',
      inSydney,
      always('02:30', '09:00'),
      '2027-10-02T16:00:00.000Z',
    ],
    [
      'Sydney: closes in the double hour, and opens once more',
      '2027-04-03T15:40:00.000Z',
      inSydney,
      always('01:00', '02:30'),
      '2027-04-03T16:00:00.000Z',
    ],
  ])('a window: %s', (_case, at, contact, window, expected) => {
    expect(openIn(at, contact, window)).toBe(expected);
  });

  it.each([
    [
      'end in the gap',
      { start: '21:00', end: '02:30' },
      '2027-03-28T00:30:00.000Z',
      '2027-03-28T01:00:00.000Z',
    ],
    [
      'end after the gap',
      { start: '21:00', end: '08:00' },
      '2027-03-28T00:30:00.000Z',
      '2027-03-28T06:00:00.000Z',
    ],
    [
      'end in the double hour, the first time',
      { start: '21:00', end: '02:30' },
      '2027-10-31T00:10:00.000Z',
      '2027-10-31T00:30:00.000Z',
    ],
    [
      'hold again when the hour comes back',
      { start: '21:00', end: '02:30' },
      '2027-10-31T01:10:00.000Z',
      '2027-10-31T01:30:00.000Z',
    ],
    [
      'end after the double hour',
      { start: '21:00', end: '08:00' },
      '2027-10-31T00:30:00.000Z',
      '2027-10-31T07:00:00.000Z',
    ],
  ])('quiet hours of a law %s', (_case, hours, at, expected) => {
    const germany = ruleBook.ruleFor({ country: 'DE' }, at);
    const rule = germany && { ...germany, quietHours: { ...hours, channels: ['email' as const] } };
    expect(firstOpen(at, inBerlin, rule)).toBe(expected);
  });
});
