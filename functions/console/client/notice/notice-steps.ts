/** Which steps a page offers for a notice. The API decides; this leaves out what it would refuse. Pure. */
import type { NoticeState } from '../../../../shared/domain/lifecycle.ts';
import type { Role } from '../../../../shared/domain/vocabulary.ts';
import type { NoticeView } from './views.ts';

export const noticeSteps = ['release', 'submit', 'edit', 'reject', 'stop', 'replace', 'follow'] as const;
export type NoticeStep = (typeof noticeSteps)[number];
/** The steps that are a call of the API; the others open another page. */
export type TakenStep = Extract<NoticeStep, 'release' | 'submit' | 'reject' | 'stop'>;

const states: Readonly<Record<NoticeStep, readonly NoticeState[]>> = {
  release: ['submitted'],
  submit: ['draft'],
  edit: ['draft', 'submitted', 'rejected'],
  reject: ['submitted'],
  stop: ['running', 'completed'],
  replace: ['running', 'completed', 'stopped'],
  follow: ['running', 'completed', 'stopped'],
};

type Known = Pick<
  NoticeView,
  'state' | 'createdBy' | 'submittedBy' | 'history' | 'stopAskedBy' | 'supersededBy'
>;

/** Whether a notice in this state can take the step at all. */
export function isPossibleIn(step: NoticeStep, state: NoticeState): boolean {
  return states[step].includes(state);
}

/** Whether somebody wrote, changed or submitted the notice, and so may not release it. */
export function isOwnWork({ createdBy, submittedBy, history }: Known, user: string): boolean {
  const hasChanged = history.some(({ action, by }) => action === 'edit' && by === user);
  return hasChanged || user === createdBy || user === submittedBy;
}

/** The steps that somebody with these roles can take now. */
export function stepsFor(
  notice: Known,
  { user, roles }: { user: string; roles: readonly Role[] },
): ReadonlySet<NoticeStep> {
  const isReleaser = roles.includes('notice-releaser');
  if (!isReleaser && !roles.includes('notice-author')) return new Set();
  const isOffered = (step: NoticeStep): boolean => {
    if (step === 'release' && isOwnWork(notice, user)) return false;
    if ((step === 'release' || step === 'reject') && !isReleaser) return false;
    if (step === 'stop' && notice.stopAskedBy === user) return false;
    if (step === 'replace' && notice.supersededBy !== undefined) return false;
    return isPossibleIn(step, notice.state);
  };
  return new Set(noticeSteps.filter(isOffered));
}

/** Who has asked to stop it and why, while the second person is missing. */
export function stopAsked({
  state,
  stopAskedBy,
  history,
}: Known): { by: string; at: string; reason: string | undefined } | undefined {
  if (stopAskedBy === undefined || !isPossibleIn('stop', state)) return undefined;
  const step = history.findLast(({ action }) => action === 'stop');
  return step && { by: step.by, at: step.at, reason: step.reason };
}
