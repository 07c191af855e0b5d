/** The report as a table for a spreadsheet: one figure per line, with what it belongs to. */
import { type CsvLine as Line, writeCsv } from '../../shared/content/write-csv.ts';
import { dimensions, reportFigures } from '../../shared/domain/cells.ts';
import type { Campaign } from '../../shared/domain/lifecycle.ts';
import type { MessageReport } from '../../shared/use-cases/report-message.ts';

const header: Line = ['group', 'value', 'figure', 'count'];

/** Figures from one to nine are empty. */
export function reportCsv(campaign: Campaign, report: MessageReport): string {
  const { decisions, outcomes, byChannel } = report;
  const lines: Line[] = [
    header,
    ['campaign', campaign.id, 'name', campaign.draft.name],
    ['campaign', campaign.id, 'state', report.state],
    ...totalsOf('total', '', report.audience, decisions, outcomes),
    ...Object.entries(byChannel).flatMap(([channel, own]) =>
      totalsOf('channel', channel, own.audience, own.decisions, own.outcomes),
    ),
    ...dimensions.flatMap((dimension) => cellLines(dimension, cellsFor(report, dimension))),
    ['total', '', 'handOversAfterOptOut', report.handOversAfterOptOut],
  ];
  return writeCsv(lines);
}

function totalsOf(
  group: string,
  value: string,
  audience: number,
  { send, skip }: MessageReport['decisions'],
  outcomes: MessageReport['outcomes'],
): Line[] {
  return [
    [group, value, 'audience', audience],
    [group, value, 'send', send],
    ...Object.entries(skip).map(([reason, count]): Line => [group, value, `skip ${reason}`, count]),
    ...Object.entries(outcomes).map(([outcome, count]): Line => [group, value, outcome, count]),
  ];
}

function cellsFor(report: MessageReport, dimension: (typeof dimensions)[number]) {
  const { byCountry: country, byLocale: locale, byVariant: variant, byArm: arm } = report;
  return { country, locale, variant, arm }[dimension];
}

function cellLines(dimension: string, cells: MessageReport['byCountry']): Line[] {
  return Object.entries(cells).flatMap(([value, cell]) =>
    reportFigures.map((name): Line => [dimension, value, name, cell[name] ?? '']),
  );
}
