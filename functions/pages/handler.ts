/** Entry point of the pages behind signed links. */
import { createAnswerStore } from '../../shared/adapters/answer-store.ts';
import { createBatchStore } from '../../shared/adapters/batch-store.ts';
import { createDynamoClient, createDynamoTable } from '../../shared/adapters/dynamo-table.ts';
import { loadKeyring } from '../../shared/adapters/keyring.ts';
import { createMessageStore } from '../../shared/adapters/message-store.ts';
import { once } from '../../shared/adapters/once.ts';
import { createPeopleStore } from '../../shared/adapters/people-store.ts';
import { createQueues } from '../../shared/adapters/queues.ts';
import { pageContracts } from '../../shared/api/pages.ts';
import { httpHandler } from '../../shared/middleware/http-handler.ts';
import { describeError, logger } from '../../shared/middleware/telemetry.ts';
import { createWakeLetters, wakeOrWait } from '../../shared/use-cases/wake-letters.ts';
import { env } from './env.ts';
import { pageRoutes } from './routes.ts';
import { showProblem } from './show-problem.ts';

export const handler = httpHandler(
  env,
  pageContracts,
  (variables) => {
    const client = createDynamoClient();
    const campaigns = createDynamoTable(client, variables.CAMPAIGNS_TABLE);
    const stores = {
      people: createPeopleStore(createDynamoTable(client, variables.PEOPLE_TABLE)),
      messages: createMessageStore(campaigns),
      batches: createBatchStore(campaigns),
      answers: createAnswerStore(campaigns),
    };
    const wakeLetters = wakeOrWait(createWakeLetters(createQueues(), variables.LETTERS_QUEUE), (error) =>
      logger.warn('letters wait for the clock', { fault: describeError(error) }),
    );
    const keyring = once(() => loadKeyring(variables.KEYS_SECRET));
    return pageRoutes(async () => ({ ...stores, wakeLetters, keyring: await keyring() }));
  },
  showProblem,
);
