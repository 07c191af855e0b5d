/** Woken by an uploaded file, and by its own messages to go on with one. */
import * as z from 'zod';
import { ContinueImport } from '../../events/continue-import.ts';
import { createDynamoClient, createDynamoTable } from '../../shared/adapters/dynamo-table.ts';
import { createFiles, createFilesClient } from '../../shared/adapters/files.ts';
import { createImportStore } from '../../shared/adapters/import-store.ts';
import { loadKeyring } from '../../shared/adapters/keyring.ts';
import { once } from '../../shared/adapters/once.ts';
import { createPeopleStore } from '../../shared/adapters/people-store.ts';
import { createQueues } from '../../shared/adapters/queues.ts';
import { storageHandler } from '../../shared/middleware/storage-handler.ts';
import { continueImport } from './continue-import.ts';
import { env } from './env.ts';

const Message = z.union([ContinueImport, z.object({ bucket: z.string(), key: z.string() })]);

export const handler = storageHandler(env, Message, (variables) => {
  const table = createDynamoTable(createDynamoClient(), variables.PEOPLE_TABLE);
  const stores = {
    people: createPeopleStore(table),
    imports: createImportStore(table),
    files: createFiles(createFilesClient(), variables.FILES_BUCKET),
  };
  const keyring = once(() => loadKeyring(variables.KEYS_SECRET));
  const queue = { send: createQueues(), queueUrl: variables.IMPORT_QUEUE };
  return async (message, invocation) =>
    continueImport({ ...stores, queue, keyring: await keyring() }, message, invocation);
});
