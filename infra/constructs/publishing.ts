/** What others may know (policy P-11): the bus of a cell, and the one function that puts events on it. Who subscribes adds rules of their own. */
import { Duration } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { eventSource } from '../../events/index.ts';
import { env as publishEnv } from '../../functions/publish-changes/env.ts';
import { alarmPeriod } from './alarms.ts';
import type { CellContext } from './cell-context.ts';
import { type CellParts, tableNames } from './cell-parts.ts';
import { ServiceFunction } from './service-function.ts';

const archiveDays = 30;

/** The bus, its archive for replays, and the publisher with its own clock: a long backlog never holds up campaigns. */
export function createPublishing(scope: Construct, parts: CellParts): void {
  const { context, bundleOf, storage } = parts;
  const impact =
    'Other group companies do not learn of choices and ended campaigns; nothing is lost, it waits.';
  const refused = createRefusedQueue(scope, context);
  const bus = createBus(scope, context, refused);
  const worker = new ServiceFunction(scope, 'PublishChanges', {
    context,
    name: 'publish-changes',
    bundle: bundleOf('publish-changes'),
    env: publishEnv,
    environment: {
      ...tableNames(parts),
      EVENT_BUS: bus.eventBusName,
      REFUSED_QUEUE: refused.queueUrl,
    },
    // Shorter than the minute of its clock: two runs never publish the same rows side by side.
    timeout: Duration.seconds(55),
    memoryMegabytes: 256,
    errorImpact: impact,
    runbook: 'publish-changes',
  });
  storage.grantChange(storage.people, worker);
  storage.grantChange(storage.campaigns, worker);
  refused.grantSendMessages(worker.function);
  bus.grantPutEventsTo(worker.function);
  new events.Rule(scope, 'EveryMinutePublish', {
    schedule: events.Schedule.rate(Duration.minutes(1)),
    targets: [new LambdaFunction(worker.function, { retryAttempts: 0, maxEventAge: Duration.minutes(1) })],
  });
  context.alarms.add(scope, 'PublishSilent', {
    metric: worker.function.metricInvocations({ period: Duration.minutes(5) }),
    threshold: 1,
    onSilence: true,
    errorImpact: impact,
    runbook: 'publish-changes',
  });
}

/** No resource policy: only roles of this account reach it. What cannot be encrypted or decrypted goes to the refused ones. */
function createBus(scope: Construct, { prefix, key }: CellContext, refused: sqs.Queue): events.EventBus {
  const bus = new events.EventBus(scope, 'Events', {
    eventBusName: prefix,
    description: 'What Xperia Notify tells others: ids, purposes and states only',
    ...(key && { kmsKey: key, deadLetterQueue: refused }),
  });
  // Not `bus.archive`, which drops the key.
  new events.Archive(scope, 'EventArchive', {
    sourceEventBus: bus,
    archiveName: prefix,
    description: 'For replays to a subscriber that missed events',
    eventPattern: { source: [eventSource] },
    retention: Duration.days(archiveDays),
    ...(key && { kmsKey: key }),
  });
  if (key) {
    refused.addToResourcePolicy(
      new iam.PolicyStatement({
        principals: [new iam.ServicePrincipal('events.amazonaws.com')],
        actions: ['sqs:SendMessage'],
        resources: [refused.queueArn],
        conditions: { ArnEquals: { 'aws:SourceArn': bus.eventBusArn } },
      }),
    );
  }
  return bus;
}

/** Dead letters: events that the bus will never take. */
function createRefusedQueue(scope: Construct, { prefix, key, alarms }: CellContext): sqs.Queue {
  const queue = new sqs.Queue(scope, 'RefusedEvents', {
    queueName: `${prefix}-events-dead-letters`,
    retentionPeriod: Duration.days(14),
    enforceSSL: true,
    encryption: key ? sqs.QueueEncryption.KMS : sqs.QueueEncryption.SQS_MANAGED,
    encryptionMasterKey: key,
    ...(key && { dataKeyReuse: Duration.hours(1) }),
  });
  alarms.add(scope, 'RefusedEventsFound', {
    metric: queue.metricApproximateNumberOfMessagesVisible({ period: alarmPeriod, statistic: 'Maximum' }),
    threshold: 1,
    errorImpact: 'Others did not get an event about a choice or a campaign.',
    runbook: 'refused-events',
  });
  return queue;
}
