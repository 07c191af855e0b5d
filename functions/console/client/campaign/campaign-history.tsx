/** Everything that happened to a campaign, newest first, in words. */
import { useApp } from '../ui/app-context.ts';
import { useOfficeTime } from '../ui/use-office-time.ts';
import { useBreakerWords } from './use-breaker-words.ts';
import type { CampaignView } from './views.ts';

export function CampaignHistory({ campaign: { history, office } }: { campaign: CampaignView }) {
  const { text } = useApp();
  const officeTime = useOfficeTime(office);
  const { campaign: words } = text;
  const breakerWords = useBreakerWords();
  const sentences: Readonly<Record<string, (by: string) => string>> = words.did;
  const steps = history.map((step, index) => ({ ...step, key: `${index}-${step.at}` })).reverse();
  return (
    <section class="card">
      <h2 id="history" tabIndex={-1}>
        {words.history}
      </h2>
      <p class="quiet small">{text.plan.officeTime(officeTime.place)}</p>
      <ol class="timeline" reversed>
        {steps.map(({ key, action, at, by, reason }) => {
          const who = by === 'system' ? words.system : by;
          return (
            <li key={key} class={`step-${action}`}>
              <p class="timeline-what">{sentences[action]?.(who) ?? words.didOther(action, who)}</p>
              {reason && action !== 'test-send' && (
                <p class="timeline-why">{by === 'system' ? breakerWords(reason) : reason}</p>
              )}
              <p class="quiet small">
                <time dateTime={at}>{officeTime.clock(at)}</time>
              </p>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
