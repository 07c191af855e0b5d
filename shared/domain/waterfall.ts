/** From counters to the figures people read: audience = will send + each exclusion reason, to the last contact. Pure. */
import { waveInstant } from './batch.ts';
import {
  type Counters,
  type PlanCell,
  planCells,
  type ReportCell,
  reportCells,
  smallestGroup,
} from './cells.ts';
import { localTime } from './local-time.ts';
import type { Instant } from './vocabulary.ts';

export interface Waterfall {
  audience: number;
  willSend: number;
  excluded: Record<string, number>;
}

export interface Plan extends Waterfall {
  byChannel: Record<string, Waterfall>;
  waves: { at: Instant; contacts: number; localTimes: { timezone: string; time: string }[] }[];
  byCountry: Record<string, PlanCell>;
  byLocale: Record<string, PlanCell>;
  /** Languages of at least ten people who would get another one, for want of a text in theirs. */
  missingLocales: string[];
  /** Of a notice: contacts that get it although marketing would not be sent to them, by what would stop it. */
  bypassed?: Record<string, number>;
}

/** Adds up counters named `n#<channel>#send` and `n#<channel>#skip#<reason>`. */
export function toWaterfalls(parts: readonly Counters[]): {
  total: Waterfall;
  byChannel: Record<string, Waterfall>;
} {
  const total = emptyWaterfall();
  const byChannel: Record<string, Waterfall> = {};
  for (const counters of parts) {
    for (const [name, count] of Object.entries(counters)) {
      const [kind, channel = '', decision, reason = ''] = name.split('#');
      if (kind !== 'n') continue;
      const own = byChannel[channel] ?? emptyWaterfall();
      byChannel[channel] = own;
      for (const waterfall of [total, own]) addTo(waterfall, decision === 'send' ? undefined : reason, count);
    }
  }
  return { total, byChannel };
}

function emptyWaterfall(): Waterfall {
  return { audience: 0, willSend: 0, excluded: {} };
}

function addTo(waterfall: Waterfall, reason: string | undefined, count: number): void {
  waterfall.audience += count;
  if (reason === undefined) waterfall.willSend += count;
  else waterfall.excluded[reason] = (waterfall.excluded[reason] ?? 0) + count;
}

/** The plan of all parts together. */
export function toPlan(parts: readonly Counters[]): Plan {
  const { total, byChannel } = toWaterfalls(parts);
  const waves = [...sumOf(parts, 'w')]
    .filter(([, contacts]) => contacts > 0)
    .sort(([left], [right]) => (left < right ? -1 : 1));
  const zones = peopleOf(parts, 't');
  const bypassed = bypassedIn(parts);
  return {
    ...total,
    byChannel,
    byCountry: planCells(parts, 'country'),
    byLocale: planCells(parts, 'locale'),
    waves: waves.map(([wave, contacts]) => ({
      at: waveInstant(wave),
      contacts,
      localTimes: localTimesOf(wave, zones),
    })),
    missingLocales: [...peopleOf(parts, 'm')]
      .filter(([, people]) => people >= smallestGroup)
      .map(([language]) => language)
      .sort(),
    ...(Object.keys(bypassed).length > 0 ? { bypassed } : {}),
  };
}

/** Counters `<kind>#<name>` of all parts, by name. */
export function sumOf(parts: readonly Counters[], kind: string): Map<string, number> {
  const sums = new Map<string, number>();
  for (const [counter, count] of parts.flatMap((counters) => Object.entries(counters))) {
    if (!counter.startsWith(`${kind}#`)) continue;
    const name = counter.slice(kind.length + 1);
    sums.set(name, (sums.get(name) ?? 0) + count);
  }
  return sums;
}

/** From the counters `b#<channel>#<bypass>`: contacts that a choice, or a complaint, would leave out if it were marketing. */
export function bypassedIn(parts: readonly Counters[]): Record<string, number> {
  const found: Record<string, number> = {};
  for (const [name, count] of sumOf(parts, 'b')) {
    const bypass = name.slice(name.indexOf('#') + 1);
    found[bypass] = (found[bypass] ?? 0) + count;
  }
  return found;
}

/** Counters `<kind>#<name>#<channel>`, by name: people of the largest channel, for somebody may be on several. */
function peopleOf(parts: readonly Counters[], kind: string): Map<string, number> {
  const people = new Map<string, number>();
  for (const [counter, count] of sumOf(parts, kind)) {
    const name = counter.slice(0, counter.lastIndexOf('#'));
    people.set(name, Math.max(people.get(name) ?? 0, count));
  }
  return people;
}

