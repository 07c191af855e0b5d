/** Queue of SMS batches of the mandatory lane → SNS. */
import { DeliverBatch } from '../../events/deliver-batch.ts';
import { createPublisher } from '../../shared/adapters/pusher.ts';
import { queueHandler } from '../../shared/middleware/queue-handler.ts';
import { createDeliveryWorker } from '../../shared/use-cases/deliver-wiring.ts';
import { createSmsGateway } from '../../shared/use-cases/sms-gateway.ts';
import { env as envSchema } from './env.ts';

export const handler = queueHandler(envSchema, DeliverBatch, (env) =>
  createDeliveryWorker(env, () => {
    const gateway = createSmsGateway({ publish: createPublisher() });
    return async () => gateway;
  }),
);
