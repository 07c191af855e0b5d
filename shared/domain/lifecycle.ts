/** The life of campaigns and notices: who may take which step from which state. Pure. */
import * as z from 'zod';
import { Breaker, breakerReason, figuresSince, type MailFigures } from './circuit-breaker.ts';
import {
  CampaignDraft,
  type FrequencyCap,
  type MandatoryMessage,
  type MarketingMessage,
  NoticeDraft,
} from './message.ts';
import { lastTurnBy, openUntil } from './notice-reach.ts';
import { Pacing } from './office-settings.ts';
import { Instant } from './vocabulary.ts';

export const CampaignState = z.enum([
  'draft',
  'submitted',
  'approved',
  'scheduled',
  'running',
  'paused',
  'completed',
  'rejected',
  'cancelled',
  'expired',
]);
export type CampaignState = z.infer<typeof CampaignState>;

export const NoticeState = z.enum(['draft', 'submitted', 'running', 'completed', 'rejected', 'stopped']);
export type NoticeState = z.infer<typeof NoticeState>;

/** One step on the record: what, when, by whom, and the words that went with it. */
const Step = z.object({ action: z.string(), at: Instant, by: z.string(), reason: z.string().optional() });

const common = {
  id: z.string(),
  version: z.int(),
  createdBy: z.string(),
  createdAt: Instant,
  updatedAt: Instant,
  /** SHA-256 of the content as submitted: what was approved is what is sent. */
  contentHash: z.string().optional(),
  submittedBy: z.string().optional(),
  startedAt: Instant.optional(),
  completedAt: Instant.optional(),
  history: z.array(Step),
};

export const Campaign = z.object({
  type: z.literal('campaign'),
  ...common,
  office: z.string(),
  state: CampaignState,
  draft: CampaignDraft,
  approvedBy: z.string().optional(),
  /** Everybody who has approved what was submitted, in order. */
  approvals: z.array(z.object({ by: z.string(), at: Instant })).optional(),
  /** How many people have to approve; known from the first approval on. */
  approversNeeded: z.int().min(1).max(2).optional(),
  /** When the first wave is due; known from approval on. */
  startsAt: Instant.optional(),
  /** What the office had set when the campaign was submitted: its hours, and its cap where the campaign has none. */
  pacing: Pacing.optional(),
  /** What the circuit breaker found when it paused the campaign last. */
  breaker: Breaker.optional(),
  /** Others have been told that it ended. */
  announcedAt: Instant.optional(),
  /** Out of the list, and kept. */
  archivedAt: Instant.optional(),
  /** The campaign that this one began as a copy of. */
  clonedFrom: z.string().optional(),
});
export type Campaign = z.infer<typeof Campaign>;

export const Notice = z.object({
  type: z.literal('notice'),
  ...common,
  state: NoticeState,
  draft: NoticeDraft,
  /** Home office of an office-bound author; absent for headquarters. */
  office: z.string().optional(),
  releasedBy: z.string().optional(),
  /** The first of the two people that a stop needs. */
  stopAskedBy: z.string().optional(),
  /** Until then people who become affected get it too; known from the release on. */
  openUntil: Instant.optional(),
  /** The notice that replaced this one. */
  supersededBy: z.string().optional(),
});
export type Notice = z.infer<typeof Notice>;

export type MessageRecord = Campaign | Notice;

export const campaignActions = [
  'edit',
  'submit',
  'approve',
  'reject',
  'start',
  'pause',
  'resume',
  'cancel',
  'complete',
  'expire',
] as const;
export type CampaignAction = (typeof campaignActions)[number];

