/** Between an instant and what a clock in a time zone shows, for fields of a date and a time. */

/** `2026-12-24T17:00:00Z` in Berlin → `2026-12-24T18:00`. Empty for what is no instant. */
export function wallTime(instant: string, timezone: string): string {
  const at = Date.parse(instant);
  if (Number.isNaN(at)) return '';
  return new Date(at + offsetMs(at, timezone)).toISOString().slice(0, 16);
}

/** `2026-12-24T18:00` in Berlin → `2026-12-24T17:00:00.000Z`. Empty for what is no time. A time that a clock change skips is the one after it. */
export function instantAt(wall: string, timezone: string): string {
  const asUtc = Date.parse(`${wall}Z`);
  if (wall === '' || Number.isNaN(asUtc)) return '';
  const near = asUtc - offsetMs(asUtc, timezone);
  return new Date(asUtc - offsetMs(near, timezone)).toISOString();
}

/** How far the clocks of a zone are ahead of UTC. */
function offsetMs(at: number, timezone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: timezone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(at);
  const of = (type: Intl.DateTimeFormatPartTypes): number =>
    Number(parts.find((part) => part.type === type)?.value ?? 0);
  const shown = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
  return shown - Math.floor(at / 1000) * 1000;
}
