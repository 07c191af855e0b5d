/** The plan by channel, country and language. Small figures are left out, and the page says so. */
import { useApp } from '../ui/app-context.ts';
import { RowBar } from '../ui/charts.tsx';
import { ratio } from '../ui/ratio.ts';
import type { PlanCell, PlanView } from './views.ts';

export function PlanGroups({ plan, isDecided }: { plan: PlanView; isDecided: boolean }) {
  const { text, format } = useApp();
  const words = text.plan;
  const channels: Readonly<Record<string, string>> = text.terms.channel;
  const { byChannel, byCountry, byLocale } = plan;
  const isHidden = [byCountry, byLocale].some((cells) =>
    Object.values(cells).some(({ willSend }) => willSend === undefined),
  );
  const hasOther = 'other' in byCountry || 'other' in byLocale;
  return (
    <>
      <div class="group-tables">
        <CellTable
          title={words.byChannel}
          head={words.channel}
          cells={byChannel}
          isDecided={isDecided}
          nameOf={(channel) => channels[channel] ?? channel}
        />
        <CellTable
          title={words.byCountry}
          head={words.country}
          cells={byCountry}
          isDecided={isDecided}
          nameOf={format.country}
        />
        <CellTable
          title={words.byLocale}
          head={words.language}
          cells={byLocale}
          isDecided={isDecided}
          nameOf={format.language}
        />
      </div>
      {isHidden && <p class="hint">{words.hiddenHint}</p>}
      {hasOther && <p class="hint">{words.otherHint}</p>}
    </>
  );
}

interface CellTableProps {
  title: string;
  /** The name of the first column. */
  head: string;
  cells: Readonly<Record<string, PlanCell>>;
  isDecided: boolean;
  nameOf: (group: string) => string;
}

function CellTable({ title, head, cells, isDecided, nameOf }: CellTableProps) {
  const { text, format } = useApp();
  const words = text.plan;
  const rows = Object.entries(cells).sort(sizeOrder);
  if (rows.length === 0) return null;
  const largest = Math.max(1, ...rows.map(([, { audience = 0 }]) => audience));
  const shown = (count: number | undefined) =>
    count === undefined ? <span class="quiet">{words.hidden}</span> : format.number(count);
  return (
    <div>
      <h3>{title}</h3>
      <table class="figures">
        <caption class="hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <th scope="col" class="numeric">
              {words.audience}
            </th>
            <th scope="col" class="numeric">
              {isDecided ? words.sendStarted : words.send}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([group, { audience, willSend }]) => (
            <tr key={group}>
              <th scope="row">
                {group === 'other' ? words.other : nameOf(group)}
                <RowBar share={ratio(willSend ?? 0, largest)} tone="one" />
              </th>
              <td class="numeric">{shown(audience)}</td>
              <td class="numeric">{shown(willSend)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The largest first, the others at the end. */
function sizeOrder([a, left]: [string, PlanCell], [b, right]: [string, PlanCell]): number {
  if (a === 'other' || b === 'other') return a === 'other' ? 1 : -1;
  return (right.audience ?? 0) - (left.audience ?? 0) || (a < b ? -1 : 1);
}
