/** HTTP: mandatory notices. */
import { setTimeout as wait } from 'node:timers/promises';
import { createBatchStore } from '../../shared/adapters/batch-store.ts';
import { systemClock } from '../../shared/adapters/clock.ts';
import { createDynamoClient, createDynamoTable } from '../../shared/adapters/dynamo-table.ts';
import { createMessageStore } from '../../shared/adapters/message-store.ts';
import { createPeopleStore } from '../../shared/adapters/people-store.ts';
import { createQueues } from '../../shared/adapters/queues.ts';
import { noticeContracts } from '../../shared/api/notices.ts';
import { httpHandler } from '../../shared/middleware/http-handler.ts';
import { createRoutes } from './create-routes.ts';
import { env as envSchema } from './env.ts';

export const handler = httpHandler(envSchema, noticeContracts, (env) => {
  const client = createDynamoClient();
  const table = createDynamoTable(client, env.CAMPAIGNS_TABLE);
  return createRoutes({
    messages: createMessageStore(table),
    batches: createBatchStore(table),
    people: createPeopleStore(createDynamoTable(client, env.PEOPLE_TABLE)),
    queue: { send: createQueues(), queueUrl: env.MANDATORY_EXPAND_QUEUE },
    clock: systemClock,
    wait: (milliseconds) => wait(milliseconds),
  });
});
