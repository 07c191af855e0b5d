/** Walks a slice of a campaign's audience: decides for each contact, writes ordered batches, and wakes the senders of what is due. */
import type { ExpandSlice } from '../../events/expand-slice.ts';
import type { PlannedBatch } from '../adapters/batch-store.ts';
import type { SliceProgress } from '../adapters/message-store.ts';
import type { BatchPointer } from '../domain/batch.ts';
import type { Campaign } from '../domain/lifecycle.ts';
import { contactKey } from '../domain/person.ts';
import type { Channel } from '../domain/vocabulary.ts';
import { completeWhenDone } from './complete-message.ts';
import { type Counters, createDecisionCounter, decideContact, type Planned } from './decide-contact.ts';
import { isBehindAnother, readFacts } from './read-facts.ts';
import {
  chunkEntries,
  claimAt,
  type ExpandDeps,
  type Expanded,
  isHeld,
  newSlice,
  pageSize,
  release,
  reserveMs,
  saveChunk,
  toBatches,
} from './slice-work.ts';

const turnSeconds = 2;

/** Expands one slice of a campaign from where it stands. Idempotent: a repeated command goes on or finds nothing to do. */
export async function expandSlice(deps: ExpandDeps, command: ExpandSlice): Promise<Expanded> {
  const record = await deps.messages.load(command.messageId);
  if (record?.type !== 'campaign' || record.state !== 'running') return 'not-running';
  if (await isBehindAnother(deps, record, command)) {
    await deps.repeat(command, turnSeconds);
    return 'waiting';
  }
  const slice = await claimSlice(deps, command);
  if (!slice) return 'taken';
  return expandFrom(deps, command, record, slice);
}

async function claimSlice(deps: ExpandDeps, command: ExpandSlice): Promise<SliceProgress | undefined> {
  const known = await deps.messages.loadSlice(command.messageId, command);
  const now = deps.clock();
  if (known && (known.expanded || isHeld(known, now))) return undefined;
  const claimed: SliceProgress = { ...(known ?? newSlice(command)), ...claimAt(now, known) };
  return (await deps.messages.claimSlice(command.messageId, claimed, known)) ? claimed : undefined;
}

async function expandFrom(
  deps: ExpandDeps,
  command: ExpandSlice,
  record: Campaign,
  slice: SliceProgress,
): Promise<Expanded> {
  let position: SliceProgress['position'] | undefined = slice.position;
  let unsaved: Counters = {};
  while (position) {
    if (deps.remainingMs() < reserveMs) {
      await release(deps, record.id, slice, { position }, unsaved);
      await deps.repeat(command, 0);
      return 'continued';
    }
    const chunk = await decideChunk(deps, record, slice, position, unsaved);
    position = nextPosition(slice, record.draft.channels, position, chunk.after);
    unsaved = chunk.counters;
    if (position && chunk.batches.length === 0) continue;
    const next = position ? { position } : { expanded: true };
    if (!(await saveChunk(deps, record, slice, chunk, next))) return 'taken';
    unsaved = {};
  }
  await completeWhenDone(deps, record, slice);
  return 'expanded';
}

interface CampaignChunk {
  batches: PlannedBatch[];
  /** Of this chunk and of those before it that had nothing to write. */
  counters: Counters;
  /** Last contact that was looked at; absent when the shard has no more on this channel. */
  after: string | undefined;
}

async function decideChunk(
  deps: ExpandDeps,
  record: Campaign,
  slice: SliceProgress,
  position: SliceProgress['position'],
  unsaved: Counters,
): Promise<CampaignChunk> {
  const channel = channelAt(record.draft.channels, position.channel);
  const where = { office: slice.office, channel, shard: position.shard };
  const factsOf = await readFacts(deps, record, where, deps.clock());
  const planned: Planned[] = [];
  const counters: Counters = { ...unsaved };
  let after = position.after;
  const count = createDecisionCounter(counters, channel, after?.split('#')[0]);
  let more = true;
  while (more && planned.length < chunkEntries) {
    const page = await deps.people.listAudience({ ...where, after }, pageSize);
    const now = deps.clock();
    for (const contact of page.contacts) {
      const decided = decideContact(record, contact, factsOf(contact.personId), now);
      count(decided, contact.personId);
      if (decided.entry) planned.push(decided);
    }
    const last = page.contacts.at(-1);
    after = last ? contactKey(last) : after;
    more = page.cursor !== undefined;
  }
  const toPointer = (wave: string, first: string): BatchPointer => ({
    messageId: record.id,
    wave,
    ...where,
    first,
  });
  return { batches: toBatches(planned, toPointer), counters, after: more ? after : undefined };
}

function channelAt(channels: readonly Channel[], index: number): Channel {
  const channel = channels[index];
  if (!channel) throw new Error('A slice points at a channel that the message does not have');
  return channel;
}

/** The rest of this channel, then the next channel of the shard, then the next shard. */
function nextPosition(
  { lastShard }: SliceProgress,
  channels: readonly Channel[],
  { shard, channel }: SliceProgress['position'],
  after: string | undefined,
): SliceProgress['position'] | undefined {
  if (after !== undefined) return { shard, channel, after };
  if (channel + 1 < channels.length) return { shard, channel: channel + 1 };
  return shard < lastShard ? { shard: shard + 1, channel: 0 } : undefined;
}
