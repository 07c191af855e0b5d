/** From the outcomes of a batch to the counters of its slice: totals by channel, and groups. */
import type { BatchPointer, Entry } from '../domain/batch.ts';
import { cellNames } from '../domain/cells.ts';
import type { Outcomes } from './batch-codec.ts';

/** Counters of the outcomes that are in no counter yet. */
export function uncounted(
  { channel }: BatchPointer,
  entries: readonly Entry[],
  outcomes: Outcomes,
): Record<string, number> {
  const add: Record<string, number> = {};
  for (const [position, { kind, reason, measured, variant, counted }] of outcomes) {
    if (counted) continue;
    const groups = { ...entries[position], ...(variant && { variant }) };
    const what = kind === 'stopped' && reason ? `stopped#${reason}` : kind;
    const names = [`o#${channel}#${what}`, ...cellNames(groups, kind)];
    if (measured) names.push(`o#${channel}#measured`, ...cellNames(groups, 'measured'));
    for (const name of names) add[name] = (add[name] ?? 0) + 1;
  }
  return add;
}
