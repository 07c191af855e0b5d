/** Everything that happened to something, newest first, in words. */
import { useText } from './app-context.ts';
import { useOfficeTime } from './use-office-time.ts';

export interface HistoryStep {
  readonly action: string;
  readonly at: string;
  readonly by: string;
  readonly reason?: string | undefined;
}

interface HistoryProps {
  history: readonly HistoryStep[];
  /** Whose clock the times are on. */
  office: string;
  /** A step as a sentence; `who` did it. Undefined: there are no words for it. */
  say: (step: HistoryStep, who: string) => string | undefined;
  /** The words that went with a step, if they are shown. */
  whyOf?: (step: HistoryStep) => string | undefined;
}

export function History({ history, office, say, whyOf = ({ reason }) => reason }: HistoryProps) {
  const text = useText();
  const { campaign: words } = text;
  const officeTime = useOfficeTime(office);
  const steps = history.map((step, index) => ({ step, key: `${index}-${step.at}` })).reverse();
  return (
    <section class="card">
      <h2 id="history" tabIndex={-1}>
        {words.history}
      </h2>
      <p class="quiet small">{text.plan.officeTime(officeTime.place)}</p>
      <ol class="timeline" reversed>
        {steps.map(({ step, key }) => {
          const who = step.by === 'system' ? words.system : step.by;
          const why = whyOf(step);
          return (
            <li key={key} class={`step-${step.action}`}>
              <p class="timeline-what">{say(step, who) ?? words.didOther(step.action, who)}</p>
              {why && <p class="timeline-why">{why}</p>}
              <p class="quiet small">
                <time dateTime={step.at}>{officeTime.clock(step.at)}</time>
              </p>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
