/** Who would get a notice, or was chosen: affected contacts, by channel, and the choices that do not stop it. */
import type { Polled } from '../api/use-poll.ts';
import { Waterfall } from '../campaign/waterfall.tsx';
import { useApp } from '../ui/app-context.ts';
import { CountTable } from '../ui/count-table.tsx';
import { Making } from '../ui/making.tsx';
import { Failure } from '../ui/states.tsx';
import { useOfficeTime } from '../ui/use-office-time.ts';
import type { PlanState } from './use-notice-plan.ts';
import { isReleased, type NoticePlan, type NoticeView } from './views.ts';

interface NoticePlanCardProps {
  notice: NoticeView;
  polled: Polled<PlanState>;
}

export function NoticePlanCard({ notice, polled: { value, problem } }: NoticePlanCardProps) {
  const words = useApp().text.notices;
  return (
    <section class="card" aria-busy={value === undefined || 'progress' in value}>
      <h2>{isReleased(notice) ? words.planStarted : words.plan}</h2>
      {problem && !value && <Failure problem={problem} />}
      {!problem && !value && <Making progress={0} say={words.planMaking} lead={words.planMakingLead} />}
      {value && 'progress' in value && (
        <Making progress={value.progress} say={words.planMaking} lead={words.planMakingLead} />
      )}
      {value && 'plan' in value && <PlanFigures notice={notice} plan={value.plan} />}
    </section>
  );
}

/** Of the affected only: who is not affected is of no interest here. */
function affectedOf({
  audience,
  willSend,
  excluded,
}: Pick<NoticePlan, 'audience' | 'willSend' | 'excluded'>) {
  const { 'not-affected': others = 0, ...left } = excluded;
  return { audience: audience - others, willSend, excluded: left };
}

function PlanFigures({ notice, plan }: { notice: NoticeView; plan: NoticePlan }) {
  const { text, format } = useApp();
  const words = text.notices;
  const officeTime = useOfficeTime(notice.office ?? '');
  const isDecided = isReleased(notice);
  const fall = affectedOf(plan);
  return (
    <div class="stack">
      {fall.audience === 0 ? (
        <p class="notice wait">{words.nobody}</p>
      ) : (
        <>
          <Waterfall
            fall={fall}
            isDecided={isDecided}
            whole={{ name: words.affected, hint: words.affectedHint }}
          />
          <div class="group-tables">
            <ByChannel notice={notice} plan={plan} />
            <Bypassed bypassed={plan.bypassed ?? {}} />
          </div>
        </>
      )}
      {plan.missingLocales.length > 0 && (
        <p class="notice wait">{words.missing(format.list(plan.missingLocales.map(format.language)))}</p>
      )}
      {!isDecided && <p class="quiet small">{text.plan.counted(officeTime.named(plan.at))}</p>}
    </div>
  );
}

function ByChannel({ notice, plan }: { notice: NoticeView; plan: NoticePlan }) {
  const { text, format } = useApp();
  const words = text.plan;
  return (
    <div>
      <h3>{words.byChannel}</h3>
      <table class="figures">
        <caption class="hidden">{words.byChannel}</caption>
        <thead>
          <tr>
            <th scope="col">{words.channel}</th>
            <th scope="col" class="numeric">
              {text.notices.affected}
            </th>
            <th scope="col" class="numeric">
              {isReleased(notice) ? words.sendStarted : words.send}
            </th>
          </tr>
        </thead>
        <tbody>
          {notice.channels.map((channel) => {
            const own = plan.byChannel[channel];
            return (
              <tr key={channel}>
                <th scope="row">{text.terms.channel[channel]}</th>
                <td class="numeric">{format.number(own ? affectedOf(own).audience : 0)}</td>
                <td class="numeric">{format.number(own?.willSend ?? 0)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Bypassed({ bypassed }: { bypassed: Readonly<Record<string, number>> }) {
  const words = useApp().text.notices;
  const names: Readonly<Record<string, string>> = words.bypass;
  const rows = Object.entries(bypassed).map(([name, count]) => ({ name: names[name] ?? name, count }));
  const shown = rows.filter(({ count }) => count > 0);
  if (shown.length === 0) return null;
  return (
    <CountTable
      title={words.bypassed}
      columns={[words.choice, words.contacts]}
      rows={shown}
      hint={words.bypassedLead}
    />
  );
}
