/** Who has signed in: the token and what it says. It lives in this tab only, and ends with it. */
import type { Role } from '../../../../shared/domain/vocabulary.ts';

export interface Session {
  readonly token: string;
  readonly user: string;
  readonly roles: readonly Role[];
  /** Absent for headquarters. */
  readonly office: string | undefined;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
  /** When this session began. */
  readonly since: number;
}

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const key = 'console.session';

/** Every role, so that a group that is none is ignored. The type says when one is missing. */
const roles: Readonly<Record<Role, true>> = {
  marketer: true,
  approver: true,
  'notice-author': true,
  'notice-releaser': true,
  'privacy-officer': true,
  support: true,
  auditor: true,
  admin: true,
};

const isRole = (name: unknown): name is Role => typeof name === 'string' && Object.hasOwn(roles, name);

/** The session that the claims of a verified ID token describe. */
export function sessionOf(token: string, claims: Readonly<Record<string, unknown>>, now: number): Session {
  const groups = claims['cognito:groups'];
  const office = claims['custom:office'];
  return {
    token,
    user: String(claims['cognito:username'] ?? claims['sub'] ?? ''),
    roles: Array.isArray(groups) ? groups.filter(isRole) : [],
    office: typeof office === 'string' && office !== '' ? office : undefined,
    expiresAt: Number(claims['exp'] ?? 0) * 1000,
    since: now,
  };
}

/** The session of this tab while its token is valid. */
export function loadSession(store: Store, now: number): Session | undefined {
  const text = store.getItem(key);
  if (text === null) return undefined;
  const session: Session = JSON.parse(text);
  if (session.expiresAt > now) return session;
  store.removeItem(key);
  return undefined;
}

export function saveSession(store: Store, session: Session): void {
  store.setItem(key, JSON.stringify(session));
}

export function clearSession(store: Store): void {
  store.removeItem(key);
}
