/** Asks for the next turn of people to whom something happened while a notice was under way: a miss, a bounce, a dead phone, a registration. */
import type { MessageStore } from '../adapters/message-store.ts';
import type { Notice } from '../domain/lifecycle.ts';
import { askAt } from '../domain/notice-round.ts';
import { shardOf } from '../domain/person.ts';
import type { Instant } from '../domain/vocabulary.ts';
import { noticeSliceOf } from './slices.ts';
import { commandOf, type ExpandQueue } from './start-message.ts';

/** @param office under which the people are on record */
export type AskTurns = (notice: Notice, office: string, personIds: readonly string[]) => Promise<void>;

interface AskTurnsDeps {
  messages: Pick<MessageStore, 'loadSlice' | 'askRound'>;
  queue: ExpandQueue;
  clock: () => Instant;
}

/** So many people have their turn one by one; for more of them a walk of their slices costs less. */
const fewPeople = 10;

export function createAskTurns(deps: AskTurnsDeps): AskTurns {
  return async (notice, office, personIds) => {
    const people = [...new Set(personIds)];
    if (people.length > fewPeople) {
      const slices = people.map((personId) => noticeSliceOf(office, shardOf(personId)));
      const wanted = new Map(slices.map((slice) => [slice.firstShard, slice]));
      for (const slice of wanted.values()) await askRound(deps, notice, slice);
      return;
    }
    const { send, queueUrl } = deps.queue;
    await send(
      queueUrl,
      people.map((personId) => ({
        group: office,
        body: { ...commandOf(notice.id, noticeSliceOf(office, shardOf(personId))), personId },
      })),
    );
  };
}

/** The index that expanders read follows a change within a second (DynamoDB: an index is eventually consistent). */
const delaySeconds = 2;

/** Many wishes for one slice make one round: whoever asks while one is asked for already has nothing to do. */
async function askRound(
  { messages, queue, clock }: AskTurnsDeps,
  notice: Notice,
  slice: ReturnType<typeof noticeSliceOf>,
): Promise<void> {
  for (;;) {
    const known = await messages.loadSlice(notice.id, slice);
    if (!known || (known.askedAt ?? '') > (known.roundAt ?? '')) return;
    if (await messages.askRound(notice.id, slice, askAt(known, clock()), known)) break;
  }
  await queue.send(queue.queueUrl, [
    { group: slice.office, delaySeconds, body: commandOf(notice.id, slice) },
  ]);
}
