/** The caller from the claims that API Gateway's JWT authorizer has verified. */
import * as z from 'zod';
import type { Auth } from '../api/contract.ts';
import type { Actor } from '../domain/actor.ts';
import { Unauthorized } from '../domain/faults.ts';
import { Role } from '../domain/vocabulary.ts';

/** API Gateway writes a list claim as `[a b]`; other issuers as a list, `a b` or `a,b`. Groups that are no roles are ignored. */
const Roles = z
  .union([z.array(z.string()), z.string().transform((text) => text.split(/[[\]\s,]+/))])
  .default([])
  .transform((groups) => Role.options.filter((role) => groups.includes(role)));

const Claims = z.object({
  sub: z.string().min(1),
  'cognito:groups': Roles,
  'custom:office': z.string().optional(),
  /** The account number, where the pool keeps it beside a subject of its own. */
  'custom:account': z.string().min(1).optional(),
});

/**
 * The actor that the route's kind of authorization calls for.
 * @param claims of a verified token; absent where no authorizer ran
 * @throws Unauthorized when the route needs a token and there are no claims of one
 */
export function readActor(auth: Auth, claims: unknown): Actor {
  if (auth === 'public') return { kind: 'public' };
  const parsed = Claims.safeParse(claims);
  if (!parsed.success) throw new Unauthorized('Sign in first.');
  const { sub, 'cognito:groups': roles, 'custom:office': office, 'custom:account': account } = parsed.data;
  return auth === 'account'
    ? { kind: 'account', sub: account ?? sub }
    : { kind: 'staff', user: sub, roles, office };
}

/** The credential of `Authorization: Bearer <credential>` (RFC 6750), if there is one. */
export function readBearer(authorization: string | undefined): string | undefined {
  return /^bearer +([\x21-\x7e]+)$/i.exec(authorization ?? '')?.[1];
}
