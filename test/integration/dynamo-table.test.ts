/** What the embedded engine cannot show: throttled reads, transactions that meet, and what a request costs. */
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  DynamoDBDocumentClient,
  QueryCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { mockClient } from 'aws-sdk-client-mock';
import { createDynamoClient, createDynamoTable } from '../../shared/adapters/dynamo-table.ts';
import type { Write } from '../../shared/adapters/table.ts';

const dynamo = mockClient(DynamoDBDocumentClient);
process.env['AWS_REGION'] = 'eu-west-1';
const table = createDynamoTable(createDynamoClient(), 'people');

const key = (sk: string) => ({ pk: 'P', sk });
const put = (sk: string): Write => ({ kind: 'put', item: key(sk) });
const cancelled = (...codes: string[]) =>
  new TransactionCanceledException({
    message: 'cancelled',
    $metadata: {},
    CancellationReasons: codes.map((Code) => ({ Code })),
  });

beforeEach(() => {
  dynamo.reset();
});

describe('the table on DynamoDB', () => {
  it('asks again for the keys that a throttled read left out', async () => {
    dynamo
      .on(BatchGetCommand)
      .resolvesOnce({ Responses: { people: [key('a')] }, UnprocessedKeys: { people: { Keys: [key('b')] } } })
      .resolves({ Responses: { people: [key('b')] } });
    expect(await table.getMany([key('a'), key('b')])).toEqual([key('a'), key('b')]);
    expect(
      dynamo.commandCalls(BatchGetCommand).map(({ args }) => args[0].input.RequestItems?.['people']),
    ).toEqual([
      { Keys: [key('a'), key('b')], ConsistentRead: true },
      { Keys: [key('b')], ConsistentRead: true },
    ]);
  });

  it('repeats a transaction that met another one, and gives its result', async () => {
    dynamo
      .on(TransactWriteCommand)
      .rejectsOnce(cancelled('None', 'TransactionConflict'))
      .rejectsOnce(cancelled('TransactionConflict', 'None'))
      .resolves({});
    expect(await table.write([put('a'), put('b')])).toEqual({ ok: true });
    expect(dynamo.commandCalls(TransactWriteCommand)).toHaveLength(3);
  });

  it('gives failed conditions as a result, and throws what is neither condition nor conflict', async () => {
    dynamo
      .on(TransactWriteCommand)
      .rejectsOnce(cancelled('None', 'ConditionalCheckFailed'))
      .rejects(cancelled('ThrottlingError', 'None'));
    expect(await table.write([put('a'), put('b')])).toEqual({ ok: false, failed: [1] });
    await expect(table.write([put('a'), put('b')])).rejects.toThrow(TransactionCanceledException);
  });

  it('sends an addition as a transaction, whose token keeps a repeated request from counting twice', async () => {
    dynamo.on(TransactWriteCommand).resolves({});
    await table.write([{ kind: 'update', key: key('a'), add: { count: 1 } }]);
    expect(dynamo.commandCalls(TransactWriteCommand)).toHaveLength(1);
    expect(dynamo.commandCalls(UpdateCommand)).toHaveLength(0);
  });

  it('throws at an item without a key: a bad row is a fault', async () => {
    dynamo.on(QueryCommand).resolves({ Items: [{ pk: 'P' }] });
    await expect(table.query({ partition: 'P' })).rejects.toThrow('A stored item has no key');
  });

  it('meters what each request used', async () => {
    const used: { read: number; write: number }[] = [];
    const metered = createDynamoTable(createDynamoClient(), 'people', (units) => used.push(units));
    dynamo
      .on(TransactWriteCommand)
      .resolves({ ConsumedCapacity: [{ TableName: 'people', CapacityUnits: 4 }] });
    dynamo.on(QueryCommand).resolves({ ConsumedCapacity: { CapacityUnits: 0.5 } });
    await metered.write([put('a'), put('b')]);
    await metered.query({ partition: 'P' });
    expect(used).toEqual([
      { read: 0, write: 4 },
      { read: 0.5, write: 0 },
    ]);
  });
});