const campaignSteps: Readonly<Record<CampaignAction, { from: readonly CampaignState[]; to: CampaignState }>> =
  {
    edit: { from: ['draft', 'submitted', 'approved', 'rejected', 'scheduled'], to: 'draft' },
    submit: { from: ['draft'], to: 'submitted' },
    approve: { from: ['submitted', 'approved'], to: 'scheduled' },
    reject: { from: ['submitted', 'approved'], to: 'rejected' },
    start: { from: ['scheduled'], to: 'running' },
    pause: { from: ['running'], to: 'paused' },
    resume: { from: ['paused'], to: 'running' },
    cancel: { from: ['draft', 'submitted', 'approved', 'scheduled', 'running', 'paused'], to: 'cancelled' },
    complete: { from: ['running'], to: 'completed' },
    expire: { from: ['scheduled', 'submitted', 'approved'], to: 'expired' },
  };

const noticeSteps = {
  edit: { from: ['draft', 'submitted', 'rejected'], to: 'draft' },
  submit: { from: ['draft'], to: 'submitted' },
  release: { from: ['submitted'], to: 'running' },
  reject: { from: ['submitted'], to: 'rejected' },
  stop: { from: ['running', 'completed'], to: 'stopped' },
  supersede: { from: ['running', 'completed'], to: 'stopped' },
  complete: { from: ['running'], to: 'completed' },
} as const satisfies Record<string, { from: readonly NoticeState[]; to: NoticeState }>;
export type NoticeAction = keyof typeof noticeSteps;

export interface StepBy {
  by: string;
  at: Instant;
  reason?: string | undefined;
}

export type StepOutcome<M> =
  | { kind: 'taken'; message: M }
  | { kind: 'wrong-state'; state: string }
  | { kind: 'own-work' };

/** Takes a step of a campaign. Nobody approves what they wrote, changed or submitted. */
export function stepCampaign(
  campaign: Campaign,
  action: CampaignAction,
  { by, at, reason }: StepBy,
): StepOutcome<Campaign> {
  const step = campaignSteps[action];
  if (!step.from.includes(campaign.state)) return { kind: 'wrong-state', state: campaign.state };
  // What is out of the list must not begin to run unseen.
  if (campaign.archivedAt !== undefined) return { kind: 'wrong-state', state: 'archived' };
  const stamps = stamped(campaign, action, { by, at, reason });
  if (action === 'approve') return approve(campaign, stamps, { by, at });
  return { kind: 'taken', message: { ...campaign, state: step.to, ...stamps } };
}

/** The state is `approved` until as many people have approved as the campaign needs. */
function approve(
  campaign: Campaign,
  stamps: Partial<Campaign>,
  { by, at }: Pick<StepBy, 'by' | 'at'>,
): StepOutcome<Campaign> {
  const given = campaign.state === 'approved' ? (campaign.approvals ?? []) : [];
  if (isWorkOf(by, campaign) || given.some((approval) => approval.by === by)) return { kind: 'own-work' };
  const approvals = [...given, { by, at }];
  const state = approvals.length < (campaign.approversNeeded ?? 1) ? 'approved' : 'scheduled';
  return { kind: 'taken', message: { ...campaign, ...stamps, state, approvals } };
}

/** The campaign without what a submission and an approval have put on it. */
export function withoutApproval(campaign: Campaign): Campaign {
  const {
    contentHash: _hash,
    submittedBy: _by,
    approvedBy: _approver,
    approvals: _approvals,
    approversNeeded: _needed,
    startsAt: _at,
    pacing: _pacing,
    ...kept
  } = campaign;
  return kept;
}

/** The notice without what a submission has put on it. */
export function withoutSubmission({ contentHash: _hash, submittedBy: _by, ...kept }: Notice): Notice {
  return kept;
}

/** Pauses a running campaign whose mails fare too badly (pain N-19). Undefined: there is no reason to. */
export function tripBreaker(campaign: Campaign, figures: MailFigures, at: Instant): Campaign | undefined {
  const reason = breakerReason(figuresSince(figures, campaign.breaker))?.words;
  if (reason === undefined) return undefined;
  const step = stepCampaign(campaign, 'pause', { by: 'system', at, reason });
  return step.kind === 'taken' ? { ...step.message, breaker: { at, reason, ...figures } } : undefined;
}

