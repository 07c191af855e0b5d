/** The two pages of a campaign. */
import { useText } from '../ui/app-context.ts';
import { linkTo } from '../ui/match-route.ts';
import { campaignPath } from './use-campaign.ts';

export function CampaignTabs({ id, current }: { id: string; current: 'overview' | 'report' }) {
  const { campaign: words } = useText();
  const mark = (name: typeof current) => (name === current ? 'page' : undefined);
  return (
    <nav class="section-links" aria-label={words.sections}>
      <a href={linkTo(campaignPath(id))} aria-current={mark('overview')}>
        {words.overview}
      </a>
      <a href={linkTo(campaignPath(id, '/report'))} aria-current={mark('report')}>
        {words.report}
      </a>
    </nav>
  );
}
