/** The reach of a notice that was released, read again while it runs. */
import { type Polled, usePoll } from '../api/use-poll.ts';
import { useApi } from '../ui/app-context.ts';
import { isReleased, type NoticeView, noticePath, type ReachView } from './views.ts';

export type ReachState = { readonly progress: number } | { readonly reach: ReachView };

const againMs = 2500;
/** What is completed still hears of answers, and of people who become affected. */
const completedMs = 10_000;

export function useReach(
  notice: Pick<NoticeView, 'id' | 'state' | 'startedAt'> | undefined,
): Polled<ReachState | undefined> {
  const api = useApi();
  const { id = '', state } = notice ?? {};
  const isWanted = notice !== undefined && isReleased(notice);
  return usePoll<ReachState | undefined>(
    async (signal) => {
      if (!isWanted) return undefined;
      const { status, body } = await api.get<ReachView & { progress: number }>(noticePath(id, '/reach'), {
        signal,
      });
      return status === 202 ? { progress: body.progress } : { reach: body };
    },
    (answer) => answer !== undefined && ('progress' in answer || state !== 'stopped'),
    state === 'running' ? againMs : completedMs,
    [api, id, isWanted, state],
  );
}
