/** What the account API needs from outside. */
import type { PeopleStore } from '../../shared/adapters/people-store.ts';
import type { ChangeStore } from '../../shared/use-cases/change-person.ts';
import type { ClaimDeps } from '../../shared/use-cases/find-claim.ts';
import type { ListDeps } from '../../shared/use-cases/list-messages.ts';

export interface AccountDeps extends ListDeps {
  people: ChangeStore & Pick<PeopleStore, 'readLedger' | 'findByHashes'>;
  keyring: ClaimDeps['keyring'];
}
