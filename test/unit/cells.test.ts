/** Breakdowns in which nobody can be recognised (P-13). */
import { describe, expect, it } from '@jest/globals';
import { type Counters, isSmall, planCells, reportCells, showable } from '../../shared/domain/cells.ts';

const people = (count: number) => new Map([['people#email', count]]);

/** Counters of groups of a country, as the expander and the senders keep them. */
function countersOf(groups: Readonly<Record<string, Readonly<Record<string, number>>>>): Counters {
  return Object.fromEntries(
    Object.entries(groups).flatMap(([country, counts]) =>
      Object.entries(counts).map(([what, count]) => [`x#country#${country}#${what}`, count]),
    ),
  );
}

describe('groups of fewer than ten people (P-13)', () => {
  it('are added up in "other", with the smallest shown one where they are too few together', () => {
    const shown = showable(
      new Map([
        ['DE', people(500)],
        ['AT', people(12)],
        ['CH', people(9)],
      ]),
    );
    expect([...shown.keys()]).toEqual(['DE', 'other']);
    expect(shown.get('other')?.get('people#email')).toBe(21);
  });

  it('are shown as "other" alone where they are enough together', () => {
    const shown = showable(
      new Map([
        ['DE', people(500)],
        ['AT', people(6)],
        ['CH', people(9)],
      ]),
    );
    expect([...shown.keys()]).toEqual(['DE', 'other']);
    expect(shown.get('other')?.get('people#email')).toBe(15);
  });

  it('are not shown at all where everybody together is too few', () => {
    expect(showable(new Map([['DE', people(9)]])).size).toBe(0);
  });

  it('count people, not contacts: nine people with four phones each are nine', () => {
    const cell = new Map([
      ['people#email', 9],
      ['people#push', 9],
      ['send', 45],
    ]);
    expect(showable(new Map([['DE', cell]])).size).toBe(0);
  });

  it('leave the others as they are', () => {
    const cells = new Map([
      ['DE', people(10)],
      ['AT', people(10)],
    ]);
    expect([...showable(cells).keys()]).toEqual(['AT', 'DE']);
  });
});

describe('figures from one to nine (P-13)', () => {
  it('are left out, zero and ten are not', () => {
    expect([0, 1, 9, 10].map(isSmall)).toEqual([false, true, true, false]);
  });

  it('of a plan do not follow from the audience of their group', () => {
    const parts = [countersOf({ DE: { send: 97, skip: 3, 'people#email': 100 } })];
    expect(planCells(parts, 'country')).toEqual({ DE: { audience: 100, willSend: undefined } });
  });

  it('of a report do not follow from its sends', () => {
    const counts = { send: 100, accepted: 95, bounced: 4, disabled: 5, 'people#push': 100 };
    expect(reportCells([countersOf({ DE: counts })], 'country', false)).toEqual({
      DE: {
        accepted: 95,
        delivered: 0,
        complained: 0,
        failed: 0,
        inDoubt: 0,
        stopped: 0,
        measured: 0,
        opened: 0,
        clicked: 0,
      },
    });
  });
});

it('what a cancelled campaign left open counts as stopped in its groups too', () => {
  const counters = countersOf({ DE: { send: 100, accepted: 60, stopped: 10, 'people#email': 100 } });
  expect(reportCells([counters], 'country', true)['DE']).toMatchObject({
    sent: 100,
    accepted: 60,
    stopped: 40,
  });
  expect(reportCells([counters], 'country', false)['DE']).toMatchObject({ stopped: 10 });
});
