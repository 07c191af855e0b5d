/** Tokens of accounts that come in a body, past no authorizer: verified with the public keys of the user pool (RFC 7519; Cognito guide, "Verifying JSON web tokens"). */
import { createRemoteJWKSet, errors, jwtVerify } from 'jose';
import type { Instant } from '../domain/vocabulary.ts';

export interface AccountTokenSettings {
  issuer: string;
  /** The app client that tokens must be meant for. */
  clientId: string;
  /** Address of the issuer's key set. */
  keysUrl: string;
}

/** The number of the account that a token stands for; undefined for a token that is not valid. Throws when the keys cannot be had. */
export type ReadAccount = (token: string, now: Instant) => Promise<string | undefined>;

/** Faults of the key set or the way to it; every other fault of the library is one of the token. */
const ourFaults: ReadonlySet<string> = new Set(['ERR_JOSE_GENERIC', 'ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID']);

/** A reader that keeps the keys it has fetched. */
export function createAccountTokens({ issuer, clientId, keysUrl }: AccountTokenSettings): ReadAccount {
  const keys = createRemoteJWKSet(new URL(keysUrl));
  return async (token, now) => {
    try {
      const { payload } = await jwtVerify(token, keys, {
        algorithms: ['RS256'],
        issuer,
        currentDate: new Date(now),
        requiredClaims: ['exp', 'iat', 'sub'],
      });
      // As API Gateway does it: `client_id` counts only where there is no `aud` (http-api-jwt-authorizer).
      const meant = [payload.aud ?? payload['client_id']].flat();
      if (!meant.includes(clientId)) return undefined;
      // An access token does not name the account (Cognito guide, "Verifying JSON web tokens": check `token_use`).
      if (payload['token_use'] !== 'id') return undefined;
      const account = payload['custom:account'] ?? payload.sub;
      return typeof account === 'string' && account !== '' ? account : undefined;
    } catch (error) {
      if (error instanceof errors.JOSEError && !ourFaults.has(error.code)) return undefined;
      throw error;
    }
  };
}
