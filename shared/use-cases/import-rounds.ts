/** Which lines of an import can go together, and in which transactions. */
import { countWrites, type PersonChange } from '../adapters/people-writes.ts';
import type { ImportLine } from '../domain/import-line.ts';
import type { LineKeys, Lookups } from './import-matching.ts';

/** `line` is the physical line of the file, from 1. */
export interface NumberedLine {
  line: number;
  parsed: ImportLine;
}

export interface KeyedLine extends NumberedLine {
  keys: LineKeys;
}

export interface Plan {
  line: KeyedLine;
  change: PersonChange;
  refusalsKept: number;
}

/**
 * The lines that can go together, as no two of them share a key or speak of one person. A line that shares either with an earlier
 * one waits for it, and so do the lines after it that share something with it.
 */
export function splitIndependent(
  lines: readonly KeyedLine[],
  lookups: Lookups,
): { first: KeyedLine[]; later: KeyedLine[] } {
  const seen = new Set<string>();
  const first: KeyedLine[] = [];
  const later: KeyedLine[] = [];
  for (const line of lines) {
    const marks = line.keys.flatMap(({ hash }) => {
      const lookup = lookups.get(hash);
      return lookup?.kind === 'person' ? [hash, lookup.personId] : [hash];
    });
    (marks.some((mark) => seen.has(mark)) ? later : first).push(line);
    for (const mark of marks) seen.add(mark);
  }
  return { first, later };
}

/** DynamoDB takes 100 writes in a transaction; large ones are faster than many. The rows to publish from come on top. */
const maxWritesTogether = 90;

/** Changes in as few transactions as hold them. */
export function groupsOf(plans: readonly Plan[]): Plan[][] {
  const groups: Plan[][] = [];
  let room = 0;
  for (const plan of plans) {
    const writes = countWrites(plan.change);
    const last = groups.at(-1);
    if (last && writes <= room) last.push(plan);
    else groups.push([plan]);
    room = last && writes <= room ? room - writes : maxWritesTogether - writes;
  }
  return groups;
}
