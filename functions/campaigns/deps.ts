/** What the campaign use cases work with. */
import type { BatchStore } from '../../shared/adapters/batch-store.ts';
import type { Clock } from '../../shared/adapters/clock.ts';
import type { MessageStore } from '../../shared/adapters/message-store.ts';
import type { PeopleStore } from '../../shared/adapters/people-store.ts';
import type { SettingsStore } from '../../shared/adapters/settings-store.ts';
import type { SubmissionStore } from '../../shared/adapters/submission-store.ts';
import type { TemplateStore } from '../../shared/adapters/template-store.ts';
import type { TotalsStore } from '../../shared/adapters/totals-store.ts';
import type { BatchPointer } from '../../shared/domain/batch.ts';
import type { CampaignDraft } from '../../shared/domain/message.ts';
import type { ExpandQueue } from '../../shared/use-cases/start-message.ts';
import type { TestGateway } from '../../shared/use-cases/test-gateway.ts';

export interface CampaignDeps {
  messages: MessageStore;
  batches: BatchStore;
  people: Pick<PeopleStore, 'listOptOuts' | 'listAudience'>;
  templates: TemplateStore;
  tests: TestGateway;
  queue: ExpandQueue;
  wakeSenders: (pointers: readonly BatchPointer[]) => Promise<void>;
  clock: Clock;
  wait: (milliseconds: number) => Promise<void>;
  settings: SettingsStore;
  submissions: SubmissionStore<CampaignDraft>;
  totals: TotalsStore;
  /** Milliseconds since some moment, for what must not take long. */
  elapsed: () => number;
  /** How much of the offices' send rates this deployment allows: 100 in the cloud. */
  sendRatePercent: number;
}
