/** One campaign: what it is, who will get it, what it says, how it runs, and what can be done with it. */
import { useEffect } from 'preact/hooks';
import { usePoll } from '../api/use-poll.ts';
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
import { isPartlyDecided } from '../campaign/sums.ts';
import { type CampaignOnPage, useCampaign } from '../campaign/use-campaign.ts';
import type { CampaignView } from '../campaign/views.ts';
import { useApp, useRole } from '../ui/app-context.ts';
import { linkTo } from '../ui/match-route.ts';
import { Page } from '../ui/page.tsx';
import type { PageProps } from '../ui/page-props.ts';
import { StateBadge } from '../ui/state-badge.tsx';
import { WhenLoaded } from '../ui/states.tsx';

/** What somebody else may have done meanwhile: asked for while the campaign waits for people or for its hour. */
const changeMs = 8000;
const mayChange: readonly CampaignView['state'][] = ['submitted', 'approved', 'scheduled', 'paused'];
const inReview: readonly CampaignView['state'][] = ['draft', 'submitted', 'approved'];

/** There is one `Page` from the first moment on: its heading keeps the focus while the campaign loads. */
export function CampaignPage({ params }: PageProps) {
  const { text, format, offices } = useApp();
  const page = useCampaign(params.id ?? '');
  const campaign = page.loaded.value;
  const [planned, recount] = usePlan(campaign);
  const report = useReport(campaign);
  const plan = planned.value && 'plan' in planned.value ? planned.value.plan : undefined;
  useFollow(campaign, page, report.value?.state);
  const leadOf = ({ office, topic, channels }: CampaignView) =>
    text.campaign.lead(
      offices.find(({ id }) => id === office)?.name ?? office,
      text.terms.topic[topic],
      format.list(channels.map((channel) => text.terms.channel[channel])),
    );
  return (
    <Page
      title={campaign?.name ?? text.campaigns.oneTitle}
      parent={{ href: linkTo('/campaigns'), name: text.campaigns.title }}
      badge={campaign && <StateBadge state={campaign.state} />}
      lead={campaign && leadOf(campaign)}
      actions={
        campaign && <CampaignActions campaign={campaign} page={page} plan={plan} report={report.value} />
      }
    >
      {!campaign && (
        <WhenLoaded loaded={page.loaded} onRetry={page.reload}>
          {() => null}
        </WhenLoaded>
      )}
      {campaign && (
        <>
          <CampaignTabs id={campaign.id} current="overview" />
          <div class="campaign">
            <div class="stack">
              <CampaignNotices campaign={campaign} refusal={page.refusal} />
              <LiveCard campaign={campaign} polled={report} plan={plan} />
              <Review campaign={campaign} />
              {hasPlan(campaign) && (
                <PlanCard
                  campaign={campaign}
                  polled={planned}
                  recount={recount}
                  isPartial={isPartlyDecided(report.value)}
                />
              )}
              <ContentCard campaign={campaign} />
            </div>
            <div class="stack campaign-side">
              <CampaignFacts campaign={campaign} />
              <CampaignHistory campaign={campaign} />
              <PersonHint />
            </div>
          </div>
        </>
      )}
    </Page>
  );
}

/** What an approver looks at first. */
function Review({ campaign }: { campaign: CampaignView }) {
  const mayCheck = useRole('marketer', 'approver');
  if (!inReview.includes(campaign.state)) return null;
  return (
    <>
      {campaign.state !== 'draft' && <ChangesCard campaign={campaign} />}
      {mayCheck && <ChecksCard campaign={campaign} />}
    </>
  );
}

/** Reads the campaign again where the report, or a look at it, shows another state than the page. */
function useFollow(
  campaign: CampaignView | undefined,
  page: CampaignOnPage,
  reported: string | undefined,
): void {
  const { api } = useApp();
  const { id = '', state, version = 0 } = campaign ?? {};
  const isWaiting = state !== undefined && mayChange.includes(state);
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
