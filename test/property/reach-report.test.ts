/** Whatever is on record of people, each of them counts once, and all figures of a notice's reach add up (N-04, N-22). */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addSeconds } from '../../shared/domain/local-time.ts';
import { reachOf } from '../../shared/domain/notice-reach.ts';
import {
  type CountedPerson,
  countPerson,
  firstHandOver,
  toReachReport,
} from '../../shared/domain/reach-report.ts';

const startedAt = '2026-11-23T12:10:00.000Z';
const countedAt = '2027-01-31T12:00:00.000Z';

const instants = fc.nat({ max: 60 * 86_400 }).map((seconds) => addSeconds(startedAt, seconds));
const bypasses = fc.uniqueArray(fc.constantFrom('opt-out', 'complaint', 'minor', 'restricted'));

const attempts = fc
  .record({
    channel: fc.constantFrom('push', 'email', 'sms'),
    contactId: fc.string({ minLength: 1, maxLength: 4 }),
    fate: fc.constantFrom('open', 'accepted', 'delivered', 'missed', 'skipped'),
    at: instants,
    delay: fc.nat({ max: 86_400 }),
    entry: fc.record({ bypassed: bypasses, ruleVersion: fc.constantFrom('de-1', 'fr-2') }),
    why: fc.constantFrom('bounced', 'disabled', 'undeliverable'),
  })
  .map(({ fate, at, delay, why, ...rest }) => ({
    ...rest,
    fate,
    at,
    ...(fate === 'delivered' && { deliveredAt: addSeconds(at, delay) }),
    ...((fate === 'missed' || fate === 'skipped') && { why }),
  }));

const people: fc.Arbitrary<CountedPerson> = fc
  .record({
    attempts: fc.array(attempts, { maxLength: 4 }),
    country: fc.constantFrom('DE', 'FR', 'JP', 'LI', undefined),
    isWaiting: fc.boolean(),
    answer: fc.option(fc.record({ at: instants, way: fc.constantFrom('page', 'push', 'account') }), {
      nil: undefined,
    }),
  })
  .map(({ answer, ...person }) => ({ ...person, acknowledgedAt: answer?.at, answeredBy: answer?.way }));

/** People of some slices, as workers find them. */
const slices = fc.array(fc.array(people, { maxLength: 20 }), { maxLength: 4 });

function partsOf(found: readonly (readonly CountedPerson[])[]) {
  return found.map((slice) => {
    const counters: Record<string, number> = {};
    for (const person of slice) countPerson(counters, person, startedAt);
    return counters;
  });
}

const sum = (counts: Iterable<number>) => [...counts].reduce((left, right) => left + right, 0);

describe('the reach of a notice', () => {
  it('counts each affected person in one figure, in every country and in total', () => {
    fc.assert(
      fc.property(slices, (found) => {
        const { affected, byCountry, ...reach } = toReachReport(partsOf(found), countedAt);
        const { acknowledged, delivered, handedOver, inProgress, unreachable } = reach;
        expect(affected).toBe(found.flat().length);
        expect(acknowledged + delivered + handedOver + inProgress + unreachable).toBe(affected);
        const countries = Object.values(byCountry);
        for (const { affected: all, ...figures } of countries) expect(sum(Object.values(figures))).toBe(all);
        if (affected >= 10) expect(sum(countries.map((country) => country.affected))).toBe(affected);
      }),
    );
  });

  it('says what reachOf says of each', () => {
    fc.assert(
      fc.property(people, (person) => {
        const reach = toReachReport(partsOf([[person]]), countedAt);
        const figures = {
          acknowledged: reach.acknowledged,
          delivered: reach.delivered,
          'handed-over': reach.handedOver,
          'in-progress': reach.inProgress,
          unreachable: reach.unreachable,
        };
        const expected = reachOf(person, person.isWaiting);
        expect(Object.entries(figures).filter(([, count]) => count > 0)).toEqual([[expected, 1]]);
        expect(Object.keys(reach.whyUnreachable).length > 0).toBe(expected === 'unreachable');
      }),
    );
  });

  it('shows no country of one to nine people (P-13)', () => {
    fc.assert(
      fc.property(slices, (found) => {
        const { byCountry } = toReachReport(partsOf(found), countedAt);
        expect(Object.values(byCountry).filter(({ affected }) => affected < 10)).toEqual([]);
      }),
    );
  });

  it('rises to the totals, and begins with the first hand-over', () => {
    fc.assert(
      fc.property(slices, (found) => {
        const parts = partsOf(found);
        const { curve, byChannel, ...reach } = toReachReport(parts, countedAt);
        const taken = found
          .flat()
          .filter(({ attempts: all }) => all.some(({ fate }) => fate === 'accepted' || fate === 'delivered'));
        for (const step of ['handedOver', 'delivered', 'acknowledged'] as const) {
          const values = curve.map((point) => point[step]);
          expect(values).toEqual(values.toSorted((left, right) => left - right));
        }
        expect(curve.map(({ at }) => at)).toEqual(curve.map(({ at }) => at).toSorted());
        expect(curve.at(-1)?.acknowledged ?? 0).toBe(reach.acknowledged);
        expect(curve.at(-1)?.handedOver ?? 0).toBe(taken.length);
        expect(sum(Object.values(byChannel))).toBe(taken.length);
        const first = firstHandOver(parts);
        expect(first === undefined).toBe(taken.length === 0);
        const curveStart = curve.find(({ handedOver }) => handedOver > 0)?.at;
        if (first && curveStart)
          expect(Date.parse(curveStart) - Date.parse(first)).toBeLessThanOrEqual(86_400_000);
      }),
    );
  });

  it('does not depend on how people fall into slices', () => {
    fc.assert(
      fc.property(slices, (found) => {
        const whole = toReachReport(partsOf([found.flat()]), countedAt);
        expect(toReachReport(partsOf(found), countedAt)).toEqual(whole);
      }),
    );
  });
});
