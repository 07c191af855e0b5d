/** Every minute → what is due. */
import { createBatchStore } from '../../shared/adapters/batch-store.ts';
import { systemClock } from '../../shared/adapters/clock.ts';
import { createDynamoClient, createDynamoTable } from '../../shared/adapters/dynamo-table.ts';
import { createLetterStore } from '../../shared/adapters/letter-store.ts';
import { createMessageStore } from '../../shared/adapters/message-store.ts';
import { createQueues } from '../../shared/adapters/queues.ts';
import { scheduleHandler } from '../../shared/middleware/schedule-handler.ts';
import { wakeExpanders } from '../../shared/use-cases/start-message.ts';
import { createWakeLetters } from '../../shared/use-cases/wake-letters.ts';
import { wakeSenders } from '../../shared/use-cases/wake-senders.ts';
import { env as envSchema } from './env.ts';
import { runDue } from './run-due.ts';

export const handler = scheduleHandler(envSchema, (env) => {
  const client = createDynamoClient();
  const table = createDynamoTable(client, env.CAMPAIGNS_TABLE);
  const letters = createLetterStore(createDynamoTable(client, env.PEOPLE_TABLE));
  const messages = createMessageStore(table);
  const batches = createBatchStore(table);
  const send = createQueues();
  const expanders = { campaign: env.MARKETING_EXPAND_QUEUE, notice: env.MANDATORY_EXPAND_QUEUE };
  const senders = {
    campaign: { email: env.MARKETING_EMAIL_QUEUE, push: env.MARKETING_PUSH_QUEUE },
    notice: {
      email: env.MANDATORY_EMAIL_QUEUE,
      push: env.MANDATORY_PUSH_QUEUE,
      sms: env.MANDATORY_SMS_QUEUE,
    },
  };
  const wakeLetters = createWakeLetters(send, env.LETTERS_QUEUE);
  return () =>
    runDue({
      messages,
      batches,
      letters,
      wakeLetters,
      wakeSenders: (lane, pointers) => wakeSenders(send, senders[lane], pointers),
      wakeExpanders: (record, slices) =>
        wakeExpanders({ send, queueUrl: expanders[record.type] }, record, { slices }),
      clock: systemClock,
    });
});
