/** Lines over time as SVG. It stretches with the page; a table beside it says the same. */

export interface Line {
  readonly name: string;
  /** `d` of an SVG path in a box of `chartWidth` by `chartHeight`. */
  readonly path: string;
  /** The last value as it is shown. */
  readonly text: string;
  /** A colour, and a dash that tells it apart without one. */
  readonly tone: 'one' | 'two' | 'three';
}

export const chartWidth = 600;
export const chartHeight = 220;

interface LineChartProps {
  lines: readonly Line[];
  /** The same in words. */
  label: string;
  /** What the upper edge is. */
  target: string;
  /** Under the left and the right end. */
  ends: readonly [string, string];
}

export function LineChart({ lines, label, target, ends }: LineChartProps) {
  return (
    <figure class="line-chart">
      <p class="line-target" aria-hidden="true">
        {target}
      </p>
      <svg
        role="img"
        aria-label={label}
        viewBox={`0 0 ${chartWidth} ${chartHeight}`}
        preserveAspectRatio="none"
        width="100%"
        height={chartHeight}
      >
        {[0.25, 0.5, 0.75].map((share) => (
          <line
            key={share}
            class="grid"
            x1="0"
            x2={chartWidth}
            y1={share * chartHeight}
            y2={share * chartHeight}
          />
        ))}
        <line class="target" x1="0" x2={chartWidth} y1="1" y2="1" />
        <line class="axis" x1="0" x2={chartWidth} y1={chartHeight - 1} y2={chartHeight - 1} />
        {lines.map(({ name, path, tone }) => (
          <path key={name} class={`line line-${tone}`} d={path} />
        ))}
      </svg>
      <div class="line-ends" aria-hidden="true">
        <span>{ends[0]}</span>
        <span>{ends[1]}</span>
      </div>
      <figcaption>
        <ul class="legend">
          {lines.map(({ name, text, tone }) => (
            <li key={name}>
              <svg width="28" height="12" aria-hidden="true">
                <path class={`line line-${tone}`} d="M0 6 L28 6" />
              </svg>
              <span>{name}</span> <strong>{text}</strong>
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
}
