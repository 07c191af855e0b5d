/** Queues, storage events and schedules: what is done, what comes back, what is logged. */
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { S3Event, SQSEvent } from 'aws-lambda';
import * as z from 'zod';
import { loadEnv } from '../../shared/middleware/env.ts';
import { queueHandler, type RecordContext } from '../../shared/middleware/queue-handler.ts';
import { scheduleHandler } from '../../shared/middleware/schedule-handler.ts';
import { storageHandler } from '../../shared/middleware/storage-handler.ts';
import { lambdaContext } from '../support/http-event.ts';
import { quietTelemetry } from '../support/http-service.ts';
import { queueEvent, storageRecord } from '../support/queue-event.ts';

let telemetry: ReturnType<typeof quietTelemetry>;

beforeEach(() => {
  telemetry = quietTelemetry();
});
afterEach(() => {
  jest.restoreAllMocks();
});

const none = z.object({});
const Message = z.strictObject({ id: z.string() });
const failedIds = ({ batchItemFailures }: { batchItemFailures: { itemIdentifier: string }[] }) =>
  batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);

describe('a queue function', () => {
  it('fails a record that does not parse alone, and handles the others', async () => {
    const seen: string[] = [];
    const handler = queueHandler(
      none,
      Message,
      () =>
        async ({ id }) =>
          seen.push(id),
    );
    const result = await handler(
      queueEvent(['{"id":"a"}', 'not json', '{"id":5}', '{"id":"b"}']),
      lambdaContext,
    );
    expect(seen).toEqual(['a', 'b']);
    expect(failedIds(result)).toEqual(['m1', 'm2']);
  });

  it('logs each failure once, with ids and field names and no values (P-12)', async () => {
    const handler = queueHandler(none, Message, () => async () => {
      throw new Error('SES refused kim@example.com');
    });
    await handler(
      queueEvent([
        '{"id":"a"}',
        '"kim@example.com"',
        '{"id":"a","address":"kim@example.com"}',
        'Kim wrote this',
      ]),
      lambdaContext,
    );
    expect(telemetry.error.mock.calls.map(([, line]) => line)).toEqual([
      {
        messageId: 'm0',
        receiveCount: 1,
        fault: expect.objectContaining({ name: 'Error', message: 'SES refused [address]' }),
      },
      { messageId: 'm1', receiveCount: 1, fault: expect.objectContaining({ name: 'UnreadableMessage' }) },
      { messageId: 'm2', receiveCount: 1, fault: expect.objectContaining({ name: 'UnreadableMessage' }) },
      { messageId: 'm3', receiveCount: 1, fault: expect.objectContaining({ name: 'UnreadableMessage' }) },
    ]);
    expect(JSON.stringify(telemetry.error.mock.calls)).not.toMatch(/kim/i);
  });

  it('tells how often a message came, how much time is left, and the time of this very piece of work', async () => {
    const contexts: RecordContext[] = [];
    const handler = queueHandler(none, Message, () => async (_message, context) => contexts.push(context));
    await handler(queueEvent(['{"id":"a"}'], 3), lambdaContext);
    const [context] = contexts;
    expect(context).toMatchObject({ receiveCount: 3, messageId: 'm0' });
    expect(context?.remainingMs()).toBe(60_000);
    expect(Math.abs(Date.parse(context?.now ?? '') - Date.now())).toBeLessThan(5000);
  });

  it.each([
    [undefined, 1],
    [3, 3],
  ])('works on one record after another, or on as many as asked for: %s', async (concurrency, most) => {
    let running = 0;
    let peak = 0;
    const handler = queueHandler(
      none,
      Message,
      () => async () => {
        peak = Math.max(peak, ++running);
        await new Promise((resolve) => setTimeout(resolve, 2));
        running--;
      },
      { concurrency },
    );
    await handler(queueEvent(Array.from({ length: 7 }, () => '{"id":"a"}')), lambdaContext);
    expect(peak).toBe(most);
  });

  it('builds once, at cold start, from its environment', async () => {
    const build = jest.fn(() => async () => undefined);
    const handler = queueHandler(none, Message, build);
    await handler(queueEvent(['{"id":"a"}']), lambdaContext);
    await handler(queueEvent(['{"id":"a"}']), lambdaContext);
    expect(build).toHaveBeenCalledTimes(1);
  });
});

