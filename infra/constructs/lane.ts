/** One of the two ways to people: its own queues, dead-letter queues, functions and concurrency, so that a safety notice never waits behind marketing. */
import { Duration } from 'aws-cdk-lib';
import type * as ses from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import type * as z from 'zod';
import { env as emailEnv } from '../../functions/deliver-email/env.ts';
import { env as pushEnv } from '../../functions/deliver-push/env.ts';
import { env as expandEnv } from '../../functions/expand-audience/env.ts';
import type { CellParts } from './cell-parts.ts';
import { QueueWorker } from './queue-worker.ts';
import { type EnvSchema, ServiceFunction, type ServiceFunctionProps } from './service-function.ts';

const workTime = Duration.minutes(1);

export interface LaneProps {
  parts: CellParts;
  name: 'marketing' | 'mandatory';
  /** Concurrent workers of each queue of the lane. */
  concurrency: number;
  /** Sets that concurrency aside for each function of the lane. */
  reserved: boolean;
  /** What people miss when the lane fails. */
  errorImpact: string;
  /** Alarms when a message waits longer. */
  longestWait?: Duration;
}

export class Lane extends Construct {
  readonly expand: QueueWorker;
  readonly email: QueueWorker;
  readonly push: QueueWorker;
  readonly #props: LaneProps;

  constructor(scope: Construct, id: string, props: LaneProps) {
    super(scope, id);
    this.#props = props;
    this.expand = this.addQueue('expand');
    this.email = this.addQueue('email');
    this.push = this.addQueue('push');
  }

  /** Adds a queue of the lane, such as `sms`. */
  addQueue(name: string): QueueWorker {
    const { parts, name: lane, errorImpact, longestWait } = this.#props;
    return new QueueWorker(this, `${name}-queue`, {
      context: parts.context,
      name: `${lane}-${name}`,
      workerTimeout: workTime,
      errorImpact,
      runbook: `${lane}-${name}`,
      ...(longestWait && { longestWait }),
    });
  }

  /**
   * Adds a function that works on a queue of the lane, one message at a time: a message points to up to 100 contacts.
   * It may put a message back into its own queue, to go on later.
   */
  addWorker<Env extends EnvSchema>(
    queue: QueueWorker,
    props: Pick<ServiceFunctionProps<Env>, 'name' | 'bundle' | 'env' | 'environment'>,
  ): ServiceFunction {
    const { parts, concurrency, reserved, errorImpact } = this.#props;
    const worker = new ServiceFunction<Env>(this, props.name, {
      ...props,
      context: parts.context,
      timeout: workTime,
      memoryMegabytes: 512,
      errorImpact,
      runbook: props.name,
      wakesItself: true,
      reservedConcurrency: reserved ? concurrency : undefined,
    });
    queue.feed(worker, { batchSize: 1, maxConcurrency: concurrency });
    queue.queue.grantSendMessages(worker.function);
    return worker;
  }

  /** The expander decides shard by shard; it wakes the senders. */
  addExpander(environment: z.input<typeof expandEnv>, senders: readonly QueueWorker[]): void {
    const { bundleOf, storage } = this.#props.parts;
    const worker = this.addWorker(this.expand, {
      name: `expand-audience-${this.#props.name}`,
      bundle: bundleOf('expand-audience'),
      env: expandEnv,
      environment,
    });
    storage.grantRead(storage.people, worker);
    storage.grantChange(storage.campaigns, worker);
    for (const { queue } of senders) queue.grantSendMessages(worker.function);
  }

  addEmailSender(
    environment: z.input<typeof emailEnv>,
    sets: readonly ses.ConfigurationSet[],
  ): ServiceFunction {
    const { bundleOf, storage, mail } = this.#props.parts;
    const worker = this.addWorker(this.email, {
      name: `deliver-email-${this.#props.name}`,
      bundle: bundleOf('deliver-email'),
      env: emailEnv,
      environment,
    });
    storage.grantRead(storage.people, worker);
    storage.grantChange(storage.campaigns, worker);
    storage.grantKeys(worker);
    mail.grantSend(sets, worker);
    return worker;
  }

  /** The push sender makes the endpoint of a device that has none yet, so it may change people. */
  addPushSender(environment: z.input<typeof pushEnv>): ServiceFunction {
    const { bundleOf, storage, push } = this.#props.parts;
    const worker = this.addWorker(this.push, {
      name: `deliver-push-${this.#props.name}`,
      bundle: bundleOf('deliver-push'),
      env: pushEnv,
      environment,
    });
    storage.grantChange(storage.people, worker);
    storage.grantChange(storage.campaigns, worker);
    storage.grantKeys(worker);
    push.grantEndpoints(worker);
    push.grantPublish(worker);
    return worker;
  }
}
