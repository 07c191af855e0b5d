/** `Table` on DynamoDB. Numbers, limits and error shapes: Amazon DynamoDB developer guide, "Transactions" and "Working with items". */
import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  DeleteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { createExpression } from './dynamo-expression.ts';
import {
  type Condition,
  type Item,
  indexKeys,
  type Key,
  type Page,
  type Query,
  type Table,
  type Write,
  type WriteResult,
} from './table.ts';

const batchGetLimit = 100;
const conflictAttempts = 12;

/** Called with the capacity units of each request, for the bench. */
export type CapacityMeter = (used: { read: number; write: number }) => void;

/** The client that every table of one function shares. */
export function createDynamoClient(): DynamoDBDocumentClient {
  return DynamoDBDocumentClient.from(new DynamoDBClient({ maxAttempts: 5 }), {
    marshallOptions: { removeUndefinedValues: true },
  });
}

/** A table of the given name. Throws what the service throws, save failed conditions, which are results. */
export function createDynamoTable(
  client: DynamoDBDocumentClient,
  tableName: string,
  meter?: CapacityMeter,
): Table {
  const target = { TableName: tableName };
  const metered = meter ? ({ ReturnConsumedCapacity: 'TOTAL' } as const) : {};
  const countRead = (units: number | undefined) => meter?.({ read: units ?? 0, write: 0 });
  const countWrite = (units: number | undefined) => meter?.({ read: 0, write: units ?? 0 });

  async function getBatch(keys: readonly Key[]): Promise<Item[]> {
    const found: Item[] = [];
    let wanted: Key[] = keys.map(({ pk, sk }) => ({ pk, sk }));
    for (let attempt = 0; wanted.length > 0; attempt++) {
      if (attempt > 0) await pause(attempt);
      const answer = await client.send(
        new BatchGetCommand({
          RequestItems: { [tableName]: { Keys: wanted, ConsistentRead: true } },
          ...metered,
        }),
      );
      countRead(answer.ConsumedCapacity?.[0]?.CapacityUnits);
      found.push(...(answer.Responses?.[tableName] ?? []).map(asItem));
      wanted = (answer.UnprocessedKeys?.[tableName]?.Keys ?? []).map(asItem);
    }
    return found;
  }

  async function writeOne(write: Write): Promise<void> {
    const answer = await sendOne(client, write, { ...target, ...metered });
    countWrite(answer.ConsumedCapacity?.CapacityUnits);
  }

  async function writeTogether(writes: readonly Write[]): Promise<void> {
    const answer = await client.send(
      new TransactWriteCommand({
        TransactItems: writes.map((write) => toTransactItem(write, tableName)),
        ...metered,
      }),
    );
    countWrite(answer.ConsumedCapacity?.[0]?.CapacityUnits);
  }

  return {
    async get({ pk, sk }) {
      const answer = await client.send(
        new GetCommand({ ...target, Key: { pk, sk }, ConsistentRead: true, ...metered }),
      );
      countRead(answer.ConsumedCapacity?.CapacityUnits);
      return answer.Item === undefined ? undefined : asItem(answer.Item);
    },

    async getMany(keys) {
      const chunks: Key[][] = [];
      for (let start = 0; start < keys.length; start += batchGetLimit)
        chunks.push(keys.slice(start, start + batchGetLimit));
      return (await Promise.all(chunks.map(getBatch))).flat();
    },

    async query(query) {
      const answer = await client.send(new QueryCommand({ ...target, ...toQuery(query), ...metered }));
      countRead(answer.ConsumedCapacity?.CapacityUnits);
      return toPage(answer.Items ?? [], answer.LastEvaluatedKey);
    },

    async write(writes) {
      const [only] = writes;
      if (!only) return { ok: true };
      const alone = writes.length === 1 && isSafeAlone(only);
      return untilNoConflict(() => (alone ? writeOne(only) : writeTogether(writes)));
    },
  };
}

/** Two transactions touched the same item: neither is wrong, so wait a little (full jitter) and try again. */
async function untilNoConflict(write: () => Promise<void>): Promise<WriteResult> {
  for (let attempt = 1; ; attempt++) {
    try {
      await write();
      return { ok: true };
    } catch (error) {
      const failed = failedConditions(error);
      if (failed.length > 0) return { ok: false, failed };
      if (!isConflict(error) || attempt === conflictAttempts) throw error;
      await pause(attempt);
    }
  }
}

/** The SDK repeats a request whose answer got lost. Only a transaction carries a token that keeps an addition from counting twice then. */
function isSafeAlone(write: Write): boolean {
  return write.kind !== 'check' && !(write.kind === 'update' && write.add);
}

function isConflict(error: unknown): boolean {
  if (error instanceof TransactionCanceledException) {
    return (error.CancellationReasons ?? []).some(({ Code }) => Code === 'TransactionConflict');
  }
  return (
    error instanceof Error &&
    (error.name === 'TransactionConflictException' || error.name === 'TransactionInProgressException')
  );
}

