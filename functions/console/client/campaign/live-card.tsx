/** A campaign at work: how far it is, what became of the sends, how fast it goes, and what is still to come. */
import { useRef } from 'preact/hooks';
import { type Polled, usePoll } from '../api/use-poll.ts';
import { useApp } from '../ui/app-context.ts';
import { CountsBar } from '../ui/counts-bar.tsx';
import { linkTo } from '../ui/match-route.ts';
import { ratio } from '../ui/ratio.ts';
import { lengthOfTime } from '../ui/times.ts';
import { useLocale } from '../ui/use-locale.ts';
import { useOfficeTime } from '../ui/use-office-time.ts';
import { useFateCounts } from './fate-tones.ts';
import { addReading, type Reading, rateOf, secondsLeft } from './pace.ts';
import { PartlyDecided } from './partly-decided.tsx';
import { settledOf } from './sums.ts';
import { campaignPath } from './use-campaign.ts';
import { type CampaignView, hasStarted, type PlanView, type ReportView } from './views.ts';

const againMs = 1500;
/** What is paused changes slowly: only what was under way comes to its end. */
const pausedMs = 4000;
const ended: readonly string[] = ['completed', 'cancelled', 'expired'];

/** The report of a campaign that has started, read again while it runs. */
export function useReport(campaign: CampaignView | undefined): Polled<ReportView | undefined> {
  const { api } = useApp();
  const { id = '', state } = campaign ?? {};
  const isStarted = campaign !== undefined && hasStarted(campaign);
  return usePoll<ReportView | undefined>(
    async (signal) =>
      isStarted ? (await api.get<ReportView>(campaignPath(id, '/report'), { signal })).body : undefined,
    (report) => report !== undefined && !ended.includes(report.state),
    state === 'paused' ? pausedMs : againMs,
    [api, id, isStarted, state],
  );
}

interface LiveCardProps {
  campaign: CampaignView;
  polled: Polled<ReportView | undefined>;
  plan: PlanView | undefined;
}

export function LiveCard({ campaign, polled, plan }: LiveCardProps) {
  const { text, format } = useApp();
  const words = text.campaign.live;
  const readings = useRef<readonly Reading[]>([]);
  const report = polled.value;
  if (!report) return null;
  const { outcomes, progress } = report;
  const settled = settledOf(outcomes);
  if (readings.current.at(-1)?.settled !== settled || report.state === 'running')
    readings.current = addReading(readings.current, { at: Date.now(), settled });
  const isRunning = report.state === 'running';
  const isEnded = ended.includes(report.state);
  const done = progress < 1 ? undefined : ratio(settled, settled + outcomes.pending);
  const handed = outcomes.accepted + outcomes.disabled + outcomes.failed + outcomes.inDoubt;
  return (
    <section class="card live-card">
      <h2>{isEnded ? words.ended : words.title}</h2>
      {!isEnded && (
        <div class="live-bars">
          <Bar name={words.decided} share={progress} />
          <Bar name={words.done} share={done ?? ratio(settled, settled + outcomes.pending) * progress} />
        </div>
      )}
      <dl class="facts">
        <div>
          <dt>{words.handed}</dt>
          <dd class="big">{format.number(handed)}</dd>
        </div>
        {!isEnded && (
          <div>
            <dt>{words.pending}</dt>
            <dd class="big">{format.number(outcomes.pending)}</dd>
          </div>
        )}
        {isRunning ? (
          <Pace readings={readings.current} pending={outcomes.pending} isDecided={progress === 1} />
        ) : (
          report.state === 'paused' && (
            <div>
              <dt>{words.rate}</dt>
              <dd>{words.paused}</dd>
            </div>
          )
        )}
      </dl>
      <PartlyDecided report={report} />
      <OutcomeBar report={report} />
      {plan && isRunning && <WavesToCome plan={plan} campaign={campaign} />}
      <p class="card-foot">
        <a href={linkTo(campaignPath(campaign.id, '/report'))}>{words.full}</a>
        {polled.problem && <span class="quiet small"> {words.stale}</span>}
      </p>
      <Said report={report} handed={handed} share={done ?? 0} />
    </section>
  );
}

function Bar({ name, share }: { name: string; share: number }) {
  const { format } = useApp();
  return (
    <div class="live-bar">
      <span>{name}</span>
      <progress value={share} max={1} aria-label={name} />
      <strong>{format.percent(share)}</strong>
    </div>
  );
}

/** Said to a screen reader in steps of a tenth, and at a change of state. */
function Said({ report, handed, share }: { report: ReportView; handed: number; share: number }) {
  const { text, format } = useApp();
  const last = useRef({ step: '', words: '' });
  const step = `${report.state} ${Math.floor(share * 10)}`;
  if (last.current.step !== step) {
    const words = text.campaign.live.said(format.percent(share), format.number(handed));
    last.current = { step, words: `${text.terms.state[report.state]}. ${words}` };
  }
  return (
    <p class="hidden" role="status">
      {last.current.words}
    </p>
  );
}

interface PaceProps {
  readings: readonly Reading[];
  pending: number;
  /** Whether everybody has been decided: before, nobody knows how many sends there are. */
  isDecided: boolean;
}

function Pace({ readings, pending, isDecided }: PaceProps) {
  const { text, format } = useApp();
  const locale = useLocale();
  const words = text.campaign.live;
  const rate = rateOf(readings);
  const left = isDecided ? secondsLeft(pending, rate) : undefined;
  const pace = rate === undefined ? words.measuring : rate === 0 ? words.noPace : undefined;
  return (
    <>
      <div>
        <dt>{words.rate}</dt>
        <dd class={pace ? undefined : 'big'}>
          {pace ?? words.perSecond(format.number(Math.round((rate ?? 0) * 10) / 10))}
        </dd>
      </div>
      <div>
        <dt>{words.left}</dt>
        <dd class={left === undefined ? undefined : 'big'}>
          {left === undefined ? words.unknown : lengthOfTime(locale, left)}
        </dd>
      </div>
    </>
  );
}

function OutcomeBar({ report: { outcomes } }: { report: ReportView }) {
  const { text, format } = useApp();
  const counts = useFateCounts(outcomes);
  const whole = counts.reduce((sum, { value }) => sum + value, 0);
  if (whole === 0) return null;
  return <CountsBar counts={counts} label={(list) => text.report.fates.chart(format.number(whole), list)} />;
}

/** Waves that are not due yet. The service's clock was at least at the last change of the campaign. */
function WavesToCome({ plan, campaign }: { plan: PlanView; campaign: CampaignView }) {
  const { text, format } = useApp();
  const words = text.campaign.live;
  const officeTime = useOfficeTime(campaign.office);
  const now = Math.max(Date.now(), Date.parse(campaign.updatedAt));
  const coming = plan.waves.filter(({ at }) => Date.parse(at) > now);
  const next = coming[0];
  if (!next) return null;
  return (
    <p class="quiet">
      {words.wavesToCome(format.number(coming.length))}. {words.nextWave(officeTime.named(next.at))}.
    </p>
  );
}
