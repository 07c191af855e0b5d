/** One campaign: what it is, who will get it, what it says, how it runs, and what can be done with it. */
import { useEffect } from 'preact/hooks';
import { CampaignActions } from '../campaign/campaign-actions.tsx';
import { CampaignFacts } from '../campaign/campaign-facts.tsx';
import { CampaignHistory } from '../campaign/campaign-history.tsx';
import { CampaignNotices } from '../campaign/campaign-notices.tsx';
import { CampaignTabs } from '../campaign/campaign-tabs.tsx';
import { ChangesCard } from '../campaign/changes-card.tsx';
import { ChecksCard } from '../campaign/checks-card.tsx';
import { ContentCard } from '../campaign/content-card.tsx';
import { LiveCard, useReport } from '../campaign/live-card.tsx';
import { PersonHint } from '../campaign/person-hint.tsx';
import { hasPlan, PlanCard, usePlan } from '../campaign/plan-card.tsx';
import { type CampaignOnPage, useCampaign } from '../campaign/use-campaign.ts';
import { usePoll } from '../campaign/use-poll.ts';
import type { CampaignView } from '../campaign/views.ts';
import { useApp, useRole } from '../ui/app-context.ts';
import { linkTo } from '../ui/match-route.ts';
import { Page } from '../ui/page.tsx';
import type { PageProps } from '../ui/page-props.ts';
import { StateBadge } from '../ui/state-badge.tsx';
import { WhenLoaded } from '../ui/states.tsx';

export function CampaignPage({ params }: PageProps) {
  const { text } = useApp();
  const page = useCampaign(params.id ?? '');
  const campaign = page.loaded.value;
  if (campaign) return <OneCampaign campaign={campaign} page={page} />;
  return (
    <Page title={text.campaigns.oneTitle} parent={{ href: linkTo('/campaigns'), name: text.campaigns.title }}>
      <WhenLoaded loaded={page.loaded} onRetry={page.reload}>
        {() => null}
      </WhenLoaded>
    </Page>
  );
}

/** What somebody else may have done meanwhile: asked for while the campaign waits for people or for its hour. */
const changeMs = 8000;
const mayChange: readonly CampaignView['state'][] = ['submitted', 'approved', 'scheduled', 'paused'];
const inReview: readonly CampaignView['state'][] = ['draft', 'submitted', 'approved'];

function OneCampaign({ campaign, page }: { campaign: CampaignView; page: CampaignOnPage }) {
  const { text, format, offices } = useApp();
  const mayCheck = useRole('marketer', 'approver');
  const [planned, recount] = usePlan(campaign);
  const report = useReport(campaign);
  const plan = planned.value && 'plan' in planned.value ? planned.value.plan : undefined;
  useFollow(campaign, page, report.value?.state);
  const office = offices.find(({ id }) => id === campaign.office)?.name ?? campaign.office;
  const channels = format.list(campaign.channels.map((channel) => text.terms.channel[channel]));
  const isInReview = inReview.includes(campaign.state);
  return (
    <Page
      title={campaign.name}
      parent={{ href: linkTo('/campaigns'), name: text.campaigns.title }}
      badge={<StateBadge state={campaign.state} />}
      lead={text.campaign.lead(office, text.terms.topic[campaign.topic], channels)}
      actions={<CampaignActions campaign={campaign} page={page} plan={plan} report={report.value} />}
    >
      <CampaignTabs id={campaign.id} current="overview" />
      <div class="campaign">
        <div class="stack">
          <CampaignNotices campaign={campaign} refusal={page.refusal} />
          <LiveCard campaign={campaign} polled={report} plan={plan} />
          {isInReview && campaign.state !== 'draft' && <ChangesCard campaign={campaign} />}
          {isInReview && mayCheck && <ChecksCard campaign={campaign} />}
          {hasPlan(campaign) && <PlanCard campaign={campaign} polled={planned} recount={recount} />}
          <ContentCard campaign={campaign} />
        </div>
        <div class="stack campaign-side">
          <CampaignFacts campaign={campaign} />
          <CampaignHistory campaign={campaign} />
          <PersonHint />
        </div>
      </div>
    </Page>
  );
}

/** Reads the campaign again where the report, or a look at it, shows another state than the page. */
function useFollow(campaign: CampaignView, page: CampaignOnPage, reported: string | undefined): void {
  const { api } = useApp();
  const { id, state, version } = campaign;
  const isWaiting = mayChange.includes(state);
  const seen = usePoll(
    async (signal) =>
      isWaiting ? (await api.get<CampaignView>(`/campaigns/${id}`, { signal })).body.version : version,
    () => isWaiting,
    changeMs,
    [api, id, isWaiting],
  );
  const isOther =
    (reported !== undefined && reported !== state) || (seen.value !== undefined && seen.value > version);
  const { reload } = page;
  const isIdle = page.busy === undefined && page.loaded.state === 'ready';
  useEffect(() => {
    if (isOther && isIdle) reload();
  }, [isOther, isIdle, reload]);
}
