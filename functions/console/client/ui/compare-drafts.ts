/** What differs between two drafts, field by field: for somebody who has to choose between them. */
import type { DraftBody } from '../api/draft-body.ts';

export interface Difference {
  /** Path in the body of the API. */
  readonly field: string;
  readonly theirs: string;
  readonly mine: string;
}

/** The fields that are not the same, in the order of mine. Lists count as one field. */
export function compareDrafts(theirs: DraftBody, mine: DraftBody): Difference[] {
  const left = new Map(leavesOf(theirs, ''));
  const right = new Map(leavesOf(mine, ''));
  return [...new Set([...right.keys(), ...left.keys()])].flatMap((field) => {
    const one = left.get(field) ?? '';
    const other = right.get(field) ?? '';
    return one === other ? [] : [{ field, theirs: one, mine: other }];
  });
}

function leavesOf(value: unknown, path: string): [string, string][] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value) && !value.some(isObject)) return [[path, value.join(', ')]];
  if (!isObject(value)) return [[path, String(value)]];
  return Object.entries(value).flatMap(([name, part]) => leavesOf(part, path ? `${path}.${name}` : name));
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
