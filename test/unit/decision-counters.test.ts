/** What is counted of each decision and of each outcome: contacts once each, and people once in a group. */
import { describe, expect, it } from '@jest/globals';
import { uncounted } from '../../shared/adapters/outcome-counters.ts';
import type { Entry, Outcome } from '../../shared/domain/batch.ts';
import { noFacts } from '../../shared/domain/decide.ts';
import { armOf } from '../../shared/domain/experiment.ts';
import { createPlanCounter } from '../../shared/use-cases/count-for-plan.ts';
import { createDecisionCounter, decideContact, type Planned } from '../../shared/use-cases/decide-contact.ts';
import { emailIn, grantedAt } from '../support/given-contact.ts';
import { createWorld } from '../support/world.ts';

const now = '2026-11-23T12:00:00.000Z';
const planned = (reason?: string): Planned => ({
  wave: '20261123T120000Z',
  reason,
  entry: undefined,
  groups: { country: 'DE', ...(reason === undefined ? { variant: 'generic' as const } : {}) },
});

function countersOf(decisions: readonly (readonly [personId: string, reason?: string])[], last?: string) {
  const counters: Record<string, number> = {};
  const count = createDecisionCounter(counters, 'push', last);
  for (const [personId, reason] of decisions) count(planned(reason), personId);
  return counters;
}

describe('decisions', () => {
  it('of somebody with several devices count each, and the person once in a group (P-13)', () => {
    const counters = countersOf([
      ['per_1'],
      ['per_1'],
      ['per_1', 'no-consent'],
      ['per_2'],
      ['per_3', 'holdout'],
    ]);
    expect(counters).toEqual({
      'n#push#send': 3,
      'n#push#skip#no-consent': 1,
      'n#push#skip#holdout': 1,
      'w#20261123T120000Z': 3,
      'h#push': 1,
      'x#country#DE#send': 3,
      'x#country#DE#skip': 2,
      'x#country#DE#people#push': 3,
      'x#variant#generic#send': 3,
      'x#variant#generic#people#push': 2,
    });
  });

  it('that go on with the same person do not count them again', () => {
    const counters = countersOf([['per_1'], ['per_1', 'holdout'], ['per_2']], 'per_1');
    expect(counters['x#country#DE#people#push']).toBe(1);
    expect(counters['x#variant#generic#people#push']).toBe(1);
    expect(counters).not.toHaveProperty('h#push');
  });
});

describe('outcomes', () => {
  const pointer = {
    messageId: 'cmp_1',
    wave: '20261123T120000Z',
    channel: 'email',
    office: 'de',
    shard: 0,
    first: 'a',
  } as const;
  const entry: Entry = { personId: 'a', contactId: 'm', decision: 'send', variant: 'personalised', arm: 'B' };
  const counted = (outcome: Omit<Outcome, 'at'>) =>
    uncounted(pointer, [entry], new Map([[0, { at: now, ...outcome }]]));

  it('count in the groups of what was sent: generic, where the personalised text was planned and lost', () => {
    expect(counted({ kind: 'accepted' })).toEqual({
      'o#email#accepted': 1,
      'x#variant#personalised#accepted': 1,
      'x#arm#B#accepted': 1,
    });
    expect(counted({ kind: 'accepted', variant: 'generic', measured: true })).toEqual({
      'o#email#accepted': 1,
      'x#variant#generic#accepted': 1,
      'x#arm#B#accepted': 1,
      'o#email#measured': 1,
      'x#variant#generic#measured': 1,
      'x#arm#B#measured': 1,
    });
  });

  it('that became a skip count with the reason, and in the groups as stopped', () => {
    expect(counted({ kind: 'stopped', reason: 'consent-withdrawn' })).toEqual({
      'o#email#stopped#consent-withdrawn': 1,
      'x#variant#personalised#stopped': 1,
      'x#arm#B#stopped': 1,
    });
  });

  it('that are counted already count no more', () => {
    expect(counted({ kind: 'accepted', counted: true })).toEqual({});
  });
});

it('languages are those of the arm that a reader is in, in the decision and in the plan', () => {
  const textIn = (locale: string) => ({
    defaultLocale: locale,
    locales: { [locale]: { email: { subject: 'x', html: '<p>x</p>' } } },
  });
  const arms = [{ name: 'B' as const, percent: 50, content: textIn('fr') }];
  const campaign = createWorld(now).campaign({
    office: 'de',
    channels: ['email'],
    content: textIn('de'),
    arms,
  });
  const counters: Record<string, number> = {};
  const count = createPlanCounter(counters, campaign);
  const people = Array.from({ length: 40 }, (_none, index) => `per_${index}`);
  for (const personId of people) {
    const contact = emailIn('DE', {
      personId,
      language: 'fr',
      marketing: grantedAt('2026-11-01T00:00:00.000Z'),
    });
    const decided = decideContact(campaign, contact, noFacts, now);
    const isInB = armOf({ id: campaign.id, arms }, personId) === 'B';
    expect(decided.groups).toMatchObject({ arm: isInB ? 'B' : 'A', locale: isInB ? 'fr' : 'de' });
    count(contact, decided);
  }
  const inA = people.filter((personId) => armOf({ id: campaign.id, arms }, personId) === 'A').length;
  expect(inA).toBeGreaterThan(0);
  expect(counters).toEqual({ 'm#fr#email': inA });
});
