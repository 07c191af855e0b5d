/** Whatever the groups are, no breakdown shows or lets anybody work out a figure of one to nine people (P-13). */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Counters, planCells, reportCells, showable } from '../../shared/domain/cells.ts';

const names = ['AT', 'CH', 'DE', 'FR', 'IT', 'PL'];
const sizes = fc.dictionary(fc.constantFrom(...names), fc.nat({ max: 40 }));

const peopleIn = (cell: ReadonlyMap<string, number> | undefined) => cell?.get('people#email') ?? 0;

const fates = fc.record({
  accepted: fc.nat({ max: 60 }),
  disabled: fc.nat({ max: 12 }),
  failed: fc.nat({ max: 12 }),
  'in-doubt': fc.nat({ max: 12 }),
  stopped: fc.nat({ max: 12 }),
  skip: fc.nat({ max: 30 }),
});

type Fates = Record<'accepted' | 'disabled' | 'failed' | 'in-doubt' | 'stopped' | 'skip', number>;

function countersOf([name, { skip, ...counts }]: [string, Fates]): Counters {
  const send = Object.values(counts).reduce((left, right) => left + right, 0);
  const all = { ...counts, send, skip, 'people#email': send + skip };
  return Object.fromEntries(Object.entries(all).map(([what, count]) => [`x#country#${name}#${what}`, count]));
}

const isUntelling = (count: number) => count === 0 || count >= 10;

type Row = Readonly<Record<string, number | undefined>>;

/** What somebody can work out of one figure: the sum of the groups in which it is left out, from the total that stands beside them. */
function expectNothingToTell(rows: readonly Row[], figure: string, total: number, canHide: boolean): void {
  const shown = rows.flatMap((row) => row[figure] ?? []);
  expect(shown.every(isUntelling)).toBe(true);
  const leftOut = rows.length - shown.length;
  const rest = total - shown.reduce((sum, count) => sum + count, 0);
  if (canHide && leftOut > 0) expect([leftOut >= 2, shown.length === 0 || rest >= 10]).toEqual([true, true]);
}

/** Where the sends of a group are shown, all their parts are. */
function expectWhole({ sent, accepted, disabled, failed, inDoubt, stopped }: Row): void {
  if (sent === undefined) return;
  const parts = [accepted, disabled, failed, inDoubt, stopped].map((part) => part ?? Number.NaN);
  expect(parts.reduce((left, right) => left + right, 0)).toBe(sent);
}

describe('a breakdown', () => {
  it('shows groups of ten and more, and loses nobody but where all together are fewer', () => {
    fc.assert(
      fc.property(sizes, (groups) => {
        const cells = new Map(
          Object.entries(groups).map(([name, size]) => [name, new Map([['people#email', size]])]),
        );
        const shown = [...showable(cells).values()].map(peopleIn);
        const total = Object.values(groups).reduce((left, right) => left + right, 0);
        expect(shown.every((size) => size >= 10)).toBe(true);
        const left = total - shown.reduce((sum, size) => sum + size, 0);
        expect(left === 0 || shown.length === 0).toBe(true);
        if (total >= 10) expect(left).toBe(0);
      }),
    );
  });

  it('has no figure from one to nine, and none that follows from others or from the totals', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), fates), (groups) => {
        const parts = Object.entries(groups).map(countersOf);
        const sumOf = (fate: keyof Fates) =>
          Object.values(groups).reduce((sum, counts) => sum + counts[fate], 0);
        const report = Object.values(reportCells(parts, 'country', false)) as Row[];
        report.forEach(expectWhole);
        const hasSeveral = report.length > 1;
        for (const fate of ['accepted', 'disabled', 'failed', 'stopped'] as const)
          expectNothingToTell(report, fate, sumOf(fate), hasSeveral);
        const plan = Object.values(planCells(parts, 'country')) as Row[];
        const sends = plan.reduce((sum, { audience = 0 }) => sum + audience, 0) - sumOf('skip');
        if (plan.length > 0) expectNothingToTell(plan, 'willSend', sends, hasSeveral);
        for (const { audience = 0, willSend } of plan)
          if (willSend !== undefined) expect(isUntelling(audience - willSend)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
