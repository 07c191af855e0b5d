/** The life of campaigns and notices: who may take which step from which state. Pure. */
import * as z from 'zod';
import { CampaignDraft, type MandatoryMessage, type MarketingMessage, NoticeDraft } from './message.ts';
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
    edit: { from: ['draft', 'submitted', 'rejected', 'scheduled'], to: 'draft' },
    submit: { from: ['draft'], to: 'submitted' },
    approve: { from: ['submitted'], to: 'scheduled' },
    reject: { from: ['submitted'], to: 'rejected' },
    start: { from: ['scheduled'], to: 'running' },
    pause: { from: ['running'], to: 'paused' },
    resume: { from: ['paused'], to: 'running' },
    cancel: { from: ['draft', 'submitted', 'approved', 'scheduled', 'running', 'paused'], to: 'cancelled' },
    complete: { from: ['running'], to: 'completed' },
    expire: { from: ['scheduled', 'submitted'], to: 'expired' },
  };

const noticeSteps = {
  submit: { from: ['draft'], to: 'submitted' },
  release: { from: ['submitted'], to: 'running' },
  reject: { from: ['submitted'], to: 'rejected' },
  stop: { from: ['running'], to: 'stopped' },
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
  if (action === 'approve' && isWorkOf(by, campaign)) return { kind: 'own-work' };
  return {
    kind: 'taken',
    message: { ...campaign, state: step.to, ...stamped(campaign, action, { by, at, reason }) },
  };
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
  const stamps = stamped(notice, action, { by, at, reason });
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

/** The campaign as the decision sees it. */
export function toMarketingMessage({ id, draft }: Campaign): MarketingMessage {
  const { name: _name, schedule: _schedule, expiresAt, ...rest } = draft;
  return { type: 'marketing', id, ...rest, expiresAt: expiresAt && new Date(expiresAt).toISOString() };
}

/** The notice as the decision sees it. */
export function toMandatoryMessage({ id, draft }: Notice): MandatoryMessage {
  return { type: 'mandatory', id, ...draft };
}
