/** Environment of the recorder of SES and SNS events. */
import * as z from 'zod';

const text = z.string().min(1);

export const env = z.object({
  PEOPLE_TABLE: text,
  CAMPAIGNS_TABLE: text,
  KEYS_SECRET: text,
  /** Where the next turn of a notice is asked for. */
  MANDATORY_EXPAND_QUEUE: text,
});
