/** How far a notice has come, in one card. */
import { useRef } from 'preact/hooks';
import { useApp } from '../ui/app-context.ts';
import { Making } from '../ui/making.tsx';
import { linkTo } from '../ui/match-route.ts';
import { ratio } from '../ui/ratio.ts';
import { Failure } from '../ui/states.tsx';
import { reachedOf } from './curve.ts';
import { ReachBar } from './reach-cards.tsx';
import { useReach } from './use-reach.ts';
import { type NoticeView, noticePath, type ReachView } from './views.ts';

export function ReachSummary({ notice }: { notice: NoticeView }) {
  const { text, format } = useApp();
  const words = text.reach;
  const { value, problem } = useReach(notice);
  const reach = value && 'reach' in value ? value.reach : undefined;
  return (
    <section class="card live-card">
      <h2>{words.title}</h2>
      {problem && !value && <Failure problem={problem} />}
      {!reach && !problem && (
        <Making
          progress={value && 'progress' in value ? value.progress : 0}
          say={words.making}
          lead={words.makingLead}
        />
      )}
      {reach && (
        <>
          <p class="big">
            {text.notices.reached(
              format.number(reachedOf(reach)),
              format.number(reach.affected),
              format.percent(Math.floor(ratio(reachedOf(reach), reach.affected) * 1000) / 1000, 1),
            )}
          </p>
          <ReachBar reach={reach} />
          <SaidReach reach={reach} />
        </>
      )}
      <p class="card-foot">
        <a href={linkTo(noticePath(notice.id, '/reach'))}>{words.full}</a>
        {problem && value && <span class="quiet small"> {words.stale}</span>}
      </p>
    </section>
  );
}

/** Said to a screen reader in steps of a tenth. */
export function SaidReach({ reach }: { reach: ReachView }) {
  const { text, format } = useApp();
  const last = useRef({ step: -1, words: '' });
  const share = ratio(reachedOf(reach), reach.affected);
  const step = Math.floor(share * 10);
  if (last.current.step !== step) {
    const words = text.reach.said(format.percent(share), format.number(reachedOf(reach)));
    last.current = { step, words };
  }
  return (
    <p class="hidden" role="status">
      {last.current.words}
    </p>
  );
}
