/** The report of a campaign: whom it was decided for, what became of it, what it has shown, and the files of it. */
import { CampaignTabs } from '../campaign/campaign-tabs.tsx';
import { ExportButtons } from '../campaign/export-buttons.tsx';
import { LiveCard, useReport } from '../campaign/live-card.tsx';
import { PersonHint } from '../campaign/person-hint.tsx';
import { usePlan } from '../campaign/plan-card.tsx';
import { ReportExperiment } from '../campaign/report-experiment.tsx';
import { ReportFates } from '../campaign/report-fates.tsx';
import { ReportGroups } from '../campaign/report-groups.tsx';
import { ReportKey } from '../campaign/report-key.tsx';
import { Engagement, OptOutProof } from '../campaign/report-proof.tsx';
import { campaignPath, useCampaign } from '../campaign/use-campaign.ts';
import { type CampaignView, hasStarted, type PlanView, type ReportView } from '../campaign/views.ts';
import { Waterfall } from '../campaign/waterfall.tsx';
import { useApp } from '../ui/app-context.ts';
import { ButtonLink } from '../ui/button.tsx';
import { linkTo } from '../ui/match-route.ts';
import { Page } from '../ui/page.tsx';
import type { PageProps } from '../ui/page-props.ts';
import { StateBadge } from '../ui/state-badge.tsx';
import { Empty, Failure, Loading, WhenLoaded } from '../ui/states.tsx';

export function CampaignReportPage({ params }: PageProps) {
  const { text } = useApp();
  const id = params.id ?? '';
  const { loaded, reload } = useCampaign(id);
  const campaign = loaded.value;
  if (campaign) return <ReportOf campaign={campaign} />;
  return (
    <Page title={text.campaign.report} parent={{ href: linkTo('/campaigns'), name: text.campaigns.title }}>
      <WhenLoaded loaded={loaded} onRetry={reload}>
        {() => null}
      </WhenLoaded>
    </Page>
  );
}

function ReportOf({ campaign }: { campaign: CampaignView }) {
  const { text } = useApp();
  const words = text.report;
  const polled = useReport(campaign);
  const [planned] = usePlan(campaign);
  const plan = planned.value && 'plan' in planned.value ? planned.value.plan : undefined;
  const report = polled.value;
  const isStarted = hasStarted(campaign);
  return (
    <Page
      title={words.title(campaign.name)}
      parent={{ href: linkTo(campaignPath(campaign.id)), name: campaign.name }}
      badge={<StateBadge state={report?.state ?? campaign.state} />}
      lead={report && <Span report={report} />}
      actions={isStarted && <ExportButtons id={campaign.id} />}
    >
      <CampaignTabs id={campaign.id} current="report" />
      {!isStarted && (
        <Empty title={words.notStarted}>
          <p>{words.notStartedBody}</p>
          <ButtonLink href={linkTo(campaignPath(campaign.id))}>{words.toPlan}</ButtonLink>
        </Empty>
      )}
      {isStarted && !report && (polled.problem ? <Failure problem={polled.problem} /> : <Loading />)}
      {isStarted && report && <ReportBody campaign={campaign} report={report} plan={plan} problem={polled} />}
    </Page>
  );
}

interface ReportBodyProps {
  campaign: CampaignView;
  report: ReportView;
  plan: PlanView | undefined;
  problem: ReturnType<typeof useReport>;
}

function ReportBody({ campaign, report, plan, problem }: ReportBodyProps) {
  const { text, format } = useApp();
  const isAtWork = report.state === 'running' || report.state === 'paused';
  const { audience, decisions } = report;
  return (
    <div class="stack">
      {report.breaker && (
        <div class="notice wait">
          <p>{text.campaign.breakerPast(format.dateTime(report.breaker.at))}</p>
        </div>
      )}
      {isAtWork && <LiveCard campaign={campaign} polled={problem} plan={plan} />}
      <ReportKey report={report} />
      <section class="card">
        <h2>{text.plan.titleStarted}</h2>
        <Waterfall fall={{ audience, willSend: decisions.send, excluded: decisions.skip }} isDecided />
      </section>
      <ReportFates report={report} plan={plan} />
      <div class="two">
        <OptOutProof report={report} />
        <Engagement report={report} />
      </div>
      {report.experiment && <ReportExperiment experiment={report.experiment} />}
      <ReportGroups report={report} />
      <PersonHint />
    </div>
  );
}

/** From when to when it ran. */
function Span({ report: { startedAt, completedAt } }: { report: ReportView }) {
  const { text, format } = useApp();
  const words = text.report;
  if (!startedAt) return null;
  const end = completedAt ? words.until(format.dateTime(completedAt)) : words.runs;
  return (
    <>
      {words.from(format.dateTime(startedAt))}, {end}
    </>
  );
}
