/** The HTTP bundle: who, what, errors and headers. */
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import * as z from 'zod';
import type { Contracts, Reply } from '../../shared/api/contract.ts';
import {
  Conflict,
  NotFound,
  PreconditionFailed,
  PreconditionRequired,
  Unprocessable,
} from '../../shared/domain/faults.ts';
import { type HttpFunction, httpHandler } from '../../shared/middleware/http-handler.ts';
import { logger, metrics } from '../../shared/middleware/telemetry.ts';
import { type EventParts, httpEvent, lambdaContext } from '../support/http-event.ts';

const contracts = {
  'GET /open/{id}': {
    auth: 'public',
    summary: 'open',
    params: z.object({ id: z.string().max(5) }),
    query: z.strictObject({ limit: z.coerce.number().int().max(10).default(3) }),
    responses: {},
  },
  'POST /things': {
    auth: 'staff',
    roles: ['marketer'],
    summary: 'create',
    body: z.strictObject({
      name: z.string(),
      content: z
        .strictObject({ locales: z.record(z.string(), z.strictObject({ subject: z.string() })) })
        .optional(),
      at: z.union([z.literal('now'), z.string().regex(/^\d{4}$/, 'must be a year')]).optional(),
    }),
    responses: {},
  },
  'PUT /device': { auth: 'public', credential: 'device', summary: 'device', responses: {} },
  'POST /form': {
    auth: 'public',
    summary: 'form',
    body: z.object({ 'List-Unsubscribe': z.string() }),
    bodyType: 'form',
    responses: {},
  },
  'POST /csv': {
    auth: 'public',
    summary: 'csv',
    body: z.string(),
    bodyType: 'text/csv',
    maxBodyBytes: 20,
    responses: {},
  },
  'GET /me': {
    auth: 'account',
    summary: 'me',
    headers: z.object({ 'x-purpose': z.string() }),
    responses: {},
  },
} as const satisfies Contracts;

const echo = async (request: object): Promise<Reply> => ({ status: 200, body: request });

function serve(answer: (request: object) => Promise<Reply> = echo): HttpFunction {
  return httpHandler(z.object({}), contracts, () => ({
    'GET /open/{id}': answer,
    'POST /things': answer,
    'PUT /device': answer,
    'POST /form': answer,
    'POST /csv': answer,
    'GET /me': answer,
  }));
}

async function ask(routeKey: string, parts: EventParts = {}, handler = serve()) {
  const result = await handler(httpEvent(routeKey, parts), lambdaContext);
  const isJson = /json/.test(String(result.headers['content-type'] ?? ''));
  return {
    status: result.statusCode,
    headers: result.headers,
    text: result.body,
    body: isJson && result.body ? JSON.parse(result.body) : undefined,
  };
}

const marketer = { sub: 'marketer-de', 'cognito:groups': '[marketer]', 'custom:office': 'de' };

let info: ReturnType<typeof jest.spyOn>;
let error: ReturnType<typeof jest.spyOn>;

beforeEach(() => {
  info = jest.spyOn(logger, 'info').mockImplementation(() => undefined);
  error = jest.spyOn(logger, 'error').mockImplementation(() => undefined);
  jest.spyOn(metrics, 'publishStoredMetrics').mockImplementation(() => metrics.clearMetrics());
  jest.spyOn(metrics, 'captureColdStartMetric').mockImplementation(() => undefined);
});

afterEach(() => jest.restoreAllMocks());

