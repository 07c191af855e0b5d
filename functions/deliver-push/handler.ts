/** Queue of one lane's push batches → SNS mobile push. */
import { DeliverBatch } from '../../events/deliver-batch.ts';
import { systemClock } from '../../shared/adapters/clock.ts';
import { loadKeyring } from '../../shared/adapters/keyring.ts';
import { once } from '../../shared/adapters/once.ts';
import { createEndpointClient, createPushEndpoints } from '../../shared/adapters/push-endpoints.ts';
import { createPublisher } from '../../shared/adapters/pusher.ts';
import { queueHandler } from '../../shared/middleware/queue-handler.ts';
import { createDeliveryWorker } from '../../shared/use-cases/deliver-wiring.ts';
import { createNoticeLink } from '../../shared/use-cases/notice-link.ts';
import { createPushGateway } from '../../shared/use-cases/push-gateway.ts';
import { env as envSchema } from './env.ts';

export const handler = queueHandler(envSchema, DeliverBatch, (env) => {
  const endpoints = createPushEndpoints(createEndpointClient());
  const platformApplicationArn = env.PLATFORM_APPLICATION_ARN;
  return createDeliveryWorker(env, (people) =>
    once(async () => {
      const keyring = await loadKeyring(env.KEYS_SECRET);
      return createPushGateway({
        publish: createPublisher(),
        createEndpoint: (token) => endpoints.createEndpoint({ platformApplicationArn, token }),
        people,
        keyring,
        noticeLink: env.LANE === 'mandatory' ? createNoticeLink(keyring, env.PUBLIC_URL) : undefined,
        clock: systemClock,
      });
    }),
  );
});
