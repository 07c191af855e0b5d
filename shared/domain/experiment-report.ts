/**
 * What a campaign with arms or a hold-out has shown: rates and differences with their uncertainty, and no more than the numbers bear. Pure.
 * All intervals together hold with 95 %: each is widened for the number of comparisons (Bonferroni).
 */
import { type Cell, isSmall, peopleIn } from './cells.ts';
import { mainArm } from './message.ts';
import { differenceInterval, rateOf, type Share, wilsonInterval, zFor } from './statistics.ts';

export const metrics = ['opened', 'clicked', 'complained', 'optOut'] as const;
export type Metric = (typeof metrics)[number];

/** The name that the hold-out has among the arms. */
export const holdoutName = 'holdout';

interface ArmResult {
  name: string;
  percent?: number | undefined;
  /** Absent: an arm has fewer than ten. */
  people?: number | undefined;
  metrics: Partial<Record<Metric, Share & { rate: number; low: number; high: number }>>;
}

export interface Comparison {
  arm: string;
  with: string;
  metric: Metric;
  /** Rate of `arm` minus rate of `with`. */
  difference: number;
  low: number;
  high: number;
  conclusive: boolean;
}

export interface Experiment {
  confidence: number;
  arms: ArmResult[];
  comparisons: Comparison[];
}

/** What was counted for one arm, or for those who were held out. */
export interface Counted {
  name: string;
  percent?: number | undefined;
  people: number;
  shares: Partial<Record<Metric, Share>>;
}

const confidence = 0.95;

/** Compares each arm with the campaign's own content, and the own content with the hold-out. */
export function compareArms(given: readonly Counted[]): Experiment {
  const counted = withoutTelling(given);
  const pairs = counted.flatMap((one) => {
    const other = counted.find(({ name }) => name === mainArm);
    const isPair = other && one.name !== mainArm;
    return isPair && one.name !== holdoutName
      ? [[one, other] as const]
      : isPair
        ? [[other, one] as const]
        : [];
  });
  const wanted = pairs.flatMap(([one, other]) =>
    metrics.flatMap((metric) => {
      const [left, right] = [telling(one.shares[metric]), telling(other.shares[metric])];
      // Where nothing has happened in either, there is nothing to compare.
      return left && right && left.n + right.n > 0
        ? [{ arm: one.name, with: other.name, metric, left, right }]
        : [];
    }),
  );
  const someAreFew = counted.some(({ people }) => isSmall(people));
  const z = zFor((1 - confidence) / Math.max(1, wanted.length));
  return {
    confidence,
    arms: counted.map((one) => resultOf(one, z, someAreFew)),
    comparisons: wanted.map(({ left, right, ...names }) => {
      const { low, high } = differenceInterval(left, right, z);
      return {
        ...names,
        difference: rateOf(left) - rateOf(right),
        low,
        high,
        conclusive: low > 0 || high < 0,
      };
    }),
  };
}

/** Where the total of a measure stands beside the arms, all of them keep what one of them may not say. */
function withoutTelling(counted: readonly Counted[]): readonly Counted[] {
  const told = metrics.filter(
    (metric) =>
      metric === 'optOut' ||
      counted.every(({ shares }) => !shares[metric]?.of || telling(shares[metric]) !== undefined),
  );
  return counted.map((one) => ({
    ...one,
    shares: Object.fromEntries(told.map((metric) => [metric, one.shares[metric]])),
  }));
}

function resultOf({ name, percent, people, shares }: Counted, z: number, isTelling: boolean): ArmResult {
  const shown = metrics.flatMap((metric) => {
    const share = telling(shares[metric]);
    return share ? [[metric, { ...share, rate: rateOf(share), ...wilsonInterval(share, z) }] as const] : [];
  });
  return { name, percent, people: isTelling ? undefined : people, metrics: Object.fromEntries(shown) };
}

/** A share may be shown where neither its count nor what it leaves out speaks of one to nine people (policy P-13). */
function telling(share: Share | undefined): Share | undefined {
  if (!share || share.of === 0) return undefined;
  const { n, of } = share;
  if (n > of) return undefined;
  return [n, of, of - n].some(isSmall) ? undefined : share;
}

/** The shares of an arm from its counters. @param optOuts people of the arm who refused after they were sent to */
export function sharesIn(cell: Cell, optOuts: number): Counted['shares'] {
  const of = (what: string) => cell.get(what) ?? 0;
  const measured = of('measured');
  return {
    opened: { n: of('opened'), of: measured },
    clicked: { n: of('clicked'), of: measured },
    complained: { n: of('complained'), of: of('accepted') },
    // Somebody may have got it on another channel than most.
    optOut: { n: optOuts, of: Math.max(optOuts, peopleIn(cell)) },
  };
}
