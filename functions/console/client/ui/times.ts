/** Times on other clocks than the reader's, and lengths of time. */

/** `26 Nov 2026, 09:00` as a clock of the zone shows it. */
export function timeInZone(locale: string, instant: string, timeZone: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(
    new Date(instant),
  );
}

/** A wall-clock time such as `2026-11-26T09:00`, wherever it is. */
export function wallTime(locale: string, time: string): string {
  return timeInZone(locale, `${time.slice(0, 16)}:00Z`, 'UTC');
}

/** `Europe/Berlin` → `Berlin` */
export function placeOfZone(timezone: string): string {
  return (timezone.split('/').at(-1) ?? timezone).replaceAll('_', ' ');
}

/** Zones whose clocks show the same time, together; the time that most zones have comes first. */
export function byTime(
  times: readonly { readonly timezone: string; readonly time: string }[],
): { time: string; zones: string[] }[] {
  const groups = new Map<string, string[]>();
  for (const { timezone, time } of times) groups.set(time, [...(groups.get(time) ?? []), timezone]);
  return [...groups]
    .map(([time, zones]) => ({ time, zones }))
    .sort((left, right) => right.zones.length - left.zones.length || (left.time < right.time ? -1 : 1));
}

export interface Wave {
  readonly at: string;
  readonly contacts: number;
  readonly localTimes: readonly { readonly timezone: string; readonly time: string }[];
}

/** Waves of the same minute as one: a campaign that starts at once is counted part by part, each with its own second. */
export function byMinute(waves: readonly Wave[]): Wave[] {
  const minutes = new Map<string, Wave>();
  for (const wave of waves) {
    const minute = wave.at.slice(0, 16);
    const before = minutes.get(minute);
    minutes.set(minute, before ? joined(before, wave) : wave);
  }
  return [...minutes.values()];
}

function joined(first: Wave, second: Wave): Wave {
  const isNew = ({ timezone }: { timezone: string }) =>
    !first.localTimes.some((known) => known.timezone === timezone);
  return {
    at: first.at,
    contacts: first.contacts + second.contacts,
    localTimes: [...first.localTimes, ...second.localTimes.filter(isNew)],
  };
}

const units = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;

/** `2 hours 5 minutes`: the two largest units, in the words of the language. */
export function lengthOfTime(locale: string, seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const first = units.findIndex(([, size]) => whole >= size);
  const at = first === -1 ? units.length - 1 : first;
  const parts: string[] = [];
  let left = whole;
  for (const [unit, size] of units.slice(at, at + 2)) {
    const count = Math.floor(left / size);
    left -= count * size;
    if (count > 0 || parts.length === 0)
      parts.push(new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count));
  }
  return parts.join(' ');
}
