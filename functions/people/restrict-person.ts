/** Restricts the processing of a person, or puts them under legal hold: no marketing either way, and on the record (policy P-09). */
import type { Restriction } from '../../shared/adapters/restriction-store.ts';
import { NotFound } from '../../shared/domain/faults.ts';
import type { PersonRecord } from '../../shared/domain/person.ts';
import { withShared } from '../../shared/domain/preferences.ts';
import { changePerson } from '../../shared/use-cases/change-person.ts';
import type { PeopleDeps } from './deps.ts';
import type { StaffRequest } from './open-record.ts';

export interface RestrictionChange {
  kind: Restriction['kind'];
  active: boolean;
  reference?: string | undefined;
}

type RestrictDeps = Pick<PeopleDeps, 'people' | 'restrictions'>;

/**
 * Marketing stops before the reason is written down, and starts again only after its end is: a crash in between leaves the
 * person restricted. What another restriction still holds stays held.
 */
export async function restrictPerson(
  deps: RestrictDeps,
  personId: string,
  { kind, active, reference }: RestrictionChange,
  { actor, now, headers }: StaffRequest,
): Promise<PersonRecord> {
  const entry = { personId, kind, active, at: now, by: actor.user, purpose: headers['x-purpose'], reference };
  if (active) {
    const restricted = await setRestricted(deps, personId, true, now);
    await deps.restrictions.add(entry);
    return restricted;
  }
  const before = await deps.restrictions.listActive(personId);
  const holdsNothing = kind === 'hold' && before.every((restriction) => restriction.kind !== 'hold');
  if (!holdsNothing) await deps.restrictions.add(entry);
  const others = before.filter((restriction) => restriction.kind !== kind);
  const stays = others.length > 0 || holdsNothing;
  return stays ? loadAgain(deps, personId) : setRestricted(deps, personId, false, now);
}

async function setRestricted(
  deps: RestrictDeps,
  personId: string,
  restricted: boolean,
  now: string,
): Promise<PersonRecord> {
  const context = { now, source: 'staff', actor: { kind: 'staff' } } as const;
  const changed = await changePerson(deps.people, personId, context, (record) => {
    const same = record.person.restricted === restricted;
    return { edited: same ? record : withShared(record, { restricted }), answers: [] };
  });
  return changed?.record ?? gone();
}

async function loadAgain(deps: RestrictDeps, personId: string): Promise<PersonRecord> {
  return (await deps.people.load(personId)) ?? gone();
}

function gone(): never {
  throw new NotFound('There is no person of this id.');
}
