/** Restrictions and legal holds of a person, each set and each lifted on the record (policy P-09, P-23). */
import * as z from 'zod';
import { Instant } from '../domain/vocabulary.ts';
import { personPartition, restrictionKey, restrictionPrefix } from './people-keys.ts';
import { queryAll, type Table } from './table.ts';

const schemaVersion = 1;

/** `hold`: the data may be neither erased nor used for marketing. `restriction`: not used for marketing (GDPR, article 18). */
const Restriction = z.object({
  personId: z.string(),
  kind: z.enum(['hold', 'restriction']),
  active: z.boolean(),
  at: Instant,
  by: z.string(),
  purpose: z.string(),
  reference: z.string().optional(),
});
export type Restriction = z.infer<typeof Restriction>;

export type RestrictionStore = ReturnType<typeof createRestrictionStore>;

/** The store over the table `people`. */
export function createRestrictionStore(table: Table) {
  return {
    /** AP-11: puts a restriction, or its end, on the record. */
    async add(restriction: Restriction): Promise<void> {
      await table.write([
        { kind: 'put', item: { ...restrictionKey(restriction), ...restriction, schemaVersion } },
      ]);
    },

    /** AP-11: what holds now: the last word of each kind, as far as it was not lifted. */
    async listActive(personId: string): Promise<Restriction[]> {
      const last = new Map<string, Restriction>();
      const range = { prefix: restrictionPrefix };
      for await (const item of queryAll(table, {
        partition: personPartition(personId),
        range,
        consistent: true,
      })) {
        const restriction = Restriction.parse(item);
        last.set(restriction.kind, restriction);
      }
      return [...last.values()].filter(({ active }) => active);
    },
  };
}
