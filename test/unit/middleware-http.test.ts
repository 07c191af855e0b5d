/** The HTTP bundle: order, errors, log and answers. */
import { Logger } from '@aws-lambda-powertools/logger';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import * as z from 'zod';
import type { Reply } from '../../shared/api/contract.ts';
import {
  Conflict,
  NotFound,
  PreconditionFailed,
  PreconditionRequired,
  Unprocessable,
} from '../../shared/domain/faults.ts';
import { metrics } from '../../shared/middleware/telemetry.ts';
import { ask, marketer, quietTelemetry, serve } from '../support/http-service.ts';

let telemetry: ReturnType<typeof quietTelemetry>;

beforeEach(() => {
  telemetry = quietTelemetry();
});
afterEach(() => {
  jest.restoreAllMocks();
});

describe('the order of the bundle', () => {
  it.each([
    ['an answer', async () => ({ status: 200, body: {} }), 200, 'info'],
    ['an error', async () => Promise.reject(new Error('broken')), 500, 'error'],
  ] as const)(
    'is log context, read, handle, headers, log, metrics: %s',
    async (_name, answer, status, level) => {
      const steps: string[] = [];
      const noting = (step: string) => () => {
        steps.push(step);
      };
      jest.spyOn(Logger, 'injectLambdaContextBefore').mockImplementation(noting('context'));
      telemetry[level].mockImplementation((...line: unknown[]) => {
        steps.push(`log ${JSON.stringify(line).match(/"status":(\d+)/)?.[1]}`);
      });
      telemetry.publish.mockImplementation(() => {
        steps.push('metrics');
        return metrics;
      });
      const handler = serve(async () => {
        steps.push('handle');
        return answer();
      });
      const { headers } = await ask('GET /open/{id}', { params: { id: 'a' } }, handler);
      expect(steps).toEqual(['context', 'handle', `log ${status}`, 'metrics']);
      expect(headers).toMatchObject({ 'x-request-id': 'request-1', 'x-content-type-options': 'nosniff' });
    },
  );

  it('an error of the reader becomes a problem with headers, and the handler never runs', async () => {
    const handle = jest.fn<() => Promise<Reply>>();
    const answer = await ask('POST /things', { body: '{', claims: marketer }, serve(handle));
    expect(answer).toMatchObject({
      status: 400,
      headers: { 'content-type': 'application/problem+json', 'x-request-id': 'request-1' },
    });
    expect(handle).not.toHaveBeenCalled();
  });

  it('an error while the answer is written becomes a problem too', async () => {
    expect(
      (
        await ask(
          'GET /open/{id}',
          { params: { id: 'a' } },
          serve(async () => ({ status: 200, body: 1n })),
        )
      ).status,
    ).toBe(500);
  });
});

