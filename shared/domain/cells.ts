/**
 * Breakdowns of a campaign by country, language, variant and arm. Nobody is to be recognised in them (policy P-13): a group of fewer than ten
 * people is added to the others, and a figure from one to nine is left out. Pure.
 */
import type { Entry } from './batch.ts';

export type Counters = Readonly<Record<string, number>>;

export const dimensions = ['country', 'locale', 'variant', 'arm'] as const;
export type Dimension = (typeof dimensions)[number];

/** Fewest people that a figure may speak of. */
export const smallestGroup = 10;

/** The groups that an entry belongs to. */
export type Groups = Pick<Entry, Dimension>;

/** Names of the counters `x#<dimension>#<value>#<what>` that one contact counts in. */
export function cellNames(groups: Groups, what: string): string[] {
  return dimensions.flatMap((dimension) => {
    const value = groups[dimension];
    return value === undefined ? [] : [`x#${dimension}#${value}#${what}`];
  });
}

/** Counts of one group by what was counted. */
export type Cell = ReadonlyMap<string, number>;

/** The groups of one dimension with their counts, of all parts together. */
export function cellsOf(parts: readonly Counters[], dimension: Dimension): Map<string, Map<string, number>> {
  const cells = new Map<string, Map<string, number>>();
  for (const counters of parts) {
    for (const [name, count] of Object.entries(counters)) {
      const [kind, own, value = '', ...what] = name.split('#');
      if (kind !== 'x' || own !== dimension) continue;
      const cell = cells.get(value) ?? new Map<string, number>();
      cells.set(value, cell);
      const key = what.join('#');
      cell.set(key, (cell.get(key) ?? 0) + count);
    }
  }
  return cells;
}

/** The group that takes up what is too small to be shown. No country, language, variant or arm has this name. */
const otherGroup = 'other';

/**
 * The groups that may be shown. Groups of fewer than ten people are added up in `other`, together with the smallest of the rest while `other` is still
 * too small: else it could be had by taking the shown ones from the total. Nothing is shown where even all together are too few.
 */
export function showable(cells: ReadonlyMap<string, Cell>): Map<string, Cell> {
  const bySize = [...cells].sort(([, left], [, right]) => peopleIn(left) - peopleIn(right));
  const hidden: Cell[] = [];
  while (bySize.length > 0 && mustHide(bySize[0]?.[1], hidden)) {
    const [next] = bySize.splice(0, 1);
    if (next) hidden.push(next[1]);
  }
  const other = addUp(hidden);
  const shown = bySize.sort(([left], [right]) => (left < right ? -1 : 1));
  return new Map(peopleIn(other) < smallestGroup ? shown : [...shown, [otherGroup, other]]);
}

function mustHide(smallest: Cell | undefined, hidden: readonly Cell[]): boolean {
  if (!smallest) return false;
  const soFar = peopleIn(addUp(hidden));
  return peopleIn(smallest) < smallestGroup || (hidden.length > 0 && soFar < smallestGroup);
}

/** People of a group: those of its largest channel, for somebody may have several contacts. */
export function peopleIn(cell: Cell): number {
  const channels = [...cell].filter(([what]) => what.startsWith('people#')).map(([, count]) => count);
  return Math.max(0, ...channels);
}

/** One cell with the counts of several. */
export function addUp(cells: readonly Cell[]): Cell {
  const sum = new Map<string, number>();
  for (const cell of cells) for (const [what, count] of cell) sum.set(what, (sum.get(what) ?? 0) + count);
  return sum;
}

/** Whether a figure speaks of one to nine: it may not be shown. */
export function isSmall(count: number): boolean {
  return count > 0 && count < smallestGroup;
}

export interface PlanCell {
  audience?: number | undefined;
  willSend?: number | undefined;
}

/** Who is in the audience and who would get it, by group. */
export function planCells(parts: readonly Counters[], dimension: Dimension): Record<string, PlanCell> {
  const rows = rowsOf(parts, dimension, (of) => ({ send: of('send'), skip: of('skip') }));
  const hidden = new Set(rows.filter(([, { send, skip }]) => isSmall(send) || isSmall(skip)).map(nameOf));
  hideMore(rows, hidden, ['send', 'skip']);
  return Object.fromEntries(
    rows.map(([name, { send, skip }]) => [
      name,
      { audience: send + skip, willSend: hidden.has(name) ? undefined : send },
    ]),
  );
}

