/** The gateway for tests over SES and SNS. */
import type * as z from 'zod';
import { createMailer } from '../../shared/adapters/mailer.ts';
import { createEndpointClient, createPushEndpoints } from '../../shared/adapters/push-endpoints.ts';
import { createPublisher } from '../../shared/adapters/pusher.ts';
import { createTestGateway, type TestGateway } from '../../shared/use-cases/test-gateway.ts';
import type { env } from './env.ts';

export function wireTests({
  TESTS_CONFIGURATION_SET: configurationSet,
  PLATFORM_APPLICATION_ARN: platformApplicationArn,
  PUBLIC_URL: publicUrl,
}: z.output<typeof env>): TestGateway {
  const endpoints = createPushEndpoints(createEndpointClient());
  return createTestGateway({
    send: createMailer(),
    publish: createPublisher(),
    createEndpoint: (token) => endpoints.createEndpoint({ platformApplicationArn, token }),
    configurationSet,
    publicUrl,
  });
}
