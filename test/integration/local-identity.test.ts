/** The stand-in of Cognito: whose tokens are taken, and whose are not. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decodeJwt, exportJWK, generateKeyPair, importJWK, type JWTPayload, SignJWT } from 'jose';
import * as z from 'zod';
import { type LocalClock, openClock } from '../../infra/local/clock.ts';
import { type Identity, openIdentity, type UserPool } from '../../infra/local/identity.ts';
import { readJsonFile } from '../../infra/local/json-file.ts';
import { sampleUser } from '../../infra/local/sample-staff.ts';

const pool = (kind: UserPool['kind']): UserPool => ({
  id: kind,
  kind,
  issuer: `https://issuer.example/${kind}`,
  clientId: `${kind}-client`,
  codeClients: [],
});
const expected = { issuer: 'https://issuer.example/staff', audience: ['staff-client'] };

let folder: string;
let clock: LocalClock;
let identity: Identity;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'xperia-notify-identity-'));
  clock = openClock(join(folder, 'clock.json'));
  identity = await openIdentity([pool('staff'), pool('account')], join(folder, 'identity.json'), clock);
});
afterAll(() => rmSync(folder, { recursive: true }));

async function sign(claims: JWTPayload, own = true): Promise<string> {
  const keys = readJsonFile(
    join(folder, 'identity.json'),
    z.record(z.string(), z.record(z.string(), z.unknown())),
  );
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const key = own ? keys?.staff : await exportJWK(privateKey);
  const payload = {
    sub: 'x',
    iss: expected.issuer,
    aud: 'staff-client',
    iat: 1,
    exp: 9_999_999_999,
    ...claims,
  };
  return new SignJWT(payload).setProtectedHeader({ alg: 'RS256' }).sign(await importJWK({ ...key }, 'RS256'));
}

it('takes its own tokens, with roles and office', async () => {
  const token = (await identity.tokenFor('privacy-de')) ?? '';
  expect(await identity.verify(token, expected)).toMatchObject({
    sub: 'privacy-de',
    'cognito:groups': ['privacy-officer'],
    'custom:office': 'de',
    token_use: 'id',
  });
  const admin = decodeJwt((await identity.tokenFor('admin')) ?? '');
  expect(admin['custom:office']).toBeUndefined();
});

it('takes a token again after a restart', async () => {
  const token = (await identity.tokenFor('auditor')) ?? '';
  const again = await openIdentity([pool('staff'), pool('account')], join(folder, 'identity.json'), clock);
  expect(await again.verify(token, expected)).toMatchObject({ sub: 'auditor' });
});

describe('refuses', () => {
  it.each([
    ['a token signed with another key', {}, false],
    ['a token that has expired', { exp: 1_700_000_000 }, true],
    ['a token that never expires', { exp: undefined }, true],
    ['a token that is not valid yet', { nbf: 9_999_999_990 }, true],
    ['a token for another audience', { aud: 'account-client' }, true],
    ['a token of another client', { aud: undefined, client_id: 'other' }, true],
    ['a token of another issuer', { iss: 'https://issuer.example/account' }, true],
  ])('%s', async (_, claims, own) => {
    expect(await identity.verify(await sign(claims, own), expected)).toBeUndefined();
  });

  it('a token without a signature, and what is no token', async () => {
    const [, payload] = (await sign({})).split('.');
    const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`;
    expect(await identity.verify(none, expected)).toBeUndefined();
    expect(await identity.verify('text', expected)).toBeUndefined();
  });

  it("an account holder's token where staff is asked for", async () => {
    const token = (await identity.tokenFor('person-4711')) ?? '';
    expect(decodeJwt(token).sub).toBe('4711');
    expect(await identity.verify(token, expected)).toBeUndefined();
  });
});

it('takes a token by its client id where it has no audience', async () => {
  expect(
    await identity.verify(await sign({ aud: undefined, client_id: 'staff-client' }), expected),
  ).toBeDefined();
});

it.each([
  ['marketer-de-2', { name: 'marketer-de-2', role: 'marketer', office: 'de' }],
  ['notice-releaser-2', { name: 'notice-releaser-2', role: 'notice-releaser' }],
  ['support-jp', { role: 'support', office: 'jp' }],
  ['marketer-xx', undefined],
  ['marketer', undefined],
  ['admin-de', undefined],
  ['person-', undefined],
])('the user %s is %j', (name, user) => {
  const found = sampleUser(name);
  if (user) expect(found).toMatchObject(user);
  else expect(found).toBeUndefined();
});
