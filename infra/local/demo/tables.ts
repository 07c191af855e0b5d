/** The tables of the demo: the waterfall of a message, and who got what. Pure. */
import { Channel } from '../../../shared/domain/vocabulary.ts';
import type { Delivery } from './delivery.ts';
import type { Line, PlanView, ReportView } from './follow.ts';
import type { DemoPerson } from './people.ts';

type Cell = string | number;

/** The first column to the left, all others to the right; numbers with separators. */
export function formatTable(rows: readonly (readonly Cell[])[]): string[] {
  const texts = rows.map((row) =>
    row.map((cell) => (typeof cell === 'number' ? cell.toLocaleString('en') : cell)),
  );
  const widths = texts.reduce<number[]>(
    (widest, row) => row.map((text, column) => Math.max(widest[column] ?? 0, text.length)),
    [],
  );
  const align = (text: string, column: number) =>
    column === 0 ? text.padEnd(widths[0] ?? 0) : text.padStart(widths[column] ?? 0);
  return texts.map((row) => row.map(align).join('   ').trimEnd());
}

/** From the audience to those who get it: one row for each reason, most frequent first. */
export function formatWaterfall(plan: PlanView): string[] {
  const channels = Channel.options.filter((channel) => plan.byChannel[channel]);
  const parts = [plan, ...channels.flatMap((channel) => plan.byChannel[channel] ?? [])];
  const reasons = Object.entries(plan.excluded)
    .filter(([, count]) => count > 0)
    .toSorted(([, left], [, right]) => right - left)
    .map(([reason]) => reason);
  const countOf = (excluded: Readonly<Record<string, number>>, reason: string) => excluded[reason] ?? 0;
  return formatTable([
    ['', 'all', ...channels],
    ['audience', ...parts.map(({ audience }) => audience)],
    ...reasons.map((reason) => [`− ${reason}`, ...parts.map(({ excluded }) => countOf(excluded, reason))]),
    ['will send', ...parts.map(({ willSend }) => willSend)],
  ]);
}

/** What became of a message in one sentence. */
export function formatSummary({ outcomes }: ReportView, lines: readonly Line[]): string {
  const personal = lines.filter(
    ({ decision, variant }) => decision === 'send' && variant === 'personalised',
  ).length;
  const { accepted, disabled, bounced, complained } = outcomes;
  const parts = [
    [personal, 'with the personal text'],
    [bounced, 'bounced'],
    [complained, 'complained'],
    [disabled, 'on phones that are gone'],
  ] as const;
  const words = parts.flatMap(([count, what]) => (count > 0 ? [`${count} ${what}`] : []));
  return [`${accepted} handed over`, ...words].join(', ');
}

/** A message in the table of countries. */
export interface Column {
  title: string;
  message: string;
  channels: readonly Channel[];
}

/** What arrived where: a row for each country, largest first, and a column for each message and channel. */
export function formatCountries(
  people: readonly DemoPerson[],
  columns: readonly Column[],
  arrived: readonly Delivery[],
): string[] {
  const byCountry = Map.groupBy(people, ({ place }) => place.country);
  const countryOf = new Map(people.map(({ externalId, place }) => [externalId, place.country]));
  const counts = new Map<string, number>();
  for (const { message, channel, person } of arrived) {
    const key = `${countryOf.get(person)} ${message} ${channel}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const cells = columns.flatMap(({ title, message, channels }) =>
    channels.map((channel, index) => ({
      title: index === 0 ? title : '',
      channel,
      key: `${message} ${channel}`,
    })),
  );
  const rows = [...byCountry]
    .toSorted(([, left], [, right]) => right.length - left.length)
    .map(([country, { length }]) => ({
      country,
      numbers: [length, ...cells.map(({ key }) => counts.get(`${country} ${key}`) ?? 0)],
    }));
  return formatTable([
    ['', '', ...cells.map(({ title }) => title)],
    ['country', 'people', ...cells.map(({ channel }) => channel)],
    ...rows.map(({ country, numbers }) => [country, ...numbers]),
    ['all', ...sumOf(rows.map(({ numbers }) => numbers))],
  ]);
}

function sumOf(rows: readonly (readonly number[])[]): number[] {
  return rows.reduce<number[]>((sums, row) => row.map((value, column) => (sums[column] ?? 0) + value), []);
}
