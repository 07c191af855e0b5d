/** The parts of the console that need no page: calls of the API, addresses, the session, names of places. */
import { describe, expect, it } from '@jest/globals';
import { createApi, withQuery } from '../../functions/console/client/api/client.ts';
import { ApiProblem } from '../../functions/console/client/api/problem.ts';
import { readSource } from '../../functions/console/client/api/rules.ts';
import { loadSession, saveSession, sessionOf } from '../../functions/console/client/auth/session.ts';
import { createFormat, regionalLocale } from '../../functions/console/client/i18n/format.ts';
import { pickLanguage } from '../../functions/console/client/i18n/languages.ts';
import { findRoute, linkTo, matchPath, placeOf } from '../../functions/console/client/ui/match-route.ts';

type Answers = (Response | Error)[];

/** A client whose requests are noted and answered in order. */
function clientWith(answers: Answers, renewals: string[] = []) {
  const requests: { url: string; method: string; headers: Headers; body: unknown }[] = [];
  const pauses: number[] = [];
  let unauthorized = 0;
  let token = 'token-1';
  const api = createApi({
    token: () => token,
    renew: async () => {
      token = renewals.shift() ?? '';
      return token !== '';
    },
    onUnauthorized: () => {
      unauthorized += 1;
    },
    wait: async (milliseconds) => void pauses.push(milliseconds),
    fetch: async (url, init) => {
      requests.push({
        url: String(url),
        method: init?.method ?? '',
        headers: new Headers(init?.headers),
        body: init?.body,
      });
      const answer = answers.shift();
      if (answer instanceof Response) return answer;
      throw answer ?? new Error('No more answers.');
    },
  });
  return { api, requests, pauses, unauthorized: () => unauthorized };
}

const json = (body: unknown, init?: ResponseInit) => Response.json(body, init);
const problem = (status: number, members: object = {}) =>
  json({ title: 'Title', detail: 'Detail', errors: [], ...members }, { status });
const failure = async (promise: Promise<unknown>): Promise<ApiProblem> => {
  const error: unknown = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof ApiProblem) return error;
  throw new Error('There was no problem.');
};

describe('a call of the API', () => {
  it('carries the token, the version and the key of the attempt, and gives the version of the answer', async () => {
    const { api, requests } = clientWith([json({ id: 1 }, { headers: { etag: '"4"' } }), json({ id: 2 })]);
    const saved = await api.put<{ id: number }>('/things/1', { a: 1 }, { ifMatch: '"3"' });
    expect(saved).toMatchObject({ status: 200, body: { id: 1 }, etag: '"4"' });
    await api.post('/things', {}, { idempotencyKey: 'key-1' });
    const [put, post] = requests.map(({ headers }) => headers);
    expect(put?.get('authorization')).toBe('Bearer token-1');
    expect(put?.get('if-match')).toBe('"3"');
    expect(put?.get('content-type')).toBe('application/json');
    expect(post?.get('idempotency-key')).toBe('key-1');
    expect(post?.has('if-match')).toBe(false);
  });

  it('is made again for a read that fails on the way, with pauses, and not for ever', async () => {
    const works = clientWith([new TypeError('network'), problem(503), json({ ok: true })]);
    expect((await works.api.get('/things')).body).toEqual({ ok: true });
    expect(works.pauses).toEqual([300, 1200]);
    const fails = clientWith([problem(502), problem(502), problem(502)]);
    expect((await failure(fails.api.get('/things'))).status).toBe(502);
    expect(fails.requests).toHaveLength(3);
  });

  it.each([
    ['post', 503],
    ['put', 503],
    ['post', 0],
  ] as const)('is never made again for a change: %s, %i', async (method, status) => {
    const { api, requests } = clientWith([
      status === 0 ? new TypeError('network') : problem(status),
      json({}),
    ]);
    expect((await failure(api[method]('/things', {}))).status).toBe(status);
    expect(requests).toHaveLength(1);
  });

  it('is not repeated for a read that the API refuses', async () => {
    const { api, requests } = clientWith([problem(404), json({})]);
    expect((await failure(api.get('/things'))).status).toBe(404);
    expect(requests).toHaveLength(1);
  });

  it('says which field is wrong, and the state that is in the way', async () => {
    const errors = [{ field: 'sendWindow.end', message: 'the window never opens' }];
    const { api } = clientWith([problem(409, { errors, state: 'running', requestId: 'r-1' })]);
    const found = await failure(api.put('/things', {}));
    expect(found).toMatchObject({ title: 'Title', message: 'Detail', state: 'running', requestId: 'r-1' });
    expect(found.errorAt('sendWindow.end')).toBe('the window never opens');
    expect(found.errorAt('sendWindow.start')).toBeUndefined();
  });

  it('makes a problem of an answer that is none of ours, as of a gateway', async () => {
    const { api } = clientWith([new Response('<html>', { status: 413, statusText: 'Too Large' })]);
    expect(await failure(api.post('/things', {}))).toMatchObject({ title: 'HTTP 413', message: 'Too Large' });
  });

  it('tells of a token that is no longer taken', async () => {
    const { api, unauthorized } = clientWith([problem(401), problem(403)]);
    await failure(api.get('/things'));
    await failure(api.get('/things'));
    expect(unauthorized()).toBe(1);
  });

  it.each(['get', 'post'] as const)('is made again with a new token, once: %s', async (method) => {
    const works = clientWith([problem(401), json({ ok: true })], ['token-2']);
    expect((await works.api[method]('/things')).body).toEqual({ ok: true });
    expect(works.requests.map(({ headers }) => headers.get('authorization'))).toEqual([
      'Bearer token-1',
      'Bearer token-2',
    ]);
    const refused = clientWith([problem(401), problem(401)], ['token-2', 'token-3']);
    expect((await failure(refused.api[method]('/things'))).status).toBe(401);
    expect([refused.requests.length, refused.unauthorized()]).toEqual([2, 1]);
  });

  it('takes an answer without a body', async () => {
    const { api } = clientWith([new Response(null, { status: 204 })]);
    expect(await api.remove('/things/1')).toMatchObject({ status: 204, body: undefined });
  });

  it('leaves empty filters out', () => {
    expect(withQuery('/campaigns', { q: '', state: undefined, office: 'de', archived: true })).toBe(
      '/campaigns?office=de&archived=true',
    );
    expect(withQuery('/campaigns')).toBe('/campaigns');
  });
});

