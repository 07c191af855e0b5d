/** Functions without a lane or a route: imports, feedback from SES and SNS, and the clock. */
import { Duration } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import { env as lettersEnv } from '../../functions/deliver-letters/env.ts';
import { env as importEnv } from '../../functions/import-people/env.ts';
import { env as feedbackEnv } from '../../functions/record-feedback/env.ts';
import { env as tickEnv } from '../../functions/tick/env.ts';
import { type CellParts, tableNames } from './cell-parts.ts';
import type { Lane } from './lane.ts';
import type { MandatoryLane } from './mandatory-lane.ts';
import { QueueWorker } from './queue-worker.ts';
import { ServiceFunction } from './service-function.ts';

/** Imports: woken by a file, going on through their own queue. */
export function createImports(scope: Construct, { context, bundleOf, storage, files }: CellParts): void {
  const timeout = Duration.minutes(15);
  const impact = 'An import stands still: choices of people in it are not in force yet.';
  const queue = new QueueWorker(scope, 'ImportQueue', {
    context,
    name: 'import',
    workerTimeout: timeout,
    errorImpact: impact,
    runbook: 'import',
  });
  const worker = new ServiceFunction(scope, 'ImportPeople', {
    context,
    name: 'import-people',
    // Rows live for a moment: a small young generation keeps a large file within 300 MB.
    nodeOptions: '--max-semi-space-size=8',
    bundle: bundleOf('import-people'),
    env: importEnv,
    environment: {
      PEOPLE_TABLE: storage.people.tableName,
      FILES_BUCKET: files.bucketName,
      KEYS_SECRET: storage.keys.secretArn,
      IMPORT_QUEUE: queue.queue.queueUrl,
    },
    timeout,
    memoryMegabytes: 512,
    errorImpact: impact,
    runbook: 'import-people',
    wakesItself: true,
  });
  queue.feed(worker, { batchSize: 1, maxConcurrency: 2 });
  queue.queue.grantSendMessages(worker.function);
  storage.grantChange(storage.people, worker);
  storage.grantKeys(worker);
  files.grantFiles(worker);
  files.wake(worker, queue.deadLetters);
}

/** Bounces, complaints, deliveries, opens, clicks and dead push tokens, from both lanes, and what devices say of their pushes. */
export function createFeedback(
  scope: Construct,
  parts: CellParts,
  { lane: mandatory }: MandatoryLane,
): QueueWorker {
  const { context, bundleOf, storage, mail, push } = parts;
  const timeout = Duration.seconds(30);
  const impact = 'Bounces and complaints are not recorded: people who complained may get mail again.';
  const queue = new QueueWorker(scope, 'FeedbackQueue', {
    context,
    name: 'feedback',
    workerTimeout: timeout,
    errorImpact: impact,
    runbook: 'feedback',
  });
  const worker = new ServiceFunction(scope, 'RecordFeedback', {
    context,
    name: 'record-feedback',
    bundle: bundleOf('record-feedback'),
    env: feedbackEnv,
    environment: {
      ...tableNames(parts),
      KEYS_SECRET: storage.keys.secretArn,
      MANDATORY_EXPAND_QUEUE: mandatory.expand.queue.queueUrl,
    },
    timeout,
    memoryMegabytes: 256,
    errorImpact: impact,
    runbook: 'record-feedback',
  });
  queue.feed(worker, { batchSize: 10, maxConcurrency: 10 });
  storage.grantChange(storage.people, worker);
  storage.grantChange(storage.campaigns, worker);
  storage.grantKeys(worker);
  // A bounce of a notice, and a phone that an open notice is about, call for a turn.
  mandatory.expand.queue.grantSendMessages(worker.function);
  for (const topic of [mail.topic, push.topic]) {
    topic.addSubscription(new SqsSubscription(queue.queue, { deadLetterQueue: queue.deadLetters }));
  }
  return queue;
}

/** Letters about people's own choices: double opt-in, and results where the law wants them told. */
export function createLetters(scope: Construct, parts: CellParts): QueueWorker {
  const { context, bundleOf, storage, mail, push, publicUrl } = parts;
  const timeout = Duration.seconds(30);
  const impact = 'People who agreed to mails cannot confirm: their consent does not come into force.';
  const queue = new QueueWorker(scope, 'LettersQueue', {
    context,
    name: 'letters',
    workerTimeout: timeout,
    errorImpact: impact,
    runbook: 'letters',
    longestWait: Duration.minutes(10),
  });
  const worker = new ServiceFunction(scope, 'DeliverLetters', {
    context,
    name: 'deliver-letters',
    bundle: bundleOf('deliver-letters'),
    env: lettersEnv,
    environment: {
      PEOPLE_TABLE: storage.people.tableName,
      KEYS_SECRET: storage.keys.secretArn,
      PUBLIC_URL: publicUrl,
      LETTERS_CONFIGURATION_SET: mail.letters.configurationSetName,
    },
    timeout,
    memoryMegabytes: 256,
    errorImpact: impact,
    runbook: 'deliver-letters',
  });
  queue.feed(worker, { batchSize: 5, maxConcurrency: 5 });
  storage.grantChange(storage.people, worker);
  storage.grantKeys(worker);
  mail.grantSend([mail.letters], worker);
  push.grantPublish(worker);
  return queue;
}

/** The clock, every minute. A run that fails is not repeated: the next one does the same work. */
export function createTick(
  scope: Construct,
  parts: CellParts,
  marketing: Lane,
  { lane: mandatory, sms }: MandatoryLane,
  letters: QueueWorker,
): void {
  const { context, bundleOf, storage } = parts;
  const worker = new ServiceFunction(scope, 'Tick', {
    context,
    name: 'tick',
    bundle: bundleOf('tick'),
    env: tickEnv,
    environment: {
      ...tableNames(parts),
      LETTERS_QUEUE: letters.queue.queueUrl,
      MARKETING_EXPAND_QUEUE: marketing.expand.queue.queueUrl,
      MARKETING_EMAIL_QUEUE: marketing.email.queue.queueUrl,
      MARKETING_PUSH_QUEUE: marketing.push.queue.queueUrl,
      MANDATORY_EXPAND_QUEUE: mandatory.expand.queue.queueUrl,
      MANDATORY_EMAIL_QUEUE: mandatory.email.queue.queueUrl,
      MANDATORY_PUSH_QUEUE: mandatory.push.queue.queueUrl,
      MANDATORY_SMS_QUEUE: sms.queue.queueUrl,
    },
    timeout: Duration.minutes(1),
    memoryMegabytes: 256,
    errorImpact: 'Nothing that is due starts, and nothing that got stuck is repaired.',
    runbook: 'tick',
  });
  storage.grantChange(storage.campaigns, worker);
  storage.grantRead(storage.people, worker);
  const queues = [marketing, mandatory].flatMap(({ expand, email, push }) => [expand, email, push]);
  for (const { queue } of [...queues, sms, letters]) queue.grantSendMessages(worker.function);
  new events.Rule(scope, 'EveryMinute', {
    schedule: events.Schedule.rate(Duration.minutes(1)),
    targets: [new LambdaFunction(worker.function, { retryAttempts: 0, maxEventAge: Duration.minutes(1) })],
  });
  context.alarms.add(scope, 'TickSilent', {
    metric: worker.function.metricInvocations({ period: Duration.minutes(5) }),
    threshold: 1,
    onSilence: true,
    errorImpact: 'The clock stands still: no campaign or escalation starts.',
    runbook: 'tick',
  });
}
