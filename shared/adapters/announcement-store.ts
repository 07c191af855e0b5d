/**
 * Ended campaigns that others have not been told of. The mark is part of the record itself, so that it is there from the very write that ends the campaign (pain N-23);
 * a campaign that was cancelled under way gets it when its begun batches have been ended, because only then its totals are exact.
 */
import * as z from 'zod';
import type { Campaign } from '../domain/lifecycle.ts';
import type { Instant } from '../domain/vocabulary.ts';
import { metaKey } from './campaign-keys.ts';
import { readMessage, toAnnounce } from './message-item.ts';
import { type Item, queryAll, type Table } from './table.ts';

const Marked = z.object({ due: z.string().optional() });

export type AnnouncementStore = ReturnType<typeof createAnnouncementStore>;

/** The store over the table `campaigns`. */
export function createAnnouncementStore(table: Table) {
  return {
    /** AP-39: campaigns whose end is to be published, the longest waiting first, as they stand this instant. */
    async *listUnannounced(): AsyncGenerator<Campaign> {
      for await (const { pk, sk } of queryAll(table, { index: 'due', partition: toAnnounce })) {
        const item = await table.get({ pk, sk });
        if (item && Marked.parse(item).due === toAnnounce) yield* campaignIn(item);
      }
    },

    /** AP-39: the end has been published. @returns false when somebody changed the campaign in the meantime: it is then published again */
    async markAnnounced({ id, version }: Campaign, at: Instant): Promise<boolean> {
      const result = await table.write([
        {
          kind: 'update',
          key: metaKey(id),
          set: { announcedAt: at, version: version + 1 },
          remove: ['due', 'dueAt'],
          if: { equals: { version } },
        },
      ]);
      return result.ok;
    },
  };
}

function campaignIn(item: Item): Campaign[] {
  const record = readMessage(item);
  return record.type === 'campaign' ? [record] : [];
}
