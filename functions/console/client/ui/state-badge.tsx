/** The state of a campaign or of a notice as a word with a colour; the word alone says it all. */
import type { CampaignState, NoticeState } from '../../../../shared/domain/lifecycle.ts';
import { useText } from './app-context.ts';

const looks: Readonly<Record<CampaignState | NoticeState, 'calm' | 'wait' | 'live' | 'good' | 'bad'>> = {
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
  stopped: 'bad',
};

export function StateBadge({ state }: { state: CampaignState }) {
  const { terms } = useText();
  return <span class={`badge ${looks[state]}`}>{terms.state[state]}</span>;
}

export function NoticeStateBadge({ state }: { state: NoticeState }) {
  const { terms } = useText();
  return <span class={`badge ${looks[state]}`}>{terms.noticeState[state]}</span>;
}
