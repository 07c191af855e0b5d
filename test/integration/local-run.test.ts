/** The local run of a small template: what AWS would do with it happens here too. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type StartedService, startLocalService } from '../support/local-service.ts';
import { fixtureSynthesis } from '../support/local-template.ts';

let service: StartedService;

beforeAll(async () => {
  service = await startLocalService(async () => fixtureSynthesis());
});
afterAll(() => service.stop());

const ask = (path: string, init?: RequestInit) => fetch(service.url + path, init);

describe('HTTP', () => {
  it('gives a function the event of payload format 2.0', async () => {
    const answer = await ask('/open/a%20b?x=1&x=2', {
      method: 'POST',
      headers: { cookie: 's=1; t=2', 'content-type': 'application/json', 'X-Purpose': 'test' },
      body: '{"a":1}',
    });
    expect(await answer.json()).toMatchObject({
      version: '2.0',
      routeKey: 'ANY /open/{name}',
      rawQueryString: 'x=1&x=2',
      cookies: ['s=1', 't=2'],
      headers: { 'x-purpose': 'test' },
      queryStringParameters: { x: '1,2' },
      pathParameters: { name: 'a b' },
      requestContext: { http: { method: 'POST', sourceIp: '127.0.0.1' } },
      body: '{"a":1}',
      isBase64Encoded: false,
    });
  });

  it('gives a form as base64, as API Gateway does for what is not text', async () => {
    const event = await (
      await ask('/open/form', { method: 'POST', body: new URLSearchParams({ a: 'b' }) })
    ).json();
    expect(event).toMatchObject({ isBase64Encoded: true, body: Buffer.from('a=b').toString('base64') });
  });

  it('lets only a valid token through, and passes lists of claims on as text', async () => {
    expect((await ask('/staff')).status).toBe(401);
    expect((await ask('/staff', { headers: { authorization: 'Bearer x.y.z' } })).status).toBe(401);
    const person = await service.token('person-4711');
    expect((await ask('/staff', { headers: { authorization: `Bearer ${person}` } })).status).toBe(401);
    const marketer = await service.token('marketer-de');
    const event = await (await ask('/staff', { headers: { authorization: `Bearer ${marketer}` } })).json();
    expect(event.requestContext.authorizer.jwt.claims).toMatchObject({
      sub: 'marketer-de',
      'cognito:groups': '[marketer]',
      'custom:office': 'de',
    });
  });

  it('refuses a body that Lambda could not take with 413, and an unknown path with 404', async () => {
    const body = 'x'.repeat(6_300_000);
    const answer = await ask('/open/big', { method: 'POST', headers: { 'content-type': 'text/csv' }, body });
    expect(answer.status).toBe(413);
    expect(await answer.json()).toEqual({ message: 'Request Too Long' });
    expect((await ask('/nowhere')).status).toBe(404);
  });

  it.each(['throw', 'exit', 'late', 'slow'])(
    'answers 500 when a function fails (%s), and the next call works',
    async (fault) => {
      const answer = await ask(`/open/x?do=${fault}`);
      expect(answer.status).toBe(500);
      expect(await answer.json()).toEqual({ message: 'Internal Server Error' });
      expect((await ask('/open/x')).status).toBe(200);
    },
  );
});

describe('queues', () => {
  it('invokes the function with what was sent, and brings only the failed message back, with its count', async () => {
    for (const body of ['good 1', 'bad 1']) {
      await ask('/open/x?do=send', { method: 'POST', headers: { 'content-type': 'text/plain' }, body });
    }
    await service.until('/open/x?do=read&key=message%20good%201', (text) => text === 'good 1');
    await service.until('/open/x?do=read&key=count%20bad%201', (text) => text === '2');
    expect(await service.get('/open/x?do=read&key=count%20good%201')).toBe('1');
  });
});

describe('files', () => {
  it('takes a presigned upload, announces it to the function, and gives ranges', async () => {
    const link = await service.get('/open/x?do=upload');
    expect((await fetch(link, { method: 'PUT', body: 'a,b' })).status).toBe(200);
    const object = JSON.parse(await service.until('/open/x?do=read&key=object', (text) => text !== ''));
    expect(object).toMatchObject({ key: 'imports/a+b.csv', size: 3 });
    expect(await service.get('/open/x?do=download')).toBe('b');
  });

  it('refuses a file without a signature, with a link for something else, or with one that ran out', async () => {
    const link = new URL(await service.get('/open/x?do=upload'));
    expect((await fetch(link.origin + link.pathname)).status).toBe(403);
    expect((await fetch(link)).status).toBe(403);
    link.searchParams.set('X-Amz-Date', '20200101T000000Z');
    expect((await fetch(link, { method: 'PUT', body: 'late' })).status).toBe(403);
  });
});

it('generates the secret that the template describes', async () => {
  expect(JSON.parse(await service.get('/open/x?do=secret'))).toEqual({
    seed: expect.stringMatching(/^[A-Za-z0-9]{64}$/),
  });
});

it('keeps a mail, and publishes its bounce through topic and subscription to the queue', async () => {
  const messageId = await service.get('/open/x?do=mail&to=bounce%40simulator.amazonses.com');
  expect(await service.outbox('email')).toMatchObject([
    {
      messageId,
      from: expect.stringContaining('news@de.example'),
      to: ['bounce@simulator.amazonses.com'],
      subject: 'Grüße',
      headers: {
        subject: '=?UTF-8?Q?Gr=C3=BC=C3=9Fe?=',
        'message-id': `<${messageId}@eu-west-1.amazonses.com>`,
      },
      text: 'Hallo\n',
      tags: { campaign: 'c-1' },
    },
  ]);
  const key = encodeURIComponent('message {"eventType":"Bounce","mail":{"timestamp'.slice(0, 48));
  const event = JSON.parse(await service.until(`/open/x?do=read&key=${key}`, (text) => text !== ''));
  expect(event.bounce).toMatchObject({ bounceType: 'Permanent', bounceSubType: 'General' });
  expect(event.mail.tags).toMatchObject({ campaign: ['c-1'] });
});

it('moves the clock of the functions forward only, and runs the schedules then', async () => {
  await service.until('/open/x?do=read&key=tick', (text) => text !== '');
  expect(await service.setTime('2020-01-01T00:00:00Z')).toBe(400);
  expect(await service.setTime('not a time')).toBe(400);
  expect(await service.setTime('2040-05-01T09:00:00Z')).toBe(200);
  expect(await service.get('/open/x?do=read&key=tick')).toMatch(/^2040-05-01T09:00:0/);
  expect(await service.get('/open/x?do=clock')).toMatch(/^2040-05-01T09:00/);
  expect(JSON.parse(await service.get('/local/time')).now).toMatch(/^2040-05-01T09:00/);
});

it('has a page for everything that it offers, and says so when a user or a mail does not exist', async () => {
  for (const path of [
    '/',
    '/local/inbox',
    '/local/phones',
    '/local/sign-in',
    '/local/inbox/0',
    '/local/workers',
  ]) {
    expect((await ask(path)).status).toBe(200);
  }
  expect(await service.get('/')).not.toContain('href="/console"');
  expect((await ask('/local/token/nobody-de')).status).toBe(404);
  expect((await ask('/local/inbox/99')).status).toBe(404);
});

it('refuses a template with a resource that it cannot run, and names it', async () => {
  const unknown = { Strange: { Type: 'AWS::StepFunctions::StateMachine' } };
  const start = startLocalService(async () => fixtureSynthesis(unknown));
  await expect(start).rejects.toThrow('Strange (AWS::StepFunctions::StateMachine)');
});
