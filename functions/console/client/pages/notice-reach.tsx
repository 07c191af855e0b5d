/** The reach of a notice: over time against the target, in figures, by country, whom it has not reached, and the files of it. */
import { useState } from 'preact/hooks';
import type { Lacking } from '../../../../shared/api/notice-reach.ts';
import { NoticeTabs } from '../notice/notice-tabs.tsx';
import { ReachCountries, ReachDetails, ReachFigures } from '../notice/reach-cards.tsx';
import { ReachCurve } from '../notice/reach-curve.tsx';
import { ReachFiles } from '../notice/reach-files.tsx';
import { SaidReach } from '../notice/reach-summary.tsx';
import { UnreachedCard } from '../notice/unreached-card.tsx';
import { useNotice } from '../notice/use-notice.ts';
import { useReach } from '../notice/use-reach.ts';
import { type NoticeView, noticePath, type ReachView } from '../notice/views.ts';
import { useApp } from '../ui/app-context.ts';
import { ButtonLink } from '../ui/button.tsx';
import { Making } from '../ui/making.tsx';
import { linkTo } from '../ui/match-route.ts';
import { Page } from '../ui/page.tsx';
import type { PageProps } from '../ui/page-props.ts';
import { NoticeStateBadge } from '../ui/state-badge.tsx';
import { Empty, Failure, WhenLoaded } from '../ui/states.tsx';
import { useOfficeTime } from '../ui/use-office-time.ts';

export function NoticeReachPage({ params }: PageProps) {
  const { text } = useApp();
  const words = text.reach;
  const { loaded, reload } = useNotice(params.id ?? '');
  const notice = loaded.value;
  const { value, problem } = useReach(notice);
  const reach = value && 'reach' in value ? value.reach : undefined;
  return (
    <Page
      title={notice ? words.titleOf(notice.reference) : words.title}
      parent={{ href: linkTo('/notices'), name: text.notices.title }}
      badge={notice && <NoticeStateBadge state={notice.state} />}
    >
      {!notice && (
        <WhenLoaded loaded={loaded} onRetry={reload}>
          {() => null}
        </WhenLoaded>
      )}
      {notice && notice.startedAt === undefined && (
        <Empty title={words.notYet}>
          <p>{words.notYetBody}</p>
          <ButtonLink href={linkTo(noticePath(notice.id))}>{text.noticeWriting.toNotice}</ButtonLink>
        </Empty>
      )}
      {notice?.startedAt !== undefined && (
        <>
          <NoticeTabs id={notice.id} current="reach" />
          <div class="stack">
            {problem && !reach && <Failure problem={problem} />}
            {!reach && !problem && (
              <Making
                progress={value && 'progress' in value ? value.progress : 0}
                say={words.making}
                lead={words.makingLead}
              />
            )}
            {reach && <ReachCards notice={notice} releasedAt={notice.startedAt} reach={reach} />}
            {reach && problem && <p class="quiet small">{words.stale}</p>}
          </div>
        </>
      )}
    </Page>
  );
}

function ReachCards({
  notice,
  releasedAt,
  reach,
}: {
  notice: NoticeView;
  releasedAt: string;
  reach: ReachView;
}) {
  const { text } = useApp();
  const officeTime = useOfficeTime(notice.office ?? '');
  const [lacking, setLacking] = useState<Lacking>('hand-over');
  const asksForAnswer = notice.acknowledge || notice.acceptance !== undefined;
  return (
    <>
      <p class="quiet small">
        {text.reach.counted(officeTime.named(reach.at))}. {notice.state === 'running' && text.reach.live}
      </p>
      <ReachCurve
        reach={reach}
        releasedAt={releasedAt}
        office={notice.office ?? ''}
        asksForAnswer={asksForAnswer}
      />
      <ReachFigures reach={reach} />
      <ReachDetails reach={reach} />
      <ReachCountries reach={reach} />
      <UnreachedCard
        id={notice.id}
        lackings={asksForAnswer ? ['hand-over', 'delivery', 'answer'] : ['hand-over', 'delivery']}
        lacking={lacking}
        onLacking={setLacking}
      />
      <ReachFiles notice={notice} lacking={lacking} />
      <SaidReach reach={reach} />
    </>
  );
}
