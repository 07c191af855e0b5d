/** Push and SMS out of the house: Amazon SNS, Publish. */
import { PublishCommand, type PublishCommandInput, SNSClient } from '@aws-sdk/client-sns';
import { classifySendError, type SendFailure } from './send-errors.ts';

export type Publish = (
  input: PublishCommandInput,
) => Promise<{ kind: 'accepted'; providerId: string } | SendFailure>;

/** One attempt a call, as for mail: SNS has no idempotency token for endpoints and phone numbers. */
export function createPublisher(client: SNSClient = new SNSClient({ maxAttempts: 1 })): Publish {
  return async (input) => {
    try {
      const answer = await client.send(new PublishCommand(input));
      return answer.MessageId ? { kind: 'accepted', providerId: answer.MessageId } : { kind: 'unknown' };
    } catch (error) {
      return classifySendError(error);
    }
  };
}
