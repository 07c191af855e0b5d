/** Runs a suite twice: over DynamoDB (the embedded engine) and over its twin in memory. */
import { afterAll, beforeAll, describe } from '@jest/globals';
import { createDynamoTable } from '../../shared/adapters/dynamo-table.ts';
import type { Table } from '../../shared/adapters/table.ts';
import { startTestEngine, type TestEngine } from './engine.ts';
import { createMemoryTable } from './memory-table.ts';

/** Up to 3 ms, so that callers of the twin come between each other as they do in a real table. */
const latency = () => new Promise<void>((resolve) => setTimeout(resolve, Math.random() * 3));

/** Defines the suite for both tables; `freshTable` gives an empty one. */
export function describeOnBothTables(
  title: string,
  define: (freshTable: () => Promise<Table>) => void,
): void {
  describe(`${title}, on DynamoDB`, () => {
    let engine: TestEngine | undefined;
    beforeAll(async () => {
      engine = await startTestEngine();
    });
    afterAll(() => engine?.stop());
    define(async () => {
      if (!engine) throw new Error('The engine has not started');
      return createDynamoTable(engine.client, await engine.createTable());
    });
  });

  describe(`${title}, on the memory twin`, () => {
    define(async () => createMemoryTable(latency));
  });
}
