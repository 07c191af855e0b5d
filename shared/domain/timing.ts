/** When a message is due for a contact: the schedule, the legal quiet hours, and no guess where the zone is unknown. Pure. */
import { addSeconds, instantOf, localTime, zonesOf } from './local-time.ts';
import type { Schedule } from './message.ts';
import type { Contact } from './person.ts';
import type { CountryRule } from './rules/country-rule.ts';
import type { Instant } from './vocabulary.ts';

type Quiet = NonNullable<CountryRule['quietHours']>;

/** The zones a contact may be in: their own, or all of the country when it is unknown (time rules fail closed). */
export function possibleZones(contact: {
  timezone?: string | undefined;
  country: string;
}): readonly string[] {
  if (contact.timezone) return [contact.timezone];
  const zones = zonesOf(contact.country);
  return zones.length > 0 ? zones : ['Etc/UTC'];
}

/** The instant at which a message is due for a contact: never before its start, quiet hours of the country respected. */
export function dueAt(
  schedule: Schedule,
  contact: Contact,
  rule: CountryRule | undefined,
  startedAt: Instant,
): Instant {
  return afterQuietHours(scheduledAt(schedule, contact, startedAt), contact, rule);
}

function scheduledAt({ at, timezone }: Schedule, contact: Contact, startedAt: Instant): Instant {
  if (at === 'now') return startedAt;
  const zones = timezone === 'recipient' ? possibleZones(contact) : [timezone];
  return latest([startedAt, ...zones.map((zone) => instantOf(at, zone))]);
}

/** The first instant at or after `instant` that lies outside the quiet hours in every zone the contact may be in. */
export function afterQuietHours(instant: Instant, contact: Contact, rule: CountryRule | undefined): Instant {
  const quiet = rule?.quietHours;
  if (!quiet?.channels.includes(contact.channel)) return instant;
  const zones = possibleZones(contact);
  let due = instant;
  for (let pass = 0; pass <= zones.length; pass++) {
    const next = latest(zones.map((zone) => quietEnd(due, quiet, zone)));
    if (next === due) return due;
    due = next;
  }
  return due;
}

/** The end of the quiet hours that `instant` falls into, or `instant` itself. The window may cross midnight. */
function quietEnd(instant: Instant, { start, end }: Quiet, zone: string): Instant {
  const local = localTime(instant, zone);
  const clock = local.slice(11, 16);
  const overnight = start > end;
  const isQuiet = overnight ? clock >= start || clock < end : clock >= start && clock < end;
  if (!isQuiet) return instant;
  const day = overnight && clock >= start ? addSeconds(`${local.slice(0, 10)}T00:00:00.000Z`, 86_400) : local;
  return instantOf(`${day.slice(0, 10)}T${end}`, zone);
}

/** When the first recipient can be due: the earliest place on earth for a schedule in recipients' time. */
export function firstDueAt({ at, timezone }: Schedule, now: Instant): Instant {
  if (at === 'now') return now;
  return instantOf(at, timezone === 'recipient' ? 'Pacific/Kiritimati' : timezone);
}

function latest(instants: readonly Instant[]): Instant {
  return instants.reduce((left, right) => (left > right ? left : right));
}
