/** Calendar arithmetic on instants: months, and wall-clock time in a zone, from the language's own zone data. */
import type { Instant } from './vocabulary.ts';

/** `instant` plus calendar months in UTC; a day that the target month lacks becomes its last day. */
export function addMonths(instant: Instant, months: number): Instant {
  const date = new Date(instant);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, lastDay));
  return date.toISOString();
}

/** `instant` plus seconds. */
export function addSeconds(instant: Instant, seconds: number): Instant {
  return new Date(Date.parse(instant) + seconds * 1000).toISOString();
}

/** The first of two instants, where one or none may be known. */
export function earlier(left: Instant | undefined, right: Instant | undefined): Instant | undefined {
  if (left === undefined || right === undefined) return left ?? right;
  return left < right ? left : right;
}

/** The last of two instants. */
export function later(left: Instant, right: Instant): Instant {
  return left > right ? left : right;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterFor(timezone: string): Intl.DateTimeFormat {
  const known = formatters.get(timezone);
  if (known) return known;
  const formatter = new Intl.DateTimeFormat('en-CA-u-hc-h23', {
    timeZone: timezone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formatters.set(timezone, formatter);
  return formatter;
}

/** Whether the zone is an IANA name that this runtime knows. */
export function isTimezone(timezone: string): boolean {
  try {
    formatterFor(timezone);
    return true;
  } catch {
    return false;
  }
}

/** Wall-clock time in a zone as `YYYY-MM-DDTHH:mm:ss`. */
export function localTime(instant: Instant, timezone: string): string {
  const parts: Record<string, string> = {};
  for (const part of formatterFor(timezone).formatToParts(new Date(instant))) parts[part.type] = part.value;
  return `${parts['year']}-${parts['month']}-${parts['day']}T${parts['hour']}:${parts['minute']}:${parts['second']}`;
}

/**
 * The instant at which clocks in a zone show `local` (`YYYY-MM-DDTHH:mm[:ss]`).
 * A time that a change of clocks skips is taken after the gap; one that occurs twice is taken the first time (RFC 5545, 3.3.5).
 */
export function instantOf(local: string, timezone: string): Instant {
  const wall = Date.parse(`${local.length === 16 ? `${local}:00` : local}Z`);
  const offsetAt = (time: number) =>
    Date.parse(`${localTime(new Date(time).toISOString(), timezone)}Z`) - time;
  const dayMs = 86_400_000;
  const before = wall - offsetAt(wall - dayMs);
  const after = wall - offsetAt(wall + dayMs);
  const candidates = [before, after].filter((time) => time + offsetAt(time) === wall);
  return new Date(candidates.length > 0 ? Math.min(...candidates) : before).toISOString();
}

const zones = new Map<string, readonly string[]>();

/** All zones of a country by ISO 3166 code; a country that the runtime does not know has none. */
export function zonesOf(country: string): readonly string[] {
  const known = zones.get(country);
  if (known) return known;
  const found = new Intl.Locale('und', { region: country }).getTimeZones?.() ?? [];
  zones.set(country, found);
  return found;
}

const durationUnits = { W: 604_800, D: 86_400, H: 3600, M: 60, S: 1 } as const;

/** Whole seconds of an ISO 8601 duration of weeks, days, hours, minutes and seconds; months and years have no fixed length and count as 30 and 365 days. */
export function parseDurationSeconds(duration: string): number {
  const [date = '', time = ''] = duration.replace(/^P/, '').split('T');
  const sum = (text: string, unit: keyof typeof durationUnits | 'Y', seconds: number) =>
    Number(new RegExp(`(\\d+)(?:[.,]\\d+)?${unit}`).exec(text)?.[1] ?? 0) * seconds;
  return (
    sum(date, 'Y', 365 * durationUnits.D) +
    sum(date, 'M', 30 * durationUnits.D) +
    sum(date, 'W', durationUnits.W) +
    sum(date, 'D', durationUnits.D) +
    sum(time, 'H', durationUnits.H) +
    sum(time, 'M', durationUnits.M) +
    sum(time, 'S', durationUnits.S)
  );
}
