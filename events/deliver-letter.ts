/** Queue message: a letter is due. A pointer only: the state is in the table, and a lost wake-up is sent again. */
import * as z from 'zod';

export const deliverLetterName = 'deliver-letter';

export const DeliverLetter = z.object({
  name: z.literal(deliverLetterName),
  version: z.literal(1),
  personId: z.string(),
  letterId: z.string(),
});
export type DeliverLetter = z.infer<typeof DeliverLetter>;
