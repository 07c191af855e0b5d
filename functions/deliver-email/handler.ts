/** Queue of one lane's email batches → SES. */
import { DeliverBatch } from '../../events/deliver-batch.ts';
import { systemClock } from '../../shared/adapters/clock.ts';
import { loadKeyring } from '../../shared/adapters/keyring.ts';
import { createMailer } from '../../shared/adapters/mailer.ts';
import { once } from '../../shared/adapters/once.ts';
import { queueHandler } from '../../shared/middleware/queue-handler.ts';
import { createDeliveryWorker } from '../../shared/use-cases/deliver-wiring.ts';
import { createEmailGateway } from '../../shared/use-cases/email-gateway.ts';
import { env as envSchema } from './env.ts';

export const handler = queueHandler(envSchema, DeliverBatch, (env) => {
  const sets =
    env.LANE === 'marketing'
      ? {
          configurationSet: env.MARKETING_CONFIGURATION_SET,
          measuredConfigurationSet: env.MARKETING_MEASURED_CONFIGURATION_SET,
        }
      : { configurationSet: env.MANDATORY_CONFIGURATION_SET };
  return createDeliveryWorker(env, () =>
    once(async () =>
      createEmailGateway({
        send: createMailer(),
        keyring: await loadKeyring(env.KEYS_SECRET),
        ...sets,
        publicUrl: env.PUBLIC_URL,
        clock: systemClock,
      }),
    ),
  );
});