function pause(attempt: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.random() * Math.min(1000, 20 * 2 ** attempt)));
}

function failedConditions(error: unknown): number[] {
  if (error instanceof ConditionalCheckFailedException) return [0];
  if (!(error instanceof TransactionCanceledException)) return [];
  return (error.CancellationReasons ?? []).flatMap(({ Code }, index) =>
    Code === 'ConditionalCheckFailed' ? [index] : [],
  );
}

function asItem(raw: Record<string, unknown>): Item {
  const { pk, sk } = raw;
  if (typeof pk !== 'string' || typeof sk !== 'string') throw new Error('A stored item has no key');
  return { ...raw, pk, sk };
}

function toPage(rows: readonly Record<string, unknown>[], last: Record<string, unknown> | undefined): Page {
  return {
    items: rows.map(asItem),
    cursor: last === undefined ? undefined : Buffer.from(JSON.stringify(last)).toString('base64url'),
  };
}

function toQuery(query: Query) {
  const keys = query.index ? indexKeys[query.index] : { partition: 'pk', sort: 'sk' };
  const expression = createExpression();
  const terms = [`${expression.name(keys.partition)} = ${expression.value(query.partition)}`];
  const { prefix, from, to, after } = query.range ?? {};
  const sort = () => expression.name(keys.sort);
  if (prefix !== undefined) terms.push(`begins_with(${sort()}, ${expression.value(prefix)})`);
  else if (from !== undefined && to !== undefined) {
    terms.push(`${sort()} BETWEEN ${expression.value(from)} AND ${expression.value(to)}`);
  } else if (from !== undefined) terms.push(`${sort()} >= ${expression.value(from)}`);
  else if (to !== undefined) terms.push(`${sort()} <= ${expression.value(to)}`);
  else if (after !== undefined) terms.push(`${sort()} > ${expression.value(after)}`);
  return {
    ...(query.index ? { IndexName: query.index } : {}),
    KeyConditionExpression: terms.join(' AND '),
    ...expression.parts(),
    ...(query.limit ? { Limit: query.limit } : {}),
    ScanIndexForward: !query.reverse,
    ConsistentRead: query.consistent === true && !query.index,
    ...(query.cursor ? { ExclusiveStartKey: parseCursor(query.cursor) } : {}),
  };
}

function parseCursor(cursor: string): Record<string, unknown> {
  const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  if (parsed === null || typeof parsed !== 'object') throw new Error('A cursor is not an object');
  return { ...parsed };
}

type Target = { TableName: string; ReturnConsumedCapacity?: 'TOTAL' };

async function sendOne(client: DynamoDBDocumentClient, write: Write, target: Target) {
  switch (write.kind) {
    case 'put':
      return client.send(new PutCommand({ ...target, Item: { ...write.item }, ...conditionOf(write.if) }));
    case 'delete':
      return client.send(new DeleteCommand({ ...target, Key: keyOf(write.key), ...conditionOf(write.if) }));
    case 'update':
      return client.send(new UpdateCommand({ ...target, ...updateOf(write) }));
    case 'check':
      throw new Error('A check alone is not a write');
  }
}

function toTransactItem(write: Write, tableName: string) {
  const target = { TableName: tableName };
  switch (write.kind) {
    case 'put':
      return { Put: { ...target, Item: { ...write.item }, ...conditionOf(write.if) } };
    case 'delete':
      return { Delete: { ...target, Key: keyOf(write.key), ...conditionOf(write.if) } };
    case 'check':
      return { ConditionCheck: { ...target, Key: keyOf(write.key), ...requiredCondition(write.if) } };
    case 'update':
      return { Update: { ...target, ...updateOf(write) } };
  }
}

function keyOf({ pk, sk }: Key): Record<string, string> {
  return { pk, sk };
}

function requiredCondition(condition: Condition) {
  const expression = createExpression();
  return { ConditionExpression: expression.condition(condition), ...expression.parts() };
}

function conditionOf(condition: Condition | undefined) {
  return condition ? requiredCondition(condition) : {};
}

function updateOf(write: Extract<Write, { kind: 'update' }>) {
  const expression = createExpression();
  const clauses = [
    expression.clause('SET', write.set, (name, value) => `${name} = ${value}`),
    expression.clause('ADD', write.add, (name, value) => `${name} ${value}`),
    write.remove?.length ? `REMOVE ${write.remove.map((name) => expression.name(name)).join(', ')}` : '',
  ].filter((clause) => clause !== '');
  const condition = write.if ? { ConditionExpression: expression.condition(write.if) } : {};
  return { Key: keyOf(write.key), UpdateExpression: clauses.join(' '), ...condition, ...expression.parts() };
}
