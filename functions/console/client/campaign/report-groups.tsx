/** The outcomes by channel, country, language, text and arm: a chart of one figure, and the table of all. */
import { useState } from 'preact/hooks';
import { useApp } from '../ui/app-context.ts';
import { Segments } from '../ui/segments.tsx';
import { Table } from '../ui/table.tsx';
import { Count } from './count.tsx';
import { GroupBars } from './group-bars.tsx';
import type { GroupRow, ReportCell, ReportView } from './views.ts';

const dimensions = ['channel', 'country', 'locale', 'variant', 'arm'] as const;
type Dimension = (typeof dimensions)[number];
type Figure = keyof ReportCell;

/** What the chart can show. */
const charted = ['accepted', 'delivered', 'opened', 'clicked'] as const;
type Charted = (typeof charted)[number];

const columns: readonly Figure[] = [
  'sent',
  'accepted',
  'delivered',
  'bounced',
  'complained',
  'failed',
  'inDoubt',
  'stopped',
  'measured',
  'opened',
  'clicked',
];

/** The groups of one dimension, the largest first and the others at the end. */
function rowsOf(report: ReportView, dimension: Dimension): GroupRow[] {
  const cells: Readonly<Record<Dimension, Readonly<Record<string, ReportCell>>>> = {
    channel: Object.fromEntries(
      Object.entries(report.byChannel).map(([channel, { decisions, outcomes }]) => [
        channel,
        { ...outcomes, sent: decisions.send },
      ]),
    ),
    country: report.byCountry,
    locale: report.byLocale,
    variant: report.byVariant,
    arm: report.byArm,
  };
  const order = ([name, { accepted = 0 }]: GroupRow) => (name === 'other' ? -1 : accepted);
  return Object.entries(cells[dimension]).sort((left, right) => order(right) - order(left));
}

export function ReportGroups({ report }: { report: ReportView }) {
  const { text } = useApp();
  const words = text.report.groups;
  const shown = dimensions.filter((name) => rowsOf(report, name).length > 0);
  const [wanted, setWanted] = useState<Dimension>('channel');
  const [figure, setFigure] = useState<Charted>('accepted');
  const dimension = shown.includes(wanted) ? wanted : 'channel';
  const nameOf = useGroupNames(dimension);
  const rows = rowsOf(report, dimension);
  if (rows.length === 0) return null;
  const names = figureNames(text.report);
  const hasFew = dimension !== 'channel';
  return (
    <section class="card">
      <h2>{words.title}</h2>
      <div class="switches">
        <Segments
          label={words.choose}
          value={dimension}
          options={shown.map((value) => ({ value, name: words[value] }))}
          onChange={setWanted}
        />
        <Segments
          label={words.measureOf}
          value={figure}
          options={charted.map((value) => ({ value, name: names[value] }))}
          onChange={setFigure}
        />
      </div>
      <GroupBars title={names[figure]} figure={figure} rows={rows} nameOf={nameOf} />
      <Table
        caption={`${words.title}: ${words[dimension]}`}
        rows={rows}
        keyOf={([group]) => group}
        columns={[
          { name: words[dimension], heading: true, cell: ([group]) => nameOf(group) },
          ...columns
            .filter((name) => rows.some(([, cell]) => cell[name] !== 0))
            .map((name) => ({
              name: names[name],
              numeric: true,
              cell: ([, cell]: GroupRow) =>
                cell[name] === undefined && name === 'sent' ? (
                  <span class="quiet">{words.hidden}</span>
                ) : (
                  <Count value={cell[name]} />
                ),
            })),
        ]}
      />
      {hasFew && <p class="hint">{words.hint}</p>}
    </section>
  );
}

type ReportWords = ReturnType<typeof useApp>['text']['report'];

function figureNames({ fate, groups, key }: ReportWords): Record<Figure, string> {
  return {
    sent: groups.planned,
    accepted: fate.accepted,
    delivered: fate.delivered,
    bounced: fate.bounced,
    complained: fate.complained,
    disabled: fate.disabled,
    failed: fate.failed,
    inDoubt: fate.inDoubt,
    stopped: fate.stopped,
    measured: groups.measured,
    opened: key.opened,
    clicked: key.clicked,
  };
}

function useGroupNames(dimension: Dimension): (group: string) => string {
  const { text, format } = useApp();
  const { groups, experiment } = text.report;
  const channels: Readonly<Record<string, string>> = text.terms.channel;
  const variants: Readonly<Record<string, string>> = {
    generic: groups.generic,
    personalised: groups.personalised,
  };
  const namer: Readonly<Record<Dimension, (group: string) => string>> = {
    channel: (name) => channels[name] ?? name,
    country: format.country,
    locale: format.language,
    variant: (name) => variants[name] ?? name,
    arm: experiment.arm,
  };
  return (group) => (group === 'other' ? text.plan.other : namer[dimension](group));
}
