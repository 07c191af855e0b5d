/** Push endpoints as the device API needs them: a device is registered also while SNS is away. */
import type { PushEndpoints } from '../../shared/adapters/push-endpoints.ts';
import { logger } from '../../shared/middleware/telemetry.ts';
import type { DeviceDeps } from './deps.ts';

/** Failures of SNS are logged and left to the sender, which makes a missing endpoint and finds a dead one. */
export function connectEndpoints(
  endpoints: PushEndpoints,
  platformApplicationArn: string,
): Pick<DeviceDeps, 'findEndpoint' | 'dropEndpoint'> {
  return {
    async findEndpoint(token, knownArn) {
      try {
        return await endpoints.ensureEndpoint({ platformApplicationArn, token, knownArn });
      } catch (error) {
        warn('no endpoint for a device yet', error);
        return undefined;
      }
    },
    async dropEndpoint(arn) {
      try {
        await endpoints.deleteEndpoint(arn);
      } catch (error) {
        warn('the endpoint of a device that left is still there', error);
      }
    },
  };
}

/** The name only: the text of an SNS error can hold the token (policy P-12). */
function warn(text: string, error: unknown): void {
  logger.warn(text, { fault: error instanceof Error ? error.name : typeof error });
}