/** What the clock shows where at least ten readers of the wave are. */
function localTimesOf(
  wave: string,
  zones: ReadonlyMap<string, number>,
): { timezone: string; time: string }[] {
  return [...zones].flatMap(([name, people]) => {
    const [own, timezone = ''] = name.split('#');
    if (own !== wave || people < smallestGroup) return [];
    return [{ timezone, time: localTime(waveInstant(wave), timezone).slice(0, 16) }];
  });
}

export interface Report {
  /** Sends that were planned: `accepted + disabled + failed + inDoubt + stopped + pending`. */
  planned: number;
  byCountry: Record<string, ReportCell>;
  byLocale: Record<string, ReportCell>;
  byVariant: Record<string, ReportCell>;
  byArm: Record<string, ReportCell>;
  audience: number;
  decisions: { send: number; skip: Record<string, number> };
  outcomes: Outcomes;
  byChannel: Record<
    string,
    { audience: number; decisions: { send: number; skip: Record<string, number> }; outcomes: Outcomes }
  >;
}

export interface Outcomes {
  accepted: number;
  delivered: number;
  bounced: number;
  complained: number;
  disabled: number;
  failed: number;
  inDoubt: number;
  stopped: number;
  pending: number;
  /** Accepted ones of people who agreed to profiling: only these can count as opened and clicked (policy P-17). */
  measured: number;
  opened: number;
  clicked: number;
}

/**
 * The report of all slices together. A decision can change from send to skip until the hand-over: it then counts as that skip, and as `stopped`.
 * `accepted` counts every hand-over that was taken; `delivered`, `bounced`, `complained` and `measured` are parts of it.
 * @param ended nothing more will be sent: what is open was stopped
 */
export function toReport(parts: readonly Counters[], ended: boolean): Report {
  const { total, byChannel } = toWaterfalls(parts);
  const channels = Object.entries(byChannel).map(([channel, waterfall]) => [
    channel,
    reportOf(waterfall, sumOutcomes(parts, channel), ended),
  ]);
  return {
    ...reportOf(total, sumOutcomes(parts), ended),
    planned: total.willSend,
    byChannel: Object.fromEntries(channels),
    byCountry: reportCells(parts, 'country', ended),
    byLocale: reportCells(parts, 'locale', ended),
    byVariant: reportCells(parts, 'variant', ended),
    byArm: reportCells(parts, 'arm', ended),
  };
}

function sumOutcomes(parts: readonly Counters[], only?: string): Map<string, number> {
  const sums = new Map<string, number>();
  for (const counters of parts) {
    for (const [name, count] of Object.entries(counters)) {
      const [kind, channel, ...outcome] = name.split('#');
      if (kind !== 'o' || (only !== undefined && channel !== only)) continue;
      const key = outcome.join('#');
      sums.set(key, (sums.get(key) ?? 0) + count);
    }
  }
  return sums;
}

function reportOf(waterfall: Waterfall, sums: ReadonlyMap<string, number>, ended: boolean) {
  const of = (kind: string) => sums.get(kind) ?? 0;
  const changed = [...sums].filter(([kind]) => kind.startsWith('stopped#'));
  const changedCount = changed.reduce((sum, [, count]) => sum + count, 0);
  const skip = { ...waterfall.excluded };
  for (const [kind, count] of changed) {
    const reason = kind.slice('stopped#'.length);
    skip[reason] = (skip[reason] ?? 0) + count;
  }
  const settled =
    of('accepted') + of('disabled') + of('failed') + of('in-doubt') + of('stopped') + changedCount;
  const open = waterfall.willSend - settled;
  return {
    audience: waterfall.audience,
    decisions: { send: waterfall.willSend - changedCount, skip },
    outcomes: {
      accepted: of('accepted'),
      delivered: of('delivered'),
      bounced: of('bounced'),
      complained: of('complained'),
      disabled: of('disabled'),
      failed: of('failed'),
      inDoubt: of('in-doubt'),
      stopped: of('stopped') + changedCount + (ended ? open : 0),
      pending: ended ? 0 : open,
      measured: of('measured'),
      opened: of('opened'),
      clicked: of('clicked'),
    },
  };
}
