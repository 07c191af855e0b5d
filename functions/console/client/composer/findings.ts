/** What the API finds in a draft, in the shape in which the form shows it. */
import type { Checks } from '../../../../shared/api/drafting.ts';
import type { FieldProblem } from '../api/problem.ts';
import { isWithin } from '../ui/field-path.ts';
import { type FieldPlace, placeOf } from './field-places.ts';

export interface Finding {
  /** Path in the body of the API. */
  readonly field: string;
  readonly message: string;
  /** `missing`: not yet filled in; said at the field only when somebody tries to save. */
  readonly kind: 'missing' | 'error' | 'warning';
}

const missing =
  /^is missing$|^Too small: expected (?:string|array) to have >=1|^The default language has no text/;

/** Errors first, each once; of a group only where nothing is said of its fields. @param refused what the API said when it was saved last */
export function findingsOf(
  checks: Pick<Checks, 'errors' | 'warnings'> | undefined,
  refused: readonly FieldProblem[],
): Finding[] {
  const problems = [...(checks?.errors ?? []), ...refused];
  const errors = problems.map(({ field, message }): Finding => {
    return { field, message, kind: missing.test(message) ? 'missing' : 'error' };
  });
  const warnings = (checks?.warnings ?? []).map(({ field, message }): Finding => {
    return { field, message, kind: 'warning' };
  });
  const once = new Map([...errors, ...warnings].map((one) => [`${one.field}\n${one.message}`, one]));
  const all = [...once.values()];
  return all.filter(
    (one) => one.kind !== 'missing' || !all.some((other) => other !== one && isPartOf(other, one)),
  );
}

function isPartOf(other: Finding, one: Finding): boolean {
  return other.kind !== 'warning' && other.field !== one.field && isWithin(other.field, one.field);
}

/** Whether a finding is shown and counted at its field. @param strict somebody has tried to save */
export function isShown({ kind }: Finding, strict: boolean): boolean {
  return kind === 'error' || (kind === 'missing' && strict);
}

/** How many errors are in the places that have all of these members. */
export function countIn(findings: readonly Finding[], strict: boolean, wanted: Partial<FieldPlace>): number {
  const entries = Object.entries(wanted);
  return findings.filter((finding) => {
    const place: Readonly<Record<string, unknown>> = { ...placeOf(finding.field) };
    return isShown(finding, strict) && entries.every(([name, value]) => place[name] === value);
  }).length;
}
