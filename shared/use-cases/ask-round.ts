/** Has a slice of a notice walked again soon: something happened to somebody in it. */
import type { MessageStore } from '../adapters/message-store.ts';
import type { Notice } from '../domain/lifecycle.ts';
import { askAt } from '../domain/notice-round.ts';
import type { Instant } from '../domain/vocabulary.ts';
import { noticeSliceOf } from './slices.ts';
import { commandOf, type ExpandQueue } from './start-message.ts';

export type AskRound = (notice: Notice, place: { office: string; shard: number }) => Promise<void>;

interface AskRoundDeps {
  messages: Pick<MessageStore, 'loadSlice' | 'askRound'>;
  queue: ExpandQueue;
  clock: () => Instant;
}

/** The index that expanders read follows a change within a second (DynamoDB: an index is eventually consistent). */
const delaySeconds = 2;

/** Many wishes for one slice make one round: whoever asks while one is asked for already has nothing to do. */
export function createAskRound({ messages, queue, clock }: AskRoundDeps): AskRound {
  return async (notice, { office, shard }) => {
    const slice = noticeSliceOf(office, shard);
    for (;;) {
      const known = await messages.loadSlice(notice.id, slice);
      if (!known || (known.askedAt ?? '') > (known.roundAt ?? '')) return;
      if (await messages.askRound(notice.id, slice, askAt(known, clock()), known)) break;
    }
    await queue.send(queue.queueUrl, [{ group: office, delaySeconds, body: commandOf(notice.id, slice) }]);
  };
}
