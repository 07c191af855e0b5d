/** One campaign: its state, its plan and its report. */

import { useLoad } from '../api/use-load.ts';
import type { CampaignView } from '../api/views.ts';
import { useApi, useText } from '../ui/app-context.ts';
import { linkTo } from '../ui/match-route.ts';
import { Page } from '../ui/page.tsx';
import type { PageProps } from '../ui/page-props.ts';
import { StateBadge } from '../ui/state-badge.tsx';
import { Empty, WhenLoaded } from '../ui/states.tsx';

export function CampaignPage({ params }: PageProps) {
  const { campaigns } = useText();
  const api = useApi();
  const { id = '' } = params;
  const [loaded, reload] = useLoad(
    async (signal) => (await api.get<CampaignView>(`/campaigns/${encodeURIComponent(id)}`, { signal })).body,
    [id],
  );
  const campaign = 'value' in loaded ? loaded.value : undefined;
  return (
    <Page
      title={campaign?.name ?? campaigns.oneTitle}
      parent={{ href: linkTo('/campaigns'), name: campaigns.title }}
      badge={campaign && <StateBadge state={campaign.state} />}
    >
      <WhenLoaded loaded={loaded} onRetry={reload}>
        {() => <Empty title={campaigns.comingSoon} />}
      </WhenLoaded>
    </Page>
  );
}
