/** When a message is due for a contact: the schedule, the legal quiet hours, the office's hours, and no guess where the zone is unknown. Pure. */
import { instantOf, later, zonesOf } from './local-time.ts';
import type { Schedule } from './message.ts';
import type { SendWindow } from './office-settings.ts';
import type { CountryRule } from './rules/country-rule.ts';
import type { RuleBook } from './rules/rule-book.ts';
import type { Channel, Instant } from './vocabulary.ts';
import { dayMs, nextChange, offsetAt } from './zone-clock.ts';

/** What of a contact its hours depend on. */
interface Reader {
  timezone?: string | undefined;
  country: string;
  channel: Channel;
}

/** The zones a contact may be in: their own, or all of the country when it is unknown (time rules fail closed). */
export function possibleZones(contact: Pick<Reader, 'timezone' | 'country'>): readonly string[] {
  if (contact.timezone) return [contact.timezone];
  const zones = zonesOf(contact.country);
  return zones.length > 0 ? zones : ['Etc/UTC'];
}

/** The instant at which a marketing message is due for a contact: the first open one at or after its schedule; undefined: there is none. */
export function dueAt(
  schedule: Schedule,
  contact: Reader,
  { rule, window }: { rule: CountryRule | undefined; window?: SendWindow | undefined },
  startedAt: Instant,
): Instant | undefined {
  return firstOpen(scheduledAt(schedule, contact, startedAt), contact, rule, window);
}

function scheduledAt(schedule: Schedule, contact: Reader, startedAt: Instant): Instant {
  return later(startedAt, hourOf(schedule, contact) ?? startedAt);
}

/**
 * The first instant at or after `instant` that is outside the country's quiet hours and inside the office's window, by the
 * clock on the wall, in every zone the contact may be in. Undefined: there is none within 14 days.
 */
export function firstOpen(
  instant: Instant,
  contact: Reader,
  rule: CountryRule | undefined,
  window?: SendWindow,
): Instant | undefined {
  const hours = hoursOf(contact.channel, rule, window);
  if (!hours) return instant;
  const from = Date.parse(instant);
  const open = firstOpenIn(possibleZones(contact), hours, from);
  if (open === undefined) return undefined;
  return open === from ? instant : new Date(open).toISOString();
}

/** Whether readers who may be in any of these zones cannot be sent to: no moment of the next 14 days is inside the window and outside quiet hours in all of them. */
export function windowNeverOpens(
  window: SendWindow | undefined,
  { rule, channel, zones }: { rule: CountryRule | undefined; channel: Channel; zones: readonly string[] },
  now: Instant,
): boolean {
  const hours = hoursOf(channel, rule, window);
  return hours !== undefined && firstOpenIn(zones, hours, Date.parse(now)) === undefined;
}

/** Whose hours never come: `everybody` in the country, or only those whose time zone is not known. */
export interface ClosedCountry {
  country: string;
  channel: Channel;
  who: 'everybody' | 'without-timezone';
}

/** Countries (ISO 3166-1, or 3166-2 such as `US-CA`) in which a window never opens for some readers. */
export function closedCountries(
  window: SendWindow | undefined,
  { countries, channels }: { countries: readonly string[]; channels: readonly Channel[] },
  rules: RuleBook,
  now: Instant,
): ClosedCountry[] {
  return countries.flatMap((country) =>
    channels.flatMap((channel): ClosedCountry[] => {
      const [code = '', subdivision] = country.split('-');
      const rule = rules.ruleFor({ country: code, subdivision }, now);
      const isClosed = (zones: readonly string[]) => windowNeverOpens(window, { rule, channel, zones }, now);
      const zones = possibleZones({ country: code });
      if (!isClosed(zones)) return [];
      const isClosedInEach = zones.every((zone) => isClosed([zone]));
      return [{ country, channel, who: isClosedInEach ? 'everybody' : 'without-timezone' }];
    }),
  );
}

/** When the first recipient can be due: the earliest place on earth for a schedule in recipients' time. */
export function firstDueAt({ at, timezone }: Schedule, now: Instant): Instant {
  if (at === 'now') return now;
  return instantOf(at, timezone === 'recipient' ? 'Pacific/Kiritimati' : timezone);
}

