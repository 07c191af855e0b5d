/** Queue of one lane's expanders → decisions in batches, or the counts of a plan or of the reach. */
import { ExpandSlice } from '../../events/expand-slice.ts';
import { createAnswerStore } from '../../shared/adapters/answer-store.ts';
import { createBatchStore } from '../../shared/adapters/batch-store.ts';
import { systemClock } from '../../shared/adapters/clock.ts';
import { createDynamoClient, createDynamoTable } from '../../shared/adapters/dynamo-table.ts';
import { createMessageStore } from '../../shared/adapters/message-store.ts';
import { createPeopleStore } from '../../shared/adapters/people-store.ts';
import { createQueues } from '../../shared/adapters/queues.ts';
import { createSettingsStore } from '../../shared/adapters/settings-store.ts';
import { queueHandler } from '../../shared/middleware/queue-handler.ts';
import { reachSlice } from '../../shared/use-cases/count-reach.ts';
import { expandSlice } from '../../shared/use-cases/expand-slice.ts';
import { planSlice } from '../../shared/use-cases/plan-slice.ts';
import { runRound } from '../../shared/use-cases/run-round.ts';
import type { ExpandDeps } from '../../shared/use-cases/slice-work.ts';
import { wakeSenders } from '../../shared/use-cases/wake-senders.ts';
import { env as envSchema } from './env.ts';
import { queuesOf } from './queues-of.ts';

export const handler = queueHandler(
  envSchema,
  ExpandSlice,
  (env) => {
    const client = createDynamoClient();
    const campaigns = createDynamoTable(client, env.CAMPAIGNS_TABLE);
    const messages = createMessageStore(campaigns);
    const batches = createBatchStore(campaigns);
    const settings = createSettingsStore(campaigns);
    const answers = createAnswerStore(campaigns);
    const people = createPeopleStore(createDynamoTable(client, env.PEOPLE_TABLE));
    const send = createQueues();
    const { expanders, senders } = queuesOf(env);
    return async (command, { now, remainingMs }) => {
      if (command.planId !== undefined)
        return planSlice({ messages, batches, people, settings, answers, now }, command, command.planId);
      if (command.reachId !== undefined && env.LANE === 'mandatory')
        return reachSlice({ messages, batches, people, answers, now }, command, command.reachId);
      const deps: ExpandDeps = {
        messages,
        batches,
        people,
        wakeSenders: (pointers) => wakeSenders(send, senders, pointers),
        repeat: (again, delaySeconds) =>
          send(expanders, [{ body: again, group: again.office, delaySeconds }]),
        clock: systemClock,
        remainingMs,
      };
      return env.LANE === 'marketing'
        ? expandSlice(deps, command)
        : runRound({ ...deps, people, answers }, command);
    };
  },
  { concurrency: 4 },
);
