/** How far an import is. Pure. */
import * as z from 'zod';
import { Instant } from './vocabulary.ts';

const count = z.int().min(0);

export const ImportCounts = z.object({
  lines: count,
  accepted: count,
  unchanged: count,
  rejected: count,
  /** Grants left out because the person had refused. */
  refusalsKept: count,
});
export type ImportCounts = z.infer<typeof ImportCounts>;

export const noCounts: ImportCounts = { lines: 0, accepted: 0, unchanged: 0, rejected: 0, refusalsKept: 0 };

export const ImportState = z.object({
  id: z.string(),
  /** `waiting` for its file; `failed`: the file as a whole could not be read. */
  state: z.enum(['waiting', 'running', 'completed', 'failed']),
  dryRun: z.boolean(),
  createdBy: z.string(),
  /** The only office whose people may be imported; absent: all. */
  office: z.string().optional(),
  createdAt: Instant,
  counts: ImportCounts,
  /** Where to go on in the file; absent before the first lines are in. */
  next: z.object({ offset: count, line: count }).optional(),
  /** The content that is being imported, as the bucket names it: a file that was replaced is not read on. */
  etag: z.string().optional(),
  /** Counts the runs. One run at a time holds the lease, and only it may write. */
  attempt: count,
  leaseUntil: Instant.optional(),
  /** Rows of rejected lines so far. */
  rejectedRows: count,
  error: z
    .object({ detail: z.string(), errors: z.array(z.object({ field: z.string(), message: z.string() })) })
    .optional(),
});
export type ImportState = z.infer<typeof ImportState>;

/** A new import that waits for its file. */
export function createImport(
  given: Pick<ImportState, 'id' | 'dryRun' | 'createdBy' | 'office' | 'createdAt'>,
): ImportState {
  return { ...given, state: 'waiting', counts: noCounts, attempt: 0, rejectedRows: 0 };
}

/** The sum of two counts. */
export function addCounts(left: ImportCounts, right: ImportCounts): ImportCounts {
  return {
    lines: left.lines + right.lines,
    accepted: left.accepted + right.accepted,
    unchanged: left.unchanged + right.unchanged,
    rejected: left.rejected + right.rejected,
    refusalsKept: left.refusalsKept + right.refusalsKept,
  };
}

/** Whether nothing of the import is left to do. */
export function isFinished({ state }: ImportState): boolean {
  return state === 'completed' || state === 'failed';
}