/** When the last recipient is due, if nothing holds anybody back: in the last zone of these countries for a schedule in recipients' time. */
export function lastDueAt({ at, timezone }: Schedule, countries: readonly string[], now: Instant): Instant {
  if (at === 'now') return now;
  if (timezone !== 'recipient') return instantOf(at, timezone);
  const zones = new Set(countries.flatMap((country) => possibleZones({ country: country.slice(0, 2) })));
  return [...zones].map((zone) => instantOf(at, zone)).reduce(later);
}

/** The hour that the schedule names for a contact; undefined where it names none. The last one of the zones the contact may be in. */
export function hourOf({ at, timezone }: Schedule, contact: Reader): Instant | undefined {
  if (at === 'now') return undefined;
  const zones = timezone === 'recipient' ? possibleZones(contact) : [timezone];
  return zones.map((zone) => instantOf(at, zone)).reduce(later);
}

/** A part of the day in milliseconds since midnight; with an end that is not after its start it goes over midnight. */
interface Span {
  start: number;
  end: number;
}

interface Hours {
  quiet: Span | undefined;
  window: (Span & { days: readonly number[] }) | undefined;
}

/** Both come round within a week, but for a change of clocks. */
const searchMs = 14 * dayMs;

function hoursOf(
  channel: Channel,
  rule: CountryRule | undefined,
  window: SendWindow | undefined,
): Hours | undefined {
  const quiet = rule?.quietHours?.channels.includes(channel) ? rule.quietHours : undefined;
  if (!quiet && !window) return undefined;
  return { quiet: quiet && spanOf(quiet), window: window && { ...spanOf(window), days: window.days } };
}

function spanOf({ start, end }: { start: string; end: string }): Span {
  return { start: Date.parse(`1970-01-01T${start}Z`), end: Date.parse(`1970-01-01T${end}Z`) };
}

/** Goes from zone to zone until the time at which one opens is open in all. */
function firstOpenIn(zones: readonly string[], hours: Hours, from: number): number | undefined {
  const until = from + searchMs;
  let time = from;
  for (let unchanged = 0; unchanged < zones.length; ) {
    for (const zone of zones) {
      const open = openInZone(zone, hours, time, until);
      if (open > until) return undefined;
      unchanged = open === time ? unchanged + 1 : 1;
      time = open;
    }
  }
  return time;
}

function openInZone(zone: string, hours: Hours, from: number, until: number): number {
  let time = from;
  while (time <= until && !isOpen(time + offsetAt(zone, time), hours)) time = nextEdge(zone, hours, time);
  return time;
}

/** @param local the wall clock, as the time at which UTC shows the same */
function isOpen(local: number, { quiet, window }: Hours): boolean {
  const clock = clockOf(local);
  if (quiet && isWithin(clock, quiet)) return false;
  if (!window || !isWithin(clock, window)) return window === undefined;
  const beganYesterday = window.start > window.end && clock < window.end;
  return window.days.includes(weekday(beganYesterday ? local - dayMs : local));
}

function clockOf(local: number): number {
  return local % dayMs;
}

function isWithin(clock: number, { start, end }: Span): boolean {
  return start < end ? clock >= start && clock < end : clock >= start || clock < end;
}

/** ISO 8601: 1 is Monday; the first day of 1970 was a Thursday. */
function weekday(local: number): number {
  return ((Math.floor(local / dayMs) + 3) % 7) + 1;
}

/** The next time after `time` at which hours can open: an end of quiet hours, a start of the window, or a change of clocks. */
function nextEdge(zone: string, { quiet, window }: Hours, time: number): number {
  const offset = offsetAt(zone, time);
  const clock = clockOf(time + offset);
  const waits = [quiet?.end, window?.start].flatMap((edge) => {
    if (edge === undefined) return [];
    return edge > clock ? edge - clock : edge - clock + dayMs;
  });
  const edge = time + Math.min(...waits);
  return Math.min(edge, nextChange(zone, time, edge));
}
