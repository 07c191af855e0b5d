/**
 * How far a notice has come, in figures: each person counts once, in counters of the slice that they are in, and the counters of all slices together
 * are the report. Pure.
 */
import type { AnswerWay } from './answer.ts';
import type { Entry } from './batch.ts';
import { type Counters, cellsOf, showable } from './cells.ts';
import { type Attempt, type Reach, reachOf, type Standing } from './notice-reach.ts';
import type { Instant } from './vocabulary.ts';
import { sumOf } from './waterfall.ts';

/** An attempt with what is kept of its decision, and when it was first known to have arrived. */
interface CountedAttempt extends Attempt {
  deliveredAt?: Instant | undefined;
  entry: Pick<Entry, 'bypassed' | 'ruleVersion'>;
}

/** An affected person and what is known of them. */
export interface CountedPerson extends Standing {
  attempts: readonly CountedAttempt[];
  country?: string | undefined;
  answeredBy?: AnswerWay | undefined;
  /** A channel of the person is still to come. */
  isWaiting: boolean;
  /** Nothing is known of the person to which the notice could go. */
  isContactless?: boolean | undefined;
}

/** Of people. `affected = acknowledged + delivered + handedOver + inProgress + unreachable`. */
export interface ReachFigures {
  affected: number;
  acknowledged: number;
  delivered: number;
  handedOver: number;
  inProgress: number;
  unreachable: number;
}

export interface ReachReport extends ReachFigures {
  at: Instant;
  byChannel: Record<string, number>;
  answersByWay: Record<string, number>;
  whyUnreachable: Record<string, number>;
  bypassed: Record<string, number>;
  byCountry: Record<string, ReachFigures>;
  curve: { at: Instant; handedOver: number; delivered: number; acknowledged: number }[];
}

const figureOf = {
  acknowledged: 'acknowledged',
  delivered: 'delivered',
  'handed-over': 'handedOver',
  'in-progress': 'inProgress',
  unreachable: 'unreachable',
} as const satisfies Record<Reach, keyof ReachFigures>;

/** Somebody whose country was not kept. */
const unknownCountry = 'unknown';
/** Of somebody to whom the notice never came: it was stopped before. */
const notTried = 'not-tried';
const noContact = 'no-contact';

/**
 * Adds one person to the counters of their slice: `r#<figure>`, `x#country#<country>#<figure>`, `c#<channel>`, `a#<way>`, `u#<reason>`,
 * `b#<bypass>`, `v#<rule version>`, `t#<step>#<end of the bucket>`, and the earliest hand-over, `first` (milliseconds since 1970).
 */
export function countPerson(
  counters: Record<string, number>,
  person: CountedPerson,
  startedAt: Instant,
): void {
  const figure = figureOf[reachOf(person, person.isWaiting)];
  const taken = person.attempts.filter(isTaken);
  const first = firstOf(taken.map(({ at }) => at));
  const country = `x#country#${person.country ?? unknownCountry}`;
  const names = [
    `r#${figure}`,
    `${country}#${figure}`,
    // As the breakdowns of campaigns name the people of a group, which is what hides small ones.
    `${country}#people#all`,
    ...namesOf('c', [reachedOver(taken)]),
    ...namesOf('a', [person.answeredBy]),
    ...namesOf('u', figure === 'unreachable' ? reasonsOf(person) : []),
    ...namesOf(
      'b',
      taken.flatMap(({ entry }) => entry.bypassed ?? []),
    ),
    ...namesOf(
      'v',
      person.attempts.map(({ entry }) => entry.ruleVersion),
    ),
    ...namesOf('t#handedOver', [bucketEnd(first, startedAt)]),
    ...namesOf('t#delivered', [bucketEnd(firstOf(taken.map(arrivedAt)), startedAt)]),
    ...namesOf('t#acknowledged', [bucketEnd(person.acknowledgedAt, startedAt)]),
  ];
  for (const name of names) counters[name] = (counters[name] ?? 0) + 1;
  if (first !== undefined) counters['first'] = Math.min(counters['first'] ?? Infinity, Date.parse(first));
}

function namesOf(kind: string, values: readonly (string | number | undefined)[]): string[] {
  return [...new Set(values)].flatMap((value) => (value === undefined ? [] : [`${kind}#${value}`]));
}

