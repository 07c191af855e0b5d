/** The mandatory lane: notices only. It has no permission on anything of the marketing lane. */
import { Duration } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { env as smsEnv } from '../../functions/deliver-sms/env.ts';
import { type CellParts, sendRatePercent, tableNames } from './cell-parts.ts';
import { Lane } from './lane.ts';
import type { QueueWorker } from './queue-worker.ts';
import type { ServiceFunction } from './service-function.ts';

export interface MandatoryLane {
  lane: Lane;
  sms: QueueWorker;
}

export function createMandatoryLane(scope: Construct, parts: CellParts): MandatoryLane {
  const { context, storage, mail, push, publicUrl } = parts;
  const lane = new Lane(scope, 'Mandatory', {
    parts,
    name: 'mandatory',
    concurrency: 20,
    reserved: context.settings.reserveMandatoryConcurrency,
    errorImpact: 'A notice, perhaps about safety, does not reach some people.',
    longestWait: Duration.minutes(2),
  });
  const sms = lane.addQueue('sms');
  const common = {
    LANE: 'mandatory',
    ...tableNames(parts),
    KEYS_SECRET: storage.keys.secretArn,
    MANDATORY_EXPAND_QUEUE: lane.expand.queue.queueUrl,
    ...sendRatePercent(parts),
  } as const;
  lane.addExpander(
    {
      LANE: 'mandatory',
      ...tableNames(parts),
      MANDATORY_EXPAND_QUEUE: lane.expand.queue.queueUrl,
      MANDATORY_EMAIL_QUEUE: lane.email.queue.queueUrl,
      MANDATORY_PUSH_QUEUE: lane.push.queue.queueUrl,
      MANDATORY_SMS_QUEUE: sms.queue.queueUrl,
    },
    [lane.email, lane.push, sms],
  );
  const email = lane.addEmailSender(
    {
      ...common,
      QUEUE: lane.email.queue.queueUrl,
      PUBLIC_URL: publicUrl,
      MANDATORY_CONFIGURATION_SET: mail.mandatory.configurationSetName,
    },
    [mail.mandatory],
  );
  const pushSender = lane.addPushSender({
    ...common,
    QUEUE: lane.push.queue.queueUrl,
    PUBLIC_URL: publicUrl,
    PLATFORM_APPLICATION_ARN: push.applicationArn,
  });
  const smsSender = addSmsSender(lane, sms, parts);
  // Senders ask for the next turn of people whom a batch did not reach.
  for (const sender of [email, pushSender, smsSender]) lane.expand.queue.grantSendMessages(sender.function);
  return { lane, sms };
}

function addSmsSender(lane: Lane, sms: QueueWorker, parts: CellParts): ServiceFunction {
  const { bundleOf, storage, publicUrl } = parts;
  const worker = lane.addWorker(sms, {
    name: 'deliver-sms',
    bundle: bundleOf('deliver-sms'),
    env: smsEnv,
    environment: {
      ...tableNames(parts),
      QUEUE: sms.queue.queueUrl,
      KEYS_SECRET: storage.keys.secretArn,
      PUBLIC_URL: publicUrl,
      MANDATORY_EXPAND_QUEUE: lane.expand.queue.queueUrl,
    },
  });
  storage.grantRead(storage.people, worker);
  storage.grantChange(storage.campaigns, worker);
  storage.grantKeys(worker);
  // A phone number is no ARN, so SNS asks for `*`; the second statement takes topics and endpoints out again.
  worker.function.addToRolePolicy(new iam.PolicyStatement({ actions: ['sns:Publish'], resources: ['*'] }));
  worker.function.addToRolePolicy(
    new iam.PolicyStatement({
      effect: iam.Effect.DENY,
      actions: ['sns:Publish'],
      resources: ['arn:*:sns:*:*:*'],
    }),
  );
  return worker;
}
