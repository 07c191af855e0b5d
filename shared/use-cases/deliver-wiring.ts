/** What the three senders have in common: the stores of a delivery and the way back to their own queue. */
import { setTimeout as wait } from 'node:timers/promises';
import type { DeliverBatch } from '../../events/deliver-batch.ts';
import { createAnswerStore } from '../adapters/answer-store.ts';
import { createBatchStore } from '../adapters/batch-store.ts';
import { systemClock } from '../adapters/clock.ts';
import { createDynamoClient, createDynamoTable } from '../adapters/dynamo-table.ts';
import { createMessageStore } from '../adapters/message-store.ts';
import { createPeopleStore, type PeopleStore } from '../adapters/people-store.ts';
import { createQueues } from '../adapters/queues.ts';
import { createRateStore } from '../adapters/rate-store.ts';
import { createSettingsStore } from '../adapters/settings-store.ts';
import type { Table } from '../adapters/table.ts';
import { createAskTurns } from './ask-turns.ts';
import { type Delivered, deliverBatch } from './deliver-batch.ts';
import type { Gateway } from './hand-over.ts';
import { createPace, createTakeTime, type PaceDeps } from './pace-sends.ts';
import { wakeSenders } from './wake-senders.ts';

export interface DeliveryEnv {
  PEOPLE_TABLE: string;
  CAMPAIGNS_TABLE: string;
  QUEUE: string;
  /** Absent for SMS, which marketing does not have. */
  SEND_RATE_PERCENT?: number;
  /** Of notices alone. */
  MANDATORY_EXPAND_QUEUE?: string;
}

/** A worker on batches of one channel. The gateway may take a while to make (keys are read once): it is awaited per batch. */
export function createDeliveryWorker(
  env: DeliveryEnv,
  makeGateway: (people: PeopleStore) => () => Promise<Gateway>,
): (command: DeliverBatch) => Promise<Delivered> {
  const client = createDynamoClient();
  const campaigns = createDynamoTable(client, env.CAMPAIGNS_TABLE);
  const people = createPeopleStore(createDynamoTable(client, env.PEOPLE_TABLE));
  const messages = createMessageStore(campaigns);
  const batches = createBatchStore(campaigns);
  const send = createQueues();
  const gatewayOf = makeGateway(people);
  const rates = ratesOf(env, campaigns);
  const queueUrl = env.MANDATORY_EXPAND_QUEUE;
  const askTurns =
    queueUrl === undefined
      ? undefined
      : createAskTurns({ messages, queue: { send, queueUrl }, clock: systemClock });
  return async ({ name: _name, version: _version, ...pointer }) =>
    deliverBatch(
      {
        messages,
        batches,
        people,
        gateway: await gatewayOf(),
        ...(queueUrl === undefined
          ? { pace: rates && createPace(rates) }
          : { takeTime: rates && createTakeTime(rates) }),
        askTurns,
        answers: queueUrl === undefined ? undefined : createAnswerStore(campaigns),
        wakeLater: (again, delaySeconds) =>
          wakeSenders(send, { [again.channel]: env.QUEUE }, [again], delaySeconds),
        clock: systemClock,
      },
      pointer,
    );
}

function ratesOf({ SEND_RATE_PERCENT: percent }: DeliveryEnv, campaigns: Table): PaceDeps | undefined {
  if (percent === undefined) return undefined;
  return {
    rates: createRateStore(campaigns),
    settings: createSettingsStore(campaigns),
    percent,
    clock: systemClock,
    wait: (milliseconds) => wait(milliseconds),
    random: Math.random,
  };
}
