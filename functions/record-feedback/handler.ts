/** Entry point of the recorder of what SES and SNS report. */
import { createBatchStore } from '../../shared/adapters/batch-store.ts';
import { createDynamoClient, createDynamoTable } from '../../shared/adapters/dynamo-table.ts';
import { FeedbackMessage } from '../../shared/adapters/feedback-events.ts';
import { loadKeyring } from '../../shared/adapters/keyring.ts';
import { createMessageStore } from '../../shared/adapters/message-store.ts';
import { once } from '../../shared/adapters/once.ts';
import { createPeopleStore } from '../../shared/adapters/people-store.ts';
import { remembered } from '../../shared/adapters/remembered.ts';
import { queueHandler } from '../../shared/middleware/queue-handler.ts';
import { logger } from '../../shared/middleware/telemetry.ts';
import { env } from './env.ts';
import { recordFeedback } from './record-feedback.ts';
import { recordOutcome } from './record-outcome.ts';

export const handler = queueHandler(
  env,
  FeedbackMessage,
  (variables) => {
    const client = createDynamoClient();
    const campaigns = createDynamoTable(client, variables.CAMPAIGNS_TABLE);
    // Only the channels are read, and a message that has been sent keeps them.
    const messages = { load: remembered(createMessageStore(campaigns).load) };
    const stores = { messages, batches: createBatchStore(campaigns) };
    const people = createPeopleStore(createDynamoTable(client, variables.PEOPLE_TABLE));
    const keyring = once(() => loadKeyring(variables.KEYS_SECRET));
    return async (event, { now }) => {
      const deps = { people, keyring: await keyring(), recordOutcome: recordOutcome.bind(undefined, stores) };
      const recorded = await recordFeedback(deps, event, now);
      if (recorded.kind === 'ignored') logger.info('feedback ignored', { reason: recorded.reason });
    };
  },
  { concurrency: 5 },
);