/** Staff have seen what the circuit breaker found and go on: what counts from now on is what comes from now on. */
export function acceptFigures(campaign: Campaign, figures: MailFigures): Campaign {
  return campaign.breaker ? { ...campaign, breaker: { ...campaign.breaker, ...figures } } : campaign;
}

/** Takes a step of a notice. The releaser is never the author; a stop takes two people. */
export function stepNotice(
  notice: Notice,
  action: NoticeAction,
  { by, at, reason }: StepBy,
): StepOutcome<Notice> {
  const step: { from: readonly NoticeState[]; to: NoticeState } = noticeSteps[action];
  if (!step.from.includes(notice.state)) return { kind: 'wrong-state', state: notice.state };
  if (action === 'release' && isWorkOf(by, notice)) return { kind: 'own-work' };
  const stamps = {
    ...stamped(notice, action, { by, at, reason }),
    ...(action === 'release' ? { openUntil: openUntil(notice.draft, at) } : {}),
  };
  if (action !== 'stop') return { kind: 'taken', message: { ...notice, state: step.to, ...stamps } };
  if (notice.stopAskedBy === undefined)
    return { kind: 'taken', message: { ...notice, ...stamps, stopAskedBy: by } };
  if (notice.stopAskedBy === by) return { kind: 'own-work' };
  return { kind: 'taken', message: { ...notice, state: step.to, ...stamps } };
}

function isWorkOf(user: string, { createdBy, submittedBy, history }: MessageRecord): boolean {
  const hasChanged = history.some(({ action, by }) => action === 'edit' && by === user);
  return hasChanged || user === createdBy || user === submittedBy;
}

function stamped(message: MessageRecord, action: string, { by, at, reason }: StepBy) {
  return {
    version: message.version + 1,
    updatedAt: at,
    history: [...message.history, { action, at, by, reason }],
    ...(action === 'submit' ? { submittedBy: by } : {}),
    ...(action === 'approve' ? { approvedBy: by } : {}),
    ...(action === 'release' ? { releasedBy: by, startedAt: at } : {}),
    ...(action === 'start' ? { startedAt: at } : {}),
    ...(action === 'complete' ? { completedAt: at } : {}),
  };
}

/** Whether hand-overs may begin: also of a notice that everybody known so far has got, while it is open for those who become affected. */
export function isSending(message: MessageRecord, now: Instant): boolean {
  if (message.state === 'running') return true;
  return message.type === 'notice' && message.state === 'completed' && sendsUntil(message) > now;
}

/** Until when rounds of a notice go on that everybody known so far has got: the empty text where it was never released. */
export function sendsUntil({ draft, openUntil }: Notice): Instant {
  return openUntil === undefined ? '' : lastTurnBy(draft, openUntil);
}

/** Nothing was handed over after this; what can still go on has no end yet. */
export function lastHandOverBy({ completedAt, state, updatedAt }: MessageRecord): Instant {
  return completedAt ?? (state === 'cancelled' ? updatedAt : '9999');
}

/** The instant from which on nothing of the campaign is sent any more. */
export function expiryOf({ draft: { expiresAt } }: Campaign): Instant | undefined {
  return expiresAt && new Date(expiresAt).toISOString();
}

/** The campaign as the decision sees it. */
export function toMarketingMessage(campaign: Campaign): MarketingMessage {
  const { id, draft } = campaign;
  const { name: _name, schedule: _schedule, expiresAt: _expiresAt, ...rest } = draft;
  return {
    type: 'marketing',
    id,
    ...rest,
    frequencyCap: capOf(campaign),
    expiresAt: expiryOf(campaign),
  };
}

/** The campaign's own cap, or the one that its office had set. */
export function capOf({ draft, pacing }: Pick<Campaign, 'draft' | 'pacing'>): FrequencyCap | undefined {
  return draft.frequencyCap ?? pacing?.frequencyCap;
}

/** The notice as the decision sees it. */
export function toMandatoryMessage({ id, draft }: Notice): MandatoryMessage {
  return { type: 'mandatory', id, ...draft };
}
