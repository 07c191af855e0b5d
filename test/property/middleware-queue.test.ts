/** The batch wrapper over all mixes of good, bad and unreadable records. */
import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import * as z from 'zod';
import { queueHandler } from '../../shared/middleware/queue-handler.ts';
import { lambdaContext } from '../support/http-event.ts';
import { quietTelemetry } from '../support/http-service.ts';
import { queueEvent } from '../support/queue-event.ts';

beforeEach(() => {
  quietTelemetry();
});
afterEach(() => {
  jest.restoreAllMocks();
});

const Message = z.strictObject({ succeeds: z.boolean(), turns: z.int() });

it('N records in: exactly the failed ids out, whatever finishes first', async () => {
  const record = fc.oneof(
    fc
      .record({ succeeds: fc.boolean(), turns: fc.nat(4) })
      .map((message) => ({ ok: message.succeeds, body: JSON.stringify(message) })),
    fc.oneof(fc.string(), fc.json()).map((body) => ({ ok: false, body })),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(record, { maxLength: 12 }),
      fc.integer({ min: 1, max: 5 }),
      async (records, concurrency) => {
        let handled = 0;
        const handler = queueHandler(
          z.object({}),
          Message,
          () =>
            async ({ succeeds, turns }) => {
              for (let turn = 0; turn < turns; turn++) await Promise.resolve();
              if (!succeeds) throw new Error('failed');
              handled++;
            },
          { concurrency },
        );
        const { batchItemFailures } = await handler(
          queueEvent(records.map(({ body }) => body)),
          lambdaContext,
        );
        const expected = records.flatMap(({ ok }, index) => (ok ? [] : [{ itemIdentifier: `m${index}` }]));
        expect(batchItemFailures).toEqual(expected);
        expect(handled).toBe(records.length - expected.length);
      },
    ),
    { numRuns: 200 },
  );
});
