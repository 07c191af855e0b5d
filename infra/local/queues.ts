/** The queues of the template in an in-process SQS. Their messages do not outlive the process: state is in the tables, and `tick` wakes again. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createRequestHandler } from 'local-aws-sqs';
import * as z from 'zod';
import { attributeOf, type Resolve, readProperties } from './read-properties.ts';
import { account } from './references.ts';
import { resourcesOf, type Template } from './template.ts';

const QueueProperties = z.object({
  VisibilityTimeout: z.coerce.number().optional(),
  DelaySeconds: z.coerce.number().optional(),
  MessageRetentionPeriod: z.coerce.number().optional(),
  RedrivePolicy: z.object({ deadLetterTargetArn: z.string(), maxReceiveCount: z.coerce.number() }).optional(),
});

const StoredMessage = z.object({
  MessageId: z.string(),
  ReceiptHandle: z.string(),
  MessageBody: z.string(),
  MD5OfMessageBody: z.string(),
  attributes: z.record(z.string(), z.string()),
  MessageAttributes: z
    .record(z.string(), z.object({ DataType: z.string(), StringValue: z.string().optional() }))
    .optional(),
});
export type StoredMessage = z.infer<typeof StoredMessage>;

export interface LocalQueue {
  arn: string;
  send(body: string): void;
  /** Messages that a receive would get now. */
  waiting(): number;
  /** Up to `max` messages, hidden from then on for the visibility time-out. */
  receive(max: number): Promise<StoredMessage[]>;
  remove(receiptHandle: string): void;
  /** Calls `listener` after something may have been sent. */
  onSent(listener: () => void): void;
}

export interface LocalQueues {
  byArn(arn: string): LocalQueue | undefined;
  /** The SQS API over HTTP. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

type Service = ReturnType<typeof createRequestHandler>['service'];
type Queue = Service['Queues'][number];

/** The library shows a message one turn of its timers after it was sent. */
const visibleAfterMs = 3;

/** Tells the listeners once for all that is sent within the delay. */
function createSignal() {
  const listeners = new Set<() => void>();
  let isRaised = false;
  const tell = () => {
    isRaised = false;
    for (const listener of listeners) listener();
  };
  return {
    raise: () => {
      if (isRaised) return;
      isRaised = true;
      setTimeout(tell, visibleAfterMs);
    },
    listen: (listener: () => void) => {
      listeners.add(listener);
    },
  };
}
type Signal = ReturnType<typeof createSignal>;

function adapt(queue: Queue, arn: string, signal: Signal): LocalQueue {
  return {
    arn,
    send: (body) => {
      queue.setRecord({ MessageBody: body });
      signal.raise();
    },
    waiting: () => {
      const counts = queue.getAttributes([
        'ApproximateNumberOfMessages',
        'ApproximateNumberOfMessagesNotVisible',
      ]);
      return (
        Number(counts.ApproximateNumberOfMessages) - Number(counts.ApproximateNumberOfMessagesNotVisible)
      );
    },
    // The library answers as soon as it has `max` messages, so a caller asks for no more than are waiting.
    receive: async (max) =>
      z.array(StoredMessage).parse(await queue.receive({ MaxNumberOfMessages: max, WaitTimeSeconds: 0 })),
    remove: (receiptHandle) => {
      queue.delete(receiptHandle);
    },
    onSent: signal.listen,
  };
}

function attributesOf(properties: z.infer<typeof QueueProperties>): Record<string, string> {
  const entries = Object.entries(properties).filter(([, value]) => value !== undefined);
  return Object.fromEntries(
    entries.map(([name, value]) => [name, typeof value === 'object' ? JSON.stringify(value) : String(value)]),
  );
}

/** Makes all queues of the template; `awsUrl` and the region are part of their addresses and ARNs. */
export function createQueues(options: {
  template: Template;
  resolve: Resolve;
  awsUrl: string;
  region: string;
}): LocalQueues {
  const { hostname, port } = new URL(options.awsUrl);
  const { service, requestHandler } = createRequestHandler({
    port: Number(port),
    hostname,
    baseUrl: '/sqs/',
    region: options.region,
    accountId: account,
    // A queue may come before its dead-letter queue in the template.
    validateDlqDestination: false,
    queues: resourcesOf(options.template, 'AWS::SQS::Queue').map((resource) => ({
      QueueName: attributeOf(resource[0], 'QueueName', options.resolve),
      Attributes: attributesOf(readProperties(QueueProperties, resource, options.resolve)),
    })),
  });
  const signal = createSignal();
  const adapted = new Map<string, LocalQueue>();
  for (const queue of service.Queues) {
    const arn = `arn:aws:sqs:${options.region}:${account}:${queue.QueueName}`;
    adapted.set(arn, adapt(queue, arn, signal));
  }
  return {
    byArn: (arn) => adapted.get(arn),
    handle: async (request, response) => {
      await requestHandler(request, response);
      if (String(request.headers['x-amz-target']).includes('SendMessage')) signal.raise();
    },
  };
}
