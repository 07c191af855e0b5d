/** The sign-in pages and endpoints of the stand-in for Cognito: authorization code flow with PKCE, for staff. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import * as z from 'zod';
import type { LocalClock } from '../clock.ts';
import type { Identity, UserPool } from '../identity.ts';
import type { LocalHandler } from '../local-handler.ts';
import { refusedPage, staffPage } from '../pages/choose-staff.ts';
import { sendPage } from '../pages/layout.ts';
import { readBody, sendJson } from '../respond.ts';
import type { Route } from '../routes.ts';
import { sampleUser } from '../sample-staff.ts';
import { createCodes, createRefreshTokens } from './codes.ts';
import { readAuthorize } from './read-authorize.ts';

interface OAuthOptions {
  identity: Identity;
  clock: LocalClock;
  /** Base address of this run. */
  url: string;
}

/** The life of a token of the console, as infra/constructs/sign-in.ts sets it. */
const lifetimeSeconds = 3600;
const bodyLimitBytes = 20_000;

const TokenForm = z.discriminatedUnion('grant_type', [
  z.object({
    grant_type: z.literal('authorization_code'),
    code: z.string().min(1),
    redirect_uri: z.string().min(1),
    client_id: z.string().min(1),
    code_verifier: z.string().regex(/^[\w.~-]{43,128}$/),
  }),
  z.object({
    grant_type: z.literal('refresh_token'),
    refresh_token: z.string().min(1),
    client_id: z.string().min(1),
  }),
]);

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  const body = await readBody(request, bodyLimitBytes);
  return new URLSearchParams(body?.toString('utf8') ?? '');
}

function redirect(response: ServerResponse, address: string, parameters: Record<string, string | undefined>) {
  const url = new URL(address);
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined) url.searchParams.set(name, value);
  }
  response.writeHead(303, { location: url.href, 'cache-control': 'no-store' }).end();
}

/** Tokens are never kept by caches (RFC 6749, 5.1). */
function sendToken(response: ServerResponse, status: number, body: unknown): void {
  sendJson(response, status, body, { 'cache-control': 'no-store' });
}

/** All routes below `/local/identity/{pool}` but the keys. */
export function createOAuthRoutes({ identity, clock, url }: OAuthOptions): Route<LocalHandler>[] {
  const codes = createCodes(clock);
  const refreshTokens = createRefreshTokens(clock);
  const withPool =
    (handle: (call: Parameters<LocalHandler>[0], pool: UserPool) => Promise<void>): LocalHandler =>
    async (call) => {
      const pool = identity.pools.find(({ id }) => id === call.pathParameters.pool);
      if (pool) return handle(call, pool);
      sendJson(call.response, 404, { message: 'There is no such user pool.' });
    };

  const show = withPool(async ({ response, url: { searchParams } }, pool) => {
    const read = readAuthorize(pool, searchParams);
    if (read.kind === 'refused') return sendPage(response, refusedPage(), 400);
    if (read.kind === 'wrong') {
      return redirect(response, read.redirectUri, {
        error: 'invalid_request',
        error_description: `${read.field} is missing or wrong`,
        state: read.state,
      });
    }
    sendPage(response, staffPage(read.query, searchParams.get('q') ?? ''));
  });

  const choose = withPool(async ({ request, response }, pool) => {
    const form = await readForm(request);
    const read = readAuthorize(pool, form);
    const name = form.get('user') ?? '';
    if (read.kind !== 'read' || sampleUser(name)?.pool !== pool.kind) {
      return sendPage(response, refusedPage(), 400);
    }
    const { client_id, redirect_uri, code_challenge, nonce, state } = read.query;
    const grant = {
      user: name,
      clientId: client_id,
      redirectUri: redirect_uri,
      challenge: code_challenge,
      nonce,
    };
    redirect(response, redirect_uri, { code: codes.issue(grant), state });
  });

  /** Whom a token is for, the nonce of the request, and a refresh token where it is the first one. */
  const redeem = (form: z.infer<typeof TokenForm>) => {
    const { client_id: clientId } = form;
    if (form.grant_type === 'refresh_token') return refreshTokens.find(form.refresh_token, clientId);
    const { code, redirect_uri: redirectUri, code_verifier: verifier } = form;
    const grant = codes.redeem(code, { clientId, redirectUri, verifier });
    return grant && { ...grant, refreshToken: refreshTokens.issue(grant) };
  };

  const exchange = withPool(async ({ request, response }) => {
    const form = TokenForm.safeParse(Object.fromEntries(await readForm(request)));
    if (!form.success) return sendToken(response, 400, { error: 'invalid_request' });
    const grant = redeem(form.data);
    const token = grant && (await identity.tokenOf(grant.user, { ...grant, lifetimeSeconds }));
    if (!token) return sendToken(response, 400, { error: 'invalid_grant' });
    sendToken(response, 200, {
      id_token: token,
      access_token: token,
      token_type: 'Bearer',
      expires_in: lifetimeSeconds,
      ...('refreshToken' in grant && { refresh_token: grant.refreshToken }),
    });
  });

  const signOut = withPool(async ({ response, url: { searchParams } }, pool) => {
    const address = searchParams.get('logout_uri') ?? '';
    const client = pool.codeClients.find(({ id }) => id === searchParams.get('client_id'));
    if (!client?.logoutUrls.includes(address)) return sendPage(response, refusedPage(), 400);
    redirect(response, address, {});
  });

  const describe = withPool(async ({ response }, pool) => {
    const base = `${url}/local/identity/${pool.id}`;
    sendJson(response, 200, {
      issuer: pool.issuer,
      authorization_endpoint: `${base}/oauth2/authorize`,
      token_endpoint: `${base}/oauth2/token`,
      end_session_endpoint: `${base}/logout`,
      jwks_uri: `${base}/.well-known/jwks.json`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      token_endpoint_auth_methods_supported: ['none'],
      code_challenge_methods_supported: ['S256'],
      scopes_supported: ['openid'],
    });
  });

  const base = '/local/identity/{pool}';
  return [
    { key: `GET ${base}/oauth2/authorize`, target: show },
    { key: `POST ${base}/oauth2/authorize`, target: choose },
    { key: `POST ${base}/oauth2/token`, target: exchange },
    { key: `GET ${base}/logout`, target: signOut },
    { key: `GET ${base}/.well-known/openid-configuration`, target: describe },
  ];
}
