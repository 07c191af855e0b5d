/** Signing in with the authorization code flow and PKCE (RFC 9700, 2.1.1): the browser goes to the identity provider and comes back with a code. */
import * as oauth from 'oauth4webapi';
import type { ConsoleConfig } from '../config.ts';
import { clearSession, type Session, saveSession, sessionOf } from './session.ts';

const key = 'console.sign-in';

/** What is remembered while the browser is away. */
interface Attempt {
  verifier: string;
  state: string;
  nonce: string;
  /** The hash to come back to. */
  returnTo: string;
}

function serverOf(config: ConsoleConfig): oauth.AuthorizationServer {
  return {
    issuer: config.issuer,
    authorization_endpoint: config.authorizeUrl,
    token_endpoint: config.tokenUrl,
  };
}

/** Leaves for the sign-in page. @param returnTo the hash that the browser comes back to */
export async function beginSignIn(config: ConsoleConfig, returnTo: string): Promise<void> {
  const attempt: Attempt = {
    verifier: oauth.generateRandomCodeVerifier(),
    state: oauth.generateRandomState(),
    nonce: oauth.generateRandomNonce(),
    returnTo,
  };
  sessionStorage.setItem(key, JSON.stringify(attempt));
  const url = new URL(config.authorizeUrl);
  url.search = new URLSearchParams({
    client_id: config.clientId,
    redirect_uri: config.url,
    response_type: 'code',
    scope: 'openid',
    state: attempt.state,
    nonce: attempt.nonce,
    code_challenge: await oauth.calculatePKCECodeChallenge(attempt.verifier),
    code_challenge_method: 'S256',
  }).toString();
  location.assign(url);
}

/** Whether the browser has just come back from the sign-in page. */
export function isReturning(url: URL): boolean {
  return url.searchParams.has('state') && (url.searchParams.has('code') || url.searchParams.has('error'));
}

/** The session, and what the next token is got with: it is kept in memory only, so that it ends with the page. */
export interface SignedIn {
  readonly session: Session;
  readonly refreshToken: string | undefined;
}

/** A page that is not on HTTPS has the means of PKCE on the own machine only (a secure context). */
const transport = { [oauth.allowInsecureRequests]: location.protocol === 'http:' };

function signedIn(tokens: oauth.TokenEndpointResponse): SignedIn {
  const claims = oauth.getValidatedIdTokenClaims(tokens);
  if (tokens.id_token === undefined || claims === undefined) throw new Error('There is no ID token.');
  const session = sessionOf(tokens.id_token, claims, Date.now());
  saveSession(sessionStorage, session);
  return { session, refreshToken: tokens.refresh_token };
}

/** Gets a new token while the sign-in lasts. @throws Error when the provider refuses */
export async function renewSession(config: ConsoleConfig, refreshToken: string): Promise<SignedIn> {
  const server = serverOf(config);
  const client: oauth.Client = { client_id: config.clientId };
  const answer = await oauth.refreshTokenGrantRequest(server, client, oauth.None(), refreshToken, transport);
  const next = signedIn(await oauth.processRefreshTokenResponse(server, client, answer));
  return { ...next, refreshToken: next.refreshToken ?? refreshToken };
}

/**
 * Redeems the code in the address for a session.
 * @throws Error when state, nonce, issuer or audience are not those of this attempt, or the code is refused
 */
export async function completeSignIn(
  config: ConsoleConfig,
  url: URL,
): Promise<SignedIn & { returnTo: string }> {
  const text = sessionStorage.getItem(key);
  sessionStorage.removeItem(key);
  if (text === null) throw new Error('There is no sign-in that this code belongs to.');
  const attempt: Attempt = JSON.parse(text);
  const server = serverOf(config);
  const client: oauth.Client = { client_id: config.clientId };
  const answer = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    oauth.None(),
    oauth.validateAuthResponse(server, client, url, attempt.state),
    config.url,
    attempt.verifier,
    transport,
  );
  const tokens = await oauth.processAuthorizationCodeResponse(server, client, answer, {
    expectedNonce: attempt.nonce,
    requireIdToken: true,
  });
  return { ...signedIn(tokens), returnTo: attempt.returnTo };
}

/** Forgets the token, and ends the session at the identity provider. */
export function signOut(config: ConsoleConfig): void {
  clearSession(sessionStorage);
  const url = new URL(config.signOutUrl);
  url.search = new URLSearchParams({ client_id: config.clientId, logout_uri: config.url }).toString();
  location.assign(url);
}
