/** Writing a campaign: a new one, or a change of one. */

import { useText } from '../ui/app-context.ts';
import { linkTo } from '../ui/match-route.ts';
import { Page } from '../ui/page.tsx';
import type { PageProps } from '../ui/page-props.ts';
import { Empty } from '../ui/states.tsx';

export function CampaignEditPage({ params }: PageProps) {
  const { campaigns } = useText();
  return (
    <Page
      title={params.id === undefined ? campaigns.newTitle : campaigns.editTitle}
      parent={{ href: linkTo('/campaigns'), name: campaigns.title }}
    >
      <Empty title={campaigns.comingSoon} />
    </Page>
  );
}
