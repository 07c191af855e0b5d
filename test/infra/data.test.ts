/** What a cell stores: safe from loss, from strangers, and from a deletion by mistake (policy P-14, P-20, P-22). */
import { describe, expect, it } from '@jest/globals';
import type { Template } from 'aws-cdk-lib/assertions';
import { indexKeys } from '../../shared/adapters/table.ts';
import { asText, first, type Properties, resourcesOf } from '../support/read-template.ts';
import { deployableOffices, synthesizeTemplate } from '../support/synthesized.ts';

const local = synthesizeTemplate({ stage: 'local' });
const cloud = synthesizeTemplate({ stage: 'prod', cell: 'eu-west-1', offices: deployableOffices });
const everywhere: [string, Template][] = [
  ['local', local],
  ['prod', cloud],
];

const keysOf = (schema: { AttributeName: string; KeyType: string }[]) =>
  schema.map(({ AttributeName, KeyType }) => `${KeyType} ${AttributeName}`);

function indexesOf(table: Properties) {
  return Object.fromEntries(
    table.GlobalSecondaryIndexes.map((index: Properties) => [
      index.IndexName,
      { keys: keysOf(index.KeySchema), projection: index.Projection.ProjectionType },
    ]),
  );
}

function expectedIndex(name: keyof typeof indexKeys) {
  const { partition, sort } = indexKeys[name];
  return { keys: [`HASH ${partition}`, `RANGE ${sort}`], projection: 'ALL' };
}

describe.each(everywhere)('storage of stage %s', (_stage, template) => {
  const tables = resourcesOf(template, 'AWS::DynamoDB::Table').map(({ properties }) => properties);
  const bucket = first(resourcesOf(template, 'AWS::S3::Bucket'));

  it('has two tables with the keys and indexes that the stores use', () => {
    expect(tables.map(({ KeySchema }) => keysOf(KeySchema))).toEqual([
      ['HASH pk', 'RANGE sk'],
      ['HASH pk', 'RANGE sk'],
    ]);
    expect(tables.map(indexesOf)).toEqual([
      { audience: expectedIndex('audience'), due: expectedIndex('due') },
      { office: expectedIndex('office'), due: expectedIndex('due') },
    ]);
  });

  it('recovers, encrypts and expires every table (P-20, P-22)', () => {
    for (const table of tables) {
      expect(table.PointInTimeRecoverySpecification).toEqual({ PointInTimeRecoveryEnabled: true });
      expect(table.SSESpecification.SSEEnabled).toBe(true);
      expect(table.TimeToLiveSpecification).toEqual({ AttributeName: 'ttl', Enabled: true });
      expect(table.BillingMode).toBe('PAY_PER_REQUEST');
    }
  });

  it('keeps the bucket private, encrypted and closed to plain HTTP (P-20)', () => {
    expect(bucket.properties.PublicAccessBlockConfiguration).toEqual({
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    });
    expect(bucket.properties.BucketEncryption.ServerSideEncryptionConfiguration).toHaveLength(1);
    const policy = first(resourcesOf(template, 'AWS::S3::BucketPolicy'));
    expect(asText(policy.properties.Bucket)).toBe(`<${bucket.id}>`);
    expect(JSON.stringify(policy.properties)).toContain('"aws:SecureTransport":"false"');
  });

  it('deletes an uploaded import after 30 days (P-22)', () => {
    expect(bucket.properties.LifecycleConfiguration.Rules).toContainEqual({
      Prefix: 'imports/',
      ExpirationInDays: 30,
      Status: 'Enabled',
    });
  });

  it('wakes the import function for files under imports/ only, with a permission that is there first', () => {
    const permission = first(
      resourcesOf(template, 'AWS::Lambda::Permission').filter(
        ({ properties }) => properties.Principal === 's3.amazonaws.com',
      ),
    );
    expect(bucket.dependsOn).toContain(permission.id);
    expect(asText(permission.properties.SourceArn)).toMatch(/:s3:::xperia-notify-.*-files-eu-west-1-/);
    expect(bucket.properties.NotificationConfiguration.LambdaConfigurations).toEqual([
      {
        Event: 's3:ObjectCreated:*',
        Filter: { S3Key: { Rules: [{ Name: 'prefix', Value: 'imports/' }] } },
        Function: permission.properties.FunctionName,
      },
    ]);
  });

  it('makes the seed of the keys in the cloud, so that nobody has seen it (P-20)', () => {
    const secret = first(resourcesOf(template, 'AWS::SecretsManager::Secret'));
    expect(secret.properties.GenerateSecretString).toEqual({
      SecretStringTemplate: '{}',
      GenerateStringKey: 'seed',
      PasswordLength: 64,
      ExcludePunctuation: true,
    });
  });
});

