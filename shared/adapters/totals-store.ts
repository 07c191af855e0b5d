/** How many contacts an office has on each channel, as its last plan counted them: what an estimate scales a sample with. */
import * as z from 'zod';
import { Instant } from '../domain/vocabulary.ts';
import { totalsKey } from './campaign-keys.ts';
import type { Table } from './table.ts';

const schemaVersion = 1;

const Total = z.object({ contacts: z.int().min(0), at: Instant });
const Totals = z.object({ email: Total.optional(), push: Total.optional() });
export type Totals = z.infer<typeof Totals>;

export type TotalsStore = ReturnType<typeof createTotalsStore>;

/** The store over the table `campaigns`. */
export function createTotalsStore(table: Table) {
  return {
    /** AP-35: the last count of each channel; channels that no plan has counted are absent. */
    async load(office: string): Promise<Totals> {
      return Totals.parse((await table.get(totalsKey(office))) ?? {});
    },

    /** AP-35: keeps the counts of a plan beside those of other channels. */
    async save(office: string, totals: Totals): Promise<void> {
      await table.write([{ kind: 'update', key: totalsKey(office), set: { ...totals, schemaVersion } }]);
    },
  };
}
