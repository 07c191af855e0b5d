/** The embedded DynamoDB engine for one test file: the tables in memory, reached by the client that the functions use. */
import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DeleteTableCommand,
  type KeySchemaElement,
} from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { startEngine } from '../../infra/local/engine.ts';
import { createDynamoClient } from '../../shared/adapters/dynamo-table.ts';
import { indexKeys } from '../../shared/adapters/table.ts';

export interface TestEngine {
  client: DynamoDBDocumentClient;
  /** An empty table with the keys and all indexes; test/infra/data.test.ts holds the template to the same constants. */
  createTable(): Promise<string>;
  stop(): Promise<void>;
}

/**
 * Starts the engine of the npm package or the `dynoxide` command, or takes the one at DYNAMODB_LOCAL_ENDPOINT; it ends with this process.
 * @throws an error that says what to install when there is none
 */
export async function startTestEngine(): Promise<TestEngine> {
  const engine = await startEngine(undefined);
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_DYNAMODB: engine.endpoint,
    AWS_REGION: 'eu-west-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
  });
  const client = createDynamoClient();
  const names: string[] = [];
  return {
    client,
    async createTable() {
      const name = `test-${process.pid}-${Date.now()}-${names.length}`;
      await client.send(new CreateTableCommand(describeTable(name)));
      names.push(name);
      return name;
    },
    async stop() {
      for (const name of names) await client.send(new DeleteTableCommand({ TableName: name }));
      client.destroy();
      await engine.stop();
    },
  };
}

function describeTable(name: string): CreateTableCommandInput {
  const indexes = Object.entries(indexKeys);
  const attributes = ['pk', 'sk', ...indexes.flatMap(([, { partition, sort }]) => [partition, sort])];
  return {
    TableName: name,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: attributes.map((attribute) => ({ AttributeName: attribute, AttributeType: 'S' })),
    KeySchema: schemaOf('pk', 'sk'),
    GlobalSecondaryIndexes: indexes.map(([index, { partition, sort }]) => ({
      IndexName: index,
      KeySchema: schemaOf(partition, sort),
      Projection: { ProjectionType: 'ALL' },
    })),
  };
}

function schemaOf(partition: string, sort: string): KeySchemaElement[] {
  return [
    { AttributeName: partition, KeyType: 'HASH' },
    { AttributeName: sort, KeyType: 'RANGE' },
  ];
}
