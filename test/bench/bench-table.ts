/** A table `people` in a fresh engine, for measurements. */
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { startEngine } from '../../infra/local/engine.ts';
import { createDynamoClient, createDynamoTable } from '../../shared/adapters/dynamo-table.ts';
import { indexKeys, type Table } from '../../shared/adapters/table.ts';

export const tableName = 'people';

/** Gives `measure` the table, and ends the engine with it. */
export async function withBenchTable<Result>(measure: (table: Table) => Promise<Result>): Promise<Result> {
  const engine = await startEngine(undefined);
  try {
    useEngine(engine.endpoint);
    await createTable();
    return await measure(createDynamoTable(createDynamoClient(), tableName));
  } finally {
    await engine.stop();
  }
}

function useEngine(endpoint: string): void {
  process.env['AWS_ENDPOINT_URL_DYNAMODB'] = endpoint;
  process.env['AWS_REGION'] ??= 'eu-west-1';
  process.env['AWS_ACCESS_KEY_ID'] ??= 'bench';
  process.env['AWS_SECRET_ACCESS_KEY'] ??= 'bench';
}

async function createTable(): Promise<void> {
  const indexes = [
    ['audience', indexKeys.audience],
    ['due', indexKeys.due],
    ['office', indexKeys.office],
  ] as const;
  const attributes = ['pk', 'sk', ...indexes.flatMap(([, { partition, sort }]) => [partition, sort])];
  await new DynamoDBClient({}).send(
    new CreateTableCommand({
      TableName: tableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: attributes.map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
      KeySchema: keySchema('pk', 'sk'),
      GlobalSecondaryIndexes: indexes.map(([IndexName, { partition, sort }]) => ({
        IndexName,
        KeySchema: keySchema(partition, sort),
        Projection: { ProjectionType: 'ALL' },
      })),
    }),
  );
}

function keySchema(partition: string, sort: string) {
  return [
    { AttributeName: partition, KeyType: 'HASH' as const },
    { AttributeName: sort, KeyType: 'RANGE' as const },
  ];
}
