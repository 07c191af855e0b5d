/** Entry point of the recorder of what SES, SNS and devices report. */
import { createBatchStore } from '../../shared/adapters/batch-store.ts';
import { systemClock } from '../../shared/adapters/clock.ts';
import { createDynamoClient, createDynamoTable } from '../../shared/adapters/dynamo-table.ts';
import { createEngagementStore } from '../../shared/adapters/engagement-store.ts';
import { FeedbackMessage } from '../../shared/adapters/feedback-events.ts';
import { loadKeyring } from '../../shared/adapters/keyring.ts';
import { createMessageStore } from '../../shared/adapters/message-store.ts';
import { once } from '../../shared/adapters/once.ts';
import { createPeopleStore } from '../../shared/adapters/people-store.ts';
import { createQueues } from '../../shared/adapters/queues.ts';
import { remembered } from '../../shared/adapters/remembered.ts';
import { queueHandler } from '../../shared/middleware/queue-handler.ts';
import { logger } from '../../shared/middleware/telemetry.ts';
import { createAskTurns } from '../../shared/use-cases/ask-turns.ts';
import { createBreakerWatch } from '../../shared/use-cases/watch-breaker.ts';
import { env } from './env.ts';
import { createNoticeTurns } from './notice-turns.ts';
import { recordFeedback } from './record-feedback.ts';
import { outcomeRecorders } from './record-outcome.ts';

export const handler = queueHandler(
  env,
  FeedbackMessage,
  (variables) => {
    const client = createDynamoClient();
    const campaigns = createDynamoTable(client, variables.CAMPAIGNS_TABLE);
    const messages = createMessageStore(campaigns);
    // Only what a message that has been sent keeps is read.
    const known = { ...messages, load: remembered(messages.load) };
    const recorders = outcomeRecorders({
      messages: known,
      batches: createBatchStore(campaigns),
      engagement: createEngagementStore(campaigns),
    });
    const people = createPeopleStore(createDynamoTable(client, variables.PEOPLE_TABLE));
    const keyring = once(() => loadKeyring(variables.KEYS_SECRET));
    const queue = { send: createQueues(), queueUrl: variables.MANDATORY_EXPAND_QUEUE };
    const notices = createNoticeTurns({
      messages: known,
      people,
      askTurns: createAskTurns({ messages, queue, clock: systemClock }),
    });
    const deps = { people, notices, watchBreaker: createBreakerWatch(messages), ...recorders };
    return async (event, { now }) => {
      const recorded = await recordFeedback({ ...deps, keyring: await keyring() }, event, now);
      if (recorded.kind === 'ignored') logger.info('feedback ignored', { reason: recorded.reason });
    };
  },
  { concurrency: 5 },
);
