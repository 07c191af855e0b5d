/** The sign-in of the local run: a code for whoever was chosen, and a token for whoever holds code and verifier. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decodeJwt } from 'jose';
import * as oauth from 'oauth4webapi';
import { type Identity, openIdentity, type UserPool } from '../../infra/local/identity.ts';
import { createOAuthRoutes } from '../../infra/local/oauth/oauth-routes.ts';
import { createRouter } from '../../infra/local/routes.ts';

const callback = 'http://localhost:1/console';
const issuer = 'https://issuer.example/staff';
const staff: UserPool = {
  id: 'staff',
  kind: 'staff',
  issuer,
  clientId: 'scripts',
  codeClients: [{ id: 'console', callbackUrls: [callback], logoutUrls: [callback] }],
};
const verifier = oauth.generateRandomCodeVerifier();

let folder: string;
let server: Server;
let base: string;
let identity: Identity;
let request: Record<string, string>;
/** Milliseconds by which the clock has been set forward. */
let ahead = 0;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'xperia-notify-oauth-'));
  const clock = {
    now: () => Date.now() + ahead,
    iso: () => '',
    moveTo: () => true,
    shared: new SharedArrayBuffer(8),
  };
  identity = await openIdentity([staff], join(folder, 'identity.json'), clock);
  request = {
    client_id: 'console',
    redirect_uri: callback,
    response_type: 'code',
    scope: 'openid',
    state: 'state-1',
    nonce: 'nonce-1',
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  };
  const find = createRouter(createOAuthRoutes({ identity, clock, url: 'http://localhost:1' }));
  server = createServer((incoming, response) => {
    const url = new URL(incoming.url ?? '/', 'http://localhost');
    const match = find(incoming.method ?? 'GET', url.pathname);
    if (!match) response.writeHead(404).end();
    else void match.target({ request: incoming, response, url, pathParameters: match.pathParameters });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  base = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/local/identity/staff`;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

const authorize = (change: Record<string, string> = {}) =>
  fetch(`${base}/oauth2/authorize?${new URLSearchParams({ ...request, ...change })}`, { redirect: 'manual' });

const choose = (user: string, change: Record<string, string> = {}) =>
  fetch(`${base}/oauth2/authorize`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ ...request, ...change, user }),
  });

async function newCode(change?: Record<string, string>): Promise<string> {
  const answer = await choose('marketer-de', change);
  return new URL(answer.headers.get('location') ?? '').searchParams.get('code') ?? '';
}

async function redeem(code: string, change: Record<string, string> = {}) {
  const form = { grant_type: 'authorization_code', code, redirect_uri: callback, client_id: 'console' };
  const body = new URLSearchParams({ ...form, code_verifier: verifier, ...change });
  const answer = await fetch(`${base}/oauth2/token`, { method: 'POST', body });
  return { status: answer.status, headers: answer.headers, body: await answer.json() };
}

const refused = { status: 400, body: { error: 'invalid_grant' } };

describe('the page', () => {
  it('shows the staff of every office as buttons of a form, and works without script', async () => {
    const answer = await authorize();
    const page = await answer.text();
    expect(answer.status).toBe(200);
    expect(page).toContain('<button name="user" value="marketer-de">');
    expect(page).toContain('<h2>Xperia Germany</h2>');
    expect(page).toContain('name="state" value="state-1"');
    expect(page).not.toContain('<script');
  });

  it('finds an office or a role', async () => {
    const page = await (await authorize({ q: 'japan approver' })).text();
    expect(page.match(/<button name="user"/g)).toHaveLength(1);
    expect(page).toContain('value="approver-jp"');
    expect(await (await authorize({ q: '<nobody>' })).text()).toContain('&lt;nobody&gt;');
  });

  it.each([
    ['an address that is not of the client', { redirect_uri: 'https://evil.example/console' }],
    ['an address that only begins like it', { redirect_uri: `${callback}/more` }],
    ['a client that there is not', { client_id: 'other' }],
    ['the client of scripts, which has no sign-in pages', { client_id: 'scripts' }],
  ])('sends nobody away to %s', async (_, change) => {
    const shown = await authorize(change);
    const chosen = await choose('marketer-de', change);
    for (const answer of [shown, chosen]) {
      expect([answer.status, answer.headers.get('location')]).toEqual([400, null]);
    }
  });

  it.each([
    ['code_challenge', { code_challenge: '' }],
    ['code_challenge_method', { code_challenge_method: 'plain' }],
    ['response_type', { response_type: 'token' }],
    ['scope', { scope: 'email' }],
  ])('tells the client of a request without a right %s, and gives no code', async (field, change) => {
    const location = new URL((await authorize(change)).headers.get('location') ?? '');
    expect(location.origin + location.pathname).toBe(callback);
    expect(Object.fromEntries(location.searchParams)).toEqual({
      error: 'invalid_request',
      error_description: `${field} is missing or wrong`,
      state: 'state-1',
    });
    expect((await choose('marketer-de', change)).status).toBe(400);
  });

  it.each(['nobody', 'person-4711', ''])('gives no code for %j', async (user) => {
    expect((await choose(user)).status).toBe(400);
  });
});

describe('a code', () => {
  it('is worth a token of the one who was chosen, for the console and with the nonce', async () => {
    const answer = await redeem(await newCode());
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.body).toMatchObject({ token_type: 'Bearer', expires_in: 3600 });
    const claims = decodeJwt(answer.body.id_token);
    expect(claims).toMatchObject({
      iss: issuer,
      aud: 'console',
      sub: 'marketer-de',
      nonce: 'nonce-1',
      'cognito:groups': ['marketer'],
      'custom:office': 'de',
    });
    expect((claims.exp ?? 0) - (claims.iat ?? 0)).toBe(3600);
    const audience = ['scripts', 'console'];
    expect(await identity.verify(answer.body.id_token, { issuer, audience })).toBeDefined();
    expect(await identity.verify(answer.body.id_token, { issuer, audience: ['scripts'] })).toBeUndefined();
  });

  it('is good for one use', async () => {
    const code = await newCode();
    expect((await redeem(code)).status).toBe(200);
    expect(await redeem(code)).toMatchObject(refused);
  });

  it('is worth nothing without its verifier (RFC 7636), and ends with the wrong one', async () => {
    const code = await newCode();
    const stolen = oauth.generateRandomCodeVerifier();
    expect(await redeem(code, { code_verifier: stolen })).toMatchObject(refused);
    expect(await redeem(code)).toMatchObject(refused);
    expect(await redeem(await newCode(), { code_verifier: '' })).toMatchObject({
      status: 400,
      body: { error: 'invalid_request' },
    });
  });

  it.each([
    ['another address', { redirect_uri: 'https://evil.example/console' }],
    ['another client', { client_id: 'scripts' }],
  ])('is worth nothing for %s', async (_, change) => {
    expect(await redeem(await newCode(), change)).toMatchObject(refused);
  });

  it('ends after five minutes', async () => {
    const [early, late] = [await newCode(), await newCode()];
    ahead = 5 * 60_000 - 5000;
    expect((await redeem(early)).status).toBe(200);
    ahead = 5 * 60_000;
    expect(await redeem(late)).toMatchObject(refused);
    ahead = 0;
  });

  it('brings a refresh token that is good for twelve hours, for its client only', async () => {
    const { refresh_token } = (await redeem(await newCode())).body;
    const renew = (change: Record<string, string> = {}) =>
      redeem('', { grant_type: 'refresh_token', refresh_token, ...change });
    const renewed = await renew();
    expect(decodeJwt(renewed.body.id_token)).toMatchObject({ aud: 'console', sub: 'marketer-de' });
    expect(renewed.body.refresh_token).toBeUndefined();
    expect(await renew({ client_id: 'scripts' })).toMatchObject(refused);
    expect(await renew({ refresh_token: 'other' })).toMatchObject(refused);
    ahead = 12 * 60 * 60_000;
    expect(await renew()).toMatchObject(refused);
    ahead = 0;
  });

  it('carries no nonce where none was asked for', async () => {
    const { nonce: _, ...rest } = request;
    const body = new URLSearchParams({ ...rest, user: 'auditor' });
    const answer = await fetch(`${base}/oauth2/authorize`, { method: 'POST', redirect: 'manual', body });
    const code = new URL(answer.headers.get('location') ?? '').searchParams.get('code') ?? '';
    expect(decodeJwt((await redeem(code)).body.id_token).nonce).toBeUndefined();
  });
});

it('signs out to an address of the client only', async () => {
  const leave = (client: string, address: string) =>
    fetch(`${base}/logout?${new URLSearchParams({ client_id: client, logout_uri: address })}`, {
      redirect: 'manual',
    });
  expect((await leave('console', callback)).headers.get('location')).toBe(callback);
  expect((await leave('console', 'https://evil.example/')).status).toBe(400);
  expect((await leave('other', callback)).status).toBe(400);
});

it('describes itself as OpenID Connect Discovery has it', async () => {
  const described = await (await fetch(`${base}/.well-known/openid-configuration`)).json();
  expect(described).toMatchObject({
    issuer,
    token_endpoint: 'http://localhost:1/local/identity/staff/oauth2/token',
    code_challenge_methods_supported: ['S256'],
    response_types_supported: ['code'],
  });
  expect((await fetch(`${base.replace('/staff', '/other')}/.well-known/openid-configuration`)).status).toBe(
    404,
  );
});
