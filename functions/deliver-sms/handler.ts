/** Queue of SMS batches of the mandatory lane → SNS. */
import { DeliverBatch } from '../../events/deliver-batch.ts';
import { loadKeyring } from '../../shared/adapters/keyring.ts';
import { once } from '../../shared/adapters/once.ts';
import { createPublisher } from '../../shared/adapters/pusher.ts';
import { queueHandler } from '../../shared/middleware/queue-handler.ts';
import { createDeliveryWorker } from '../../shared/use-cases/deliver-wiring.ts';
import { createNoticeLink } from '../../shared/use-cases/notice-link.ts';
import { createSmsGateway } from '../../shared/use-cases/sms-gateway.ts';
import { env as envSchema } from './env.ts';

export const handler = queueHandler(envSchema, DeliverBatch, (env) =>
  createDeliveryWorker(env, () =>
    once(async () =>
      createSmsGateway({
        publish: createPublisher(),
        noticeLink: createNoticeLink(await loadKeyring(env.KEYS_SECRET), env.PUBLIC_URL),
      }),
    ),
  ),
);
