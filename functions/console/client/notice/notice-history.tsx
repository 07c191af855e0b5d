/** Everything that happened to a notice. */
import { useText } from '../ui/app-context.ts';
import { History, type HistoryStep } from '../ui/history.tsx';
import type { NoticeView } from './views.ts';

export function NoticeHistory({ notice: { history, office } }: { notice: NoticeView }) {
  const { did } = useText().notices;
  const sentences: Readonly<Record<string, (by: string) => string>> = did;
  const first = history.find(({ action }) => action === 'stop');
  const say = (step: HistoryStep, who: string) => {
    if (step.action !== 'stop') return sentences[step.action]?.(who);
    return step.at === first?.at && step.by === first.by ? did.stopAsked(who) : did.stop(who);
  };
  return <History history={history} office={office ?? ''} say={say} />;
}
