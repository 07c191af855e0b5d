/** What the pages need from outside. */
import type { AnswerStore } from '../../shared/adapters/answer-store.ts';
import type { BatchStore } from '../../shared/adapters/batch-store.ts';
import type { Keyring } from '../../shared/adapters/keyring.ts';
import type { MessageStore } from '../../shared/adapters/message-store.ts';
import type { PeopleStore } from '../../shared/adapters/people-store.ts';
import type { ChangeStore } from '../../shared/use-cases/change-person.ts';
import type { WakeLetters } from '../../shared/use-cases/wake-letters.ts';

export interface PageDeps {
  people: ChangeStore & Pick<PeopleStore, 'readLedger'>;
  keyring: Pick<Keyring, 'verifyLink' | 'signLink'>;
  wakeLetters: WakeLetters;
  messages: Pick<MessageStore, 'load' | 'loadSlice' | 'listSlices'>;
  batches: Pick<BatchStore, 'findBatch' | 'listBatches'>;
  answers: Pick<AnswerStore, 'load' | 'record'>;
}
