/** Whose people a member of staff may import. */
import { mayActFor, type StaffActor } from '../../shared/domain/actor.ts';
import { Forbidden } from '../../shared/domain/faults.ts';
import { offices } from '../../shared/domain/offices.ts';

/**
 * The one office whose people the actor may import; undefined: those of all offices.
 * @throws Forbidden for an office-bound role without an office
 */
export function importScope(actor: StaffActor): string | undefined {
  if (actor.office !== undefined) return actor.office;
  if (offices.every(({ id }) => mayActFor(actor, id))) return undefined;
  throw new Forbidden('Your role is bound to an office, and your token names none.');
}
