/** HTTP: campaigns with their templates and office settings, and what their writers look up. */
import { setTimeout as wait } from 'node:timers/promises';
import { createBatchStore } from '../../shared/adapters/batch-store.ts';
import { systemClock } from '../../shared/adapters/clock.ts';
import { createDynamoClient, createDynamoTable } from '../../shared/adapters/dynamo-table.ts';
import { createMessageStore } from '../../shared/adapters/message-store.ts';
import { createPeopleStore } from '../../shared/adapters/people-store.ts';
import { createQueues } from '../../shared/adapters/queues.ts';
import { createSettingsStore } from '../../shared/adapters/settings-store.ts';
import { createSubmissionStore } from '../../shared/adapters/submission-store.ts';
import { createTemplateStore } from '../../shared/adapters/template-store.ts';
import { createTotalsStore } from '../../shared/adapters/totals-store.ts';
import { httpHandler } from '../../shared/middleware/http-handler.ts';
import { wakeSenders } from '../../shared/use-cases/wake-senders.ts';
import { contracts, createRoutes } from './create-routes.ts';
import { env as envSchema } from './env.ts';
import { wireTests } from './wire-tests.ts';

export const handler = httpHandler(envSchema, contracts, (env) => {
  const client = createDynamoClient();
  const table = createDynamoTable(client, env.CAMPAIGNS_TABLE);
  const send = createQueues();
  const senders = { email: env.MARKETING_EMAIL_QUEUE, push: env.MARKETING_PUSH_QUEUE };
  return createRoutes(
    {
      messages: createMessageStore(table),
      batches: createBatchStore(table),
      settings: createSettingsStore(table),
      templates: createTemplateStore(table),
      tests: wireTests(env),
      people: createPeopleStore(createDynamoTable(client, env.PEOPLE_TABLE)),
      queue: { send, queueUrl: env.MARKETING_EXPAND_QUEUE },
      wakeSenders: (pointers) => wakeSenders(send, senders, pointers),
      clock: systemClock,
      wait: (milliseconds) => wait(milliseconds),
      submissions: createSubmissionStore(table),
      totals: createTotalsStore(table),
      elapsed: () => performance.now(),
      sendRatePercent: env.SEND_RATE_PERCENT,
    },
    env.PUBLIC_URL,
  );
});
