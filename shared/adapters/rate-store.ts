/** How much of an office's sending time is taken, per channel. */
import * as z from 'zod';
import type { RateClock } from '../domain/send-rate.ts';
import { type Channel, Instant } from '../domain/vocabulary.ts';
import { rateKey } from './campaign-keys.ts';
import type { Table } from './table.ts';

const schemaVersion = 1;

const Stored = z.object({ next: Instant, turns: z.record(z.string(), Instant), version: z.int() });
type StoredClock = z.infer<typeof Stored>;

export type RateStore = ReturnType<typeof createRateStore>;

/** The store over the table `campaigns`. */
export function createRateStore(table: Table) {
  return {
    /** AP-36: what is taken; undefined when nothing ever was. */
    async load(office: string, channel: Channel): Promise<StoredClock | undefined> {
      const item = await table.get(rateKey(office, channel));
      return item && Stored.parse(item);
    },

    /** AP-36: takes more than in `known`. False: another worker was faster. */
    async save(
      office: string,
      channel: Channel,
      clock: RateClock,
      known: StoredClock | undefined,
    ): Promise<boolean> {
      const item = {
        ...rateKey(office, channel),
        ...clock,
        version: (known?.version ?? 0) + 1,
        schemaVersion,
      };
      const condition = known ? { equals: { version: known.version } } : { absent: true as const };
      return (await table.write([{ kind: 'put', item, if: condition }])).ok;
    },
  };
}
