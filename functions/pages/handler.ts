/** Entry point of the pages behind signed links. */
import { createDynamoClient, createDynamoTable } from '../../shared/adapters/dynamo-table.ts';
import { loadKeyring } from '../../shared/adapters/keyring.ts';
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
    const people = createPeopleStore(createDynamoTable(createDynamoClient(), variables.PEOPLE_TABLE));
    const wakeLetters = wakeOrWait(createWakeLetters(createQueues(), variables.LETTERS_QUEUE), (error) =>
      logger.warn('letters wait for the clock', { fault: describeError(error) }),
    );
    const keyring = once(() => loadKeyring(variables.KEYS_SECRET));
    return pageRoutes(async () => ({ people, wakeLetters, keyring: await keyring() }));
  },
  showProblem,
);
