/** Environment of the clock. It wakes both lanes and the sender of letters, so it is the one function that may write to the queues of all. */
import * as z from 'zod';

const text = z.string().min(1);

export const env = z.object({
  CAMPAIGNS_TABLE: text,
  PEOPLE_TABLE: text,
  LETTERS_QUEUE: text,
  MARKETING_EXPAND_QUEUE: text,
  MARKETING_EMAIL_QUEUE: text,
  MARKETING_PUSH_QUEUE: text,
  MANDATORY_EXPAND_QUEUE: text,
  MANDATORY_EMAIL_QUEUE: text,
  MANDATORY_PUSH_QUEUE: text,
  MANDATORY_SMS_QUEUE: text,
});