describe('a storage function', () => {
  const Work = z.object({ key: z.string(), offset: z.int().default(0) });
  const serve = (seen: unknown[]) =>
    storageHandler(none, Work, () => async (work) => {
      seen.push(work);
      if (work.key === 'bad') throw new Error('bad');
    });

  it('reads new objects, sent directly or through SQS, and its own messages with one schema', async () => {
    const seen: unknown[] = [];
    const direct: S3Event = { Records: [storageRecord('imports/a+b%C3%A4.csv')] };
    await serve(seen)(direct, lambdaContext);
    const bodies = [
      JSON.stringify({ Records: [storageRecord('imports/c.csv')] }),
      '{"key":"imports/c.csv","offset":9}',
    ];
    await serve(seen)(queueEvent(bodies), lambdaContext);
    expect(seen).toEqual([
      { key: 'imports/a bä.csv', offset: 0 },
      { key: 'imports/c.csv', offset: 0 },
      { key: 'imports/c.csv', offset: 9 },
    ]);
  });

  it('throws for a failed object that came directly, and gives failed messages back', async () => {
    await expect(serve([])({ Records: [storageRecord('bad')] }, lambdaContext)).rejects.toThrow(
      '1 new objects',
    );
    const result = await serve([])(queueEvent(['{"key":"bad"}', '{"key":"good"}', 'x']), lambdaContext);
    expect(failedIds(result)).toEqual(['m0', 'm2']);
  });

  it('takes the test event of S3 for nothing to do', async () => {
    const seen: unknown[] = [];
    const event: SQSEvent = queueEvent(['{"Service":"Amazon S3","Event":"s3:TestEvent"}']);
    expect(failedIds(await serve(seen)(event, lambdaContext))).toEqual([]);
    expect(seen).toEqual([]);
  });
});

describe('a scheduled function', () => {
  it('gives back its result, with the time bound per invocation', async () => {
    const handler = scheduleHandler(
      none,
      () =>
        async ({ now }) =>
          now,
    );
    expect(Math.abs(Date.parse(await handler({}, lambdaContext)) - Date.now())).toBeLessThan(5000);
  });

  it('logs a failure once and throws it on', async () => {
    const handler = scheduleHandler(none, () => () => Promise.reject(new Error('no table')));
    await expect(handler({}, lambdaContext)).rejects.toThrow('no table');
    expect(telemetry.error).toHaveBeenCalledTimes(1);
  });
});

describe('the environment of a function', () => {
  it('names every variable that is missing or wrong, and the value of none', () => {
    const schema = z.object({ PEOPLE_TABLE: z.string().min(1), PUBLIC_URL: z.url(), STAGE: z.string() });
    const load = () => loadEnv(schema, { PUBLIC_URL: 'secret-value', STAGE: 'local' });
    expect(load).toThrow('PEOPLE_TABLE is missing, PUBLIC_URL is not valid');
    expect(load).not.toThrow('secret-value');
  });

  it('knows which lane is missing', () => {
    const schema = z.discriminatedUnion('LANE', [z.object({ LANE: z.literal('marketing') })]);
    expect(() => loadEnv(schema, {})).toThrow('LANE is missing');
  });

  it('stops a function at cold start', () => {
    expect(() => scheduleHandler(z.object({ NO_SUCH_VARIABLE: z.string() }), () => async () => 1)).toThrow(
      'NO_SUCH_VARIABLE is missing',
    );
  });
});
