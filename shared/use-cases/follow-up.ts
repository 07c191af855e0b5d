/** Whom a notice was handed over to, for one that follows it up. */

import type { AnswerStore } from '../adapters/answer-store.ts';
import type { BatchStore } from '../adapters/batch-store.ts';
import type { MessageStore } from '../adapters/message-store.ts';
import { wavesIn } from '../domain/batch.ts';
import type { Notice } from '../domain/lifecycle.ts';
import type { Fate } from '../domain/notice-reach.ts';
import type { Person } from '../domain/person.ts';
import { type FindSentDeps, wasSent } from './find-sent.ts';
import { readStandings } from './notice-standing.ts';

interface FollowUpDeps {
  messages: Pick<MessageStore, 'load' | 'listSlices'>;
  batches: Pick<BatchStore, 'listBatches'>;
  answers: Pick<AnswerStore, 'listShard'>;
}

const handedOver: ReadonlySet<Fate> = new Set(['open', 'accepted', 'delivered']);

/** People of the shard who got the notice, under whichever office they were then. Undefined: none is followed up, so everybody is meant. */
export async function readAddressees(
  deps: FollowUpDeps,
  messageId: string | undefined,
  shard: number,
): Promise<ReadonlySet<string> | undefined> {
  if (messageId === undefined) return undefined;
  const people = new Set<string>();
  const notice = await deps.messages.load(messageId);
  if (notice?.type !== 'notice') return people;
  for (const { office, firstShard, lastShard, counters } of await deps.messages.listSlices(messageId)) {
    const waves = wavesIn(counters);
    if (shard < firstShard || shard > lastShard || waves.length === 0) continue;
    for (const [personId, { attempts }] of await readStandings(deps, notice, waves, { office, shard }))
      if (attempts.some(({ fate }) => handedOver.has(fate))) people.add(personId);
  }
  return people;
}

/** Whether a notice is meant for a person: one that follows up another is for those who got that, under whichever record they were then. */
export async function isAddressee(
  deps: Pick<FindSentDeps, 'batches'> & { messages: FindSentDeps['messages'] & Pick<MessageStore, 'load'> },
  { draft }: Notice,
  { id, office, mergedFrom = [] }: Person,
): Promise<boolean> {
  const first = draft.followUpOf === undefined ? undefined : await deps.messages.load(draft.followUpOf);
  if (first?.type !== 'notice') return draft.followUpOf === undefined;
  for (const personId of [id, ...mergedFrom]) if (await wasSent(deps, first, personId, office)) return true;
  return false;
}
