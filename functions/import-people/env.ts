/** Environment of the import of a CSV file. IMPORT_QUEUE is its own queue: a long import goes on in a new invocation. */
import * as z from 'zod';

const text = z.string().min(1);

export const env = z.object({
  PEOPLE_TABLE: text,
  FILES_BUCKET: text,
  KEYS_SECRET: text,
  IMPORT_QUEUE: text,
});
