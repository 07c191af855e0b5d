/** How many people a second the import takes, and how much memory it needs (docs: numbers to hold). Prints, asserts nothing. */
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { startEngine } from '../../infra/local/engine.ts';
import { createDynamoClient, createDynamoTable } from '../../shared/adapters/dynamo-table.ts';
import { createKeyring } from '../../shared/adapters/keyring.ts';
import { createPeopleStore } from '../../shared/adapters/people-store.ts';
import { indexKeys } from '../../shared/adapters/table.ts';
import { importFile } from '../../shared/use-cases/import-file.ts';
import type { ImportDeps } from '../../shared/use-cases/import-people.ts';
import { peopleFile } from './generate-people.ts';

export interface ImportBench {
  people: number;
  firstPerSecond: number;
  /** The same file again, with one attribute of nobody changed. */
  againPerSecond: number;
  peakRssMegabytes: number;
}

const tableName = 'people';

/** Imports a file of `people` lines into a fresh engine, twice. */
export async function benchImport(people = 20_000): Promise<ImportBench> {
  const engine = await startEngine(undefined);
  try {
    useEngine(engine.endpoint);
    await createTable();
    const deps = {
      people: createPeopleStore(createDynamoTable(createDynamoClient(), tableName)),
      keyring: createKeyring({ seed: 'b'.repeat(32) }),
    };
    const first = await measure(deps, people);
    const again = await measure(deps, people);
    return {
      people,
      firstPerSecond: first.perSecond,
      againPerSecond: again.perSecond,
      peakRssMegabytes: Math.max(first.peakRssMegabytes, again.peakRssMegabytes),
    };
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
  const { partition, sort } = indexKeys.audience;
  await new DynamoDBClient({}).send(
    new CreateTableCommand({
      TableName: tableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: ['pk', 'sk', partition, sort].map((AttributeName) => ({
        AttributeName,
        AttributeType: 'S',
      })),
      KeySchema: keySchema('pk', 'sk'),
      GlobalSecondaryIndexes: [
        {
          IndexName: 'audience',
          KeySchema: keySchema(partition, sort),
          Projection: { ProjectionType: 'ALL' },
        },
      ],
    }),
  );
}

function keySchema(partition: string, sort: string) {
  return [
    { AttributeName: partition, KeyType: 'HASH' as const },
    { AttributeName: sort, KeyType: 'RANGE' as const },
  ];
}

async function measure(deps: ImportDeps, people: number) {
  const began = performance.now();
  let lines = 0;
  let peakRss = 0;
  const context = () => ({ now: new Date().toISOString(), importId: 'imp_bench', dryRun: false });
  for await (const step of importFile(deps, peopleFile(people), context)) {
    lines += step.lines;
    peakRss = Math.max(peakRss, process.memoryUsage.rss());
  }
  const seconds = (performance.now() - began) / 1000;
  return { perSecond: Math.round(lines / seconds), peakRssMegabytes: Math.round(peakRss / 2 ** 20) };
}
