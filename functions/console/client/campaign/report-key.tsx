/** The figures that tell at a glance how a campaign went. */
import { useApp } from '../ui/app-context.ts';
import { ratio } from '../ui/ratio.ts';
import { isPartlyDecided } from './sums.ts';
import type { ReportView } from './views.ts';

interface Key {
  readonly name: string;
  readonly value: string;
  readonly hint?: string;
}

export function ReportKey({ report }: { report: ReportView }) {
  const { text, format } = useApp();
  const words = text.report.key;
  const { audience, outcomes, byChannel } = report;
  const { accepted, delivered, bounced, measured, opened, clicked } = outcomes;
  const mails = byChannel['email']?.outcomes.accepted ?? 0;
  const part = (name: string, count: number, hint: string | undefined): Key => ({
    name,
    value: format.number(count),
    ...(hint ? { hint } : {}),
  });
  const share = (count: number, whole: number) => format.percent(ratio(count, whole), 1);
  const ofAudience = isPartlyDecided(report) ? words.ofDecided : words.ofAudience;
  const keys: Key[] = [
    part(isPartlyDecided(report) ? words.decided : words.audience, audience, undefined),
    part(words.sent, accepted, ofAudience(share(accepted, audience))),
    ...(mails > 0
      ? [
          part(words.delivered, delivered, words.ofMails(share(delivered, mails))),
          part(words.bounced, bounced, words.ofMails(share(bounced, mails))),
        ]
      : []),
    ...(measured > 0
      ? [
          part(words.opened, opened, words.ofMeasured(share(opened, measured), format.number(measured))),
          part(words.clicked, clicked, words.ofMeasured(share(clicked, measured), format.number(measured))),
        ]
      : []),
  ];
  return (
    <dl class="keys">
      {keys.map(({ name, value, hint }) => (
        <div class="card" key={name}>
          <dt>{name}</dt>
          <dd class="big">{value}</dd>
          {hint && <dd class="quiet small">{hint}</dd>}
        </div>
      ))}
    </dl>
  );
}