function isTaken({ fate }: Attempt): boolean {
  return fate === 'accepted' || fate === 'delivered';
}

function arrivedAt({ fate, deliveredAt, at }: CountedAttempt): Instant | undefined {
  return fate === 'delivered' ? (deliveredAt ?? at) : undefined;
}

function firstOf(instants: readonly (Instant | undefined)[]): Instant | undefined {
  return instants
    .filter((instant) => instant !== undefined)
    .sort()
    .at(0);
}

/** The channel of the first attempt that arrived, or else of the first that was taken. */
function reachedOver(taken: readonly CountedAttempt[]): string | undefined {
  const arrived = taken.filter(({ fate }) => fate === 'delivered');
  const [first] = (arrived.length > 0 ? arrived : taken).toSorted((left, right) =>
    left.at < right.at ? -1 : 1,
  );
  return first?.channel;
}

/** Why a person is not reached: what became of each attempt, or why there was none. */
export function reasonsOf({ attempts, isContactless }: CountedPerson): string[] {
  const reasons = attempts.flatMap(({ why }) => why ?? []);
  if (reasons.length > 0) return reasons;
  return [isContactless ? noContact : notTried];
}

const hour = 3_600_000;
const day = 24 * hour;
/** After two weeks a day is fine enough, and the counters of two years stay far below what an item holds. */
const finePeriod = 14 * day;

/** End of the hour, or later on of the day (UTC), in milliseconds since 1970. */
function bucketEnd(at: Instant | undefined, startedAt: Instant): number | undefined {
  if (at === undefined) return undefined;
  const time = Date.parse(at);
  const length = time < Date.parse(startedAt) + finePeriod ? hour : day;
  return (Math.floor(time / length) + 1) * length;
}

/** The report of all slices together. @param at when the count began */
export function toReachReport(parts: readonly Counters[], at: Instant): ReachReport {
  const record = (kind: string) => Object.fromEntries(sumOf(parts, kind));
  const cells = showable(cellsOf(parts, 'country'));
  return {
    at,
    ...figuresIn(sumOf(parts, 'r')),
    byChannel: record('c'),
    answersByWay: record('a'),
    whyUnreachable: record('u'),
    bypassed: record('b'),
    byCountry: Object.fromEntries([...cells].map(([country, cell]) => [country, figuresIn(cell)])),
    curve: curveOf(parts, at),
  };
}

function figuresIn(counts: ReadonlyMap<string, number>): ReachFigures {
  const of = (figure: string) => counts.get(figure) ?? 0;
  const figures = {
    acknowledged: of('acknowledged'),
    delivered: of('delivered'),
    handedOver: of('handedOver'),
    inProgress: of('inProgress'),
    unreachable: of('unreachable'),
  };
  return { affected: Object.values(figures).reduce((sum, count) => sum + count, 0), ...figures };
}

/** People so far. A bucket that is not over yet ends with the count. */
function curveOf(parts: readonly Counters[], at: Instant): ReachReport['curve'] {
  const steps = {
    handedOver: sumOf(parts, 't#handedOver'),
    delivered: sumOf(parts, 't#delivered'),
    acknowledged: sumOf(parts, 't#acknowledged'),
  };
  const ends = new Set(Object.values(steps).flatMap((step) => [...step.keys()].map(Number)));
  const soFar = { handedOver: 0, delivered: 0, acknowledged: 0 };
  return [...ends]
    .sort((left, right) => left - right)
    .map((end) => {
      for (const step of ['handedOver', 'delivered', 'acknowledged'] as const)
        soFar[step] += steps[step].get(String(end)) ?? 0;
      return { at: new Date(Math.min(end, Date.parse(at))).toISOString(), ...soFar };
    });
}

/** When the notice was first handed over to anybody whom it reached. */
export function firstHandOver(parts: readonly Counters[]): Instant | undefined {
  const times = parts.flatMap(({ first }) => first ?? []);
  return times.length === 0 ? undefined : new Date(Math.min(...times)).toISOString();
}

/** Versions of the rules that the decisions were made by, in order. */
export function ruleVersionsIn(parts: readonly Counters[]): string[] {
  return [...sumOf(parts, 'v').keys()].sort();
}
