/** The life of campaigns and notices: every step from every state, and the second person. */
import { describe, expect, it } from '@jest/globals';
import {
  type Campaign,
  type CampaignAction,
  CampaignState,
  campaignActions,
  type Notice,
  type NoticeAction,
  NoticeState,
  stepCampaign,
  stepNotice,
  toMandatoryMessage,
  toMarketingMessage,
} from '../../shared/domain/lifecycle.ts';
import { CampaignDraft, NoticeDraft } from '../../shared/domain/message.ts';

const at = '2027-01-01T00:00:00.000Z';
const later = '2027-01-02T00:00:00.000Z';
const common = {
  version: 1,
  createdBy: 'author',
  submittedBy: 'author',
  createdAt: at,
  updatedAt: at,
  history: [],
};
const content = { defaultLocale: 'en', locales: { en: { push: { title: 'Title', body: 'Body' } } } };
const campaignDraft = CampaignDraft.parse({
  office: 'de',
  name: 'Spring',
  topic: 'news',
  channels: ['push'],
  content,
});
const noticeDraft = NoticeDraft.parse({
  kind: 'safety',
  legalReason: 'product-safety',
  reference: 'R-1',
  content,
});

const campaign = (state: CampaignState, change: Partial<Campaign> = {}): Campaign => ({
  type: 'campaign',
  id: 'cmp_1',
  office: 'de',
  state,
  draft: campaignDraft,
  ...common,
  ...change,
});
const notice = (state: NoticeState, change: Partial<Notice> = {}): Notice => ({
  type: 'notice',
  id: 'ntc_1',
  state,
  draft: noticeDraft,
  ...common,
  ...change,
});

/** Each step that a campaign may take, with the state it leads to. All others are refused. */
const campaignPaths: Readonly<Record<CampaignState, Partial<Record<CampaignAction, CampaignState>>>> = {
  draft: { edit: 'draft', submit: 'submitted', cancel: 'cancelled' },
  submitted: {
    edit: 'draft',
    approve: 'scheduled',
    reject: 'rejected',
    cancel: 'cancelled',
    expire: 'expired',
  },
  approved: {
    edit: 'draft',
    approve: 'scheduled',
    reject: 'rejected',
    cancel: 'cancelled',
    expire: 'expired',
  },
  scheduled: { edit: 'draft', start: 'running', cancel: 'cancelled', expire: 'expired' },
  running: { pause: 'paused', cancel: 'cancelled', complete: 'completed' },
  paused: { resume: 'running', cancel: 'cancelled' },
  rejected: { edit: 'draft' },
  completed: {},
  cancelled: {},
  expired: {},
};
const noticePaths: Readonly<Record<NoticeState, Partial<Record<NoticeAction, NoticeState>>>> = {
  draft: { edit: 'draft', submit: 'submitted' },
  submitted: { edit: 'draft', release: 'running', reject: 'rejected' },
  running: { stop: 'stopped', supersede: 'stopped', complete: 'completed' },
  completed: { stop: 'stopped', supersede: 'stopped' },
  rejected: { edit: 'draft' },
  stopped: {},
};
const noticeActions: readonly NoticeAction[] = [
  'edit',
  'submit',
  'release',
  'reject',
  'stop',
  'supersede',
  'complete',
];
const by = (user: string, reason?: string) => ({ by: user, at: later, reason });

