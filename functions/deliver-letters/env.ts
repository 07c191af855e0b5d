/** Environment of the sender of letters. It belongs to neither lane: its configuration set and its queue are its own. */
import * as z from 'zod';

const text = z.string().min(1);

export const env = z.object({
  PEOPLE_TABLE: text,
  KEYS_SECRET: text,
  PUBLIC_URL: z.url(),
  LETTERS_CONFIGURATION_SET: text,
});
