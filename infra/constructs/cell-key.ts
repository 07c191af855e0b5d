/** The key that encrypts everything a cell stores (policy P-20). */
import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';

/** Services that write to encrypted topics and queues, only on behalf of this account. */
const writers = ['ses', 'sns', 'cloudwatch'];

/**
 * A key with yearly rotation, usable by the services that publish to encrypted topics and queues, and by CloudWatch Logs.
 * The key comes back closed to further changes: constructs that named their topics in its policy would make topic and key wait for each other.
 */
export function createCellKey(scope: Construct, prefix: string): kms.IKey {
  const { account, region, partition } = Stack.of(scope);
  const key = new kms.Key(scope, 'Key', {
    alias: prefix,
    description: 'Data of Xperia Notify',
    enableKeyRotation: true,
    pendingWindow: Duration.days(30),
    removalPolicy: RemovalPolicy.RETAIN,
  });
  // In a key policy the resource `*` is the key itself.
  key.addToResourcePolicy(
    new iam.PolicyStatement({
      principals: writers.map((service) => new iam.ServicePrincipal(`${service}.amazonaws.com`)),
      actions: ['kms:GenerateDataKey*', 'kms:Decrypt'],
      resources: ['*'],
      conditions: { StringEquals: { 'aws:SourceAccount': account } },
    }),
  );
  // The bus of published events and its archive (EventBridge guide, "Encrypting event buses" and "Encrypting archives").
  key.addToResourcePolicy(
    new iam.PolicyStatement({
      principals: [new iam.ServicePrincipal('events.amazonaws.com')],
      actions: ['kms:GenerateDataKey*', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:DescribeKey'],
      resources: ['*'],
      conditions: { StringEquals: { 'aws:SourceAccount': account } },
    }),
  );
  key.addToResourcePolicy(
    new iam.PolicyStatement({
      principals: [new iam.ServicePrincipal(`logs.${region}.amazonaws.com`)],
      actions: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:Describe*'],
      resources: ['*'],
      conditions: {
        ArnLike: {
          'kms:EncryptionContext:aws:logs:arn': `arn:${partition}:logs:${region}:${account}:log-group:*`,
        },
      },
    }),
  );
  return kms.Key.fromKeyArn(scope, 'KeyInUse', key.keyArn);
}
