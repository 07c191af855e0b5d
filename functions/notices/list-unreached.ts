/** Affected people whom no channel has reached, for letters: walked shard by shard, so that no page holds more than a few. */
import type { BatchStore } from '../../shared/adapters/batch-store.ts';
import type { MessageStore } from '../../shared/adapters/message-store.ts';
import type { Notice } from '../../shared/domain/lifecycle.ts';
import { type Channel, shardCount } from '../../shared/domain/vocabulary.ts';
import { type DecisionLine, linesOf } from '../../shared/use-cases/read-decisions.ts';
import { slicesOf } from '../../shared/use-cases/slices.ts';

export interface Unreached {
  personId: string;
  externalId?: string | undefined;
  channels: Channel[];
  /** What became of each attempt: a skip's reason or an outcome. */
  why: string[];
}

interface UnreachedDeps {
  messages: Pick<MessageStore, 'listWaves'>;
  batches: Pick<BatchStore, 'listBatches'>;
}

/** One page. The cursor counts shards: a page ends with a shard. */
export async function listUnreached(
  deps: UnreachedDeps,
  notice: Notice,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<{ items: Unreached[]; cursor?: string | undefined }> {
  const waves = (await deps.messages.listWaves(notice.id)).map(({ wave }) => wave);
  const offices = [...new Set(slicesOf(notice).map(({ office }) => office))];
  const items: Unreached[] = [];
  const last = offices.length * shardCount;
  for (let index = Number(cursor ?? 0); index < last; index++) {
    if (items.length >= limit) return { items, cursor: String(index) };
    const office = offices[Math.floor(index / shardCount)];
    if (office !== undefined)
      items.push(...(await unreachedIn(deps, notice, waves, office, index % shardCount)));
  }
  return { items };
}

async function unreachedIn(
  deps: UnreachedDeps,
  notice: Notice,
  waves: readonly string[],
  office: string,
  shard: number,
): Promise<Unreached[]> {
  const people = new Map<string, { reached: boolean; person: Unreached }>();
  for (const channel of notice.draft.channels) {
    for (const wave of waves) {
      const series = { messageId: notice.id, wave, channel, office, shard };
      for await (const batch of deps.batches.listBatches(series)) {
        for (const line of linesOf(batch, notice)) note(people, line);
      }
    }
  }
  return [...people.values()].flatMap(({ reached, person }) => (reached ? [] : [person]));
}

function note(people: Map<string, { reached: boolean; person: Unreached }>, line: DecisionLine): void {
  const { personId, externalId, channel, outcome, reason } = line;
  const known = people.get(personId) ?? {
    reached: false,
    person: { personId, externalId, channels: [], why: [] },
  };
  people.set(personId, known);
  known.reached ||= outcome === 'accepted' || outcome === 'delivered' || outcome === 'complained';
  if (!known.person.channels.includes(channel)) known.person.channels.push(channel);
  known.person.why.push(reason ?? outcome ?? 'pending');
}
