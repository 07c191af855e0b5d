/** Account tokens that come in a body: only what the pool has signed, for our client, and in its time, names an account (P-10, P-20). */
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { createAccountTokens } from '../../shared/adapters/account-tokens.ts';

const issuer = 'https://pool.test/accounts';
const clientId = 'client-1';
const now = '2026-11-23T12:00:00.000Z';
const seconds = Date.parse(now) / 1000;

let server: Server;
let keysUrl: string;
let keys: Awaited<ReturnType<typeof generateKeyPair>>;
let others: Awaited<ReturnType<typeof generateKeyPair>>;

beforeAll(async () => {
  keys = await generateKeyPair('RS256');
  others = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' };
  server = createServer((request, response) => {
    if (request.url !== '/keys') response.statusCode = 503;
    response.setHeader('content-type', 'application/json');
    response.end(request.url === '/keys' ? JSON.stringify({ keys: [jwk] }) : '{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  keysUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
});

afterAll(() => {
  server.close();
});

const usual: JWTPayload = {
  token_use: 'id',
  sub: '4711',
  iss: issuer,
  aud: clientId,
  iat: seconds - 60,
  exp: seconds + 60,
};

async function sign(claims: JWTPayload, { privateKey } = keys, alg = 'RS256'): Promise<string> {
  return new SignJWT(claims).setProtectedHeader({ alg, kid: 'k1' }).sign(privateKey);
}

const read = (token: string, path = '/keys') =>
  createAccountTokens({ issuer, clientId, keysUrl: `${keysUrl}${path}` })(token, now);

describe('a token', () => {
  it('of the pool names the account: its number, or else its subject', async () => {
    expect(await read(await sign(usual))).toBe('4711');
    expect(await read(await sign({ ...usual, 'custom:account': 'A-1' }))).toBe('A-1');
  });

  it('without an audience counts by its client', async () => {
    const { aud: _aud, ...access } = usual;
    expect(await read(await sign({ ...access, client_id: clientId }))).toBe('4711');
    expect(await read(await sign({ ...access, client_id: 'other' }))).toBeUndefined();
    expect(await read(await sign({ ...usual, aud: 'other', client_id: clientId }))).toBeUndefined();
  });

  it.each<[string, JWTPayload]>([
    ['of another issuer', { ...usual, iss: 'https://pool.test/staff' }],
    ['of access, which does not name the account', { ...usual, token_use: 'access' }],
    ['for another client', { ...usual, aud: 'staff-client' }],
    ['that has expired', { ...usual, exp: seconds - 1 }],
    ['that never expires', { sub: '4711', iss: issuer, aud: clientId, iat: seconds }],
    ['of nobody', { iss: issuer, aud: clientId, iat: seconds, exp: seconds + 60 }],
  ])('%s names nobody', async (_, claims) => {
    expect(await read(await sign(claims))).toBeUndefined();
  });

  it('signed by somebody else, cut short or invented names nobody', async () => {
    const token = await sign(usual);
    expect(await read(await sign(usual, others))).toBeUndefined();
    expect(await read(token.slice(0, -3))).toBeUndefined();
    expect(await read('no.token.atall')).toBeUndefined();
    expect(
      await read(`${Buffer.from('{"alg":"none"}').toString('base64url')}.${token.split('.')[1]}.`),
    ).toBeUndefined();
  });

  it('cannot be judged while the keys are away: that is our fault, not the caller’s', async () => {
    await expect(read(await sign(usual), '/away')).rejects.toThrow();
  });
});
