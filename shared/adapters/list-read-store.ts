/** Who of the staff read a list of people that a notice has, and when (policy P-20). Rows are added, never changed. */
import * as z from 'zod';
import { Instant } from '../domain/vocabulary.ts';
import { listReadKey, listReadPrefix, messagePartition } from './campaign-keys.ts';
import { queryAll, type Table } from './table.ts';

const schemaVersion = 1;

/** `list`: what was asked for. One row stands for everybody in the part of the list that was shown. */
const ListRead = z.object({
  messageId: z.string(),
  at: Instant,
  user: z.string(),
  office: z.string().optional(),
  list: z.string(),
  requestId: z.string(),
});
export type ListRead = z.infer<typeof ListRead>;

export type ListReadStore = ReturnType<typeof createListReadStore>;

/** The store over the table `campaigns`. */
export function createListReadStore(table: Table) {
  return {
    /** AP-42: notes one reading; it is noted before anything is shown. */
    async noteRead(read: ListRead): Promise<void> {
      await table.write([{ kind: 'put', item: { ...listReadKey(read), ...read, schemaVersion } }]);
    },

    /** AP-42: all readings of a message's lists, oldest first. */
    async listReads(messageId: string): Promise<ListRead[]> {
      const found: ListRead[] = [];
      const partition = messagePartition(messageId);
      const range = { prefix: listReadPrefix };
      for await (const item of queryAll(table, { partition, range, consistent: true }))
        found.push(ListRead.parse(item));
      return found;
    },
  };
}
