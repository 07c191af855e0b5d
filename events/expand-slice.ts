/** Queue message: walk a part of the audience of a message, decide, and write batches (or only count, for a plan or for the reach). Ids only. */
import * as z from 'zod';

export const expandSliceName = 'expand-slice';

export const ExpandSlice = z.object({
  name: z.literal(expandSliceName),
  version: z.literal(1),
  messageId: z.string(),
  office: z.string(),
  firstShard: z.int().min(0),
  lastShard: z.int().min(0),
  /** Set for a plan: decisions are counted under this id and nothing is sent. */
  planId: z.string().optional(),
  /** Of a notice: only this person has their turn, because something happened to them. */
  personId: z.string().optional(),
  /** Set to count how far a notice has come with each person: counted under this id, and nothing is sent. */
  reachId: z.string().optional(),
});
export type ExpandSlice = z.infer<typeof ExpandSlice>;
