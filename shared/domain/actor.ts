/** Who makes a request, and which office's affairs they may touch (policy P-20). */
import { Forbidden } from './faults.ts';
import type { Role } from './vocabulary.ts';

export interface StaffActor {
  readonly kind: 'staff';
  readonly user: string;
  readonly roles: readonly Role[];
  /** Office id; absent for headquarters. */
  readonly office?: string | undefined;
}

export interface AccountActor {
  readonly kind: 'account';
  /** The number of the account, which is the external id of its person. */
  readonly sub: string;
}

/** Nobody signed in: a device credential or a link token, which the use case checks, says more. */
export interface PublicActor {
  readonly kind: 'public';
}

export type Actor = StaffActor | AccountActor | PublicActor;

/** Roles that somebody without an office may hold; all others are bound to one office. */
const headquartersRoles: readonly Role[] = ['notice-author', 'notice-releaser', 'auditor', 'admin'];

/**
 * Whether staff may act for an office: their own, or every office where all their roles are headquarters roles.
 * An office-bound role without an office may act for none.
 */
export function mayActFor(actor: Actor, office: string): boolean {
  if (actor.kind !== 'staff') return false;
  if (actor.office !== undefined) return actor.office === office;
  return actor.roles.length > 0 && actor.roles.every((role) => headquartersRoles.includes(role));
}

/** @throws Forbidden when the actor may not act for the office */
export function requireOffice(actor: Actor, office: string): void {
  if (!mayActFor(actor, office)) throw new Forbidden(`You may not act for the office "${office}".`);
}
