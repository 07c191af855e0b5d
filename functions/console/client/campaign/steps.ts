/** Which steps a page offers for a campaign. The API decides; this leaves out what it would refuse. Pure. */
import type { CampaignState } from '../../../../shared/domain/lifecycle.ts';
import type { Role } from '../../../../shared/domain/vocabulary.ts';
import type { CampaignView } from './views.ts';

export const steps = [
  'edit',
  'submit',
  'approve',
  'reject',
  'pause',
  'resume',
  'cancel',
  'clone',
  'archive',
  'unarchive',
] as const;
export type Step = (typeof steps)[number];

const states: Readonly<Record<Step, readonly CampaignState[] | 'any'>> = {
  edit: ['draft', 'submitted', 'approved', 'rejected', 'scheduled'],
  submit: ['draft'],
  approve: ['submitted', 'approved'],
  reject: ['submitted', 'approved'],
  pause: ['running'],
  resume: ['paused'],
  cancel: ['draft', 'submitted', 'approved', 'scheduled', 'running', 'paused'],
  clone: 'any',
  archive: ['draft', 'rejected', 'completed', 'cancelled', 'expired'],
  unarchive: 'any',
};

/** Steps that are taken only on the version that somebody has seen. */
const seenOnly: ReadonlySet<Step> = new Set(['submit', 'approve', 'reject', 'pause', 'resume', 'cancel']);

/** `If-Match` of a step: the version that was on the page when somebody decided on it. Undefined: any version will do. */
export function versionFor(step: Step, { version }: Pick<CampaignView, 'version'>): string | undefined {
  return seenOnly.has(step) ? `"${version}"` : undefined;
}

/** Whether a campaign in this state can take the step at all. */
export function isPossibleIn(step: Step, state: CampaignState): boolean {
  const wanted = states[step];
  return wanted === 'any' || wanted.includes(state);
}

const approverOnly: readonly Step[] = ['approve', 'reject'];

type Known = Pick<
  CampaignView,
  'state' | 'archivedAt' | 'createdBy' | 'submittedBy' | 'history' | 'approvals'
>;

/** Why a person may not approve: they worked on it, or have approved it already. Undefined: they may. */
export function approvalBar(campaign: Known, user: string): 'own-work' | 'approved-already' | undefined {
  const { createdBy, submittedBy, history, approvals = [] } = campaign;
  const hasChanged = history.some(({ action, by }) => action === 'edit' && by === user);
  if (hasChanged || user === createdBy || user === submittedBy) return 'own-work';
  const isGiven = campaign.state === 'approved' && approvals.some(({ by }) => by === user);
  return isGiven ? 'approved-already' : undefined;
}

/** The steps that somebody with these roles can take now. */
export function stepsFor(
  campaign: Known,
  { user, roles }: { user: string; roles: readonly Role[] },
): ReadonlySet<Step> {
  const isApprover = roles.includes('approver');
  if (!isApprover && !roles.includes('marketer')) return new Set();
  const isArchived = campaign.archivedAt !== undefined;
  const isOffered = (step: Step): boolean => {
    if (step === 'unarchive') return isArchived;
    if (isArchived && step !== 'clone') return false;
    if (approverOnly.includes(step) && !isApprover) return false;
    if (step === 'approve' && approvalBar(campaign, user) !== undefined) return false;
    return isPossibleIn(step, campaign.state);
  };
  return new Set(steps.filter(isOffered));
}
