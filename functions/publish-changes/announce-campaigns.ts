/** Publishes the end of each campaign, once as far as a crash allows: the mark goes when the event is out. */
import type { AnnouncementStore } from '../../shared/adapters/announcement-store.ts';
import type { PublishEvents, RefusedEvent } from '../../shared/adapters/event-bus.ts';
import type { MessageStore } from '../../shared/adapters/message-store.ts';
import { toCampaignFinished } from '../../shared/domain/published-events.ts';
import type { Instant } from '../../shared/domain/vocabulary.ts';
import { sumUp } from '../../shared/use-cases/report-message.ts';

export interface AnnounceDeps {
  announcements: AnnouncementStore;
  messages: Pick<MessageStore, 'listSlices'>;
  publish: PublishEvents;
  setAside: (refused: readonly RefusedEvent[]) => Promise<void>;
  clock: () => Instant;
  mayGoOn: () => boolean;
}

/** @returns how many ends were published or set aside */
export async function announceCampaigns(deps: AnnounceDeps): Promise<number> {
  let count = 0;
  for await (const campaign of deps.announcements.listUnannounced()) {
    if (!deps.mayGoOn()) return count;
    const event = toCampaignFinished(campaign, sumUp(campaign, await deps.messages.listSlices(campaign.id)));
    if (!event) continue;
    await deps.setAside(await deps.publish([event]));
    await deps.announcements.markAnnounced(campaign, deps.clock());
    count += 1;
  }
  return count;
}