describe('a campaign', () => {
  const steps = CampaignState.options.flatMap((state) =>
    campaignActions.map((action) => [state, action, campaignPaths[state][action]] as const),
  );

  it.each(steps)('%s: %s leads to %s, or is refused with the state that it is in', (state, action, next) => {
    const outcome = stepCampaign(campaign(state), action, by('second'));
    if (next)
      expect(outcome).toMatchObject({
        kind: 'taken',
        message: { state: next, version: 2, updatedAt: later },
      });
    else expect(outcome).toEqual({ kind: 'wrong-state', state });
  });

  it('writes who did what, when and why', () => {
    const outcome = stepCampaign(campaign('submitted'), 'reject', by('second', 'Too long'));
    expect(outcome).toMatchObject({
      message: { history: [{ action: 'reject', at: later, by: 'second', reason: 'Too long' }] },
    });
  });

  it('is not approved by who wrote it, submitted it, or changed it (N-15)', () => {
    const edited = { history: [{ action: 'edit', at, by: 'editor' }] };
    const approve = (user: string, change: Partial<Campaign> = {}) =>
      stepCampaign(campaign('submitted', change), 'approve', by(user)).kind;
    expect(approve('author')).toBe('own-work');
    expect(approve('author', { submittedBy: 'other' })).toBe('own-work');
    expect(approve('other', { submittedBy: 'other' })).toBe('own-work');
    expect(approve('editor', edited)).toBe('own-work');
    expect(approve('second', edited)).toBe('taken');
  });

  it('may be approved by who rejected it before', () => {
    const rejected = campaign('submitted', { history: [{ action: 'reject', at, by: 'second' }] });
    expect(stepCampaign(rejected, 'approve', by('second')).kind).toBe('taken');
  });

  it('never leaves an end: completed, cancelled and expired take no step (N-06)', () => {
    for (const state of ['completed', 'cancelled', 'expired'] as const) {
      for (const action of campaignActions)
        expect(stepCampaign(campaign(state), action, by('second')).kind).toBe('wrong-state');
    }
  });

  it('remembers who submitted and approved it, and when it started and ended', () => {
    const taken = (state: CampaignState, action: CampaignAction) =>
      stepCampaign(campaign(state), action, by('second'));
    expect(taken('draft', 'submit')).toMatchObject({ message: { submittedBy: 'second' } });
    expect(taken('submitted', 'approve')).toMatchObject({ message: { approvedBy: 'second' } });
    expect(taken('scheduled', 'start')).toMatchObject({ message: { startedAt: later } });
    expect(taken('running', 'complete')).toMatchObject({ message: { completedAt: later } });
  });

  it('does not move its start when it goes on after a pause', () => {
    const paused = campaign('paused', { startedAt: at });
    expect(stepCampaign(paused, 'resume', by('second'))).toMatchObject({
      message: { state: 'running', startedAt: at },
    });
  });
});

describe('a notice', () => {
  const steps = NoticeState.options.flatMap((state) =>
    noticeActions.map((action) => [state, action, noticePaths[state][action]] as const),
  );

  it.each(steps)('%s: %s leads to %s, or is refused with the state that it is in', (state, action, next) => {
    const outcome = stepNotice(notice(state, { stopAskedBy: 'first' }), action, by('second'));
    if (next) expect(outcome).toMatchObject({ kind: 'taken', message: { state: next, version: 2 } });
    else expect(outcome).toEqual({ kind: 'wrong-state', state });
  });

  it('is not released by who wrote or submitted it (N-20)', () => {
    const release = (user: string, submittedBy = 'author') =>
      stepNotice(notice('submitted', { submittedBy }), 'release', by(user)).kind;
    expect(release('author')).toBe('own-work');
    expect(release('author', 'other')).toBe('own-work');
    expect(release('other', 'other')).toBe('own-work');
    expect(release('second')).toBe('taken');
  });

  it('cannot be paused: no marketing step is a step of a notice (N-22)', () => {
    expect(noticeActions).not.toContain('pause');
  });

  it('is stopped by two people: the first only asks, and cannot be the second', () => {
    const asked = stepNotice(notice('running'), 'stop', by('first', 'Wrong model'));
    expect(asked).toMatchObject({ kind: 'taken', message: { state: 'running', stopAskedBy: 'first' } });
    if (asked.kind !== 'taken') throw new Error('The stop was not asked for');
    expect(stepNotice(asked.message, 'stop', by('first')).kind).toBe('own-work');
    expect(stepNotice(asked.message, 'stop', by('second', 'I agree'))).toMatchObject({
      kind: 'taken',
      message: {
        state: 'stopped',
        history: [
          { by: 'first', reason: 'Wrong model' },
          { by: 'second', reason: 'I agree' },
        ],
      },
    });
  });

  it('ends as completed although a stop was asked for and never seconded', () => {
    expect(stepNotice(notice('running', { stopAskedBy: 'first' }), 'complete', by('system'))).toMatchObject({
      message: { state: 'completed', completedAt: later },
    });
  });
});

describe('a message as the decision sees it', () => {
  it('has its end in UTC with milliseconds, so that it compares as text', () => {
    const ends = CampaignDraft.parse({ ...campaignDraft, expiresAt: '2027-01-02T09:00:00+09:00' });
    expect(toMarketingMessage(campaign('running', { draft: ends })).expiresAt).toBe(
      '2027-01-02T00:00:00.000Z',
    );
    expect(toMarketingMessage(campaign('running')).expiresAt).toBeUndefined();
  });

  it('is marketing from a campaign and mandatory from a notice', () => {
    expect(toMarketingMessage(campaign('running'))).toMatchObject({
      type: 'marketing',
      id: 'cmp_1',
      office: 'de',
    });
    expect(toMandatoryMessage(notice('running'))).toMatchObject({
      type: 'mandatory',
      id: 'ntc_1',
      kind: 'safety',
    });
  });
});
