/** The only way to a person's record for staff: office checked, and the access noted before anything is shown (policy P-20). */
import { requireOffice, type StaffActor } from '../../shared/domain/actor.ts';
import { normaliseEmail } from '../../shared/domain/email-address.ts';
import { NotFound } from '../../shared/domain/faults.ts';
import type { PersonRecord } from '../../shared/domain/person.ts';
import type { Instant } from '../../shared/domain/vocabulary.ts';
import { findClaim } from '../../shared/use-cases/find-claim.ts';
import type { PeopleDeps } from './deps.ts';

type OpenDeps = Pick<PeopleDeps, 'people' | 'keyring' | 'accesses'>;

/** Who opens a record, and why. */
export interface StaffRequest {
  actor: StaffActor;
  requestId: string;
  now: Instant;
  headers: { 'x-purpose': string };
}

/** A record that became part of an account is that account's. @throws NotFound, Forbidden when the person belongs to another office */
export async function openRecord(
  deps: Pick<OpenDeps, 'people' | 'accesses'>,
  personId: string,
  action: string,
  request: StaffRequest,
): Promise<PersonRecord> {
  const asked = await deps.people.load(personId);
  return openExactly(deps, asked?.person.mergedInto ?? personId, action, request);
}

/** The record of this very id: one that became part of an account has its own history. @throws as openRecord */
export async function openExactly(
  deps: Pick<OpenDeps, 'people' | 'accesses'>,
  personId: string,
  action: string,
  { actor, requestId, now, headers }: StaffRequest,
): Promise<PersonRecord> {
  const record = await deps.people.load(personId);
  if (!record) throw new NotFound('There is no person of this id.');
  requireOffice(actor, record.person.office);
  await deps.accesses.note({
    personId,
    at: now,
    user: actor.user,
    office: actor.office,
    action,
    purpose: headers['x-purpose'],
    requestId,
  });
  return record;
}

/** Who has this address or external id; undefined when nobody has it, or their data was erased. */
export async function findRecord(
  deps: OpenDeps,
  query: { email?: string | undefined; externalId?: string | undefined },
  request: StaffRequest,
): Promise<PersonRecord | undefined> {
  const { email, externalId = '' } = query;
  const claim =
    email === undefined
      ? await findClaim(deps, 'external', externalId)
      : await findClaim(deps, 'email', normaliseEmail(email) ?? email);
  return claim.holder && (await openRecord(deps, claim.holder.personId, 'find', request));
}
