/** How far clocks of a zone are from UTC, cheap enough for a million readers: the zone data is asked once per zone and day. Pure. */
import { localTime } from './local-time.ts';

export const dayMs = 86_400_000;

/** One day (UTC) of a zone. No zone changes its clocks twice in one. */
interface ZoneDay {
  before: number;
  /** Infinity on all days but two of the year. */
  changesAt: number;
  after: number;
}

const known = new Map<string, ZoneDay>();
const knownLimit = 20_000;

/** Milliseconds that clocks in the zone are ahead of UTC at a time (milliseconds since 1970). */
export function offsetAt(zone: string, time: number): number {
  const { before, changesAt, after } = zoneDay(zone, Math.floor(time / dayMs));
  return time < changesAt ? before : after;
}

/** The first change of clocks after `from` and not after `until`; Infinity if there is none. */
export function nextChange(zone: string, from: number, until: number): number {
  for (let day = Math.floor(from / dayMs); day <= Math.floor(until / dayMs); day++) {
    const { changesAt } = zoneDay(zone, day);
    if (changesAt > from && changesAt <= until) return changesAt;
  }
  return Number.POSITIVE_INFINITY;
}

function zoneDay(zone: string, day: number): ZoneDay {
  const key = `${zone} ${day}`;
  const kept = known.get(key);
  if (kept) return kept;
  if (known.size >= knownLimit) known.clear();
  const found = readDay(zone, day * dayMs);
  known.set(key, found);
  return found;
}

function readDay(zone: string, start: number): ZoneDay {
  const before = readOffset(zone, start);
  const after = readOffset(zone, start + dayMs);
  if (before === after) return { before, changesAt: Number.POSITIVE_INFINITY, after };
  let [unchanged, changesAt] = [start, start + dayMs];
  while (changesAt - unchanged > 1000) {
    const middle = unchanged + Math.floor((changesAt - unchanged) / 2000) * 1000;
    if (readOffset(zone, middle) === before) unchanged = middle;
    else changesAt = middle;
  }
  return { before, changesAt, after };
}

function readOffset(zone: string, time: number): number {
  return Date.parse(`${localTime(new Date(time).toISOString(), zone)}Z`) - time;
}
