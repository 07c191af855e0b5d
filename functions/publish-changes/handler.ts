/** Every minute → events for others: answers of people, and ended campaigns. */
import { createAnnouncementStore } from '../../shared/adapters/announcement-store.ts';
import { createChangeOutbox, lanes } from '../../shared/adapters/change-outbox.ts';
import { createDynamoClient, createDynamoTable } from '../../shared/adapters/dynamo-table.ts';
import { createEventBus, type RefusedEvent } from '../../shared/adapters/event-bus.ts';
import { createMessageStore } from '../../shared/adapters/message-store.ts';
import { createQueues } from '../../shared/adapters/queues.ts';
import { scheduleHandler } from '../../shared/middleware/schedule-handler.ts';
import { announceCampaigns } from './announce-campaigns.ts';
import { env as envSchema } from './env.ts';
import { publishChanges, sumOf } from './publish-changes.ts';

/** Longer than some rows take, also when the bus is slow. */
const reserveMs = 20_000;

export const handler = scheduleHandler(envSchema, (env) => {
  const client = createDynamoClient();
  const campaigns = createDynamoTable(client, env.CAMPAIGNS_TABLE);
  const send = createQueues();
  const bus = {
    publish: createEventBus(env.EVENT_BUS),
    setAside: (refused: readonly RefusedEvent[]) =>
      send(
        env.REFUSED_QUEUE,
        refused.map((body) => ({ body, group: body.event.office })),
      ),
  };
  const outbox = createChangeOutbox(createDynamoTable(client, env.PEOPLE_TABLE));
  const announcements = createAnnouncementStore(campaigns);
  const messages = createMessageStore(campaigns);
  return async ({ remainingMs, clock }) => {
    const mayGoOn = () => remainingMs() > reserveMs;
    const changes = publishChanges({ outbox, lanes, ...bus, mayGoOn });
    const ends = announceCampaigns({ announcements, messages, ...bus, clock, mayGoOn });
    return { published: await sumOf([changes, ends]) };
  };
});