describe('an address', () => {
  it('is path and query behind the hash', () => {
    expect(placeOf('')).toMatchObject({ path: '/' });
    const { path, query } = placeOf(linkTo('/campaigns', { q: 'a&b', state: '' }));
    expect([path, query.get('q'), query.has('state')]).toEqual(['/campaigns', 'a&b', false]);
  });

  it('fits one pattern, the first in the list', () => {
    const routes = [
      { pattern: '/campaigns/new' },
      { pattern: '/campaigns/:id' },
      { pattern: '/campaigns/:id/edit' },
    ];
    expect(findRoute(routes, '/campaigns/new')?.route).toBe(routes[0]);
    expect(findRoute(routes, '/campaigns/cmp_1/edit')).toEqual({ route: routes[2], params: { id: 'cmp_1' } });
    expect(findRoute(routes, '/campaigns')).toBeUndefined();
    expect(matchPath('/a/:id', '/a/')).toBeUndefined();
    expect(matchPath('/a/:id', '/a/x%2Fy')).toEqual({ id: 'x/y' });
    expect(matchPath('/a/:id', '/a/%')).toEqual({ id: '%' });
  });
});

describe('a session', () => {
  const claims = {
    sub: 'u-1',
    'cognito:username': 'kim',
    'cognito:groups': ['marketer', 'something-else'],
    'custom:office': 'de',
    exp: 2000,
  };
  const storeOf = () => {
    const items = new Map<string, string>();
    return {
      getItem: (key: string) => items.get(key) ?? null,
      setItem: (key: string, value: string) => void items.set(key, value),
      removeItem: (key: string) => void items.delete(key),
    };
  };

  it('is what the token says: roles that are known, and the office', () => {
    expect(sessionOf('t', claims, 1)).toEqual({
      token: 't',
      user: 'kim',
      roles: ['marketer'],
      office: 'de',
      expiresAt: 2_000_000,
      since: 1,
    });
    expect(sessionOf('t', { sub: 'u-1', exp: 1 }, 1)).toMatchObject({
      user: 'u-1',
      roles: [],
      office: undefined,
    });
  });

  it('ends with its token', () => {
    const store = storeOf();
    saveSession(store, sessionOf('t', claims, 1));
    expect(loadSession(store, 1_999_999)?.user).toBe('kim');
    expect(loadSession(store, 2_000_000)).toBeUndefined();
    expect(loadSession(store, 1)).toBeUndefined();
  });
});

describe('words', () => {
  it('come in the first language that there is', () => {
    expect(pickLanguage(['fr-FR', 'ja-JP', 'de'])).toBe('ja');
    expect(pickLanguage(['DE-at'])).toBe('de');
    expect(pickLanguage(['fr'])).toBe('en');
  });

  it('have the dates and names of the reader', () => {
    expect(createFormat('de').country('DE')).toBe('Deutschland');
    expect(createFormat('ja').country('US-CA')).toBe('アメリカ合衆国 (CA)');
    expect(createFormat('en').country('EU')).toBe('European Union');
    expect([1, 7].map(createFormat('en-GB').weekday)).toEqual(['Mon', 'Sun']);
    expect(createFormat('de').percent(0.834)).toBe('83\u00a0%');
    expect(regionalLocale('en', ['fr', 'en-AU'])).toBe('en-AU');
    expect(regionalLocale('de', ['en-AU'])).toBe('de');
  });

  it('of a source are a link where it is one', () => {
    expect(readSource('https://law.example/uwg/7 [not re-read]')).toEqual({
      href: 'https://law.example/uwg/7',
      host: 'law.example',
      remark: 'not re-read',
    });
    expect(readSource('javascript:alert(1)').href).toBeUndefined();
  });
});
