/** The buttons of a notice: what this person can do with it now. */
import { useApp } from '../ui/app-context.ts';
import { Button } from '../ui/button.tsx';
import { goTo } from '../ui/use-place.ts';
import { askNobodyYet, askNoticeStep } from './ask-notice-step.tsx';
import { type NoticeStep, noticeSteps, stepsFor, stopAsked } from './notice-steps.ts';
import type { NoticeOnPage } from './use-notice.ts';
import { type NoticePlan, type NoticeView, noticePath } from './views.ts';

interface NoticeActionsProps {
  notice: NoticeView;
  page: NoticeOnPage;
  plan: NoticePlan | undefined;
  /** Whether the releaser has looked at everything; where not, it leads there. Undefined: what there is to look at is not known yet. */
  mayRelease: (() => boolean) | undefined;
}

const loud: readonly NoticeStep[] = ['release', 'submit'];

export function NoticeActions({ notice, page, plan, mayRelease }: NoticeActionsProps) {
  const { session, text, format } = useApp();
  const offered = stepsFor(notice, session);
  const run = async (step: NoticeStep) => {
    if (step === 'replace' || step === 'follow')
      return goTo('/notices/new', { query: correcting(step, notice) });
    if (step === 'release' && !mayRelease?.()) return;
    const answer = await askNoticeStep(step, { notice, plan }, text, format);
    if (!answer.confirmed) return;
    if (step === 'edit') return goTo(noticePath(notice.id, '/edit'));
    // Of the notice as it was when the question was asked: it may have been read again meanwhile.
    const outcome = await page.take(step, notice, answer.reason ? { reason: answer.reason } : {});
    if (outcome === 'nobody' && (await askNobodyYet(text)))
      await page.take(step, notice, { nobodyYet: true });
  };
  const nameOf = (step: NoticeStep) =>
    step === 'stop' && stopAsked(notice) ? text.notices.confirmStop : text.notices.step[step];
  return (
    <>
      {noticeSteps
        .filter((step) => offered.has(step))
        .map((step) => (
          <Button
            key={step}
            look={loud.includes(step) ? 'primary' : step === 'stop' ? 'danger' : 'plain'}
            busy={page.busy === step}
            disabled={(page.busy !== undefined && page.busy !== step) || (step === 'release' && !mayRelease)}
            onClick={() => void run(step)}
          >
            {nameOf(step)}
          </Button>
        ))}
    </>
  );
}

/** What the page of a new notice is told of the one that it corrects. */
function correcting(step: 'replace' | 'follow', { id }: NoticeView): Record<string, string> {
  return step === 'replace' ? { replaces: id } : { follows: id };
}
