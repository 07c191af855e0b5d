/** What the use cases of this function need from outside. */
import type { AccessLog } from '../../shared/adapters/access-log.ts';
import type { AnswerStore } from '../../shared/adapters/answer-store.ts';
import type { BatchStore } from '../../shared/adapters/batch-store.ts';
import type { Files } from '../../shared/adapters/files.ts';
import type { ImportStore } from '../../shared/adapters/import-store.ts';
import type { Keyring } from '../../shared/adapters/keyring.ts';
import type { LetterStore } from '../../shared/adapters/letter-store.ts';
import type { MessageStore } from '../../shared/adapters/message-store.ts';
import type { PeopleStore } from '../../shared/adapters/people-store.ts';
import type { RestrictionStore } from '../../shared/adapters/restriction-store.ts';
import type { WakeLetters } from '../../shared/use-cases/wake-letters.ts';

export interface PeopleDeps {
  people: PeopleStore;
  keyring: Pick<Keyring, 'hashAddress'>;
  accesses: Pick<AccessLog, 'note'>;
  restrictions: RestrictionStore;
  imports: Pick<ImportStore, 'create' | 'load'>;
  files: Pick<Files, 'presignUpload' | 'presignDownload'>;
  messages: Pick<MessageStore, 'listByOffice' | 'loadSlice'>;
  batches: Pick<BatchStore, 'listBatches' | 'findBatch'>;
  answers: Pick<AnswerStore, 'load'>;
  letters: Pick<LetterStore, 'listOf'>;
  wakeLetters: WakeLetters;
}
