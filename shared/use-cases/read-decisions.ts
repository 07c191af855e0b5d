/** Every decision of a message, sent or not, line by line in a stable order, and those of one person. */
import type { BatchStore, BatchView } from '../adapters/batch-store.ts';
import type { MessageStore, SliceProgress } from '../adapters/message-store.ts';
import {
  type BatchPointer,
  type Entry,
  isLateWave,
  type Outcome,
  waveInstant,
  wavesIn,
} from '../domain/batch.ts';
import type { MessageRecord } from '../domain/lifecycle.ts';
import { shardOf } from '../domain/person.ts';
import type { Channel, Instant } from '../domain/vocabulary.ts';
import { type Series, seriesOf } from './series.ts';
import { firstShardOf } from './slices.ts';

export interface DecisionLine {
  personId: string;
  externalId?: string | undefined;
  contactId: string;
  channel: Channel;
  decision: 'send' | 'skip';
  reason?: string | undefined;
  variant?: string | undefined;
  ruleVersion?: string | undefined;
  consentEventId?: string | undefined;
  country?: string | undefined;
  locale?: string | undefined;
  arm?: string | undefined;
  outcome?: string | undefined;
  messageId?: string | undefined;
  at: Instant;
}

interface DecisionsDeps {
  messages: Pick<MessageStore, 'listSlices'>;
  batches: Pick<BatchStore, 'listBatches'>;
}

export interface DecisionsPage {
  lines: string[];
  /** The place of the batch to go on with. */
  cursor?: string | undefined;
}

/** Decisions from a cursor on, until about `maxBytes` of NDJSON are together. */
export async function readDecisions(
  deps: DecisionsDeps,
  record: MessageRecord,
  cursor: string | undefined,
  maxBytes: number,
): Promise<DecisionsPage> {
  const [start = '', from] = cursor?.split(' ') ?? [];
  const lines: string[] = [];
  let bytes = 0;
  for (const series of await listSeries(deps, record)) {
    const place = placeOf(series, record);
    if (place < start) continue;
    for await (const batch of deps.batches.listBatches(series, place === start ? from : undefined)) {
      if (bytes >= maxBytes) return { lines, cursor: `${place} ${batch.pointer.first}` };
      const texts = linesOf(batch, record).map((line) => JSON.stringify(line));
      bytes += texts.reduce((sum, text) => sum + Buffer.byteLength(text) + 1, 0);
      lines.push(...texts);
    }
  }
  return { lines };
}

/** The decisions of a message about one person: one look-up per wave of their slice and channel. */
export async function readPersonDecisions(
  deps: { messages: Pick<MessageStore, 'loadSlice'>; batches: Pick<BatchStore, 'findBatch'> },
  record: MessageRecord,
  contacts: readonly { personId: string; id: string; channel: Channel; office: string }[],
): Promise<DecisionLine[]> {
  const lines: DecisionLine[] = [];
  for (const { personId, id, channel, office } of contacts) {
    const shard = shardOf(personId);
    const slice = { office, firstShard: firstShardOf(record.type, shard) };
    const waves = wavesIn((await deps.messages.loadSlice(record.id, slice))?.counters ?? {});
    for (const wave of waves) {
      const series = { messageId: record.id, wave, channel, office, shard };
      const batch = await deps.batches.findBatch(series, `${personId}#${id}`);
      const own = batch
        ? linesOf(batch, record).filter((line) => line.personId === personId && line.contactId === id)
        : [];
      lines.push(...own);
    }
  }
  return lines;
}

/** All series that can hold entries, by slice and wave, in the order of their places: what is decided later comes after what was there. */
async function listSeries({ messages }: DecisionsDeps, record: MessageRecord): Promise<Series[]> {
  const slices = await messages.listSlices(record.id);
  const series = slices.flatMap((slice) =>
    wavesIn(slice.counters).flatMap((wave) => seriesOf(record, [slice], wave)),
  );
  const decided = new Set(slices.flatMap(decidedIn));
  return series
    .filter(({ office, shard, channel }) =>
      decided.has(`${office}#${firstShardOf(record.type, shard)}#${channel}`),
    )
    .map((one) => [placeOf(one, record), one] as const)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([, one]) => one);
}

/** Where a series stands in the list: what comes one by one, at any time, comes last. No part of it holds a space. */
function placeOf({ wave, office, shard, channel }: Series, record: MessageRecord): string {
  const channels: readonly Channel[] = record.draft.channels;
  return `${isLateWave(wave) ? 1 : 0}.${wave}.${office}.${String(shard).padStart(2, '0')}.${channels.indexOf(channel)}`;
}

/** The channels of a slice that hold entries: most shards of a notice have nobody who is affected. */
function decidedIn({ office, firstShard, counters }: SliceProgress): string[] {
  return Object.keys(counters).flatMap((name) => {
    const [kind, channel, decision, reason] = name.split('#');
    const isLeftOut = reason === 'not-affected' || reason === 'not-in-audience';
    return kind === 'n' && decision !== undefined && !isLeftOut ? [`${office}#${firstShard}#${channel}`] : [];
  });
}

/** Entries with their outcomes, as the API shows them. */
export function linesOf(
  { entries, outcomes, feedback, pointer }: BatchView,
  record: MessageRecord,
): DecisionLine[] {
  return entries.map((entry, position) => {
    const outcome = outcomes.get(position);
    const stopped = outcome?.kind === 'stopped' && outcome.reason !== undefined;
    return {
      personId: entry.personId,
      externalId: entry.externalId,
      contactId: entry.contactId,
      channel: pointer.channel,
      decision: stopped ? 'skip' : entry.decision,
      reason: stopped ? outcome.reason : entry.reason,
      variant: outcome?.variant ?? entry.variant,
      ruleVersion: entry.ruleVersion,
      consentEventId: entry.consentEventId,
      country: entry.country,
      locale: entry.locale,
      arm: entry.arm,
      outcome: feedback.get(position) ?? outcome?.kind ?? openOutcome(entry, record),
      messageId: outcome?.providerId,
      at: outcome?.at ?? decidedAt(pointer, record),
    };
  });
}

function openOutcome({ decision }: Entry, { state }: MessageRecord): Outcome['kind'] | 'pending' | undefined {
  if (decision === 'skip') return undefined;
  return state === 'cancelled' || state === 'stopped' ? 'stopped' : 'pending';
}

function decidedAt({ wave }: BatchPointer, { startedAt }: MessageRecord): Instant {
  return startedAt ?? waveInstant(wave);
}
