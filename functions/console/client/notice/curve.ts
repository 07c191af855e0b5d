/** The reach of a notice over time as lines of a chart. Pure. */
import type { ReachView } from './views.ts';

export const curveFigures = ['handedOver', 'delivered', 'acknowledged'] as const;
export type CurveFigure = (typeof curveFigures)[number];
export type CurvePoint = ReachView['curve'][number];

/** The points from nothing at the release to what is known now: where nothing has happened since, the line goes on flat. */
export function pointsOf({ curve, at }: Pick<ReachView, 'curve' | 'at'>, releasedAt: string): CurvePoint[] {
  const known = curve.filter((point) => point.at > releasedAt);
  const first = { at: releasedAt, handedOver: 0, delivered: 0, acknowledged: 0 };
  const last = known.at(-1) ?? first;
  return [first, ...known, ...(last.at < at ? [{ ...last, at }] : [])];
}

interface Scale {
  readonly width: number;
  readonly height: number;
  /** The value at the upper edge. */
  readonly most: number;
}

const rounded = (value: number): number => Math.round(value * 100) / 100;

/** One figure as the `d` of an SVG path, from left to right over the time of the points. Empty for fewer than two. */
export function pathOf(
  points: readonly CurvePoint[],
  figure: CurveFigure,
  { width, height, most }: Scale,
): string {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || points.length < 2) return '';
  const begin = Date.parse(first.at);
  const length = Math.max(1, Date.parse(last.at) - begin);
  return points
    .map((point, index) => {
      const x = rounded(((Date.parse(point.at) - begin) / length) * width);
      const y = rounded(height - (most === 0 ? 0 : Math.min(1, point[figure] / most)) * height);
      return `${index === 0 ? 'M' : 'L'}${x} ${y}`;
    })
    .join(' ');
}

/** People who have it: acknowledged, delivered, or handed over where nobody knows more. */
export function reachedOf({
  acknowledged,
  delivered,
  handedOver,
}: Pick<ReachView, 'acknowledged' | 'delivered' | 'handedOver'>): number {
  return acknowledged + delivered + handedOver;
}
