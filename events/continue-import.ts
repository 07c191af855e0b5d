/** Queue message: go on with the import of a file. Ids only. */
import * as z from 'zod';

export const continueImportName = 'continue-import';

export const ContinueImport = z.object({
  name: z.literal(continueImportName),
  version: z.literal(1),
  importId: z.string(),
});
export type ContinueImport = z.infer<typeof ContinueImport>;
