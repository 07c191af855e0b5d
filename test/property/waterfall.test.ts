/** The figures of a plan and a report add up to the last contact, whatever the slices counted (N-05). */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { waveId } from '../../shared/domain/batch.ts';
import { marketingReasons } from '../../shared/domain/decide.ts';
import { type Outcomes, toPlan, toReport, toWaterfalls } from '../../shared/domain/waterfall.ts';

const channels = ['email', 'push'] as const;
const kinds = ['accepted', 'disabled', 'failed', 'in-doubt', 'stopped'] as const;

/** What became of one contact: a reason to skip, or a send with its outcome so far, or with the reason that stopped it later. */
interface Fate {
  channel: string;
  skip: string | undefined;
  outcome: string | undefined;
  wave: string;
}

const fates: fc.Arbitrary<Fate> = fc.record({
  channel: fc.constantFrom(...channels),
  skip: fc.option(fc.constantFrom(...marketingReasons), { nil: undefined }),
  outcome: fc.option(
    fc.oneof(fc.constantFrom(...kinds), fc.constantFrom('stopped#consent-withdrawn', 'stopped#erased')),
    { nil: undefined },
  ),
  wave: fc.constantFrom('2027-01-01T00:00:00.000Z', '2027-01-01T09:00:00.000Z').map(waveId),
});

/** Slices of an audience, each with the counters that an expander and the senders keep. */
const slices = fc.array(fc.array(fates, { maxLength: 40 }), { maxLength: 6 });

function countersOf(contacts: readonly Fate[]): Record<string, number> {
  const counters: Record<string, number> = {};
  const count = (name: string) => {
    counters[name] = (counters[name] ?? 0) + 1;
  };
  for (const { channel, skip, outcome, wave } of contacts) {
    if (skip) {
      count(`n#${channel}#skip#${skip}`);
      continue;
    }
    count(`n#${channel}#send`);
    count(`w#${wave}`);
    if (outcome) count(`o#${channel}#${outcome}`);
    // Parts of what was accepted: they must not be counted as sends of their own.
    if (outcome === 'accepted')
      for (const part of ['measured', 'opened', 'clicked']) count(`o#${channel}#${part}`);
  }
  return counters;
}

const sum = (counts: Record<string, number>) =>
  Object.values(counts).reduce((left, right) => left + right, 0);
const settled = ({ accepted, disabled, failed, inDoubt, stopped, pending }: Outcomes) =>
  accepted + disabled + failed + inDoubt + stopped + pending;

describe('a plan', () => {
  it('has an audience that is those who will be sent to and each exclusion, in all and by channel', () => {
    fc.assert(
      fc.property(slices, (parts) => {
        const plan = toPlan(parts.map(countersOf));
        const all = parts.flat();
        expect(plan.audience).toBe(all.length);
        expect(plan.audience).toBe(plan.willSend + sum(plan.excluded));
        expect(
          sum(
            Object.fromEntries(
              Object.entries(plan.byChannel).map(([name, { audience }]) => [name, audience]),
            ),
          ),
        ).toBe(plan.audience);
        for (const [channel, { audience, willSend, excluded }] of Object.entries(plan.byChannel)) {
          expect(audience).toBe(willSend + sum(excluded));
          expect(audience).toBe(all.filter((fate) => fate.channel === channel).length);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('has waves in order of time that hold everybody who will be sent to', () => {
    fc.assert(
      fc.property(slices, (parts) => {
        const { waves, willSend } = toPlan(parts.map(countersOf));
        expect(waves.reduce((count, { contacts }) => count + contacts, 0)).toBe(willSend);
        const times = waves.map(({ at }) => at);
        expect(times).toEqual(times.toSorted());
      }),
      { numRuns: 200 },
    );
  });

  it('is the same however the audience is cut into slices', () => {
    fc.assert(
      fc.property(slices, (parts) => {
        expect(toWaterfalls(parts.map(countersOf))).toEqual(toWaterfalls([countersOf(parts.flat())]));
      }),
      { numRuns: 100 },
    );
  });
});

describe('a report', () => {
  it('reconciles: every planned send is accepted, disabled, failed, in doubt, stopped or pending (N-02, N-03)', () => {
    fc.assert(
      fc.property(slices, fc.boolean(), (parts, ended) => {
        const counters = parts.map(countersOf);
        const { willSend } = toWaterfalls(counters).total;
        const report = toReport(counters, ended);
        expect(settled(report.outcomes)).toBe(willSend);
        expect(report.audience).toBe(report.decisions.send + sum(report.decisions.skip));
        expect(report.outcomes.pending === 0 || !ended).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('is the sum of its channels', () => {
    fc.assert(
      fc.property(slices, fc.boolean(), (parts, ended) => {
        const { byChannel, audience, outcomes } = toReport(parts.map(countersOf), ended);
        const reports = Object.values(byChannel);
        expect(reports.reduce((count, report) => count + report.audience, 0)).toBe(audience);
        expect(reports.reduce((count, report) => count + settled(report.outcomes), 0)).toBe(
          settled(outcomes),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('counts a send that became a skip under its reason, and as stopped (N-21)', () => {
    const parts = [
      {
        'n#email#send': 3,
        'o#email#accepted': 1,
        'o#email#stopped#consent-withdrawn': 2,
        'n#email#skip#consent-withdrawn': 1,
      },
    ];
    expect(toReport(parts, false)).toMatchObject({
      audience: 4,
      decisions: { send: 1, skip: { 'consent-withdrawn': 3 } },
      outcomes: { accepted: 1, stopped: 2, pending: 0 },
    });
  });

  it('of a cancelled message counts what was still open as stopped, and does not hide it (N-24)', () => {
    const parts = [{ 'n#push#send': 5, 'o#push#accepted': 2 }];
    expect(toReport(parts, false).outcomes).toMatchObject({ accepted: 2, stopped: 0, pending: 3 });
    expect(toReport(parts, true).outcomes).toMatchObject({ accepted: 2, stopped: 3, pending: 0 });
  });

  it('shows delivery, bounces and complaints as parts of what was accepted', () => {
    const parts = [
      {
        'n#email#send': 4,
        'o#email#accepted': 4,
        'o#email#delivered': 2,
        'o#email#bounced': 1,
        'o#email#complained': 1,
        'o#email#measured': 3,
        'o#email#opened': 2,
        'o#email#clicked': 1,
      },
    ];
    expect(toReport(parts, true).outcomes).toEqual({
      accepted: 4,
      delivered: 2,
      bounced: 1,
      complained: 1,
      disabled: 0,
      failed: 0,
      inDoubt: 0,
      stopped: 0,
      pending: 0,
      measured: 3,
      opened: 2,
      clicked: 1,
    });
  });
});
