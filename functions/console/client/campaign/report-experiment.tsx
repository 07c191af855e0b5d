/** What a test of arms, or the hold-out, has shown: rates with their uncertainty, and sentences that say no more than the numbers bear. */
import { useApp } from '../ui/app-context.ts';
import { DotsAndLines, type Interval } from '../ui/charts.tsx';
import { findingOf } from './comparison.ts';
import type { Experiment } from './views.ts';

const metrics = ['clicked', 'opened', 'optOut', 'complained'] as const;
type Metric = (typeof metrics)[number];

export function ReportExperiment({ experiment }: { experiment: Experiment }) {
  const { text, format } = useApp();
  const words = text.report.experiment;
  const shown = metrics.filter((metric) => experiment.arms.some(({ metrics: own }) => own[metric]));
  return (
    <section class="card">
      <h2>{words.title}</h2>
      {shown.length === 0 ? (
        <p class="quiet">{words.few}</p>
      ) : (
        <p class="quiet">{words.lead(format.percent(experiment.confidence))}</p>
      )}
      <div class="metrics">
        {shown.map((metric) => (
          <MetricResult key={metric} metric={metric} experiment={experiment} />
        ))}
      </div>
    </section>
  );
}

function MetricResult({ metric, experiment }: { metric: Metric; experiment: Experiment }) {
  const { text, format } = useApp();
  const words = text.report.experiment;
  const nameOf = useArmName();
  const percent = (share: number) => format.percent(share, 2);
  const rows = experiment.arms.flatMap(({ name, metrics: own }) => {
    const found = own[metric];
    return found ? [{ ...found, name: nameOf(name), text: percent(found.rate) }] : [];
  });
  const label = words.chart(
    words.metric[metric],
    format.list(rows.map((row) => words.chartPart(row.name, row.text, percent(row.low), percent(row.high)))),
  );
  return (
    <div class="metric">
      <h3>{words.metric[metric]}</h3>
      {(metric === 'optOut' || metric === 'complained') && <p class="hint">{words.lessIsBetter}</p>}
      <DotsAndLines rows={rows} label={label} scaleText={(value) => format.percent(value, 1)} />
      <Findings metric={metric} experiment={experiment} />
      <RateTable title={words.metric[metric]} rows={rows} />
    </div>
  );
}

function useArmName(): (name: string) => string {
  const words = useApp().text.report.experiment;
  return (name) => (name === 'holdout' ? words.holdout : words.arm(name));
}

function Findings({ metric, experiment }: { metric: Metric; experiment: Experiment }) {
  const { text, format } = useApp();
  const words = text.report.experiment.inWords;
  const nameOf = useArmName();
  const points = (share: number) => format.number(Math.round(share * 1000) / 10);
  const own = experiment.comparisons.filter((comparison) => comparison.metric === metric);
  if (own.length === 0) return <p class="quiet findings">{text.report.experiment.few}</p>;
  return (
    <ul class="findings">
      {own.map((comparison) => {
        const finding = findingOf(comparison);
        const [arm, other] = [nameOf(comparison.arm), nameOf(comparison.with)];
        const sentence =
          finding.kind === 'unclear'
            ? words.unclear(arm, other)
            : words[finding.kind](arm, other, points(finding.low), points(finding.high));
        return (
          <li key={`${comparison.arm} ${comparison.with}`} class={finding.kind}>
            {sentence}
          </li>
        );
      })}
    </ul>
  );
}

function RateTable({
  title,
  rows,
}: {
  title: string;
  rows: readonly (Interval & { n: number; of: number })[];
}) {
  const { text, format } = useApp();
  const words = text.report.experiment;
  return (
    <table class="figures">
      <caption class="hidden">{title}</caption>
      <thead>
        <tr>
          <th scope="col">{text.plan.content.arm}</th>
          <th scope="col" class="numeric">
            {words.rate}
          </th>
          <th scope="col" class="numeric">
            {words.interval}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, n, of, text: rate, low, high }) => (
          <tr key={name}>
            <th scope="row">
              {name}
              <span class="hint">{words.ofN(format.number(n), format.number(of))}</span>
            </th>
            <td class="numeric">{rate}</td>
            <td class="numeric">{words.between(format.percent(low, 1), format.percent(high, 1))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
