/** Environment of the push sender: deployed once per lane. */
import * as z from 'zod';

const text = z.string().min(1);

export const env = z.object({
  LANE: z.enum(['marketing', 'mandatory']),
  PEOPLE_TABLE: text,
  CAMPAIGNS_TABLE: text,
  /** The function's own queue, to come back to a batch later. */
  QUEUE: text,
  KEYS_SECRET: text,
  PLATFORM_APPLICATION_ARN: text,
});
