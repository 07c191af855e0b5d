/** The reach over time against the target: everybody who is affected. */
import { useApp } from '../ui/app-context.ts';
import { chartHeight, chartWidth, type Line, LineChart } from '../ui/line-chart.tsx';
import { useOfficeTime } from '../ui/use-office-time.ts';
import { curveFigures, pathOf, pointsOf } from './curve.ts';
import type { ReachView } from './views.ts';

const tones = { handedOver: 'two', delivered: 'three', acknowledged: 'one' } as const;

interface ReachCurveProps {
  reach: ReachView;
  releasedAt: string;
  office: string;
  /** Whether it asks for an answer. */
  asksForAnswer: boolean;
}

export function ReachCurve({ reach, releasedAt, office, asksForAnswer }: ReachCurveProps) {
  const { text, format } = useApp();
  const words = text.reach;
  const officeTime = useOfficeTime(office);
  const points = pointsOf(reach, releasedAt);
  const last = points.at(-1);
  const affected = format.number(reach.affected);
  if (points.length < 2 || !last) return null;
  const figures = curveFigures.filter(
    (figure) => figure !== 'acknowledged' || asksForAnswer || last[figure] > 0,
  );
  const scale = { width: chartWidth, height: chartHeight, most: reach.affected };
  const lines = figures.map((figure): Line => {
    return {
      name: words.line[figure],
      text: format.number(last[figure]),
      path: pathOf(points, figure, scale),
      tone: tones[figure],
    };
  });
  const said = format.list(lines.map(({ name, text: value }) => text.plan.part(name, value)));
  return (
    <section class="card">
      <h2>{words.curve}</h2>
      <LineChart
        lines={lines}
        label={words.curveLabel(affected, said, officeTime.named(last.at))}
        target={words.target(affected)}
        ends={[officeTime.clock(releasedAt), officeTime.clock(last.at)]}
      />
      <details class="plain-text">
        <summary>{words.table}</summary>
        <table class="figures">
          <caption class="hidden">{words.curve}</caption>
          <thead>
            <tr>
              <th scope="col">{words.at}</th>
              {figures.map((figure) => (
                <th key={figure} scope="col" class="numeric">
                  {words.line[figure]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {points.map((point) => (
              <tr key={point.at}>
                <th scope="row">
                  <time dateTime={point.at}>{officeTime.clock(point.at)}</time>
                </th>
                {figures.map((figure) => (
                  <td key={figure} class="numeric">
                    {format.number(point[figure])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
