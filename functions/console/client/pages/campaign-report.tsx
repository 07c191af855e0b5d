/** The report of a campaign: whom it was decided for, what became of it, what it has shown, and the files of it. */
import { CampaignTabs } from '../campaign/campaign-tabs.tsx';
import { ExportButtons } from '../campaign/export-buttons.tsx';
import { LiveCard, useReport } from '../campaign/live-card.tsx';
import { PartlyDecided } from '../campaign/partly-decided.tsx';
import { PersonHint } from '../campaign/person-hint.tsx';
import { usePlan } from '../campaign/plan-card.tsx';
import { ReportExperiment } from '../campaign/report-experiment.tsx';
import { ReportFates } from '../campaign/report-fates.tsx';
import { ReportGroups } from '../campaign/report-groups.tsx';
import { ReportKey } from '../campaign/report-key.tsx';
import { Engagement, OptOutProof } from '../campaign/report-proof.tsx';
import { isPartlyDecided } from '../campaign/sums.ts';
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
import { useOfficeTime } from '../ui/use-office-time.ts';

export function CampaignReportPage({ params }: PageProps) {
  const { text } = useApp();
  const words = text.report;
  const { loaded, reload } = useCampaign(params.id ?? '');
  const campaign = loaded.value;
  const polled = useReport(campaign);
  const isStarted = campaign !== undefined && hasStarted(campaign);
  const [planned] = usePlan(isStarted ? campaign : undefined);
  const plan = planned.value && 'plan' in planned.value ? planned.value.plan : undefined;
  const report = polled.value;
  const parent = campaign
    ? { href: linkTo(campaignPath(campaign.id)), name: campaign.name }
    : { href: linkTo('/campaigns'), name: text.campaigns.title };
  return (
    <Page
      title={campaign ? words.title(campaign.name) : text.campaign.report}
      parent={parent}
      badge={campaign && <StateBadge state={report?.state ?? campaign.state} />}
      lead={report && campaign && <Span report={report} office={campaign.office} />}
      actions={isStarted && <ExportButtons id={campaign.id} />}
    >
      {!campaign && (
        <WhenLoaded loaded={loaded} onRetry={reload}>
          {() => null}
        </WhenLoaded>
      )}
      {campaign && <CampaignTabs id={campaign.id} current="report" />}
      {campaign && <ReportOrNot campaign={campaign} polled={polled} plan={plan} />}
    </Page>
  );
}

interface ReportOrNotProps {
  campaign: CampaignView;
  polled: ReturnType<typeof useReport>;
  plan: PlanView | undefined;
}

function ReportOrNot({ campaign, polled, plan }: ReportOrNotProps) {
  if (!hasStarted(campaign)) return <NotStarted id={campaign.id} />;
  const { value: report, problem } = polled;
  if (report) return <ReportBody campaign={campaign} polled={polled} plan={plan} report={report} />;
  return problem ? <Failure problem={problem} /> : <Loading />;
}

function NotStarted({ id }: { id: string }) {
  const { report: words } = useApp().text;
  return (
    <Empty title={words.notStarted}>
      <p>{words.notStartedBody}</p>
      <ButtonLink href={linkTo(campaignPath(id))}>{words.toPlan}</ButtonLink>
    </Empty>
  );
}

function ReportBody({ campaign, report, plan, polled }: ReportOrNotProps & { report: ReportView }) {
  const { text } = useApp();
  const officeTime = useOfficeTime(campaign.office);
  const isAtWork = report.state === 'running' || report.state === 'paused';
  const { audience, decisions } = report;
  return (
    <div class="stack">
      {report.breaker && (
        <div class="notice wait">
          <p>{text.campaign.breakerPast(officeTime.named(report.breaker.at))}</p>
        </div>
      )}
      <PartlyDecided report={report} />
      {isAtWork && <LiveCard campaign={campaign} polled={polled} plan={plan} />}
      <ReportKey report={report} />
      <section class="card">
        <h2>{text.plan.titleStarted}</h2>
        <Waterfall
          fall={{ audience, willSend: decisions.send, excluded: decisions.skip }}
          isDecided
          isPartial={isPartlyDecided(report)}
        />
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
function Span({ report: { startedAt, completedAt }, office }: { report: ReportView; office: string }) {
  const { text } = useApp();
  const officeTime = useOfficeTime(office);
  const words = text.report;
  if (!startedAt) return null;
  const end = completedAt ? words.until(officeTime.named(completedAt)) : words.runs;
  return (
    <>
      {words.from(officeTime.named(startedAt))}, {end}
    </>
  );
}
