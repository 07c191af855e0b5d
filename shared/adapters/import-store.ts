/** Imports in the table `people`: how far each is, and its rejected lines. Kept for 30 days. */
import * as z from 'zod';
import { ImportState } from '../domain/import-state.ts';
import { importKey, importLinesKey, importLinesPrefix } from './people-keys.ts';
import { queryAll, type Table, type Write } from './table.ts';

const schemaVersion = 1;
const keptDays = 30;

const RejectedLine = z.object({ line: z.int(), reason: z.string() });
export type RejectedLine = z.infer<typeof RejectedLine>;

const RejectedRow = z.object({ rejected: z.array(RejectedLine) });

export type ImportStore = ReturnType<typeof createImportStore>;

/** The store over the table. */
export function createImportStore(table: Table) {
  return {
    /** AP-08: a new import; false when one of this id exists. */
    async create(state: ImportState): Promise<boolean> {
      return (await table.write([{ ...putState(state), if: { absent: true } }])).ok;
    },

    /** AP-08: how far the import is. */
    async load(importId: string): Promise<ImportState | undefined> {
      const item = await table.get(importKey(importId));
      return item && ImportState.parse(item);
    },

    /**
     * AP-08: takes a step, with the lines that it rejected as row number `before.rejectedRows`.
     * @returns false when another run has the import now: nothing was written
     */
    async advance(
      before: ImportState,
      after: ImportState,
      rejected: readonly RejectedLine[] = [],
    ): Promise<boolean> {
      const isMine = { attempt: before.attempt, leaseUntil: before.leaseUntil, state: before.state };
      const lines: Write[] =
        rejected.length === 0
          ? []
          : [
              {
                kind: 'put',
                item: {
                  ...importLinesKey(after.id, before.rejectedRows),
                  rejected,
                  ...expiryOf(after),
                  schemaVersion,
                },
              },
            ];
      return (await table.write([{ ...putState(after), if: { equals: isMine } }, ...lines])).ok;
    },

    /** AP-08: the first rejected lines, in the order of the file. */
    async listRejected(importId: string, limit: number): Promise<RejectedLine[]> {
      const found: RejectedLine[] = [];
      const { pk } = importKey(importId);
      for await (const item of queryAll(table, { partition: pk, range: { prefix: importLinesPrefix } })) {
        found.push(...RejectedRow.parse(item).rejected);
        if (found.length >= limit) break;
      }
      return found.slice(0, limit);
    },
  };
}

function putState(state: ImportState): Extract<Write, { kind: 'put' }> {
  return { kind: 'put', item: { ...importKey(state.id), ...state, ...expiryOf(state), schemaVersion } };
}

/** Epoch seconds, as DynamoDB's time to live wants them. */
function expiryOf({ createdAt }: ImportState): { ttl: number } {
  return { ttl: Math.floor(Date.parse(createdAt) / 1000) + keptDays * 86_400 };
}
