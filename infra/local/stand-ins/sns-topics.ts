/** The SNS topics of the template and what is subscribed to them. */
import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { LocalClock } from '../clock.ts';
import type { AsyncInvoker } from '../invoke-later.ts';
import { LocalProblem } from '../problem.ts';
import type { LocalQueues } from '../queues.ts';
import { type Resolve, readProperties, refOf } from '../read-properties.ts';
import { resourcesOf, type Template } from '../template.ts';

export interface Topics {
  has(topicArn: string): boolean;
  /** Hands the message to every subscriber and gives its id; a topic without subscribers takes it and does nothing. */
  publish(topicArn: string, message: string, subject?: string): string;
}

const SubscriptionProperties = z.object({
  TopicArn: z.string(),
  Protocol: z.string(),
  Endpoint: z.string(),
  RawMessageDelivery: z.boolean().default(false),
  FilterPolicy: z.undefined({ error: 'filter policies are not supported' }).optional(),
});
type Subscription = z.infer<typeof SubscriptionProperties>;

interface Notification {
  Type: 'Notification';
  MessageId: string;
  TopicArn: string;
  Subject?: string | undefined;
  Message: string;
  Timestamp: string;
}

/** The envelope of a message that is not delivered raw (SNS guide, sns-message-and-json-formats). */
function envelope(notification: Notification): Record<string, unknown> {
  return {
    ...notification,
    SignatureVersion: '1',
    Signature: 'local',
    SigningCertURL: 'https://sns.local/certificate.pem',
    UnsubscribeURL: 'https://sns.local/unsubscribe',
  };
}

/** Reads topics and subscriptions; one that cannot be served here is a `LocalProblem`. */
export function createTopics(options: {
  template: Template;
  resolve: Resolve;
  queues: LocalQueues;
  functions: AsyncInvoker;
  clock: LocalClock;
}): Topics {
  const { template, resolve, queues, functions, clock } = options;
  const subscribers = new Map<string, ((notification: Notification) => void)[]>(
    resourcesOf(template, 'AWS::SNS::Topic').map(([id]) => [refOf(id, resolve), []]),
  );
  const deliverer = (id: string, subscription: Subscription): ((notification: Notification) => void) => {
    const queue = queues.byArn(subscription.Endpoint);
    if (subscription.Protocol === 'sqs' && queue) {
      const isRaw = subscription.RawMessageDelivery;
      return (notification) =>
        queue.send(isRaw ? notification.Message : JSON.stringify(envelope(notification)));
    }
    if (subscription.Protocol === 'lambda' && functions.has(subscription.Endpoint)) {
      const source = { EventSource: 'aws:sns', EventVersion: '1.0', EventSubscriptionArn: id };
      return (notification) => {
        functions.invokeLater(subscription.Endpoint, {
          Records: [{ ...source, Sns: envelope(notification) }],
        });
      };
    }
    throw new LocalProblem(
      `Subscription ${id} delivers by ${subscription.Protocol} to ${subscription.Endpoint}, which the local run cannot.`,
      'Subscribe a queue or a function of the template, or teach infra/local/stand-ins/sns-topics.ts more.',
    );
  };
  for (const resource of resourcesOf(template, 'AWS::SNS::Subscription')) {
    const subscription = readProperties(SubscriptionProperties, resource, resolve);
    const list = subscribers.get(subscription.TopicArn) ?? [];
    list.push(deliverer(resource[0], subscription));
    subscribers.set(subscription.TopicArn, list);
  }
  return {
    has: (topicArn) => subscribers.has(topicArn),
    publish: (topicArn, message, subject) => {
      const notification: Notification = {
        Type: 'Notification',
        MessageId: randomUUID(),
        TopicArn: topicArn,
        Subject: subject,
        Message: message,
        Timestamp: clock.iso(),
      };
      for (const deliver of subscribers.get(topicArn) ?? []) deliver(notification);
      return notification.MessageId;
    },
  };
}
