/** HTTP: people's records for the staff who look after them, and imports. */
import { createAccessLog } from '../../shared/adapters/access-log.ts';
import { createAnswerStore } from '../../shared/adapters/answer-store.ts';
import { createBatchStore } from '../../shared/adapters/batch-store.ts';
import { createDynamoClient, createDynamoTable } from '../../shared/adapters/dynamo-table.ts';
import { createFiles, createFilesClient } from '../../shared/adapters/files.ts';
import { createImportStore } from '../../shared/adapters/import-store.ts';
import { loadKeyring } from '../../shared/adapters/keyring.ts';
import { createLetterStore } from '../../shared/adapters/letter-store.ts';
import { createMessageStore } from '../../shared/adapters/message-store.ts';
import { once } from '../../shared/adapters/once.ts';
import { createPeopleStore } from '../../shared/adapters/people-store.ts';
import { createQueues } from '../../shared/adapters/queues.ts';
import { createRestrictionStore } from '../../shared/adapters/restriction-store.ts';
import { peopleContracts } from '../../shared/api/people.ts';
import { httpHandler } from '../../shared/middleware/http-handler.ts';
import { describeError, logger } from '../../shared/middleware/telemetry.ts';
import { createWakeLetters, wakeOrWait } from '../../shared/use-cases/wake-letters.ts';
import { createRoutes } from './create-routes.ts';
import { env } from './env.ts';

export const handler = httpHandler(env, peopleContracts, (variables) => {
  const client = createDynamoClient();
  const people = createDynamoTable(client, variables.PEOPLE_TABLE);
  const campaigns = createDynamoTable(client, variables.CAMPAIGNS_TABLE);
  const stores = {
    people: createPeopleStore(people),
    accesses: createAccessLog(people),
    restrictions: createRestrictionStore(people),
    imports: createImportStore(people),
    files: createFiles(createFilesClient(), variables.FILES_BUCKET),
    messages: createMessageStore(campaigns),
    batches: createBatchStore(campaigns),
    answers: createAnswerStore(campaigns),
    letters: createLetterStore(people),
    wakeLetters: wakeOrWait(createWakeLetters(createQueues(), variables.LETTERS_QUEUE), (error) =>
      logger.warn('letters wait for the clock', { fault: describeError(error) }),
    ),
  };
  const keyring = once(() => loadKeyring(variables.KEYS_SECRET));
  return createRoutes(async () => ({ ...stores, keyring: await keyring() }));
});
