/** Wake-ups on SQS. Queues carry pointers only (policy P-12); `MessageGroupId` is the office, so that one office's campaign does not starve another (fair queues). */
import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';

export interface Wakeup {
  body: unknown;
  /** Fair-queue group: the office. */
  group: string;
  /** 0 to 900. */
  delaySeconds?: number | undefined;
}

export type SendWakeups = (queueUrl: string, wakeups: readonly Wakeup[]) => Promise<void>;

const batchLimit = 10;
const parallelRequests = 4;

/** Sends any number of wake-ups. Throws when the queue refuses one: the caller's record then comes back. */
export function createQueues(client: SQSClient = new SQSClient({})): SendWakeups {
  return async (queueUrl, wakeups) => {
    const requests: Wakeup[][] = [];
    for (let start = 0; start < wakeups.length; start += batchLimit)
      requests.push(wakeups.slice(start, start + batchLimit));
    for (let start = 0; start < requests.length; start += parallelRequests) {
      await Promise.all(
        requests.slice(start, start + parallelRequests).map((request) => send(client, queueUrl, request)),
      );
    }
  };
}

async function send(client: SQSClient, queueUrl: string, wakeups: readonly Wakeup[]): Promise<void> {
  const answer = await client.send(
    new SendMessageBatchCommand({
      QueueUrl: queueUrl,
      Entries: wakeups.map(({ body, group, delaySeconds }, index) => ({
        Id: String(index),
        MessageBody: JSON.stringify(body),
        MessageGroupId: group,
        DelaySeconds: delaySeconds,
      })),
    }),
  );
  const [failure] = answer.Failed ?? [];
  if (failure) throw new Error(`The queue refused a wake-up: ${failure.Code}`);
}
