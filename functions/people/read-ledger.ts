/** A person's consent history with the proof that it is whole (pain N-12). */
import { sha256 } from '../../shared/adapters/keyring.ts';
import { verifyChain } from '../../shared/domain/ledger.ts';
import type { PersonRecord } from '../../shared/domain/person.ts';
import type { PeopleDeps } from './deps.ts';

/** `brokenAt` names the first entry that does not fit; `head` is the last entry that the profile knows, kept apart from the history. */
export async function readLedger({ people }: Pick<PeopleDeps, 'people'>, { person }: PersonRecord) {
  const entries = await people.readLedger(person.id);
  const { ledgerHead: head } = person;
  return { ...verifyChain(entries, head?.hash, sha256), head, entries };
}
