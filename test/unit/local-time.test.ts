/** Calendar arithmetic: months, zones, changes of clocks, durations. */
import { describe, expect, it } from '@jest/globals';
import {
  addMonths,
  addSeconds,
  instantOf,
  isTimezone,
  localTime,
  parseDurationSeconds,
  zonesOf,
} from '../../shared/domain/local-time.ts';

describe('months later', () => {
  it.each([
    ['2027-01-31T10:00:00.000Z', 1, '2027-02-28T10:00:00.000Z'],
    ['2028-01-31T10:00:00.000Z', 1, '2028-02-29T10:00:00.000Z'],
    ['2028-02-29T10:00:00.000Z', 12, '2029-02-28T10:00:00.000Z'],
    ['2028-02-29T10:00:00.000Z', 48, '2032-02-29T10:00:00.000Z'],
    ['2026-08-31T23:59:59.999Z', 6, '2027-02-28T23:59:59.999Z'],
    ['2026-12-15T00:00:00.000Z', 24, '2028-12-15T00:00:00.000Z'],
    ['2027-03-31T00:00:00.000Z', -1, '2027-02-28T00:00:00.000Z'],
    ['2026-10-31T00:00:00.000Z', 36, '2029-10-31T00:00:00.000Z'],
  ])('%s and %d months is %s: a day that the month lacks becomes its last', (instant, months, expected) => {
    expect(addMonths(instant, months)).toBe(expected);
  });

  it('adds seconds across midnight', () => {
    expect(addSeconds('2027-12-31T23:59:59.500Z', 1)).toBe('2028-01-01T00:00:00.500Z');
  });
});

describe('the clock of a place', () => {
  it.each([
    ['2027-01-01T00:00:00.000Z', 'Europe/Berlin', '2027-01-01T01:00:00'],
    ['2027-07-01T00:00:00.000Z', 'Europe/Berlin', '2027-07-01T02:00:00'],
    ['2027-01-01T00:00:00.000Z', 'America/New_York', '2026-12-31T19:00:00'],
    ['2027-01-01T00:00:00.000Z', 'Asia/Kolkata', '2027-01-01T05:30:00'],
    ['2027-01-01T11:59:59.999Z', 'Etc/GMT+12', '2026-12-31T23:59:59'],
    ['2027-06-01T15:00:00.000Z', 'Asia/Seoul', '2027-06-02T00:00:00'],
  ])('at %s in %s shows %s', (instant, zone, expected) => {
    expect(localTime(instant, zone)).toBe(expected);
  });
});

describe('the instant of a wall-clock time', () => {
  it.each([
    ['Europe/Berlin', '2027-06-01T09:00', '2027-06-01T07:00:00.000Z'],
    ['Asia/Seoul', '2027-06-01T08:00:30', '2027-05-31T23:00:30.000Z'],
    ['Pacific/Kiritimati', '2027-01-01T00:00', '2026-12-31T10:00:00.000Z'],
    ['Australia/Lord_Howe', '2027-01-01T00:00', '2026-12-31T13:00:00.000Z'],
  ])('in %s %s is %s', (zone, local, expected) => {
    expect(instantOf(local, zone)).toBe(expected);
  });

  it.each([
    ['Europe/Berlin', '2027-03-28T02:30', '2027-03-28T01:30:00.000Z', '2027-03-28T03:30:00'],
    ['America/New_York', '2027-03-14T02:30', '2027-03-14T07:30:00.000Z', '2027-03-14T03:30:00'],
    ['Australia/Sydney', '2027-10-03T02:30', '2027-10-02T16:30:00.000Z', '2027-10-03T03:30:00'],
    ['Australia/Lord_Howe', '2027-10-03T02:15', '2027-10-02T15:45:00.000Z', '2027-10-03T02:45:00'],
  ])(
    'in %s %s is skipped by the change of clocks and is taken after it (N-16)',
    (zone, local, expected, shown) => {
      expect(instantOf(local, zone)).toBe(expected);
      expect(localTime(expected, zone)).toBe(shown);
    },
  );

  it.each([
    ['Europe/Berlin', '2027-10-31T02:30', '2027-10-31T00:30:00.000Z', '2027-10-31T01:30:00.000Z'],
    ['America/New_York', '2027-11-07T01:30', '2027-11-07T05:30:00.000Z', '2027-11-07T06:30:00.000Z'],
    ['Australia/Sydney', '2027-04-04T02:30', '2027-04-03T15:30:00.000Z', '2027-04-03T16:30:00.000Z'],
  ])('in %s %s occurs twice and is taken the first time (N-16)', (zone, local, first, second) => {
    expect(instantOf(local, zone)).toBe(first);
    expect(localTime(second, zone)).toBe(localTime(first, zone));
  });

  it.each(['Europe/Berlin', 'America/New_York', 'Australia/Sydney', 'Africa/Casablanca'])(
    'in %s is the inverse of the clock for every hour of a year, but for hours that come twice',
    (zone) => {
      for (let hour = 0; hour < 365 * 24; hour += 1) {
        const instant = addSeconds('2027-01-01T00:00:00.000Z', hour * 3600);
        const found = instantOf(localTime(instant, zone), zone);
        if (found !== instant)
          expect([found < instant, localTime(found, zone)]).toEqual([true, localTime(instant, zone)]);
      }
    },
  );
});

describe('zones', () => {
  it('of a country are those that the runtime knows', () => {
    expect(zonesOf('KR')).toEqual(['Asia/Seoul']);
    expect(zonesOf('US')).toEqual(expect.arrayContaining(['America/New_York', 'Pacific/Honolulu']));
    expect(zonesOf('ZZ')).toEqual([]);
  });

  it.each([
    ['Europe/Berlin', true],
    ['Etc/UTC', true],
    ['Mars/Olympus', false],
    ['', false],
    ['recipient', false],
  ])('%j is a zone: %s', (name, expected) => {
    expect(isTimezone(name)).toBe(expected);
  });
});

describe('a duration', () => {
  it.each([
    ['PT1H', 3600],
    ['P1D', 86_400],
    ['P2W', 1_209_600],
    ['P1M', 2_592_000],
    ['PT1M', 60],
    ['P1DT12H30M5S', 131_405],
    ['P1Y', 31_536_000],
    ['PT1.5S', 1],
    ['PT90M', 5400],
    ['PT0S', 0],
  ])('%s is %d seconds: months of the date are not minutes of the time', (duration, seconds) => {
    expect(parseDurationSeconds(duration)).toBe(seconds);
  });
});
