/** What handlers get, who may not, and bad input: each a clear problem that names the field. */
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { httpEvent, lambdaContext } from '../support/http-event.ts';
import { ask, marketer, quietTelemetry, serve } from '../support/http-service.ts';

beforeEach(() => {
  quietTelemetry();
});
afterEach(() => {
  jest.restoreAllMocks();
});

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
      { name: 'x', at: 5 },
      [{ field: 'at', message: 'expected "now", or expected string, received number' }],
    ],
    ['one of several forms', { name: 'x', at: 'soon' }, [{ field: 'at', message: 'must be a year' }]],
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
      Buffer.from('{"name":"\xff"}', 'latin1'),
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
