/** Stands in for Amazon Cognito: a signing key per user pool, tokens for the sample users, and verification as API Gateway does it. */
import { exportJWK, generateKeyPair, importJWK, type JWK, type JWTPayload, jwtVerify, SignJWT } from 'jose';
import * as z from 'zod';
import type { LocalClock } from './clock.ts';
import { readJsonFile, writeJsonFile } from './json-file.ts';
import { LocalProblem } from './problem.ts';
import { type Resolve, readProperties, refOf } from './read-properties.ts';
import { type SampleUser, sampleUser } from './sample-staff.ts';
import { resourcesOf, type Template } from './template.ts';

/** Long, so that a script can move the clock by years and go on with its token. */
const tokenDays = 3650;

export interface UserPool {
  id: string;
  kind: 'staff' | 'account';
  issuer: string;
  /** Of its first app client: the audience of the tokens. */
  clientId: string;
  /** Its clients of the authorization code flow. */
  codeClients: readonly CodeClient[];
}

export interface CodeClient {
  id: string;
  callbackUrls: readonly string[];
  logoutUrls: readonly string[];
}

/** What a token of a client says beyond the user's own claims. */
interface TokenOf {
  clientId: string;
  nonce?: string | undefined;
  lifetimeSeconds: number;
}

export interface Identity {
  readonly pools: readonly UserPool[];
  /** A signed token for a sample user; undefined for an unknown name. */
  tokenFor(name: string): Promise<string | undefined>;
  /** The same for another client of the user's pool, with another life. */
  tokenOf(name: string, token: TokenOf): Promise<string | undefined>;
  /** The claims of a valid token, undefined for any other: wrong key, issuer, audience or time. */
  verify(
    token: string,
    expected: { issuer: string; audience: readonly string[] },
  ): Promise<JWTPayload | undefined>;
  /** The public keys of a pool, as Cognito publishes them. */
  publicKeys(poolId: string): { keys: JWK[] } | undefined;
}

const Keys = z.record(z.string(), z.record(z.string(), z.unknown()));

async function newKey(poolId: string): Promise<JWK> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  return { ...(await exportJWK(privateKey)), kid: `${poolId}-1`, alg: 'RS256', use: 'sig' };
}

/** Private keys by pool id, kept in the state so that a token outlives a restart. */
async function openKeys(pools: readonly UserPool[], path: string): Promise<Map<string, JWK>> {
  const known = readJsonFile(path, Keys) ?? {};
  const entries = await Promise.all(
    pools.map(async ({ id }): Promise<[string, JWK]> => [id, known[id] ?? (await newKey(id))]),
  );
  writeJsonFile(path, Object.fromEntries(entries));
  return new Map(entries);
}

function claimsOf(user: SampleUser): JWTPayload {
  if (user.pool === 'account') return { sub: user.externalId };
  return {
    sub: user.name,
    'cognito:username': user.name,
    'cognito:groups': [user.role],
    ...(user.office && { 'custom:office': user.office }),
  };
}

/** Opens the keys of the pools. @param path of the file that keeps them */
export async function openIdentity(
  pools: readonly UserPool[],
  path: string,
  clock: LocalClock,
): Promise<Identity> {
  const keys = await openKeys(pools, path);

  const poolOf = (user: SampleUser | undefined) => pools.find(({ kind }) => kind === user?.pool);
  const tokenOf: Identity['tokenOf'] = async (name, { clientId, nonce, lifetimeSeconds }) => {
    const user = sampleUser(name);
    const pool = poolOf(user);
    const key = pool && keys.get(pool.id);
    if (!user || !pool || !key) return undefined;
    const now = Math.floor(clock.now() / 1000);
    return new SignJWT({ ...claimsOf(user), token_use: 'id', ...(nonce !== undefined && { nonce }) })
      .setProtectedHeader({ alg: 'RS256', kid: key.kid ?? '' })
      .setIssuer(pool.issuer)
      .setAudience(clientId)
      .setIssuedAt(now)
      .setExpirationTime(now + lifetimeSeconds)
      .sign(await importJWK(key, 'RS256'));
  };
  const tokenFor = async (name: string) => {
    const clientId = poolOf(sampleUser(name))?.clientId;
    return clientId && tokenOf(name, { clientId, lifetimeSeconds: tokenDays * 86_400 });
  };
  const verify: Identity['verify'] = async (token, { issuer, audience }) => {
    const pool = pools.find((candidate) => candidate.issuer === issuer);
    const key = pool && publicPart(keys.get(pool.id));
    if (!key) return undefined;
    try {
      const { payload } = await jwtVerify(token, await importJWK(key, 'RS256'), {
        algorithms: ['RS256'],
        issuer,
        currentDate: new Date(clock.now()),
        requiredClaims: ['exp', 'iat'],
      });
      // API Gateway takes `client_id` only where there is no `aud` (http-api-jwt-authorizer).
      const meant = [payload.aud ?? payload.client_id].flat();
      return meant.some((name) => typeof name === 'string' && audience.includes(name)) ? payload : undefined;
    } catch {
      return undefined;
    }
  };
  const publicKeys = (poolId: string) => {
    const key = publicPart(keys.get(poolId));
    return key && { keys: [key] };
  };
  return { pools, tokenFor, tokenOf, verify, publicKeys };
}

function publicPart(key: JWK | undefined): JWK | undefined {
  return key && { kty: key.kty, n: key.n, e: key.e, kid: key.kid, alg: key.alg, use: key.use };
}

/** The user pools of the template: one for staff and one for accounts, told apart by their names. */
export function readUserPools(template: Template, resolve: Resolve, region: string): UserPool[] {
  const clients = resourcesOf(template, 'AWS::Cognito::UserPoolClient');
  return resourcesOf(template, 'AWS::Cognito::UserPool').map(([logicalId, properties]) => {
    const id = refOf(logicalId, resolve);
    const own = clients.filter(([, { UserPoolId }]) => resolve(UserPoolId) === id);
    const [client] = own;
    const words = `${logicalId} ${String(properties.UserPoolName ?? '')}`.toLowerCase();
    const kind = words.includes('staff') ? 'staff' : words.includes('account') ? 'account' : undefined;
    if (!client || !kind) {
      throw new LocalProblem(
        `User pool ${logicalId} has no client, or is neither the one for staff nor the one for accounts.`,
        'Give it a client, and a name with "staff" or "account" in it.',
      );
    }
    const issuer = `https://cognito-idp.${region}.amazonaws.com/${id}`;
    return {
      id,
      kind,
      issuer,
      clientId: refOf(client[0], resolve),
      codeClients: readCodeClients(own, resolve),
    };
  });
}

const CodeClientProperties = z.object({
  AllowedOAuthFlows: z.array(z.string()).default([]),
  CallbackURLs: z.array(z.string()).default([]),
  LogoutURLs: z.array(z.string()).default([]),
});

function readCodeClients(clients: ReturnType<typeof resourcesOf>, resolve: Resolve): CodeClient[] {
  return clients.flatMap((client) => {
    const { AllowedOAuthFlows, CallbackURLs, LogoutURLs } = readProperties(
      CodeClientProperties,
      client,
      resolve,
    );
    if (!AllowedOAuthFlows.includes('code')) return [];
    return [{ id: refOf(client[0], resolve), callbackUrls: CallbackURLs, logoutUrls: LogoutURLs }];
  });
}
