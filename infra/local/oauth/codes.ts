/** Authorization codes of the stand-in for Cognito: short-lived, for one client and one address, and good for one use (RFC 6749, 4.1.2; RFC 7636). */
import { createHash, randomBytes } from 'node:crypto';
import type { LocalClock } from '../clock.ts';

/** Who has signed in, and for which request. */
interface Grant {
  readonly user: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly challenge: string;
  readonly nonce?: string | undefined;
}

export interface Codes {
  issue(grant: Grant): string;
  /** The grant of a code that fits; undefined for one that is unknown, used, late, or of another client, address or verifier. */
  redeem(code: string, proof: { clientId: string; redirectUri: string; verifier: string }): Grant | undefined;
}

/** A sign-in that goes on: for a new token without a new code. */
export interface RefreshTokens {
  issue(grant: Pick<Grant, 'user' | 'clientId'>): string;
  /** Whose sign-in it is; undefined when it has ended, or belongs to another client. */
  find(token: string, clientId: string): Pick<Grant, 'user' | 'clientId'> | undefined;
}

/** As long as Cognito's. */
const lifetimeMs = 5 * 60_000;

/** The life of a sign-in, as infra/constructs/sign-in.ts sets it. */
const refreshLifetimeMs = 12 * 60 * 60_000;

/** Keeps codes in memory: a restart ends what nobody has redeemed. */
export function createCodes(clock: Pick<LocalClock, 'now'>): Codes {
  const open = new Map<string, { grant: Grant; until: number }>();
  return {
    issue: (grant) => {
      const code = randomBytes(32).toString('base64url');
      open.set(code, { grant, until: clock.now() + lifetimeMs });
      return code;
    },
    redeem: (code, { clientId, redirectUri, verifier }) => {
      const found = open.get(code);
      // A wrong guess ends the code too.
      open.delete(code);
      if (!found || found.until <= clock.now()) return undefined;
      const { grant } = found;
      const fits =
        grant.clientId === clientId &&
        grant.redirectUri === redirectUri &&
        grant.challenge === challengeOf(verifier);
      return fits ? grant : undefined;
    },
  };
}

/** Keeps refresh tokens in memory: a restart ends every sign-in that needs a new token. */
export function createRefreshTokens(clock: Pick<LocalClock, 'now'>): RefreshTokens {
  const known = new Map<string, { user: string; clientId: string; until: number }>();
  return {
    issue: ({ user, clientId }) => {
      const token = randomBytes(32).toString('base64url');
      known.set(token, { user, clientId, until: clock.now() + refreshLifetimeMs });
      return token;
    },
    find: (token, clientId) => {
      const found = known.get(token);
      return found && found.until > clock.now() && found.clientId === clientId ? found : undefined;
    },
  };
}

/** The method S256 of RFC 7636, 4.2. */
function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url');
}
