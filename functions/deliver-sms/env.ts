/** Environment of the SMS sender: mandatory notices only (policy P-05). */
import * as z from 'zod';

const text = z.string().min(1);

export const env = z.object({
  PEOPLE_TABLE: text,
  CAMPAIGNS_TABLE: text,
  /** The function's own queue, to come back to a batch later. */
  QUEUE: text,
  MANDATORY_EXPAND_QUEUE: text,
  KEYS_SECRET: text,
  /** Where the page of a notice is. */
  PUBLIC_URL: z.url(),
});
