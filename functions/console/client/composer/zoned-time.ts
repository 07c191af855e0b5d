/** Between an instant and what a clock in a time zone shows, for fields of a date and a time. */
import { instantOf, localTime } from '../../../../shared/domain/local-time.ts';

/** `2026-12-24T17:00:00Z` in Berlin → `2026-12-24T18:00`. Empty for what is no instant. */
export function wallTime(instant: string, timezone: string): string {
  return Number.isNaN(Date.parse(instant)) ? '' : localTime(instant, timezone).slice(0, 16);
}

/** `2026-12-24T18:00` in Berlin → `2026-12-24T17:00:00.000Z`. Empty for what is no time. */
export function instantAt(wall: string, timezone: string): string {
  return Number.isNaN(Date.parse(`${wall}Z`)) ? '' : instantOf(wall, timezone);
}