describe('what a handler gets', () => {
  it('is checked and typed: parameters, query with defaults, request id, the time of the request', async () => {
    const { body } = await ask('GET /open/{id}', { params: { id: 'a1' }, query: 'limit=7' });
    expect(body).toMatchObject({
      params: { id: 'a1' },
      query: { limit: 7 },
      requestId: 'request-1',
      actor: { kind: 'public' },
    });
    expect(Math.abs(Date.parse(body.now) - Date.now())).toBeLessThan(5000);
    expect((await ask('GET /open/{id}', { params: { id: 'a1' } })).body.query).toEqual({ limit: 3 });
  });

  it.each([
    ['a list', ['marketer', 'auditor', 'some-other-group']],
    ['API Gateway text', '[marketer auditor]'],
    ['text with spaces', 'marketer auditor'],
    ['text with commas', 'marketer,auditor'],
  ])('reads the roles of staff from %s (P-20)', async (_name, groups) => {
    const { body } = await ask('POST /things', {
      body: { name: 'x' },
      claims: { ...marketer, 'cognito:groups': groups },
    });
    expect(body.actor).toEqual({
      kind: 'staff',
      user: 'marketer-de',
      roles: ['marketer', 'auditor'],
      office: 'de',
    });
  });

  it('carries the account of an account token, and the credential of a device', async () => {
    const me = await ask('GET /me', { claims: { sub: 'acc-1' }, headers: { 'X-Purpose': 'why' } });
    expect(me.body).toMatchObject({
      actor: { kind: 'account', sub: 'acc-1' },
      headers: { 'x-purpose': 'why' },
    });
    const device = await ask('PUT /device', { headers: { Authorization: 'Bearer secret-1' } });
    expect(device.body).toMatchObject({ bearer: 'secret-1', actor: { kind: 'public' } });
  });

  it('never carries a verified token on', async () => {
    const { body } = await ask('GET /me', {
      claims: { sub: 'a' },
      headers: { 'X-Purpose': 'why', Authorization: 'Bearer jwt' },
    });
    expect(body.bearer).toBeUndefined();
  });

  it('passes the idempotency key, and refuses one that is too long', async () => {
    const request = { claims: marketer, body: { name: 'x' } };
    expect(
      (await ask('POST /things', { ...request, headers: { 'Idempotency-Key': 'k-1' } })).body.idempotencyKey,
    ).toBe('k-1');
    const refused = await ask('POST /things', {
      ...request,
      headers: { 'Idempotency-Key': 'k'.repeat(101) },
    });
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ field: 'Idempotency-Key' }] } });
  });

  it.each([
    ['urlencoded', { 'content-type': 'application/x-www-form-urlencoded' }, 'List-Unsubscribe=One-Click'],
    [
      'multipart',
      { 'content-type': 'multipart/form-data; boundary=b1' },
      '--b1\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b1--\r\n',
    ],
  ])('reads the one-click form of a mail program as %s (N-28)', async (_name, headers, form) => {
    expect((await ask('POST /form', { headers, body: form })).body.body).toEqual({
      'List-Unsubscribe': 'One-Click',
    });
    expect((await ask('POST /form', { headers, body: Buffer.from(form) })).body.body).toEqual({
      'List-Unsubscribe': 'One-Click',
    });
  });

  it('reads a CSV body as text, its byte order mark included', async () => {
    const { body } = await ask('POST /csv', {
      headers: { 'content-type': 'text/csv; charset=utf-8' },
      body: Buffer.from('\ufeffä,b\n'),
    });
    expect(body.body).toBe('\ufeffä,b\n');
  });
});

describe('who may not', () => {
  it('answers 401 where a token is needed and no authorizer has seen one (P-20)', async () => {
    expect((await ask('POST /things', { body: { name: 'x' } })).status).toBe(401);
    const device = await ask('PUT /device', { headers: { authorization: 'Basic abc' } });
    expect(device).toMatchObject({ status: 401, headers: { 'www-authenticate': 'Bearer' } });
  });

  it('answers 403 to a wrong role, before it reads the body', async () => {
    const answer = await ask('POST /things', {
      body: '{broken',
      claims: { ...marketer, 'cognito:groups': '[auditor]' },
    });
    expect(answer).toMatchObject({ status: 403, body: { detail: 'This needs one of the roles: marketer.' } });
  });

  it('answers 404 to a route that no contract names', async () => {
    expect((await ask('GET /nowhere')).status).toBe(404);
    expect((await ask('$default')).status).toBe(404);
  });
});

