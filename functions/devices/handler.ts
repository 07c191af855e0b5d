/** Entry point of the device API. */
import { createAccountTokens } from '../../shared/adapters/account-tokens.ts';
import { createAnswerStore } from '../../shared/adapters/answer-store.ts';
import { createBatchStore } from '../../shared/adapters/batch-store.ts';
import { createDynamoClient, createDynamoTable } from '../../shared/adapters/dynamo-table.ts';
import { loadKeyring } from '../../shared/adapters/keyring.ts';
import { createMessageStore } from '../../shared/adapters/message-store.ts';
import { once } from '../../shared/adapters/once.ts';
import { createPeopleStore } from '../../shared/adapters/people-store.ts';
import { createEndpointClient, createPushEndpoints } from '../../shared/adapters/push-endpoints.ts';
import { createQueues } from '../../shared/adapters/queues.ts';
import { createReceiptStore } from '../../shared/adapters/receipt-store.ts';
import { deviceContracts } from '../../shared/api/devices.ts';
import { httpHandler } from '../../shared/middleware/http-handler.ts';
import { createAcknowledge } from './acknowledge-notice.ts';
import { connectEndpoints } from './connect-endpoints.ts';
import { createReports } from './create-reports.ts';
import { env } from './env.ts';
import { deviceRoutes } from './routes.ts';

export const handler = httpHandler(env, deviceContracts, (variables) => {
  const client = createDynamoClient();
  const table = createDynamoTable(client, variables.PEOPLE_TABLE);
  const campaigns = createDynamoTable(client, variables.CAMPAIGNS_TABLE);
  const people = createPeopleStore(table);
  const messages = createMessageStore(campaigns);
  const batches = createBatchStore(campaigns);
  const stores = {
    people,
    receipts: createReceiptStore(table),
    readAccount: createAccountTokens({
      issuer: variables.ACCOUNT_ISSUER,
      clientId: variables.ACCOUNT_CLIENT,
      keysUrl: variables.ACCOUNT_KEYS_URL,
    }),
    loadMessage: messages.load,
    acknowledge: createAcknowledge({ people, messages, batches, answers: createAnswerStore(campaigns) }),
    ...createReports(createQueues(), variables.FEEDBACK_QUEUE),
    ...connectEndpoints(createPushEndpoints(createEndpointClient()), variables.PLATFORM_APPLICATION_ARN),
  };
  const keyring = once(() => loadKeyring(variables.KEYS_SECRET));
  return deviceRoutes(async () => ({ ...stores, keyring: await keyring() }));
});
