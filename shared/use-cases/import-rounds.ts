/** Which lines of an import can go together, and in which transactions. */
import { countWrites, type PersonChange } from '../adapters/people-store.ts';
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

/** Lines without a common key can go together; a line that shares one with an earlier line waits for it. */
export function splitByKeys(lines: readonly KeyedLine[]): { first: KeyedLine[]; later: KeyedLine[] } {
  const seen = new Set<string>();
  const first: KeyedLine[] = [];
  const later: KeyedLine[] = [];
  for (const line of lines) {
    (line.keys.some(({ hash }) => seen.has(hash)) ? later : first).push(line);
    for (const { hash } of line.keys) seen.add(hash);
  }
  return { first, later };
}

/** Lines of different people can go together; a second line about a person waits for the first. */
export function splitByPerson(
  lines: readonly KeyedLine[],
  lookups: Lookups,
): { first: KeyedLine[]; later: KeyedLine[] } {
  const seen = new Set<string>();
  const first: KeyedLine[] = [];
  const later: KeyedLine[] = [];
  for (const line of lines) {
    const people = line.keys.flatMap(({ hash }) => {
      const lookup = lookups.get(hash);
      return lookup?.kind === 'person' ? [lookup.personId] : [];
    });
    (people.some((id) => seen.has(id)) ? later : first).push(line);
    for (const id of people) seen.add(id);
  }
  return { first, later };
}

/** DynamoDB takes 100 writes in a transaction; large ones are faster than many. */
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