describe('bad input', () => {
  const send = (body: unknown, headers: Record<string, string> = {}) =>
    ask('POST /things', { body, headers, claims: marketer });

  it.each<[string, unknown, { field: string; message: string }[]]>([
    ['a missing field', {}, [{ field: 'name', message: 'is missing' }]],
    ['a wrong type', { name: 1 }, [{ field: 'name', message: 'expected string, received number' }]],
    [
      'unknown fields',
      { name: 'x', a: 1, b: 2 },
      [
        { field: 'a', message: 'is not a known field' },
        { field: 'b', message: 'is not a known field' },
      ],
    ],
    [
      'a deep field',
      { name: 'x', content: { locales: { de: { subject: 3 } } } },
      [{ field: 'content.locales.de.subject', message: 'expected string, received number' }],
    ],
    [
      'a deep unknown field',
      { name: 'x', content: { locales: { de: { subject: 's', html: '' } } } },
      [{ field: 'content.locales.de.html', message: 'is not a known field' }],
    ],
    [
      'none of several forms',
      { name: 'x', at: 'soon' },
      [{ field: 'at', message: 'expected "now", or must be a year' }],
    ],
    ['no object', [1], [{ field: 'body', message: 'expected object, received array' }]],
  ])('names the field: %s', async (_name, body, errors) => {
    const answer = await send(body);
    expect(answer).toMatchObject({ status: 400, headers: { 'content-type': 'application/problem+json' } });
    expect(answer.body).toMatchObject({
      type: '/docs#invalid-input',
      title: 'Invalid input',
      status: 400,
      errors,
    });
  });

  it('refuses no body, malformed JSON, invalid UTF-8, half a surrogate pair and bad base64 with 400', async () => {
    expect((await send(undefined)).body.errors).toEqual([{ field: 'body', message: 'is missing' }]);
    for (const body of [
      '{"name":',
      '',
      Buffer.from([0x7b, 0xff, 0x7d]),
      '{"name":"\\ud800"}',
      '{"name":"\ud800"}',
    ]) {
      expect((await send(body)).status).toBe(400);
    }
    const event = httpEvent('POST /things', { body: '%%%', claims: marketer });
    expect(await serve()({ ...event, isBase64Encoded: true }, lambdaContext)).toMatchObject({
      statusCode: 400,
    });
  });

  it('takes an escaped pair of surrogates', async () => {
    expect((await send('{"name":"\\ud83d\\ude00"}')).body.body).toEqual({ name: '😀' });
  });

  it('refuses a body that is too large with 413, plain or base64', async () => {
    expect((await send({ name: 'x'.repeat(256 * 1024) })).status).toBe(413);
    expect((await send(Buffer.from(`{"name":"${'x'.repeat(256 * 1024)}"}`))).status).toBe(413);
    expect((await ask('POST /csv', { body: 'a'.repeat(20) })).status).toBe(200);
    expect((await ask('POST /csv', { body: 'ä'.repeat(11) })).status).toBe(413);
  });

  it('refuses another media type with 415', async () => {
    const answer = await send('name=x', { 'Content-Type': 'application/x-www-form-urlencoded' });
    expect(answer).toMatchObject({ status: 415, body: { errors: [{ field: 'Content-Type' }] } });
  });

  it('names wrong parameters, query and headers together', async () => {
    const answer = await ask('GET /open/{id}', {
      params: { id: 'too-long' },
      query: 'limit=x&page=1&page=2',
    });
    expect(answer.body.errors.map(({ field }: { field: string }) => field)).toEqual(['id', 'limit', 'page']);
    expect((await ask('GET /me', { claims: { sub: 'a' } })).body.errors).toEqual([
      { field: 'X-Purpose', message: 'is missing' },
    ]);
  });
});

describe('faults of handlers', () => {
  it.each([
    [new NotFound('No such thing.'), 404],
    [new Conflict('Not now.', { members: { state: 'running' } }), 409],
    [new PreconditionFailed('Stale.'), 412],
    [new Unprocessable('Promotion.', { errors: [{ field: 'content', message: 'holds a price' }] }), 422],
    [new PreconditionRequired('If-Match.'), 428],
  ])('%s has its status, its words and its members', async (fault, status) => {
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
    expect(error).toHaveBeenCalledTimes(1);
  });

  it('names no person in the log (P-12)', async () => {
    const failure = Object.assign(new Error('not verified: kim@example.com, +4915112345678'), {
      Item: { email: 'kim@example.com' },
    });
    await ask(
      'GET /open/{id}',
      { params: { id: 'tok-1' }, query: 'limit=9' },
      serve(() => Promise.reject(failure)),
    );
    const written = JSON.stringify([info.mock.calls, error.mock.calls]);
    for (const secret of ['kim@example.com', '4915112345678', 'tok-1', 'limit=9'])
      expect(written).not.toContain(secret);
    expect(written).toContain('not verified');
  });

  it('writes one line per request: route, status, time and request id', async () => {
    await ask('GET /open/{id}', { params: { id: 'a' } });
    await ask('GET /open/{id}', { params: { id: 'too-long' } });
    expect(info.mock.calls).toEqual([
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

  it('answers with a problem when a reply cannot be written', async () => {
    expect((await reply({ status: 200, body: 1n })).status).toBe(500);
  });
});
