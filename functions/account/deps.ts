/** What the account API needs from outside. */
import type { MessageStore } from '../../shared/adapters/message-store.ts';
import type { PeopleStore } from '../../shared/adapters/people-store.ts';
import type { AnswerDeps } from '../../shared/use-cases/answer-notice.ts';
import type { ChangeStore } from '../../shared/use-cases/change-person.ts';
import type { ClaimDeps } from '../../shared/use-cases/find-claim.ts';
import type { ListDeps } from '../../shared/use-cases/list-messages.ts';

export interface AccountDeps extends ListDeps, AnswerDeps {
  messages: ListDeps['messages'] & AnswerDeps['messages'] & Pick<MessageStore, 'load'>;
  batches: ListDeps['batches'] & AnswerDeps['batches'];
  answers: AnswerDeps['answers'];
  people: ChangeStore & Pick<PeopleStore, 'readLedger' | 'findByHashes'>;
  keyring: ClaimDeps['keyring'];
}
