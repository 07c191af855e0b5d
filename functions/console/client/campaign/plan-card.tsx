/** The plan of a campaign, or how far it is made. */
import { useState } from 'preact/hooks';
import { type Polled, usePoll } from '../api/use-poll.ts';
import { useApp } from '../ui/app-context.ts';
import { Button } from '../ui/button.tsx';
import { Making } from '../ui/making.tsx';
import { Failure } from '../ui/states.tsx';
import { lengthOfTime } from '../ui/times.ts';
import { useLocale } from '../ui/use-locale.ts';
import { useOfficeTime } from '../ui/use-office-time.ts';
import { PlanGroups } from './plan-groups.tsx';
import { PlanWaves } from './plan-waves.tsx';
import { campaignPath } from './use-campaign.ts';
import { type CampaignView, hasStarted, type PlanView } from './views.ts';
import { Waterfall } from './waterfall.tsx';

export type PlanState = { readonly progress: number } | { readonly plan: PlanView };

const againMs = 1000;

/** Whether a plan tells anything: not of a campaign that ended before it began. */
export function hasPlan(campaign: CampaignView | undefined): boolean {
  if (!campaign) return false;
  const { state, startedAt } = campaign;
  return startedAt !== undefined || !['rejected', 'cancelled', 'expired', 'completed'].includes(state);
}

/** Asks for the plan until it is made. @returns what there is, and a function that has it made anew */
export function usePlan(campaign: CampaignView | undefined): readonly [Polled<PlanState>, () => void] {
  const { api } = useApp();
  const [round, setRound] = useState(0);
  const { id = '', version } = campaign ?? {};
  const isWanted = hasPlan(campaign);
  // A started campaign has one plan; before, every version has its own.
  const about = campaign && hasStarted(campaign) ? 'started' : version;
  const polled = usePoll<PlanState>(
    async (signal) => {
      if (!isWanted) return { progress: 0 };
      const { status, body } = await api.get<PlanView & { progress: number }>(campaignPath(id, '/plan'), {
        signal,
      });
      return status === 202 ? { progress: body.progress } : { plan: body };
    },
    (answer) => isWanted && 'progress' in answer,
    againMs,
    [api, id, about, isWanted, round],
  );
  return [polled, () => setRound((before) => before + 1)];
}

interface PlanCardProps {
  campaign: CampaignView;
  polled: Polled<PlanState>;
  recount: () => void;
  /** It ended before everybody had been decided. */
  isPartial: boolean;
}

export function PlanCard({ campaign, polled, recount, isPartial }: PlanCardProps) {
  const { text } = useApp();
  const words = text.plan;
  const officeTime = useOfficeTime(campaign.office);
  const isDecided = hasStarted(campaign);
  const { value, problem } = polled;
  return (
    <section class="card" aria-busy={value === undefined || 'progress' in value}>
      <h2>{isDecided ? words.titleStarted : words.title}</h2>
      {problem && !value && <Failure problem={problem} onRetry={recount} />}
      {!problem && !value && <Making progress={0} say={words.making} lead={words.makingLead} />}
      {value && 'progress' in value && (
        <Making progress={value.progress} say={words.making} lead={words.makingLead} />
      )}
      {value && 'plan' in value && (
        <div class="stack">
          <Waterfall fall={value.plan} isDecided={isDecided} isPartial={isPartial} />
          {!isDecided && <Estimates plan={value.plan} />}
          <PlanGroups plan={value.plan} isDecided={isDecided} />
          <PlanWaves waves={value.plan.waves} office={campaign.office} />
          {!isDecided && (
            <p class="card-foot quiet small">
              {words.counted(officeTime.named(value.plan.at))}{' '}
              <Button look="quiet" onClick={recount}>
                {words.recount}
              </Button>
            </p>
          )}
        </div>
      )}
    </section>
  );
}

/** How long, how much, how many approvals, and what to look at again. */
function Estimates({ plan }: { plan: PlanView }) {
  const { text, format } = useApp();
  const locale = useLocale();
  const words = text.plan;
  const { duration, cost, reach, warnings } = plan;
  return (
    <>
      {warnings.length > 0 && (
        <div class="notice wait">
          <p class="notice-title">{words.warnings}</p>
          <ul>
            {warnings.map(({ code, message }) => (
              <li key={code}>{warningWords(code, plan) ?? message}</li>
            ))}
          </ul>
        </div>
      )}
      <dl class="facts">
        <div>
          <dt>{words.duration}</dt>
          <dd class="big">{lengthOfTime(locale, duration.seconds)}</dd>
          <dd class="quiet small">{words.durationHint}</dd>
        </div>
        <div>
          <dt>{words.cost}</dt>
          <dd class="big">
            {cost.amount > 0 && cost.amount < 0.01
              ? words.costLess(format.money(0.01, cost.currency))
              : format.money(cost.amount, cost.currency)}
          </dd>
        </div>
        <div>
          <dt>{words.approvers}</dt>
          <dd class="big">{reach.approversNeeded === 2 ? words.two : words.one}</dd>
        </div>
      </dl>
    </>
  );

  function warningWords(code: PlanView['warnings'][number]['code'], { excluded, missingLocales }: PlanView) {
    const { warning } = words;
    return {
      nobody: warning.nobody,
      everyone: warning.everyone,
      'too-late': warning.tooLate(format.number(excluded['message-expired'] ?? 0)),
      'missing-locale': warning.missing(format.list(missingLocales.map(format.language))),
    }[code];
  }
}
