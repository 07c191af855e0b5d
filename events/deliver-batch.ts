/** Queue message: a batch is due. A pointer only: the state is in the table, and a lost wake-up is sent again. */
import * as z from 'zod';
import { BatchPointer } from '../shared/domain/batch.ts';

export const deliverBatchName = 'deliver-batch';

export const DeliverBatch = z.object({
  name: z.literal(deliverBatchName),
  version: z.literal(1),
  ...BatchPointer.shape,
});
export type DeliverBatch = z.infer<typeof DeliverBatch>;
