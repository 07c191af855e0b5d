/** The tables of the demo: the waterfall of a message, and who got what. Pure. */
import type * as z from 'zod';
import type { Plan } from '../../../shared/api/reports.ts';
import { Channel } from '../../../shared/domain/vocabulary.ts';
import type { Delivery } from './delivery.ts';
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
export function formatWaterfall(plan: z.infer<typeof Plan>): string[] {
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

/** A message in the table of countries. */
export interface Column {
  title: string;
  message: string;
  channels: readonly Channel[];
}

/** What arrived where: a row for each country, a column for each message and channel. */
export function formatCountries(
  people: readonly DemoPerson[],
  columns: readonly Column[],
  arrived: readonly Delivery[],
): string[] {
  const countryOf = new Map(people.map(({ externalId, place }) => [externalId, place.country]));
  const counts = new Map<string, number>();
  const count = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const { country } of people.map(({ place }) => place)) count(country);
  for (const { message, channel, person } of arrived) count(`${countryOf.get(person)} ${message} ${channel}`);
  const cells = columns.flatMap(({ title, message, channels }) =>
    channels.map((channel) => ({ head: `${title} ${channel}`, key: `${message} ${channel}` })),
  );
  const rows = [...new Set(countryOf.values())].map((country) => [
    country,
    counts.get(country) ?? 0,
    ...cells.map(({ key }) => counts.get(`${country} ${key}`) ?? 0),
  ]);
  const sums =
    rows.length === 0
      ? []
      : sumOf(rows.map(([, ...numbers]) => numbers.filter((cell) => typeof cell === 'number')));
  return formatTable([['country', 'people', ...cells.map(({ head }) => head)], ...rows, ['all', ...sums]]);
}

function sumOf(rows: readonly (readonly number[])[]): number[] {
  return rows.reduce<number[]>((sums, row) => row.map((value, column) => (sums[column] ?? 0) + value), []);
}
