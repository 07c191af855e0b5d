/** What people did with a message, beside what the provider said of it: one word per contact, and the sums. No time, no link, no address (policy P-17). */
import * as z from 'zod';
import { cellNames } from '../domain/cells.ts';
import type { Engagement } from '../domain/delivery-event.ts';
import type { BatchView } from './batch-store.ts';
import { feedbackKey, sliceKey } from './campaign-keys.ts';
import type { Table } from './table.ts';

/** Of the feedback item, which the batch store writes too. */
const schemaVersion = 2;

const steps = ['opened', 'clicked'] as const satisfies readonly Engagement[];
const Value = z.enum(steps).optional();

export type EngagementStore = ReturnType<typeof createEngagementStore>;

/** The store over the table `campaigns`. */
export function createEngagementStore(table: Table) {
  return {
    /** AP-29: an opening or a click. Each entry only moves forward, and each step is counted once; a click is an opening too. */
    async recordEngagement(
      { pointer, entries }: Pick<BatchView, 'pointer' | 'entries'>,
      position: number,
      kind: Engagement,
      slice: { office: string; firstShard: number },
    ): Promise<'recorded' | 'known' | 'retry'> {
      const key = feedbackKey(pointer);
      const name = `g${position}`;
      const current = Value.parse((await table.get(key))?.[name]);
      const taken = steps.slice(current ? steps.indexOf(current) + 1 : 0, steps.indexOf(kind) + 1);
      if (taken.length === 0) return 'known';
      const names = taken.flatMap((step) => [
        `o#${pointer.channel}#${step}`,
        ...cellNames(entries[position] ?? {}, step),
      ]);
      const add = Object.fromEntries(names.map((counter) => [counter, 1]));
      const result = await table.write([
        { kind: 'update', key, set: { [name]: kind, schemaVersion }, if: { equals: { [name]: current } } },
        { kind: 'update', key: sliceKey(pointer.messageId, slice), add },
      ]);
      return result.ok ? 'recorded' : 'retry';
    },
  };
}
