/** One notice: what is sent to whom and why, what a releaser has to look at, how far it has come, and what can be done with it. */
import { useEffect } from 'preact/hooks';
import { usePoll } from '../api/use-poll.ts';
import { NoticeActions } from '../notice/notice-actions.tsx';
import { NoticeContentCard } from '../notice/notice-content-card.tsx';
import { NoticeFacts } from '../notice/notice-facts.tsx';
import { NoticeHistory } from '../notice/notice-history.tsx';
import { NoticeNotices } from '../notice/notice-notices.tsx';
import { NoticePlanCard } from '../notice/notice-plan-card.tsx';
import { stepsFor } from '../notice/notice-steps.ts';
import { NoticeTabs } from '../notice/notice-tabs.tsx';
import { ReachSummary } from '../notice/reach-summary.tsx';
import { findingKey, ReviewCard, useReview } from '../notice/review-card.tsx';
import { useLooked } from '../notice/use-looked.ts';
import { type NoticeOnPage, useNotice } from '../notice/use-notice.ts';
import { hasPlan, planIn, useNoticePlan } from '../notice/use-notice-plan.ts';
import { isReleased, type NoticeView, noticePath, subjectOf } from '../notice/views.ts';
import { hasRole, useApp } from '../ui/app-context.ts';
import { linkTo } from '../ui/match-route.ts';
import { Page } from '../ui/page.tsx';
import type { PageProps } from '../ui/page-props.ts';
import { NoticeStateBadge } from '../ui/state-badge.tsx';
import { WhenLoaded } from '../ui/states.tsx';

/** What somebody else may have done meanwhile: asked for while the notice waits for people, or runs. */
const changeMs = 8000;
const mayChange: readonly NoticeView['state'][] = ['submitted', 'running', 'completed'];

/** There is one `Page` from the first moment on: its heading keeps the focus while the notice loads. */
export function NoticePage({ params }: PageProps) {
  const { text, session } = useApp();
  const page = useNotice(params.id ?? '');
  const notice = page.loaded.value;
  const planned = useNoticePlan(notice);
  const isReviewed = notice?.state === 'submitted' && hasRole(session, ['notice-author', 'notice-releaser']);
  const [review, onRetry] = useReview(notice, isReviewed);
  const looked = useLooked(notice?.version);
  useFollow(notice, page);
  const found = review.value;
  return (
    <Page
      title={notice?.reference ?? text.notices.oneTitle}
      parent={{ href: linkTo('/notices'), name: text.notices.title }}
      badge={notice && <NoticeStateBadge state={notice.state} />}
      lead={notice && <Lead notice={notice} />}
      actions={
        notice && (
          <NoticeActions
            notice={notice}
            page={page}
            plan={planIn(planned.value)}
            mayRelease={found && (() => looked.requireAll(found.findings.map(findingKey)))}
          />
        )
      }
    >
      {!notice && (
        <WhenLoaded loaded={page.loaded} onRetry={page.reload}>
          {() => null}
        </WhenLoaded>
      )}
      {notice && (
        <>
          {isReleased(notice) && <NoticeTabs id={notice.id} current="overview" />}
          <div class="campaign">
            <div class="stack">
              <NoticeNotices notice={notice} refusal={page.refusal} />
              {isReleased(notice) && <ReachSummary notice={notice} />}
              {isReviewed && (
                <ReviewCard
                  notice={notice}
                  loaded={review}
                  onRetry={onRetry}
                  looked={stepsFor(notice, session).has('release') ? looked : undefined}
                />
              )}
              {hasPlan(notice) && <NoticePlanCard notice={notice} polled={planned} />}
              <NoticeContentCard notice={notice} />
            </div>
            <div class="stack campaign-side">
              <NoticeFacts notice={notice} />
              <NoticeHistory notice={notice} />
            </div>
          </div>
        </>
      )}
    </Page>
  );
}

function Lead({ notice }: { notice: NoticeView }) {
  const { text, language } = useApp();
  const subject = subjectOf(notice, language);
  const { kind, legalReason } = notice;
  return (
    <>
      {text.notices.lineKind(text.terms.noticeKind[kind], text.terms.legalReason[legalReason])}
      {subject && (
        <>
          {' · '}
          <span lang={subject.locale}>{subject.text}</span>
        </>
      )}
    </>
  );
}

/** Reads the notice again where somebody else has changed it. */
function useFollow(notice: NoticeView | undefined, page: NoticeOnPage): void {
  const { api } = useApp();
  const { id = '', state, version = 0 } = notice ?? {};
  const isWaiting = state !== undefined && mayChange.includes(state);
  const seen = usePoll(
    async (signal) =>
      isWaiting ? (await api.get<NoticeView>(noticePath(id), { signal })).body.version : version,
    () => isWaiting,
    changeMs,
    [api, id, isWaiting],
  );
  const isOther = seen.value !== undefined && seen.value > version;
  const { reload } = page;
  const isIdle = page.busy === undefined && page.loaded.state === 'ready';
  useEffect(() => {
    if (isOther && isIdle) reload();
  }, [isOther, isIdle, reload]);
}
