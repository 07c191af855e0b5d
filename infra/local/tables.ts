/** Makes the tables of the template in the embedded engine. */
import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  DynamoDBClient,
  ResourceNotFoundException,
  type TableDescription,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { LocalProblem } from './problem.ts';
import { type Resolve, readProperties, refOf } from './read-properties.ts';
import { resourcesOf, type Template } from './template.ts';

const Key = z.array(z.object({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }));
const Index = z.object({
  IndexName: z.string(),
  KeySchema: Key,
  Projection: z.object({
    ProjectionType: z.enum(['ALL', 'KEYS_ONLY', 'INCLUDE']).optional(),
    NonKeyAttributes: z.array(z.string()).optional(),
  }),
});

const TableProperties = z.object({
  AttributeDefinitions: z.array(
    z.object({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) }),
  ),
  KeySchema: Key,
  GlobalSecondaryIndexes: z.array(Index).optional(),
  LocalSecondaryIndexes: z.array(Index).optional(),
  TimeToLiveSpecification: z
    .object({ AttributeName: z.string().optional(), Enabled: z.boolean() })
    .optional(),
});
type TableProperties = z.infer<typeof TableProperties>;

interface LocalTable {
  name: string;
  properties: TableProperties;
}

/** What a change of would need a new table: keys, and the keys of the indexes. */
function shapeOf(table: TableProperties | TableDescription): string {
  const keys = (parts: { AttributeName?: string | undefined }[] | undefined) =>
    (parts ?? []).map((part) => part.AttributeName).join('+');
  const indexes = [...(table.GlobalSecondaryIndexes ?? []), ...(table.LocalSecondaryIndexes ?? [])];
  const listed = indexes.map((index) => `${index.IndexName}(${keys(index.KeySchema)})`).sort();
  return [keys(table.KeySchema), ...listed].join(' ');
}

/**
 * No stream: a table with one makes this engine's writes ten times slower, and nothing local reads streams yet
 * (`event-sources.ts` refuses a mapping on one).
 */
function createInput({ name, properties }: LocalTable): CreateTableCommandInput {
  const { TimeToLiveSpecification: _, ...table } = properties;
  return { TableName: name, BillingMode: 'PAY_PER_REQUEST', ...table };
}

async function describe(client: DynamoDBClient, name: string): Promise<TableDescription | undefined> {
  try {
    return (await client.send(new DescribeTableCommand({ TableName: name }))).Table;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}

async function ensureTable(client: DynamoDBClient, table: LocalTable): Promise<void> {
  const existing = await describe(client, table.name);
  if (existing && shapeOf(existing) === shapeOf(table.properties)) return;
  if (existing) {
    throw new LocalProblem(
      `Table ${table.name} of the state folder has other keys or indexes than this version needs.`,
      'Move the state folder away to start afresh, or use another one: npm start -- --state DIR',
    );
  }
  await client.send(new CreateTableCommand(createInput(table)));
  const ttl = table.properties.TimeToLiveSpecification;
  if (!ttl?.Enabled) return;
  const specification = { AttributeName: ttl.AttributeName, Enabled: true };
  await client.send(
    new UpdateTimeToLiveCommand({ TableName: table.name, TimeToLiveSpecification: specification }),
  );
}

/** Creates the tables that the engine does not have; a `LocalProblem` where one has another shape, or the file is damaged. */
export async function ensureTables(options: {
  template: Template;
  resolve: Resolve;
  endpoint: string;
  region: string;
}): Promise<void> {
  const client = new DynamoDBClient({
    endpoint: options.endpoint,
    region: options.region,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  try {
    for (const resource of resourcesOf(
      options.template,
      'AWS::DynamoDB::Table',
      'AWS::DynamoDB::GlobalTable',
    )) {
      const properties = readProperties(TableProperties, resource, options.resolve);
      await ensureTable(client, { name: refOf(resource[0], options.resolve), properties });
    }
  } catch (error) {
    if (error instanceof LocalProblem) throw error;
    throw new LocalProblem(
      `The database engine at ${options.endpoint} refused: ${error instanceof Error ? error.message : String(error)}`,
      'Its file may be damaged: move the state folder away, or use another one: npm start -- --state DIR',
      { cause: error },
    );
  } finally {
    client.destroy();
  }
}
