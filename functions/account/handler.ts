/** Entry point of the account API. */
import { createAnswerStore } from '../../shared/adapters/answer-store.ts';
import { createBatchStore } from '../../shared/adapters/batch-store.ts';
import { createDynamoClient, createDynamoTable } from '../../shared/adapters/dynamo-table.ts';
import { loadKeyring } from '../../shared/adapters/keyring.ts';
import { createMessageStore } from '../../shared/adapters/message-store.ts';
import { once } from '../../shared/adapters/once.ts';
import { createPeopleStore } from '../../shared/adapters/people-store.ts';
import { accountContracts } from '../../shared/api/account.ts';
import { httpHandler } from '../../shared/middleware/http-handler.ts';
import { env } from './env.ts';
import { accountRoutes } from './routes.ts';

export const handler = httpHandler(env, accountContracts, (variables) => {
  const client = createDynamoClient();
  const campaigns = createDynamoTable(client, variables.CAMPAIGNS_TABLE);
  const stores = {
    people: createPeopleStore(createDynamoTable(client, variables.PEOPLE_TABLE)),
    messages: createMessageStore(campaigns),
    batches: createBatchStore(campaigns),
    answers: createAnswerStore(campaigns),
  };
  const keyring = once(() => loadKeyring(variables.KEYS_SECRET));
  return accountRoutes(async () => ({ ...stores, keyring: await keyring() }));
});
