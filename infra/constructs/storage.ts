/** The two tables and the secret of a cell, and who may do what with them. */
import { RemovalPolicy } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { answerPrefix } from '../../shared/domain/answer.ts';
import type { CellContext } from './cell-context.ts';
import type { ServiceFunction } from './service-function.ts';

const string = dynamodb.AttributeType.STRING;
const readActions = ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'];
const writeActions = [
  'dynamodb:PutItem',
  'dynamodb:UpdateItem',
  'dynamodb:DeleteItem',
  'dynamodb:ConditionCheckItem',
];

export class Storage extends Construct {
  readonly people: dynamodb.Table;
  readonly campaigns: dynamodb.Table;
  /** Seed of the keyed hashes and of the signatures in links: without it no link in any mail works. */
  readonly keys: secretsmanager.Secret;
  readonly #context: CellContext;

  constructor(scope: Construct, id: string, context: CellContext) {
    super(scope, id);
    this.#context = context;
    this.people = this.#createTable('People', [
      ['audience', 'audience', 'audienceKey'],
      ['due', 'due', 'dueAt'],
    ]);
    this.campaigns = this.#createTable('Campaigns', [
      ['office', 'officeKey', 'officeTime'],
      ['due', 'due', 'dueAt'],
    ]);
    this.keys = new secretsmanager.Secret(this, 'Keys', {
      description:
        'Seed of the keyed hashes and link signatures. Never delete: links in sent mail would stop working.',
      generateSecretString: {
        secretStringTemplate: '{}',
        generateStringKey: 'seed',
        passwordLength: 64,
        excludePunctuation: true,
      },
      encryptionKey: context.key,
      removalPolicy: context.settings.keepData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
  }

  /** Lets a function ask a table and its indexes by key; no function may scan. */
  grantRead(table: dynamodb.Table, { function: reader }: ServiceFunction): void {
    table.grant(reader, ...readActions);
    this.#context.key?.grantDecrypt(reader);
  }

  /** Lets a function ask and change a table. */
  grantChange(table: dynamodb.Table, { function: writer }: ServiceFunction): void {
    table.grant(writer, ...readActions, ...writeActions);
    this.#context.key?.grantEncryptDecrypt(writer);
  }

  /** Lets a function keep what people answer to notices, and change nothing else of the campaigns. */
  grantAnswers({ function: writer }: ServiceFunction): void {
    writer.addToRolePolicy(
      new iam.PolicyStatement({
        actions: ['dynamodb:PutItem', 'dynamodb:UpdateItem'],
        resources: [this.campaigns.tableArn],
        conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [`${answerPrefix}*`] } },
      }),
    );
    this.#context.key?.grantEncryptDecrypt(writer);
  }

  grantKeys({ function: reader }: ServiceFunction): void {
    this.keys.grantRead(reader);
  }

  /** `indexes`: name, partition key and sort key of each. */
  #createTable(id: string, indexes: readonly (readonly [string, string, string])[]): dynamodb.Table {
    const { settings, key } = this.#context;
    const table = new dynamodb.Table(this, id, {
      partitionKey: { name: 'pk', type: string },
      sortKey: { name: 'sk', type: string },
      billingMode: dynamodb.BillingMode.PAY_PER_REQUEST,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      timeToLiveAttribute: 'ttl',
      encryption: key ? dynamodb.TableEncryption.CUSTOMER_MANAGED : dynamodb.TableEncryption.AWS_MANAGED,
      encryptionKey: key,
      deletionProtection: settings.keepData,
      removalPolicy: settings.keepData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    for (const [indexName, partition, sort] of indexes) {
      table.addGlobalSecondaryIndex({
        indexName,
        partitionKey: { name: partition, type: string },
        sortKey: { name: sort, type: string },
        projectionType: dynamodb.ProjectionType.ALL,
      });
    }
    return table;
  }
}
