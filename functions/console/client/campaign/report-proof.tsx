/** Whether anybody was sent to who had said no, and what is measured of those who got it. */
import { useApp } from '../ui/app-context.ts';
import { RowBar } from '../ui/charts.tsx';
import { ratio } from '../ui/ratio.ts';
import type { ReportView } from './views.ts';

export function OptOutProof({ report: { handOversAfterOptOut: count } }: { report: ReportView }) {
  const { text, format } = useApp();
  const words = text.report.proof;
  const isClean = count === 0;
  return (
    <section class={isClean ? 'card proof' : 'card proof broken'}>
      <h2>{words.title}</h2>
      <p class="proof-figure">{format.number(count)}</p>
      <p>
        <strong>{isClean ? words.zero : words.some(format.number(count))}</strong>
      </p>
      <p class="quiet small">{isClean ? words.zeroWords : words.someWords}</p>
    </section>
  );
}

export function Engagement({ report: { outcomes } }: { report: ReportView }) {
  const { text, format } = useApp();
  const words = text.report.engagement;
  const { measured, accepted, opened, clicked } = outcomes;
  const lines = [
    { name: text.report.key.opened, count: opened },
    { name: text.report.key.clicked, count: clicked },
  ];
  return (
    <section class="card">
      <h2>{words.title}</h2>
      {measured === 0 && <p>{words.none}</p>}
      {measured > 0 &&
        lines.map(({ name, count }) => (
          <div class="share-line" key={name}>
            <p>
              {words.line(
                name,
                format.number(count),
                format.number(measured),
                format.percent(ratio(count, measured), 1),
              )}
            </p>
            <RowBar share={ratio(count, measured)} tone="one" />
          </div>
        ))}
      {measured > 0 && (
        <p class="quiet small">{words.measured(format.number(measured), format.number(accepted))}</p>
      )}
    </section>
  );
}
