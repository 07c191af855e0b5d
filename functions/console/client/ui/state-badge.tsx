/** The state of a campaign as a word with a colour; the word alone says it all. */
import type { CampaignState } from '../../../../shared/domain/lifecycle.ts';
import { useText } from './app-context.ts';

const looks: Readonly<Record<CampaignState, 'calm' | 'wait' | 'live' | 'good' | 'bad'>> = {
  draft: 'calm',
  submitted: 'wait',
  approved: 'wait',
  scheduled: 'live',
  running: 'live',
  paused: 'wait',
  completed: 'good',
  rejected: 'bad',
  cancelled: 'bad',
  expired: 'bad',
};

export function StateBadge({ state }: { state: CampaignState }) {
  const { terms } = useText();
  return <span class={`badge ${looks[state]}`}>{terms.state[state]}</span>;
}
