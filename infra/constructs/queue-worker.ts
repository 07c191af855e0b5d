/** A queue with its dead-letter queue, its alarms and the function that works on it. */
import { Duration } from 'aws-cdk-lib';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { alarmPeriod } from './alarms.ts';
import type { CellContext } from './cell-context.ts';
import type { ServiceFunction } from './service-function.ts';

/** Messages wait this many worker time-outs before another worker sees them, as the Lambda guide asks (services-sqs-configure). */
const visibilityFactor = 6;
const attempts = 5;

export interface QueueWorkerProps {
  context: CellContext;
  /** Ends the physical name: `mandatory-push`. */
  name: string;
  /** Longest time-out of the function that works on this queue. */
  workerTimeout: Duration;
  errorImpact: string;
  runbook: string;
  /** Alarms when the oldest message waits longer: for queues where waiting itself is harm. */
  longestWait?: Duration;
}

export interface WorkProps {
  batchSize: number;
  /** 2 to 1,000 concurrent invocations from this queue. */
  maxConcurrency: number;
}

export class QueueWorker extends Construct {
  readonly queue: sqs.Queue;
  readonly deadLetters: sqs.Queue;
  readonly #workerTimeout: Duration;
  #hasWorker = false;

  constructor(scope: Construct, id: string, props: QueueWorkerProps) {
    super(scope, id);
    this.#workerTimeout = props.workerTimeout;
    this.deadLetters = this.#createQueue('DeadLetters', props, `${props.name}-dead-letters`, {
      retentionPeriod: Duration.days(14),
    });
    this.queue = this.#createQueue('Queue', props, props.name, {
      visibilityTimeout: Duration.seconds(props.workerTimeout.toSeconds() * visibilityFactor),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: attempts },
    });
    this.#addAlarms(props);
    this.node.addValidation({
      validate: () => (this.#hasWorker ? [] : [`No function works on the queue ${props.name}.`]),
    });
  }

  /** Lets a function work on the queue. @throws Error when it may run longer than the queue was made for */
  feed(worker: ServiceFunction, { batchSize, maxConcurrency }: WorkProps): void {
    if (worker.timeout.toSeconds() > this.#workerTimeout.toSeconds()) {
      throw new Error(
        `${worker.node.id} may run longer than the queue ${this.node.id} hides its messages for.`,
      );
    }
    this.#hasWorker = true;
    worker.function.addEventSource(
      new SqsEventSource(this.queue, { batchSize, maxConcurrency, reportBatchItemFailures: true }),
    );
  }

  #createQueue(id: string, { context }: QueueWorkerProps, name: string, props: sqs.QueueProps): sqs.Queue {
    return new sqs.Queue(this, id, {
      ...props,
      queueName: `${context.prefix}-${name}`,
      enforceSSL: true,
      encryption: context.key ? sqs.QueueEncryption.KMS : sqs.QueueEncryption.SQS_MANAGED,
      encryptionMasterKey: context.key,
      ...(context.key && { dataKeyReuse: Duration.hours(1) }),
    });
  }

  #addAlarms({ context, errorImpact, runbook, longestWait }: QueueWorkerProps): void {
    context.alarms.add(this, 'DeadLettersFound', {
      metric: this.deadLetters.metricApproximateNumberOfMessagesVisible({
        period: alarmPeriod,
        statistic: 'Maximum',
      }),
      threshold: 1,
      errorImpact,
      runbook,
    });
    if (longestWait === undefined) return;
    context.alarms.add(this, 'WaitTooLong', {
      metric: this.queue.metricApproximateAgeOfOldestMessage({ period: alarmPeriod, statistic: 'Maximum' }),
      threshold: longestWait.toSeconds(),
      errorImpact,
      runbook,
    });
  }
}
