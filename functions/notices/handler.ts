/** HTTP: mandatory notices. */
import { setTimeout as wait } from 'node:timers/promises';
import { createAnswerStore } from '../../shared/adapters/answer-store.ts';
import { createBatchStore } from '../../shared/adapters/batch-store.ts';
import { systemClock } from '../../shared/adapters/clock.ts';
import { createDynamoClient, createDynamoTable } from '../../shared/adapters/dynamo-table.ts';
import { createListReadStore } from '../../shared/adapters/list-read-store.ts';
import { createMessageStore } from '../../shared/adapters/message-store.ts';
import { createPeopleStore } from '../../shared/adapters/people-store.ts';
import { createQueues } from '../../shared/adapters/queues.ts';
import { createNoticeSubmissionStore } from '../../shared/adapters/submission-store.ts';
import { createTemplateStore } from '../../shared/adapters/template-store.ts';
import { noticeDraftingContracts } from '../../shared/api/notice-drafting.ts';
import { noticeReachContracts } from '../../shared/api/notice-reach.ts';
import { noticeContracts } from '../../shared/api/notices.ts';
import { httpHandler } from '../../shared/middleware/http-handler.ts';
import { createRoutes } from './create-routes.ts';
import { env as envSchema } from './env.ts';

const contracts = { ...noticeContracts, ...noticeDraftingContracts, ...noticeReachContracts };

export const handler = httpHandler(envSchema, contracts, (env) => {
  const client = createDynamoClient();
  const table = createDynamoTable(client, env.CAMPAIGNS_TABLE);
  return createRoutes({
    messages: createMessageStore(table),
    submissions: createNoticeSubmissionStore(table),
    templates: createTemplateStore(table),
    batches: createBatchStore(table),
    answers: createAnswerStore(table),
    listReads: createListReadStore(table),
    people: createPeopleStore(createDynamoTable(client, env.PEOPLE_TABLE)),
    publicUrl: env.PUBLIC_URL,
    queue: { send: createQueues(), queueUrl: env.MANDATORY_EXPAND_QUEUE },
    clock: systemClock,
    wait: (milliseconds) => wait(milliseconds),
  });
});
