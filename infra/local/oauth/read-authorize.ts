/** Reads the request that begins a sign-in (RFC 6749, 4.1.1; RFC 7636, 4.3; OpenID Connect Core, 3.1.2.1). */
import * as z from 'zod';
import type { CodeClient, UserPool } from '../identity.ts';

const AuthorizeQuery = z.object({
  client_id: z.string().min(1),
  redirect_uri: z.string().min(1),
  response_type: z.literal('code'),
  scope: z.string().refine((text) => text.split(' ').includes('openid'), 'must name openid'),
  state: z.string().min(1).max(500).optional(),
  nonce: z.string().min(1).max(500).optional(),
  code_challenge: z.string().regex(/^[\w-]{43}$/),
  code_challenge_method: z.literal('S256'),
});
type AuthorizeQuery = z.infer<typeof AuthorizeQuery>;

/**
 * `refused`: the address is not one of the client's, so nothing may be sent there. `wrong`: the client is told at its own address.
 */
export type ReadAuthorize =
  | { kind: 'read'; query: AuthorizeQuery }
  | { kind: 'refused' }
  | { kind: 'wrong'; redirectUri: string; state: string | undefined; field: string };

/** The client of a pool that may be sent to an address. */
function clientAt(pool: UserPool, id: unknown, redirectUri: unknown): CodeClient | undefined {
  const known = pool.codeClients.find((client) => client.id === id);
  return known?.callbackUrls.some((url) => url === redirectUri) ? known : undefined;
}

/** Takes query and form parameters alike. */
export function readAuthorize(pool: UserPool, parameters: URLSearchParams): ReadAuthorize {
  const given = Object.fromEntries(parameters);
  const redirectUri = given.redirect_uri ?? '';
  if (!clientAt(pool, given.client_id, redirectUri)) return { kind: 'refused' };
  const parsed = AuthorizeQuery.safeParse(given);
  if (parsed.success) return { kind: 'read', query: parsed.data };
  const field = String(parsed.error.issues[0]?.path[0] ?? 'request');
  return { kind: 'wrong', redirectUri, state: given.state, field };
}
