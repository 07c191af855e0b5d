/** What the pages of a campaign compute from the answers of the API: sums, pace, comparisons, differences, and the steps they offer. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findingOf, readBreaker } from '../../functions/console/client/campaign/comparison.ts';
import {
  addReading,
  type Reading,
  rateOf,
  secondsLeft,
} from '../../functions/console/client/campaign/pace.ts';
import {
  checkFall,
  checkFates,
  fallRows,
  isPartlyDecided,
  settledOf,
} from '../../functions/console/client/campaign/sums.ts';
import { draftOf } from '../../functions/console/client/campaign/views.ts';
import { fieldName } from '../../functions/console/client/ui/field-name.ts';
import { byMinute, byTime, lengthOfTime } from '../../functions/console/client/ui/times.ts';
import { compareWords, shorten } from '../../functions/console/client/ui/word-diff.ts';
import { breakerReason } from '../../shared/domain/circuit-breaker.ts';
import { compareArms } from '../../shared/domain/experiment-report.ts';
import { CampaignDraft } from '../../shared/domain/message.ts';
import { toPlan, toReport } from '../../shared/domain/waterfall.ts';
import { springDraft } from '../support/spring-draft.ts';

const counters = {
  'n#email#send': 70,
  'n#email#skip#no-consent': 20,
  'n#push#send': 5,
  'n#push#skip#holdout': 5,
  'o#email#accepted': 60,
  'o#email#in-doubt': 1,
  'o#email#stopped#consent-withdrawn': 2,
  'o#push#disabled': 3,
};

describe('the waterfall', () => {
  it('shows every reason, largest first, and each bar ends where the one before began', () => {
    const rows = fallRows(toPlan([counters]));
    expect(rows.map(({ kind, reason, count }) => [kind, reason, count])).toEqual([
      ['audience', undefined, 100],
      ['excluded', 'no-consent', 20],
      ['excluded', 'holdout', 5],
      ['send', undefined, 75],
    ]);
    expect(rows.map(({ start, share }) => [start, share])).toEqual([
      [0, 1],
      [0.8, 0.2],
      [0.75, 0.05],
      [0, 0.75],
    ]);
  });

  it('adds up for whatever the service counts, and says so when it does not', () => {
    const count = fc.nat(100_000);
    fc.assert(
      fc.property(count, count, count, (send, skip, off) => {
        const plan = toPlan([{ 'n#email#send': send, 'n#email#skip#minor': skip }]);
        expect(checkFall(plan).adds).toBe(true);
        expect(checkFall({ ...plan, audience: plan.audience + off + 1 })).toEqual({
          whole: plan.audience + off + 1,
          parts: plan.audience,
          adds: false,
        });
      }),
    );
  });

  it('an audience of nobody has bars of no length', () => {
    expect(fallRows({ audience: 0, willSend: 0, excluded: {} }).map(({ share }) => share)).toEqual([0, 0]);
  });
});

describe('the outcomes', () => {
  const { outcomes } = toReport([counters], false);

  it('planned sends are accepted, disabled, failed, in doubt, stopped or pending, to the last one', () => {
    expect(checkFates(outcomes, toPlan([counters]).willSend)).toEqual({ whole: 75, parts: 75, adds: true });
    expect(settledOf(outcomes)).toBe(66);
    expect(checkFates(toReport([counters], true).outcomes, 75).adds).toBe(true);
  });

  it('a send without an outcome is noticed', () => {
    expect(checkFates({ ...outcomes, pending: outcomes.pending - 1 }, 75)).toMatchObject({
      parts: 74,
      adds: false,
    });
  });
});

describe('the pace', () => {
  const readings = (...list: [at: number, settled: number][]): readonly Reading[] =>
    list.reduce<readonly Reading[]>((before, [at, settled]) => addReading(before, { at, settled }), []);

  it('is that of the last 15 seconds, not of the whole run', () => {
    expect(rateOf(readings([0, 0], [20_000, 0], [21_000, 100], [22_000, 200]))).toBe(100);
  });

  it('is not told from one reading, or from two at the same moment', () => {
    expect(rateOf(readings([0, 5]))).toBeUndefined();
    expect(rateOf(readings([0, 5], [100, 50]))).toBeUndefined();
  });

  it('begins anew when the count falls back', () => {
    expect(readings([0, 100], [2000, 10])).toEqual([{ at: 2000, settled: 10 }]);
  });

  it('tells an end only while something moves', () => {
    expect([secondsLeft(500, 100), secondsLeft(501, 100), secondsLeft(0, 0)]).toEqual([5, 6, 0]);
    expect([secondsLeft(5, 0), secondsLeft(5, undefined)]).toEqual([undefined, undefined]);
  });
});

describe('comparisons', () => {
  const counted = (name: string, n: number) => ({
    name,
    people: 5000,
    shares: { clicked: { n, of: 5000 }, optOut: { n, of: 5000 } },
  });
  const findings = (left: number, right: number) =>
    compareArms([counted('A', left), counted('B', right)]).comparisons.map((one) => [
      one.metric,
      findingOf(one),
    ]);

  it('more clicks are better, more opt-outs are worse', () => {
    expect(findings(200, 400)).toEqual([
      ['clicked', expect.objectContaining({ kind: 'better' })],
      ['optOut', expect.objectContaining({ kind: 'worse' })],
    ]);
    expect(findings(400, 200)).toEqual([
      ['clicked', expect.objectContaining({ kind: 'worse' })],
      ['optOut', expect.objectContaining({ kind: 'better' })],
    ]);
  });

  it('says nothing where the interval holds zero', () => {
    expect(findings(200, 205)).toEqual([
      ['clicked', { kind: 'unclear' }],
      ['optOut', { kind: 'unclear' }],
    ]);
    expect(findingOf({ metric: 'clicked', low: -0.1, high: 0.2, conclusive: true }).kind).toBe('unclear');
  });

  it('names the nearer end of the interval first, whatever its sign', () => {
    expect(findingOf({ metric: 'clicked', low: -0.019, high: -0.004, conclusive: true })).toEqual({
      kind: 'worse',
      low: 0.004,
      high: 0.019,
    });
  });
});

describe('the words of the circuit breaker (N-19)', () => {
  it('are read back to the figures they were made of', () => {
    const reason = (accepted: number, bounced: number, complained: number) =>
      readBreaker(breakerReason({ accepted, bounced, complained })?.words ?? '');
    expect(reason(12_000, 0, 30)).toEqual({ kind: 'complaints', percent: 0.25, count: 30, of: 12_000 });
    expect(reason(2000, 1500, 0)).toEqual({ kind: 'bounces', percent: 75, count: 1500, of: 2000 });
  });

  it('other words are shown as they are', () => {
    expect(readBreaker('Somebody had a feeling.')).toBeUndefined();
  });
});

describe('differences between two submissions', () => {
  it('marks the words that changed, and keeps both texts whole', () => {
    const [before, after] = ['Offers until Sunday', 'Offers until Tuesday, 1 December'];
    const pieces = compareWords(before, after) ?? [];
    const textOf = (without: string) =>
      pieces
        .filter(({ kind }) => kind !== without)
        .map(({ text }) => text)
        .join('');
    expect([textOf('added'), textOf('removed')]).toEqual([before, after]);
    expect(pieces[0]).toEqual({ kind: 'same', text: 'Offers until ' });
  });

  it('shortens only what is the same', () => {
    const long = 'x'.repeat(1000);
    const pieces = shorten([
      { kind: 'same', text: long },
      { kind: 'removed', text: long },
      { kind: 'same', text: long },
    ]);
    expect(pieces.map(({ text }) => text.length)).toEqual([83, 1000, 83]);
  });

  it('names the place of a change', () => {
    const names = { content: 'Text', email: 'Email', subject: 'Subject', arms: 'Arm', percent: 'Share' };
    const language = (tag: string) => ({ de: 'German' })[tag] ?? tag;
    expect(fieldName('content.locales.de.email.subject', names, language)).toBe(
      'Text › German › Email › Subject',
    );
    expect(fieldName('arms.0.percent', names, language)).toBe('Arm › 1 › Share');
  });
});

describe('times', () => {
  it('puts places with the same clock together, the most common first', () => {
    const at = (timezone: string, time: string) => ({ timezone, time });
    expect(
      byTime([at('Europe/London', '09:00'), at('Europe/Berlin', '10:00'), at('Europe/Paris', '10:00')]),
    ).toEqual([
      { time: '10:00', zones: ['Europe/Berlin', 'Europe/Paris'] },
      { time: '09:00', zones: ['Europe/London'] },
    ]);
  });

  it('makes one wave of those that differ by seconds, and loses nobody', () => {
    const wave = (at: string, contacts: number, timezone: string) => ({
      at,
      contacts,
      localTimes: [{ timezone, time: '10:20' }],
    });
    const merged = byMinute([
      wave('2026-11-27T09:20:01.000Z', 94, 'Europe/Berlin'),
      wave('2026-11-27T09:20:59.000Z', 6, 'Europe/Berlin'),
      wave('2026-11-27T09:21:00.000Z', 5, 'Europe/Vienna'),
    ]);
    expect(merged.map(({ contacts, localTimes }) => [contacts, localTimes.length])).toEqual([
      [100, 1],
      [5, 1],
    ]);
  });

  it('says a length of time with its two largest units', () => {
    expect([0, 59, 3600, 3725, 90_000].map((seconds) => lengthOfTime('en', seconds))).toEqual([
      '0 seconds',
      '59 seconds',
      '1 hour',
      '1 hour 2 minutes',
      '1 day 1 hour',
    ]);
  });
});

it('the draft that is checked again is the one that was written', () => {
  const draft = CampaignDraft.parse({
    ...springDraft,
    arms: [{ name: 'B', percent: 50, content: { defaultLocale: 'en', locales: { en: {} } } }],
    holdoutPercent: 5,
  });
  const at = '2027-01-01T00:00:00.000Z';
  const shown = { id: 'cmp_1', version: 3, state: 'submitted' as const, createdBy: 'a', createdAt: at };
  expect(draftOf({ ...shown, updatedAt: at, history: [], ...draft })).toEqual(draft);
});

it('figures speak of a part only where a campaign was cancelled before everybody had been decided', () => {
  expect(isPartlyDecided({ state: 'cancelled', progress: 0.99 })).toBe(true);
  expect(isPartlyDecided({ state: 'cancelled', progress: 1 })).toBe(false);
  expect(isPartlyDecided({ state: 'running', progress: 0.5 })).toBe(false);
  expect(isPartlyDecided(undefined)).toBe(false);
});
