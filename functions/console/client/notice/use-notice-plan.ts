/** The plan of a notice: asked for until it is made. */
import { type Polled, usePoll } from '../api/use-poll.ts';
import { useApi } from '../ui/app-context.ts';
import { isReleased, type NoticePlan, type NoticeView, noticePath } from './views.ts';

export type PlanState = { readonly progress: number } | { readonly plan: NoticePlan };

const againMs = 1000;
const ended: readonly NoticeView['state'][] = ['rejected', 'stopped'];

/** Whether a plan tells anything: not of a notice that ended before it was released. */
export function hasPlan(notice: NoticeView): boolean {
  return isReleased(notice) || !ended.includes(notice.state);
}

export function useNoticePlan(notice: NoticeView | undefined): Polled<PlanState> {
  const api = useApi();
  const { id = '', version } = notice ?? {};
  const isWanted = notice !== undefined && hasPlan(notice);
  // A released notice has one plan; before, every version has its own.
  const about = notice && isReleased(notice) ? 'released' : version;
  return usePoll<PlanState>(
    async (signal) => {
      if (!isWanted) return { progress: 0 };
      const { status, body } = await api.get<NoticePlan & { progress: number }>(noticePath(id, '/plan'), {
        signal,
      });
      return status === 202 ? { progress: body.progress } : { plan: body };
    },
    (answer) => isWanted && 'progress' in answer,
    againMs,
    [api, id, about, isWanted],
  );
}

/** The plan, once it is made. */
export function planIn(state: PlanState | undefined): NoticePlan | undefined {
  return state && 'plan' in state ? state.plan : undefined;
}
