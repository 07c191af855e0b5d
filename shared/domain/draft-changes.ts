/** What differs between two drafts, field by field. Pure. */
/** One field as it was and as it is; absent on the side where it is not there. */
export interface DraftChange {
  /** Path into the draft: `content.locales.de.email.subject`. */
  field: string;
  before?: string | number | boolean | undefined;
  after?: string | number | boolean | undefined;
}

/** The fields that differ, in order of their names. Lists are compared as a whole: a country more is one change. */
export function changesBetween<Draft extends object>(before: Draft, after: Draft): DraftChange[] {
  const [was, is] = [leavesOf(before), leavesOf(after)];
  const fields = [...new Set([...was.keys(), ...is.keys()])].sort();
  return fields
    .filter((field) => was.get(field) !== is.get(field))
    .map((field) => ({ field, before: was.get(field), after: is.get(field) }));
}

type Leaf = string | number | boolean;

function leavesOf(value: unknown, path = ''): Map<string, Leaf> {
  const leaves = new Map<string, Leaf>();
  if (isList(value)) leaves.set(path, value.join(', '));
  else if (typeof value === 'object' && value !== null)
    for (const [name, part] of Object.entries(value))
      for (const [field, leaf] of leavesOf(part, path === '' ? name : `${path}.${name}`))
        leaves.set(field, leaf);
  else if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    leaves.set(path, value);
  return leaves;
}

/** A list of plain values; a list of objects (arms) is taken apart by position. */
function isList(value: unknown): value is Leaf[] {
  return Array.isArray(value) && value.every((item) => typeof item !== 'object');
}
