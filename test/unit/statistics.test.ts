/** Intervals against published figures, and comparisons that say no more than the numbers bear. */
import { describe, expect, it } from '@jest/globals';
import { compareArms } from '../../shared/domain/experiment-report.ts';
import { differenceInterval, wilsonInterval, zFor } from '../../shared/domain/statistics.ts';

const close = (value: number, digits = 4) => Number(value.toFixed(digits));

describe('an interval', () => {
  it('of the normal distribution is the tabled one', () => {
    expect([0.05, 0.01, 0.1, 0.05 / 3, 0.001].map((alpha) => close(zFor(alpha)))).toEqual([
      1.96, 2.5758, 1.6449, 2.394, 3.2905,
    ]);
  });

  it('of a share is that of Newcombe 1998, table I, method 3', () => {
    const published = [
      { n: 81, of: 263, low: 0.2553, high: 0.3662 },
      { n: 15, of: 148, low: 0.0624, high: 0.1605 },
      { n: 0, of: 20, low: 0, high: 0.1611 },
      { n: 1, of: 29, low: 0.0061, high: 0.1718 },
    ];
    for (const { n, of, ...interval } of published) {
      const { low, high } = wilsonInterval({ n, of }, 1.959_964);
      expect({ low: close(low), high: close(high) }).toEqual(interval);
    }
  });

  it('of a difference is that of Newcombe 1998, table II, method 10', () => {
    const published = [
      { left: { n: 56, of: 70 }, right: { n: 48, of: 80 }, low: 0.0524, high: 0.3339 },
      { left: { n: 9, of: 10 }, right: { n: 3, of: 10 }, low: 0.1705, high: 0.809 },
      { left: { n: 10, of: 10 }, right: { n: 0, of: 20 }, low: 0.6791, high: 1 },
    ];
    for (const { left, right, ...interval } of published) {
      const { low, high } = differenceInterval(left, right, 1.959_964);
      expect({ low: close(low), high: close(high) }).toEqual(interval);
    }
  });

  it('of nothing is everything', () => {
    expect(wilsonInterval({ n: 0, of: 0 }, 1.96)).toEqual({ low: 0, high: 1 });
  });
});

describe('a comparison of arms', () => {
  const arm = (name: string, n: number, of: number) => ({
    name,
    people: of,
    shares: { clicked: { n, of } },
  });

  it('is conclusive only where the interval does not hold zero', () => {
    const [clear] = compareArms([arm('A', 100, 1000), arm('B', 200, 1000)]).comparisons;
    expect(clear).toMatchObject({ arm: 'B', with: 'A', metric: 'clicked', conclusive: true });
    expect(clear?.difference).toBeCloseTo(0.1);
    const [open] = compareArms([arm('A', 100, 1000), arm('B', 110, 1000)]).comparisons;
    expect(open).toMatchObject({ conclusive: false });
    expect(open && open.low < 0 && open.high > 0).toBe(true);
  });

  it('widens its intervals with the number of comparisons', () => {
    const two = compareArms([arm('A', 100, 1000), arm('B', 132, 1000)]).comparisons[0];
    const four = compareArms([
      arm('A', 100, 1000),
      arm('B', 132, 1000),
      arm('C', 100, 1000),
      arm('D', 100, 1000),
    ]);
    const same = four.comparisons.find((each) => each.arm === 'B');
    if (!two || !same) throw new Error('B was not compared');
    expect(same.high - same.low).toBeGreaterThan(two.high - two.low);
    expect(two.conclusive).toBe(true);
    expect(same.conclusive).toBe(false);
  });

  it('leaves out what speaks of fewer than ten people (P-13)', () => {
    const { arms, comparisons } = compareArms([arm('A', 100, 1000), arm('B', 9, 1000)]);
    expect(comparisons).toEqual([]);
    expect(arms.map(({ metrics }) => Object.keys(metrics))).toEqual([[], []]);
    const few = compareArms([arm('A', 100, 1000), arm('B', 5, 9)]).arms.map(({ people }) => people);
    expect(few).toEqual([undefined, undefined]);
    expect(compareArms([arm('A', 100, 1000), arm('B', 995, 1000)]).comparisons).toEqual([]);
  });

  it('compares the own content with the hold-out, and no arm with it', () => {
    const counted = ['A', 'B', 'holdout'].map((name) => ({
      name,
      people: 1000,
      shares: { optOut: { n: 20, of: 1000 } },
    }));
    expect(compareArms(counted).comparisons.map((each) => [each.arm, each.with])).toEqual([
      ['B', 'A'],
      ['A', 'holdout'],
    ]);
  });
});
