/** When a message is due, against an oracle that looks at every minute's wall clocks (N-16, N-17). */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addSeconds, localTime, zonesOf } from '../../shared/domain/local-time.ts';
import type { SendWindow } from '../../shared/domain/office-settings.ts';
import type { CountryRule } from '../../shared/domain/rules/country-rule.ts';
import { ruleBook } from '../../shared/domain/rules/rule-book.ts';
import { dueAt, firstOpen, possibleZones } from '../../shared/domain/timing.ts';
import { pushIn } from '../support/given-contact.ts';

type Quiet = CountryRule['quietHours'];

/** Nights around which clocks change, in places that change them by 60 and by 30 minutes, and plain days. */
const days = fc.oneof(
  fc.constantFrom(
    '2027-03-13',
    '2027-03-27',
    '2027-04-03',
    '2027-10-02',
    '2027-10-30',
    '2027-11-06',
    '2028-02-28',
  ),
  fc.date({ min: new Date('2026-12-01'), max: new Date('2031-01-01'), noInvalidDate: true }).map(dayOf),
);
const instants = fc
  .tuple(days, fc.integer({ min: 0, max: 2 * 86_400 - 1 }))
  .map(([day, seconds]) => addSeconds(`${day}T00:00:00.000Z`, seconds));
const zones = fc.constantFrom(
  undefined,
  'Europe/Berlin',
  'America/New_York',
  'Australia/Sydney',
  'Australia/Lord_Howe',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Africa/Casablanca',
  'Pacific/Kiritimati',
);
const countries = fc.constantFrom('DE', 'KR', 'AU', 'BR', 'ES', 'PT', 'MX', 'NZ');
const clocks = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom(0, 15, 30, 45))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
const spans = fc.tuple(clocks, clocks).filter(([start, end]) => start !== end);
const windows = fc.option(
  fc
    .tuple(spans, fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }))
    .map(([[start, end], weekdays]): SendWindow => ({ days: weekdays, start, end })),
  { nil: undefined },
);
const laws = fc.option(
  spans.map(([start, end]): Quiet => ({ start, end, channels: ['push'] })),
  { nil: undefined },
);

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}

function isWithin(clock: string, { start, end }: { start: string; end: string }): boolean {
  return start < end ? start <= clock && clock < end : start <= clock || clock < end;
}

/** From what the clock on the wall shows, and nothing else. */
function isOpen(at: string, zone: string, quiet: Quiet, window: SendWindow | undefined): boolean {
  const [day = '', time = ''] = localTime(at, zone).split('T');
  const clock = time.slice(0, 5);
  if (quiet && isWithin(clock, quiet)) return false;
  if (!window) return true;
  if (!isWithin(clock, window)) return false;
  const isNextMorning = window.start > window.end && clock < window.end;
  const began = addSeconds(`${day}T12:00:00.000Z`, isNextMorning ? -86_400 : 0);
  return window.days.includes(new Date(began).getUTCDay() || 7);
}

const quarterMs = 900_000;
const searchMinutes = 3 * 1440;

/** The first open minute after `from`, looked for one by one; undefined: none within three days. */
function slowFirstOpen(
  from: string,
  places: readonly string[],
  quiet: Quiet,
  window: SendWindow | undefined,
): string | undefined {
  const isOpenAt = (at: string) => places.every((zone) => isOpen(at, zone, quiet, window));
  if (isOpenAt(from)) return from;
  const minute = `${from.slice(0, 16)}:00.000Z`;
  for (let passed = 1; passed <= searchMinutes; passed++) {
    const at = addSeconds(minute, passed * 60);
    if (isOpenAt(at)) return at;
  }
  return undefined;
}

function ruleWith(country: string, quietHours: Quiet): CountryRule | undefined {
  const rule = ruleBook.ruleFor({ country }, '2027-01-01T00:00:00.000Z');
  return rule && { ...rule, quietHours };
}

describe('the due instant', () => {
  it('is open in every zone that is possible, is never before the schedule, and no open one comes before it', () => {
    fc.assert(
      fc.property(instants, countries, zones, windows, laws, (from, country, timezone, window, quiet) => {
        const contact = pushIn(country, { timezone });
        const places = possibleZones(contact);
        const due = firstOpen(from, contact, ruleWith(country, quiet), window);
        if (due !== undefined) {
          expect(due >= from).toBe(true);
          for (const zone of places) expect(isOpen(due, zone, quiet, window)).toBe(true);
        }
        const slow = slowFirstOpen(from, places, quiet, window);
        if (slow !== undefined) expect(due).toBe(slow);
        else if (due !== undefined) expect(due > addSeconds(from, (searchMinutes - 1) * 60)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('of a schedule in local time waits for that hour in every zone, then for the hours', () => {
    const schedules = fc.record({
      at: fc.tuple(days, clocks).map(([day, clock]) => `${day}T${clock}`),
      timezone: fc.constantFrom('recipient', 'Europe/Berlin', 'America/New_York', 'Australia/Sydney'),
    });
    fc.assert(
      fc.property(
        schedules,
        countries,
        zones,
        windows,
        laws,
        (schedule, country, timezone, window, quiet) => {
          const contact = pushIn(country, { timezone });
          const started = '2026-06-01T00:00:00.000Z';
          const rule = ruleWith(country, quiet);
          const due = dueAt(schedule, contact, { rule, window }, started);
          const places = schedule.timezone === 'recipient' ? possibleZones(contact) : [schedule.timezone];
          const reached = dueAt(schedule, contact, { rule: undefined }, started) ?? '';
          for (const zone of places) expect(localTime(reached, zone).slice(0, 16) >= schedule.at).toBe(true);
          expect(due).toBe(firstOpen(reached, contact, rule, window));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('does not exist only where no quarter of an hour of two weeks is open', () => {
    const narrow = spans.filter(
      ([start, end]) => start < end && Number(end.slice(0, 2)) - Number(start.slice(0, 2)) < 4,
    );
    fc.assert(
      fc.property(instants, fc.constantFrom('AU', 'BR', 'MX'), narrow, (from, country, [start, end]) => {
        const window = { days: [1, 2, 3, 4, 5, 6, 7], start, end };
        const due = firstOpen(from, pushIn(country), undefined, window);
        const quarter = Math.floor(Date.parse(from) / quarterMs) * quarterMs;
        const times = Array.from({ length: 14 * 96 }, (_, passed) => quarter + (passed + 1) * quarterMs);
        const all = [from, ...times.map((time) => new Date(time).toISOString())];
        const isOpenInAll = (at: string) =>
          zonesOf(country).every((zone) => isOpen(at, zone, undefined, window));
        expect(due).toBe(all.find(isOpenInAll));
      }),
      { numRuns: 60 },
    );
  });
});
