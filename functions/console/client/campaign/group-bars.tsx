/** One figure of several groups as bars, with its share where it has one. */
import { useApp } from '../ui/app-context.ts';
import { ratio } from '../ui/ratio.ts';
import type { GroupRow } from './views.ts';

interface GroupBarsProps {
  title: string;
  figure: 'accepted' | 'delivered' | 'opened' | 'clicked';
  rows: readonly GroupRow[];
  nameOf: (group: string) => string;
}

const rowHeight = 44;

/** What a figure is a share of: opens and clicks of what is measured, deliveries of what was accepted. */
const wholes = {
  accepted: undefined,
  delivered: 'accepted',
  opened: 'measured',
  clicked: 'measured',
} as const;

export function GroupBars({ title, figure, rows, nameOf }: GroupBarsProps) {
  const { text, format } = useApp();
  const words = text.report.groups;
  const whole = wholes[figure];
  const bars = rows.map(([group, cell]) => {
    const count = cell[figure];
    const of = whole === undefined ? undefined : cell[whole];
    const share = count === undefined || of === undefined ? undefined : ratio(count, of);
    const shown = count === undefined ? words.few : format.number(count);
    return {
      name: nameOf(group),
      length: whole === undefined ? (count ?? 0) : (share ?? 0),
      text: share === undefined ? shown : `${format.percent(share, 1)} (${shown})`,
    };
  });
  const longest = Math.max(...bars.map(({ length }) => length)) || 1;
  const label = words.chart(
    title,
    format.list(bars.map(({ name, text: value }) => words.chartPart(name, value))),
  );
  return (
    <svg role="img" aria-label={label} class="group-bars" width="100%" height={bars.length * rowHeight}>
      {bars.map(({ name, length, text: value }, index) => {
        const y = index * rowHeight;
        return (
          <g key={name}>
            <text x="0" y={y + 14}>
              {name}
            </text>
            <text x="100%" y={y + 14} text-anchor="end" class="value">
              {value}
            </text>
            <rect class="track" y={y + 22} width="100%" height="12" rx="3" />
            <rect class="tone-one" y={y + 22} width={`${ratio(length, longest) * 100}%`} height="12" rx="3" />
          </g>
        );
      })}
    </svg>
  );
}
