/** Everything that happened to a campaign. */
import { useText } from '../ui/app-context.ts';
import { History, type HistoryStep } from '../ui/history.tsx';
import { useBreakerWords } from './use-breaker-words.ts';
import type { CampaignView } from './views.ts';

export function CampaignHistory({ campaign: { history, office } }: { campaign: CampaignView }) {
  const { did } = useText().campaign;
  const breakerWords = useBreakerWords();
  const sentences: Readonly<Record<string, (by: string) => string>> = did;
  const whyOf = ({ action, by, reason }: HistoryStep) => {
    if (reason === undefined || action === 'test-send') return undefined;
    return by === 'system' ? breakerWords(reason) : reason;
  };
  return (
    <History
      history={history}
      office={office}
      say={({ action }, who) => sentences[action]?.(who)}
      whyOf={whyOf}
    />
  );
}
