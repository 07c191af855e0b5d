/** Schema findings in words for a caller, each with the path of its field. */
import type * as z from 'zod';
import type { FieldError } from '../domain/faults.ts';

type Issue = z.core.$ZodIssue;

/**
 * One entry per finding, and one per unknown field.
 * @param input what was parsed: tells a missing field from a wrong one
 * @param whole what to call the input itself, where a finding is about all of it
 */
export function toFieldErrors(issues: readonly Issue[], input: unknown, whole: string): FieldError[] {
  return issues.flatMap((issue) => {
    const field = issue.path.map(String).join('.') || whole;
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        field: [...issue.path, key].map(String).join('.'),
        message: 'is not a known field',
      }));
    }
    return [{ field, message: messageOf(issue, input) }];
  });
}

function messageOf(issue: Issue, input: unknown): string {
  if (issue.code === 'invalid_type' && valueAt(input, issue.path) === undefined) return 'is missing';
  if (issue.code === 'invalid_union') return unionMessage(issue.errors) ?? plain(issue.message);
  return plain(issue.message);
}

function unionMessage(branches: readonly (readonly Issue[])[]): string | undefined {
  const messages = branches.flatMap((branch) => branch.slice(0, 1).map(({ message }) => plain(message)));
  return messages.length > 0 ? [...new Set(messages)].join(', or ') : undefined;
}

function plain(message: string): string {
  return message.replace(/^Invalid input: /, '');
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (isRecord(value) ? value[key] : undefined), input);
}

function isRecord(value: unknown): value is Record<PropertyKey, unknown> {
  return typeof value === 'object' && value !== null;
}
