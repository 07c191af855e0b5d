/** The record of whoever is signed in: the number of the account is the external id of its person (policy P-10). */
import type { AccountActor } from '../../shared/domain/actor.ts';
import { NotFound } from '../../shared/domain/faults.ts';
import type { PersonRecord } from '../../shared/domain/person.ts';
import { findClaim } from '../../shared/use-cases/find-claim.ts';
import type { AccountDeps } from './deps.ts';

/** The answer to an account of which nothing is stored, never was or no longer is. */
export function nothingStored(): NotFound {
  return new NotFound('Nothing is stored for this account yet.');
}

/** @throws NotFound */
export async function openOwnRecord(
  deps: Pick<AccountDeps, 'people' | 'keyring'>,
  { sub }: AccountActor,
): Promise<PersonRecord> {
  const { holder } = await findClaim(deps, 'external', sub);
  const record = holder && (await deps.people.load(holder.personId));
  if (!record) throw nothingStored();
  return record;
}
