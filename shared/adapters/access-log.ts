/** Who of the staff looked at or changed a person's record, when and why (policy P-20). Rows are added, never changed. */
import * as z from 'zod';
import { Instant } from '../domain/vocabulary.ts';
import { accessKey, accessPrefix, personPartition } from './people-keys.ts';
import { queryAll, type Table } from './table.ts';

const schemaVersion = 1;

/** Ids only: `purpose` is what the member of staff gave as the reason. */
const Access = z.object({
  personId: z.string(),
  at: Instant,
  user: z.string(),
  office: z.string().optional(),
  action: z.string(),
  purpose: z.string(),
  requestId: z.string(),
});
export type Access = z.infer<typeof Access>;

export type AccessLog = ReturnType<typeof createAccessLog>;

/** The log over the table `people`. */
export function createAccessLog(table: Table) {
  return {
    /** AP-10: notes one access; it is noted before anything is shown. */
    async note(access: Access): Promise<void> {
      await table.write([{ kind: 'put', item: { ...accessKey(access), ...access, schemaVersion } }]);
    },

    /** AP-10: all accesses to a person, oldest first. */
    async list(personId: string): Promise<Access[]> {
      const found: Access[] = [];
      const range = { prefix: accessPrefix };
      for await (const item of queryAll(table, {
        partition: personPartition(personId),
        range,
        consistent: true,
      })) {
        found.push(Access.parse(item));
      }
      return found;
    },
  };
}
