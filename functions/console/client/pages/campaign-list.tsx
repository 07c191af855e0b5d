/** The campaigns of an office: find one, begin one, copy one, put one away. */
import { useText } from '../ui/app-context.ts';
import { Page } from '../ui/page.tsx';
import { Empty } from '../ui/states.tsx';

export function CampaignListPage() {
  const { campaigns } = useText();
  return (
    <Page title={campaigns.title}>
      <Empty title={campaigns.comingSoon} />
    </Page>
  );
}