/** What a group's report says; a figure that is left out is absent. */
export const reportFigures = [
  'sent',
  'accepted',
  'delivered',
  'bounced',
  'complained',
  'disabled',
  'failed',
  'inDoubt',
  'stopped',
  'measured',
  'opened',
  'clicked',
] as const;
type Figure = (typeof reportFigures)[number];
export type ReportCell = Partial<Record<Figure, number>>;

/** Parts of the sends that exclude each other: one that is left out must not follow from the others. */
const fates = ['accepted', 'disabled', 'failed', 'inDoubt', 'stopped'] as const;

/** What became of the sends, by group. @param ended nothing more will be sent: what is open was stopped */
export function reportCells(
  parts: readonly Counters[],
  dimension: Dimension,
  ended: boolean,
): Record<string, ReportCell> {
  const rows = rowsOf(parts, dimension, (of) => figuresOf(of, ended));
  const hidden = new Map<Figure, Set<string>>();
  for (const figure of reportFigures.filter((name) => name !== 'sent')) {
    const own = new Set(rows.filter(([, counts]) => isSmall(counts[figure])).map(nameOf));
    hideMore(rows, own, [figure]);
    hidden.set(figure, own);
  }
  const untold = rows.filter(([name]) => fates.some((fate) => hidden.get(fate)?.has(name)));
  const sent = new Set(untold.map(nameOf));
  hideMore(rows, sent, ['sent']);
  hidden.set('sent', sent);
  return Object.fromEntries(
    rows.map(([name, counts]) => {
      const shown = reportFigures.filter((figure) => !hidden.get(figure)?.has(name));
      return [name, Object.fromEntries(shown.map((figure) => [figure, counts[figure]]))];
    }),
  );
}

function figuresOf(of: (what: string) => number, ended: boolean): Record<Figure, number> {
  const settled = of('accepted') + of('disabled') + of('failed') + of('in-doubt') + of('stopped');
  const open = of('send') - settled;
  return {
    sent: of('send'),
    accepted: of('accepted'),
    delivered: of('delivered'),
    bounced: of('bounced'),
    complained: of('complained'),
    disabled: of('disabled'),
    failed: of('failed'),
    inDoubt: of('in-doubt'),
    stopped: of('stopped') + (ended ? open : 0),
    measured: of('measured'),
    opened: of('opened'),
    clicked: of('clicked'),
  };
}

type Rows<Name extends string> = readonly (readonly [name: string, counts: Record<Name, number>])[];

/**
 * The totals beside the groups are exact, so what is left out in one group alone could be had by taking the others from the total. The smallest of
 * the rest is left out with it, until what is left out is of two groups at least and of ten people at least.
 */
function hideMore<Name extends string>(
  rows: Rows<Name>,
  hidden: Set<string>,
  figures: readonly NoInfer<Name>[],
): void {
  const [first] = figures;
  if (hidden.size === 0 || first === undefined) return;
  const isTelling = () => {
    const own = rows.filter(([name]) => hidden.has(name));
    const sums = figures.map((figure) => own.reduce((sum, [, counts]) => sum + counts[figure], 0));
    return own.length < 2 || sums.some((sum) => sum < smallestGroup);
  };
  const rest = rows
    .filter(([name]) => !hidden.has(name))
    .toSorted(([, left], [, right]) => left[first] - right[first]);
  for (const [name] of rest) {
    if (!isTelling()) return;
    hidden.add(name);
  }
}

function nameOf([name]: readonly [string, unknown]): string {
  return name;
}

function rowsOf<Name extends string>(
  parts: readonly Counters[],
  dimension: Dimension,
  toCounts: (of: (what: string) => number) => Record<Name, number>,
): Rows<Name> {
  const cells = showable(cellsOf(parts, dimension));
  return [...cells].map(([name, cell]) => [name, toCounts((what) => cell.get(what) ?? 0)] as const);
}
