/** Small charts as SVG: bars that lie beside a number, one bar of parts, and dots with their uncertainty. They stretch with the page, and a table beside them says the same. */
import { ratio } from './ratio.ts';

/** A colour and a pattern; both tell parts apart. */
export type Tone = 'one' | 'two' | 'three' | 'four' | 'five' | 'none';

const percent = (share: number): string => `${Math.round(share * 10_000) / 100}%`;

/** A bar beside its number in the same row: nothing to read out. */
export function RowBar({ start = 0, share, tone }: { start?: number; share: number; tone: Tone }) {
  return (
    <svg class="row-bar" width="100%" height="12" aria-hidden="true">
      <rect class="track" width="100%" height="12" rx="3" />
      {share > 0 && (
        <rect
          class={`tone-${tone}`}
          x={percent(start)}
          width={percent(Math.max(share, 0.004))}
          height="12"
          rx="3"
        />
      )}
    </svg>
  );
}

export interface Part {
  readonly name: string;
  readonly value: number;
  /** The value as it is shown. */
  readonly text: string;
  readonly tone: Tone;
}

/** One bar of parts with a legend. @param label the same in words */
export function PartsBar({ parts, label }: { parts: readonly Part[]; label: string }) {
  const shown = parts.filter(({ value }) => value > 0);
  const whole = shown.reduce((sum, { value }) => sum + value, 0);
  let at = 0;
  return (
    <figure class="parts">
      <svg role="img" aria-label={label} width="100%" height="28" class="parts-bar">
        {shown.map(({ name, value, tone }) => {
          const share = ratio(value, whole);
          const start = at;
          at += share;
          return (
            <rect key={name} class={`tone-${tone}`} x={percent(start)} width={percent(share)} height="28" />
          );
        })}
      </svg>
      <figcaption>
        <ul class="legend">
          {shown.map(({ name, text, tone }) => (
            <li key={name}>
              <svg width="12" height="12" aria-hidden="true">
                <rect class={`tone-${tone}`} width="12" height="12" rx="3" />
              </svg>
              <span>{name}</span> <strong>{text}</strong>
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
}

export interface Interval {
  readonly name: string;
  readonly rate: number;
  readonly low: number;
  readonly high: number;
  /** The rate as it is shown. */
  readonly text: string;
}

const rowHeight = 40;

/** A dot for each rate and a line for where the true one may be, on one scale. @param label the same in words */
export function DotsAndLines({
  rows,
  label,
  scaleText,
}: {
  rows: readonly Interval[];
  label: string;
  scaleText: (value: number) => string;
}) {
  const { low, high } = scaleOf(rows);
  const place = (value: number) => percent((value - low) / (high - low));
  const height = rows.length * rowHeight;
  const ticks = [low, (low + high) / 2, high];
  return (
    <div class="dots">
      <div class="dots-names" aria-hidden="true">
        {rows.map(({ name, text }) => (
          <div key={name}>
            <span>{name}</span> <strong>{text}</strong>
          </div>
        ))}
      </div>
      <div class="dots-plot">
        <svg role="img" aria-label={label} width="100%" height={height}>
          {ticks.map((tick) => (
            <line key={tick} class="grid" x1={place(tick)} x2={place(tick)} y1="0" y2={height} />
          ))}
          {rows.map(({ name, rate, low: from, high: to }, index) => {
            const y = index * rowHeight + rowHeight / 2;
            return (
              <g key={name} class={`dot-row row-${index}`}>
                <line x1={place(from)} x2={place(to)} y1={y} y2={y} />
                <line x1={place(from)} x2={place(from)} y1={y - 6} y2={y + 6} />
                <line x1={place(to)} x2={place(to)} y1={y - 6} y2={y + 6} />
                <circle cx={place(rate)} cy={y} r="6" />
              </g>
            );
          })}
        </svg>
        <div class="dots-scale" aria-hidden="true">
          {ticks.map((tick) => (
            <span key={tick}>{scaleText(tick)}</span>
          ))}
        </div>
      </div>
    </div>
  );
}

/** A little room on both sides; never below nothing. */
function scaleOf(rows: readonly Interval[]): { low: number; high: number } {
  const low = Math.min(...rows.map((row) => row.low));
  const high = Math.max(...rows.map((row) => row.high));
  const room = Math.max((high - low) * 0.12, 0.0005);
  return { low: Math.max(0, low - room), high: high + room };
}
