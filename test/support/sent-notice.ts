/** Released notices, with decisions to send them, as the expander leaves them in the table. */
import { createAnswerStore } from '../../shared/adapters/answer-store.ts';
import { createBatchStore } from '../../shared/adapters/batch-store.ts';
import { createMessageStore } from '../../shared/adapters/message-store.ts';
import type { Notice } from '../../shared/domain/lifecycle.ts';
import type { NoticeDraft } from '../../shared/domain/message.ts';
import { shardOf } from '../../shared/domain/person.ts';
import type { Channel } from '../../shared/domain/vocabulary.ts';
import { noticeSliceOf } from '../../shared/use-cases/slices.ts';
import { createMemoryTable } from './memory-table.ts';
import { createWorld } from './world.ts';

export const releasedAt = '2026-11-20T09:00:00.000Z';
const wave = '20261120T090000Z';

/** A notice that runs. */
export function noticeOf(draft: Partial<NoticeDraft> = {}, record: Partial<Notice> = {}): Notice {
  return { ...createWorld(releasedAt).notice(draft), ...record };
}

export interface SentTo {
  personId: string;
  contactId: string;
  channel?: Channel;
  office: string;
  decision?: 'send' | 'skip';
}

/** The stores of campaigns and notices over a table of their own. */
export function createNoticeStores(latency?: () => Promise<void>) {
  const table = createMemoryTable(latency);
  const messages = createMessageStore(table);
  const batches = createBatchStore(table);
  const answers = createAnswerStore(table);

  /** Saves a notice, and that it is sent to one contact of each person. */
  async function send(notice: Notice, ...people: SentTo[]): Promise<Notice> {
    await messages.save(notice, 0);
    for (const { personId, contactId, channel = 'email', office, decision = 'send' } of people) {
      const shard = shardOf(personId);
      const slice = noticeSliceOf(office, shard);
      const progress = { attempt: 1, position: { shard, channel: 0 }, expanded: true, touchedAt: releasedAt };
      const counters = {};
      await messages.claimSlice(
        notice.id,
        { ...slice, ...progress, planned: 0, done: 0, counters },
        undefined,
      );
      const first = `${personId}#${contactId}`;
      const pointer = { messageId: notice.id, wave, channel, office, shard, first };
      const counted: Record<string, number> = decision === 'send' ? { [`w#${wave}`]: 1 } : {};
      const advance = { slice, attempt: 1, set: {}, counters: counted };
      const planned = [{ pointer, entries: [{ personId, contactId, decision }] }];
      if (!(await batches.plan(notice.id, planned, advance, releasedAt)))
        throw new Error('The notice could not be planned');
    }
    return notice;
  }

  return { table, messages, batches, answers, send };
}
