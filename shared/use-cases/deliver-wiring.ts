/** What the three senders have in common: the stores of a delivery and the way back to their own queue. */
import type { DeliverBatch } from '../../events/deliver-batch.ts';
import { createBatchStore } from '../adapters/batch-store.ts';
import { systemClock } from '../adapters/clock.ts';
import { createDynamoClient, createDynamoTable } from '../adapters/dynamo-table.ts';
import { createMessageStore } from '../adapters/message-store.ts';
import { createPeopleStore, type PeopleStore } from '../adapters/people-store.ts';
import { createQueues } from '../adapters/queues.ts';
import { type Delivered, deliverBatch } from './deliver-batch.ts';
import type { Gateway } from './hand-over.ts';
import { wakeSenders } from './wake-senders.ts';

export interface DeliveryEnv {
  PEOPLE_TABLE: string;
  CAMPAIGNS_TABLE: string;
  QUEUE: string;
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
  return async ({ name: _name, version: _version, ...pointer }) =>
    deliverBatch(
      {
        messages,
        batches,
        people,
        gateway: await gatewayOf(),
        wakeLater: (again, delaySeconds) =>
          wakeSenders(send, { [again.channel]: env.QUEUE }, [again], delaySeconds),
        clock: systemClock,
      },
      pointer,
    );
}
