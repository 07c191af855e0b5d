/** Whatever the groups are, no breakdown shows or lets anybody work out a figure of one to nine people (P-13). */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type Counters,
  planCells,
  type ReportCell,
  reportCells,
  showable,
} from '../../shared/domain/cells.ts';

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

/** Nothing small is shown, and where the sends are shown, all their parts are. */
function expectUntelling({ sent, ...row }: ReportCell): void {
  expect(Object.values(row).every(isUntelling)).toBe(true);
  if (sent === undefined) return;
  const { accepted, disabled, failed, inDoubt, stopped } = row;
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

  it('has no figure from one to nine, and none that follows from two others', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), fates), (groups) => {
        const parts = Object.entries(groups).map(countersOf);
        Object.values(reportCells(parts, 'country', false)).forEach(expectUntelling);
        for (const { audience = 0, willSend = audience } of Object.values(planCells(parts, 'country')))
          for (const count of [audience, willSend, audience - willSend])
            expect(isUntelling(count)).toBe(true);
      }),
    );
  });
});
