/** The steps that the page of a campaign offers are those that the service takes, for every state, role and person. */
import { describe, expect, it } from '@jest/globals';
import { approvalBar, steps, stepsFor, versionFor } from '../../functions/console/client/campaign/steps.ts';
import { setArchived } from '../../shared/domain/campaign-record.ts';
import { type Campaign, CampaignState, stepCampaign } from '../../shared/domain/lifecycle.ts';
import type { Role } from '../../shared/domain/vocabulary.ts';
import { springDraft } from '../support/spring-draft.ts';

const at = '2027-01-01T00:00:00.000Z';
const campaign = (state: CampaignState, change: Partial<Campaign> = {}): Campaign => ({
  type: 'campaign',
  id: 'cmp_1',
  version: 1,
  office: 'de',
  state,
  draft: springDraft,
  createdBy: 'author',
  createdAt: at,
  updatedAt: at,
  history: [{ action: 'edit', at, by: 'editor' }],
  ...change,
});
const approver = { user: 'second', roles: ['approver'] as Role[] };
const byDomain = ['edit', 'submit', 'approve', 'reject', 'pause', 'resume', 'cancel'] as const;

const cases = CampaignState.options.flatMap((state) =>
  [undefined, at].map((archivedAt) => ({ state, archivedAt })),
);

describe('stepsFor', () => {
  it.each(cases)(
    '$state, archived $archivedAt: what is offered is taken, what is not is refused',
    (change) => {
      const one = campaign(change.state, { archivedAt: change.archivedAt });
      const offered = stepsFor(one, approver);
      for (const step of byDomain) {
        const outcome = stepCampaign(one, step, { by: approver.user, at });
        expect([step, offered.has(step)]).toEqual([step, outcome.kind === 'taken']);
      }
      const canArchive = setArchived(one, true, { by: 'x', at }).kind === 'taken';
      expect(offered.has('archive')).toBe(canArchive && change.archivedAt === undefined);
      expect(offered.has('unarchive')).toBe(change.archivedAt !== undefined);
      expect(offered.has('clone')).toBe(true);
    },
  );

  it('a marketer neither approves nor rejects', () => {
    const offered = stepsFor(campaign('submitted'), { user: 'x', roles: ['marketer'] });
    expect([...offered]).toEqual(['edit', 'cancel', 'clone']);
  });

  it.each<Role>(['auditor', 'support', 'privacy-officer', 'admin'])('%s only looks', (role) => {
    for (const state of CampaignState.options)
      expect(stepsFor(campaign(state), { user: 'x', roles: [role] }).size).toBe(0);
  });
});

describe('who may not approve', () => {
  it.each([
    ['author', 'own-work'],
    ['editor', 'own-work'],
    ['submitter', 'own-work'],
    ['first', 'approved-already'],
    ['second', undefined],
  ])('%s: %s, as the service decides', (user, bar) => {
    const one = campaign('approved', {
      submittedBy: 'submitter',
      approvals: [{ by: 'first', at }],
      approversNeeded: 2,
    });
    expect(approvalBar(one, user)).toBe(bar);
    expect(stepsFor(one, { user, roles: ['approver'] }).has('approve')).toBe(bar === undefined);
    expect(stepCampaign(one, 'approve', { by: user, at }).kind).toBe(bar ? 'own-work' : 'taken');
  });
});

it('every step is decided on for every state', () => {
  expect(new Set(steps).size).toBe(10);
});

it('what is decided on a version is asked for that version; a copy and the archive take any', () => {
  const asked = steps.filter((step) => versionFor(step, { version: 7 }) === '"7"');
  expect(asked).toEqual(['submit', 'approve', 'reject', 'pause', 'resume', 'cancel']);
  expect(versionFor('clone', { version: 7 })).toBeUndefined();
});
