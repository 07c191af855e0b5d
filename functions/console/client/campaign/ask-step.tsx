/** Asks before a step, with what follows from it. */
import type { Catalog } from '../i18n/catalog.ts';
import type { Format } from '../i18n/format.ts';
import { type Answered, ask, type Question } from '../ui/confirm.tsx';
import type { OfficeTime } from '../ui/use-office-time.ts';
import type { Step } from './steps.ts';
import { settledOf } from './sums.ts';
import type { CampaignView, PlanView, ReportView } from './views.ts';

interface Known {
  readonly campaign: CampaignView;
  readonly plan: PlanView | undefined;
  readonly report: ReportView | undefined;
  readonly officeTime: OfficeTime;
}

const unasked: Answered = { confirmed: true };

/** Steps that can be taken back by the next click are not asked about. */
export function askStep(step: Step, known: Known, text: Catalog, format: Format): Promise<Answered> {
  const question = questionOf(step, known, text, format);
  return question ? ask(question) : Promise.resolve(unasked);
}

function questionOf(step: Step, known: Known, text: Catalog, format: Format): Question | undefined {
  const { ask: words, step: names } = text.campaign;
  const { state } = known.campaign;
  switch (step) {
    case 'submit':
      return { title: words.submitTitle, body: <p>{words.submitBody}</p>, action: names.submit };
    case 'edit':
      return state === 'draft' || state === 'rejected'
        ? undefined
        : { title: words.editTitle, body: <p>{words.editBody}</p>, action: names.edit };
    case 'approve':
      return {
        title: words.approveTitle,
        body: <Lines lines={approveLines(known, text, format)} />,
        action: names.approve,
      };
    case 'reject':
      return {
        title: words.rejectTitle,
        body: <p>{words.rejectBody}</p>,
        action: names.reject,
        danger: true,
        reason: { label: words.rejectReason, required: true },
      };
    case 'pause':
      return {
        title: words.pauseTitle,
        body: <p>{words.pauseBody}</p>,
        action: names.pause,
        reason: { label: words.pauseReason, required: false },
      };
    case 'resume':
      return {
        title: words.resumeTitle,
        body: <p>{isBreakerPause(known.campaign) ? words.resumeBreaker : words.resumeBody}</p>,
        action: names.resume,
      };
    case 'cancel':
      return {
        title: words.cancelTitle,
        body: <Lines lines={cancelLines(known, text, format)} />,
        action: names.cancel,
        refuse: words.cancelRefuse,
        danger: true,
        reason: { label: words.cancelReason, required: false },
      };
    case 'archive':
      return { title: words.archiveTitle, body: <p>{words.archiveBody}</p>, action: names.archive };
    default:
      return undefined;
  }
}

/** Whether it stands still because the circuit breaker paused it, and nobody let it go on since. */
export function isBreakerPause({ state, breaker, history }: CampaignView): boolean {
  const last = history.findLast(({ action }) => action === 'pause');
  return state === 'paused' && breaker !== undefined && last?.at === breaker.at;
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </>
  );
}

function approveLines(
  { campaign, plan, officeTime }: Known,
  { campaign: { ask: words } }: Catalog,
  format: Format,
) {
  const { schedule, state } = campaign;
  const isLast = state === 'approved' || plan?.reach.approversNeeded !== 2;
  const first = plan?.waves[0]?.at;
  return [
    ...(plan ? [words.approveReach(format.number(plan.willSend))] : []),
    ...(isLast ? [] : [words.approveTwo]),
    ...(isLast && schedule.at === 'now' ? [words.approveNow] : []),
    ...(isLast && schedule.at !== 'now' && first ? [words.approveAt(officeTime.named(first))] : []),
  ];
}

function cancelLines({ report }: Known, { campaign: { ask: words } }: Catalog, format: Format) {
  if (!report) return [words.cancelBody];
  const sent = format.number(settledOf(report.outcomes) - report.outcomes.stopped);
  return [words.cancelRunning(sent, format.number(report.outcomes.pending)), words.cancelBody];
}
