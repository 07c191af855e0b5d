/** What somebody has to know about a notice before anything else: who has to act, why it ended, what it corrects and what corrects it. */
import { useLoad } from '../api/use-load.ts';
import type { Page } from '../api/views.ts';
import { useApp } from '../ui/app-context.ts';
import { linkTo } from '../ui/match-route.ts';
import { NoticeBox, type Refusal, RefusalBox, StepBox } from '../ui/notice-box.tsx';
import { useOfficeTime } from '../ui/use-office-time.ts';
import { isOwnWork, stopAsked } from './notice-steps.ts';
import { isReleased, type NoticeView, noticePath } from './views.ts';

export function NoticeNotices({ notice, refusal }: { notice: NoticeView; refusal: Refusal | undefined }) {
  const { text } = useApp();
  const words = text.notices;
  return (
    <>
      <RefusalBox refusal={refusal} />
      <StateBox notice={notice} />
      {notice.supersededBy && <Related look="wait" words={words.supersededBy} ids={[notice.supersededBy]} />}
      {notice.supersedes && <Related words={words.supersedes} ids={[notice.supersedes]} />}
      {notice.followUpOf && <Related words={words.followUpOf} ids={[notice.followUpOf]} />}
      {isReleased(notice) && <FollowUps notice={notice} />}
    </>
  );
}

function StateBox({ notice }: { notice: NoticeView }) {
  const { text, session } = useApp();
  const words = text.notices;
  const officeTime = useOfficeTime(notice.office ?? '');
  const lastOf = (action: string) => notice.history.findLast((step) => step.action === action);
  const asked = stopAsked(notice);
  if (asked) {
    return (
      <div class="notice bad" role="alert">
        <p class="notice-title">{words.stopAsked(asked.by, officeTime.named(asked.at))}</p>
        {asked.reason && <p>{asked.reason}</p>}
        <p>{words.stopWaits}</p>
        {asked.by === session.user && <p>{words.stopYours}</p>}
      </div>
    );
  }
  switch (notice.state) {
    case 'submitted':
      return <WaitingBox notice={notice} />;
    case 'rejected':
      return <StepBox title={words.rejectedBy} step={lastOf('reject')} />;
    case 'stopped':
      return <StepBox title={words.stoppedBy} step={lastOf('stop')} />;
    case 'running':
    case 'completed':
      return notice.openUntil ? (
        <NoticeBox>{words.openUntil(officeTime.named(notice.openUntil))}</NoticeBox>
      ) : null;
    case 'draft':
      return null;
  }
}

/** Who submitted it, and why the reader may not be the one who releases it. */
function WaitingBox({ notice }: { notice: NoticeView }) {
  const { text, session } = useApp();
  const words = text.notices;
  const officeTime = useOfficeTime(notice.office ?? '');
  const step = notice.history.findLast(({ action }) => action === 'submit');
  const isReleaser = session.roles.includes('notice-releaser');
  return (
    <div class="notice wait">
      <p class="notice-title">{words.waiting}</p>
      {step && <p>{words.submittedBy(step.by, officeTime.named(step.at))}</p>}
      {!isReleaser && <p>{words.needsReleaser}</p>}
      {isOwnWork(notice, session.user) && <p>{words.ownWork}</p>}
    </div>
  );
}

function Related({ look, words, ids }: { look?: 'wait'; words: string; ids: readonly string[] }) {
  const { openIt } = useApp().text.notices;
  return (
    <div class={look ? `notice ${look}` : 'notice'}>
      <p>{words}</p>
      {ids.map((id) => (
        <p key={id}>
          <a href={linkTo(noticePath(id))}>
            {openIt} <span class="hidden">{id}</span>
          </a>
        </p>
      ))}
    </div>
  );
}

/** Notices as many as one page of the list holds: a follow-up is written soon after. */
const looked = 100;

function FollowUps({ notice: { id, office } }: { notice: NoticeView }) {
  const { api, text } = useApp();
  const [loaded] = useLoad(
    async (signal) => {
      const query = { office, limit: looked };
      const { body } = await api.get<Page<NoticeView>>('/notices', { query, signal });
      return body.items.filter(({ followUpOf }) => followUpOf === id);
    },
    [api, id, office],
  );
  if (!loaded.value || loaded.value.length === 0) return null;
  return (
    <div class="notice">
      <p class="notice-title">{text.notices.followUps}</p>
      <ul>
        {loaded.value.map((one) => (
          <li key={one.id}>
            <a href={linkTo(noticePath(one.id))}>{one.reference}</a> ({text.terms.noticeState[one.state]})
          </li>
        ))}
      </ul>
    </div>
  );
}