describe('faults of handlers', () => {
  it.each([
    ['NotFound', new NotFound('No such thing.'), 404],
    ['Conflict', new Conflict('Not now.', { members: { state: 'running' } }), 409],
    ['PreconditionFailed', new PreconditionFailed('Stale.'), 412],
    [
      'Unprocessable',
      new Unprocessable('Promotion.', { errors: [{ field: 'content', message: 'holds a price' }] }),
      422,
    ],
    ['PreconditionRequired', new PreconditionRequired('If-Match.'), 428],
  ])('%s has its status, its words and its members', async (_name, fault, status) => {
    const answer = await ask(
      'PUT /device',
      { headers: { authorization: 'Bearer x' } },
      serve(() => Promise.reject(fault)),
    );
    expect(answer).toMatchObject({
      status,
      body: { ...fault.members, status, detail: fault.message, errors: fault.errors },
    });
  });

  it('a failing parse of stored data is our fault, not the caller’s: 500 without detail but with the request id', async () => {
    const badRow = async () => ({ status: 200, body: z.object({ email: z.string() }).parse({ email: 5 }) });
    const answer = await ask('GET /open/{id}', { params: { id: 'a' } }, serve(badRow));
    expect(answer.status).toBe(500);
    expect(answer.body.detail).toContain('request-1');
    expect(JSON.stringify(answer.body)).not.toContain('email');
    expect(telemetry.error).toHaveBeenCalledTimes(1);
  });

  it('names no person in the log (P-12)', async () => {
    const token = `fcm:${'t0'.repeat(80)}`;
    const failure = Object.assign(new Error(`not verified: kim@example.com, +4915112345678, ${token}`), {
      Item: { email: 'kim@example.com' },
    });
    await ask(
      'GET /open/{id}',
      { params: { id: 'tok-1' }, query: 'limit=9' },
      serve(() => Promise.reject(failure)),
    );
    const written = JSON.stringify([telemetry.info.mock.calls, telemetry.error.mock.calls]);
    for (const secret of ['kim@example.com', '4915112345678', token, 'tok-1', 'limit=9'])
      expect(written).not.toContain(secret);
    expect(written).toContain('not verified');
  });

  it('writes one line per request: route, status, time and request id', async () => {
    await ask('GET /open/{id}', { params: { id: 'a' } });
    await ask('GET /open/{id}', { params: { id: 'too-long' } });
    expect(telemetry.info.mock.calls).toEqual([
      [
        'request',
        { routeKey: 'GET /open/{id}', status: 200, durationMs: expect.any(Number), requestId: 'request-1' },
      ],
      [
        'request',
        {
          routeKey: 'GET /open/{id}',
          status: 400,
          durationMs: expect.any(Number),
          requestId: 'request-1',
          fault: 'InvalidInput',
        },
      ],
    ]);
  });
});

describe('what leaves', () => {
  const reply = (value: Reply) =>
    ask(
      'GET /open/{id}',
      { params: { id: 'a' } },
      serve(async () => value),
    );

  it('always tells browsers to use TLS, not to sniff and not to keep, errors included (P-20)', async () => {
    for (const { headers } of [await reply({ status: 200, body: {} }), await ask('GET /nowhere')]) {
      expect(headers).toMatchObject({
        'strict-transport-security': 'max-age=63072000; includeSubDomains',
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      });
    }
  });

  it('lets a reply set its own headers, in any case', async () => {
    const { headers } = await reply({
      status: 200,
      body: {},
      headers: { 'Cache-Control': 'max-age=60', ETag: '"1"' },
    });
    expect(headers).toMatchObject({ 'cache-control': 'max-age=60', etag: '"1"' });
  });

  it('writes JSON, pages, text and lines with their types; a 204 has no body', async () => {
    async function* lines() {
      yield { a: 1 };
      yield { a: 2 };
    }
    expect(await reply({ status: 200, ndjson: lines() })).toMatchObject({
      text: '{"a":1}\n{"a":2}\n',
      headers: { 'content-type': 'application/x-ndjson' },
    });
    expect(await reply({ status: 200, ndjson: '{}\n' })).toMatchObject({ text: '{}\n' });
    const page = await reply({ status: 200, html: '<p>' });
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    expect(page).toMatchObject({ text: '<p>', headers: { 'content-type': 'text/html; charset=utf-8' } });
    expect(await reply({ status: 200, text: 't' })).toMatchObject({
      text: 't',
      headers: { 'content-type': 'text/plain; charset=utf-8' },
    });
    const empty = await reply({ status: 204 });
    expect(empty.text).toBe('');
    expect(empty.headers['content-type']).toBeUndefined();
  });

  it('answers HEAD as GET, without a body', async () => {
    const byRoute = await ask('HEAD /open/{id}', { params: { id: 'a' } });
    const byMethod = await ask('GET /open/{id}', { params: { id: 'a' }, method: 'HEAD' });
    expect(byRoute).toMatchObject({ status: 200, text: '', headers: { 'content-type': 'application/json' } });
    expect(byMethod).toMatchObject({ status: 200, text: '' });
  });
});
