/** What the campaign use cases work with. */
import type { BatchStore } from '../../shared/adapters/batch-store.ts';
import type { Clock } from '../../shared/adapters/clock.ts';
import type { MessageStore } from '../../shared/adapters/message-store.ts';
import type { PeopleStore } from '../../shared/adapters/people-store.ts';
import type { SettingsStore } from '../../shared/adapters/settings-store.ts';
import type { TemplateStore } from '../../shared/adapters/template-store.ts';
import type { BatchPointer } from '../../shared/domain/batch.ts';
import type { ExpandQueue } from '../../shared/use-cases/start-message.ts';
import type { TestGateway } from '../../shared/use-cases/test-gateway.ts';

export interface CampaignDeps {
  messages: MessageStore;
  batches: BatchStore;
  settings: SettingsStore;
  templates: TemplateStore;
  tests: TestGateway;
  people: Pick<PeopleStore, 'listOptOuts'>;
  queue: ExpandQueue;
  wakeSenders: (pointers: readonly BatchPointer[]) => Promise<void>;
  clock: Clock;
  wait: (milliseconds: number) => Promise<void>;
}
