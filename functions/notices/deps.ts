/** What the notice use cases work with. */
import type { AnswerStore } from '../../shared/adapters/answer-store.ts';
import type { BatchStore } from '../../shared/adapters/batch-store.ts';
import type { Clock } from '../../shared/adapters/clock.ts';
import type { ListReadStore } from '../../shared/adapters/list-read-store.ts';
import type { MessageStore } from '../../shared/adapters/message-store.ts';
import type { PeopleStore } from '../../shared/adapters/people-store.ts';
import type { SubmissionStore } from '../../shared/adapters/submission-store.ts';
import type { TemplateStore } from '../../shared/adapters/template-store.ts';
import type { NoticeDraft } from '../../shared/domain/message.ts';
import type { ExpandQueue } from '../../shared/use-cases/start-message.ts';

export interface NoticeDeps {
  messages: MessageStore;
  submissions: SubmissionStore<NoticeDraft>;
  templates: Pick<TemplateStore, 'pages'>;
  batches: BatchStore;
  answers: Pick<AnswerStore, 'listShard'>;
  /** Where it is noted who read a list of people. */
  listReads: Pick<ListReadStore, 'noteRead'>;
  people: Pick<PeopleStore, 'listOptOuts' | 'listAudience' | 'listUnheard' | 'load'>;
  queue: ExpandQueue;
  /** Base of links. */
  publicUrl: string;
  clock: Clock;
  wait: (milliseconds: number) => Promise<void>;
}