describe('data in the cloud', () => {
  const key = `<${first(resourcesOf(cloud, 'AWS::KMS::Key')).id}.Arn>`;

  it.each([
    ['AWS::DynamoDB::Table', (found: Properties) => found.SSESpecification.KMSMasterKeyId],
    ['AWS::SQS::Queue', (found: Properties) => found.KmsMasterKeyId],
    ['AWS::SNS::Topic', (found: Properties) => found.KmsMasterKeyId],
    ['AWS::SecretsManager::Secret', (found: Properties) => found.KmsKeyId],
    ['AWS::Logs::LogGroup', (found: Properties) => found.KmsKeyId],
    [
      'AWS::S3::Bucket',
      (found: Properties) =>
        found.BucketEncryption.ServerSideEncryptionConfiguration[0].ServerSideEncryptionByDefault
          .KMSMasterKeyID,
    ],
  ])('is encrypted with the own key of the cell: %s (P-20)', (type, keyOf) => {
    const keys = resourcesOf(cloud, type).map(({ properties }) => asText(keyOf(properties)));
    expect(keys.length).toBeGreaterThan(0);
    expect(new Set(keys)).toEqual(new Set([key]));
  });

  it('has a key that rotates and refuses use from other accounts (P-20)', () => {
    const { properties } = first(resourcesOf(cloud, 'AWS::KMS::Key'));
    expect(properties.EnableKeyRotation).toBe(true);
    const services = properties.KeyPolicy.Statement.filter(({ Principal }: Properties) => Principal.Service);
    expect(services.length).toBeGreaterThan(0);
    for (const { Condition } of services) expect(Condition).toBeDefined();
  });

  it.each([
    'AWS::DynamoDB::Table',
    'AWS::S3::Bucket',
    'AWS::SecretsManager::Secret',
    'AWS::Cognito::UserPool',
  ])('outlives its stack: %s', (type) => {
    const policies = resourcesOf(cloud, type).map(({ deletionPolicy }) => deletionPolicy);
    expect(new Set(policies)).toEqual(new Set(['Retain']));
  });

  it('refuses the deletion of a table or a user pool', () => {
    for (const { properties } of resourcesOf(cloud, 'AWS::DynamoDB::Table')) {
      expect(properties.DeletionProtectionEnabled).toBe(true);
    }
    for (const { properties } of resourcesOf(cloud, 'AWS::Cognito::UserPool')) {
      expect(properties.DeletionProtection).toBe('ACTIVE');
    }
  });

  it('serves each cell only the offices that belong to it (P-14)', () => {
    const japan = synthesizeTemplate({ stage: 'prod', cell: 'ap-northeast-1', offices: deployableOffices });
    const domainsOf = (template: Template) =>
      resourcesOf(template, 'AWS::SES::EmailIdentity').map(({ properties }) => properties.EmailIdentity);
    const expected = (cell: string) =>
      deployableOffices.filter((office) => office.cell === cell).map(({ id }) => `news-${id}.xperia.test`);
    expect(domainsOf(cloud).sort()).toEqual(expected('eu-west-1').sort());
    expect(domainsOf(japan).sort()).toEqual(expected('ap-northeast-1').sort());
  });
});
