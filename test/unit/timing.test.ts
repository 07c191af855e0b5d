/** When a message is due: recipients' time, quiet hours of the law, and no guess where the zone is unknown. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { localTime } from '../../shared/domain/local-time.ts';
import type { Contact } from '../../shared/domain/person.ts';
import type { CountryRule } from '../../shared/domain/rules/country-rule.ts';
import { ruleBook } from '../../shared/domain/rules/rule-book.ts';
import { dueAt, firstDueAt, firstOpen, lastDueAt, possibleZones } from '../../shared/domain/timing.ts';
import { emailIn, pushIn } from '../support/given-contact.ts';

const startedAt = '2027-06-01T00:00:00.000Z';
const ruleOf = (country: string, quietHours?: CountryRule['quietHours']): CountryRule => {
  const rule = ruleBook.ruleFor({ country }, startedAt);
  if (!rule) throw new Error(`No rule for ${country}`);
  return { ...rule, quietHours };
};
const night = { start: '21:00', end: '08:00', channels: ['push' as const] };
const noon = { start: '12:00', end: '14:00', channels: ['push' as const] };
const korea = ruleBook.ruleFor({ country: 'KR' }, startedAt);
const inSeoul = pushIn('KR', { timezone: 'Asia/Seoul' });

describe('quiet hours of the law (N-16, N-17)', () => {
  it.each([
    ['20:59:59', '2027-06-01T11:59:59.000Z', '2027-06-01T11:59:59.000Z'],
    ['21:00:00', '2027-06-01T12:00:00.000Z', '2027-06-01T23:00:00.000Z'],
    ['22:00:00', '2027-06-01T13:00:00.000Z', '2027-06-01T23:00:00.000Z'],
    ['00:00:00', '2027-06-01T15:00:00.000Z', '2027-06-01T23:00:00.000Z'],
    ['07:59:59', '2027-06-01T22:59:59.999Z', '2027-06-01T23:00:00.000Z'],
    ['08:00:00', '2027-06-01T23:00:00.000Z', '2027-06-01T23:00:00.000Z'],
    ['08:00:30', '2027-06-01T23:00:30.000Z', '2027-06-01T23:00:30.000Z'],
  ])('a Korean push at %s waits until 08:00 in Seoul', (_, at, expected) => {
    expect(firstOpen(at, inSeoul, korea)).toBe(expected);
  });

  it('a Korean push over the end of a year waits for the new one', () => {
    expect(firstOpen('2027-12-31T14:00:00.000Z', inSeoul, korea)).toBe('2027-12-31T23:00:00.000Z');
  });

  it('leaves Korean mail alone: the law exempts it', () => {
    expect(firstOpen('2027-06-01T13:00:00.000Z', emailIn('KR', { timezone: 'Asia/Seoul' }), korea)).toBe(
      '2027-06-01T13:00:00.000Z',
    );
  });

  it('goes by the place where the reader is, not by that of the office', () => {
    const abroad = pushIn('KR', { timezone: 'Europe/Berlin' });
    expect(firstOpen('2027-06-01T13:00:00.000Z', abroad, korea)).toBe('2027-06-01T13:00:00.000Z');
    expect(firstOpen('2027-06-01T19:00:00.000Z', abroad, korea)).toBe('2027-06-02T06:00:00.000Z');
  });

  it('without a zone are those of the country', () => {
    expect(firstOpen('2027-06-01T13:00:00.000Z', pushIn('KR'), korea)).toBe('2027-06-01T23:00:00.000Z');
  });

  it('without a zone, in a country of many, last until they are over in each of them', () => {
    const due = firstOpen('2027-06-01T06:00:00.000Z', pushIn('US'), ruleOf('US', night)) ?? 'never';
    expect(due).toBe('2027-06-01T18:00:00.000Z');
    expect(localTime(due, 'Pacific/Honolulu')).toBe('2027-06-01T08:00:00');
  });

  it('within one day end on that day', () => {
    const berlin = pushIn('DE', { timezone: 'Europe/Berlin' });
    const dueFrom = (at: string) => firstOpen(at, berlin, ruleOf('DE', noon));
    expect(dueFrom('2027-06-01T09:59:59.999Z')).toBe('2027-06-01T09:59:59.999Z');
    expect(dueFrom('2027-06-01T10:00:00.000Z')).toBe('2027-06-01T12:00:00.000Z');
    expect(dueFrom('2027-06-01T12:00:00.000Z')).toBe('2027-06-01T12:00:00.000Z');
    expect(dueFrom('2027-06-01T12:00:30.000Z')).toBe('2027-06-01T12:00:30.000Z');
  });

  it('that end in the gap of a change of clocks end with it: the next that a clock shows is 03:00', () => {
    const early = { ...night, end: '02:30' };
    const berlin = pushIn('DE', { timezone: 'Europe/Berlin' });
    expect(firstOpen('2027-03-28T00:30:00.000Z', berlin, ruleOf('DE', early))).toBe(
      '2027-03-28T01:00:00.000Z',
    );
  });

  it('always end: what is due is outside of them in every zone that is possible, and stays so when asked again', () => {
    const zones = fc.constantFrom(
      undefined,
      'Asia/Seoul',
      'Europe/Berlin',
      'Australia/Sydney',
      'America/St_Johns',
    );
    const countries = fc.constantFrom('KR', 'US', 'AU', 'BR', 'MX', 'ID', 'DE');
    const times = fc.date({ min: new Date('2026-12-01'), max: new Date('2030-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(countries, zones, times, fc.constantFrom(night, noon), (country, timezone, date, quiet) => {
        const contact = pushIn(country, { timezone });
        const due = firstOpen(date.toISOString(), contact, ruleOf(country, quiet)) ?? 'never';
        expect(due >= date.toISOString()).toBe(true);
        expect(Date.parse(due) - date.getTime()).toBeLessThan(30 * 3_600_000);
        for (const zone of possibleZones(contact))
          expect(isQuiet(localTime(due, zone).slice(11), quiet)).toBe(false);
        expect(firstOpen(due, contact, ruleOf(country, quiet))).toBe(due);
      }),
      { numRuns: 300 },
    );
  });
});

function isQuiet(clock: string, { start, end }: { start: string; end: string }): boolean {
  const isAfterStart = clock >= `${start}:00`;
  const isBeforeEnd = clock < `${end}:00`;
  return start < end ? isAfterStart && isBeforeEnd : isAfterStart || isBeforeEnd;
}

describe('a schedule', () => {
  const due = (at: string, timezone: string, contact: Contact, started = startedAt) =>
    dueAt({ at, timezone }, contact, { rule: ruleBook.ruleFor(contact, started) }, started) ?? 'never';

  it('of now is due at the start', () => {
    expect(due('now', 'recipient', emailIn('DE'))).toBe(startedAt);
  });

  it('in recipients’ time is due at that hour in each place (N-16)', () => {
    expect(due('2027-06-02T09:00', 'recipient', emailIn('DE', { timezone: 'Europe/Berlin' }))).toBe(
      '2027-06-02T07:00:00.000Z',
    );
    expect(due('2027-06-02T09:00', 'recipient', emailIn('JP', { timezone: 'Asia/Tokyo' }))).toBe(
      '2027-06-02T00:00:00.000Z',
    );
  });

  it('in the time of one place is due at one instant for all', () => {
    const all = [emailIn('DE', { timezone: 'Europe/Berlin' }), emailIn('JP', { timezone: 'Asia/Tokyo' })];
    expect(all.map((contact) => due('2027-06-02T09:00', 'Asia/Tokyo', contact))).toEqual(
      Array(2).fill('2027-06-02T00:00:00.000Z'),
    );
  });

  it('in recipients’ time without a zone waits for the last one of the country (N-17)', () => {
    const last = due('2027-06-02T09:00', 'recipient', emailIn('US'));
    expect(localTime(last, 'Pacific/Honolulu')).toBe('2027-06-02T09:00:00');
  });

  it('in recipients’ time in a country without zones goes by UTC', () => {
    expect(due('2027-06-02T09:00', 'recipient', emailIn('ZZ'))).toBe('2027-06-02T09:00:00.000Z');
  });

  it('in quiet hours waits for their end', () => {
    expect(due('2027-06-02T22:00', 'recipient', inSeoul)).toBe('2027-06-02T23:00:00.000Z');
  });

  it('whose hour is over in some places is due there at the start, and there too not in quiet hours (N-06)', () => {
    const late = '2027-06-02T13:00:00.000Z';
    expect(due('2027-06-02T09:00', 'recipient', emailIn('KR', { timezone: 'Asia/Seoul' }), late)).toBe(late);
    expect(due('2027-06-02T09:00', 'recipient', inSeoul, late)).toBe('2027-06-02T23:00:00.000Z');
    expect(due('2027-06-02T09:00', 'recipient', emailIn('US', { timezone: 'America/New_York' }), late)).toBe(
      late,
    );
    expect(due('2027-06-02T09:00', 'recipient', emailIn('US', { timezone: 'Pacific/Honolulu' }), late)).toBe(
      '2027-06-02T19:00:00.000Z',
    );
  });

  it('ends with the last zone of its countries', () => {
    const at = { at: '2027-06-02T09:00', timezone: 'recipient' };
    expect(lastDueAt(at, ['US'], startedAt)).toBe('2027-06-02T19:00:00.000Z');
    expect(lastDueAt(at, ['US-NY'], startedAt)).toBe('2027-06-02T19:00:00.000Z');
    expect(lastDueAt(at, ['US', 'DE'], startedAt)).toBe('2027-06-02T19:00:00.000Z');
    expect(lastDueAt(at, ['DE', 'JP'], startedAt)).toBe('2027-06-02T07:00:00.000Z');
    expect(lastDueAt({ ...at, timezone: 'Asia/Tokyo' }, ['US'], startedAt)).toBe('2027-06-02T00:00:00.000Z');
    expect(lastDueAt({ ...at, at: 'now' }, ['US'], startedAt)).toBe(startedAt);
  });

  it('starts where the day starts first, and nobody is due before', () => {
    const first = firstDueAt({ at: '2027-06-02T09:00', timezone: 'recipient' }, startedAt);
    expect(first).toBe('2027-06-01T19:00:00.000Z');
    for (const zone of Intl.supportedValuesOf('timeZone')) {
      expect(due('2027-06-02T09:00', 'recipient', emailIn('DE', { timezone: zone }), first) >= first).toBe(
        true,
      );
    }
    expect(firstDueAt({ at: 'now', timezone: 'recipient' }, startedAt)).toBe(startedAt);
    expect(firstDueAt({ at: '2027-06-02T09:00', timezone: 'Asia/Tokyo' }, startedAt)).toBe(
      '2027-06-02T00:00:00.000Z',
    );
  });
});
