/** Every decision of a message, sent or not, line by line in a stable order, and those of one person. */
import type { BatchStore, BatchView } from '../adapters/batch-store.ts';
import type { MessageStore } from '../adapters/message-store.ts';
import { type BatchPointer, type Entry, type Outcome, waveInstant } from '../domain/batch.ts';
import type { MessageRecord } from '../domain/lifecycle.ts';
import { shardOf } from '../domain/person.ts';
import { type Channel, type Instant, shardCount } from '../domain/vocabulary.ts';
import { firstShardOf, slicesOf } from './slices.ts';

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
  messages: Pick<MessageStore, 'listWaves' | 'listSlices'>;
  batches: Pick<BatchStore, 'listBatches'>;
}

/** A position in the list of series: office, shard, channel, wave, and within it the batch to begin with. */
export interface DecisionsPage {
  lines: string[];
  cursor?: string | undefined;
}

/** Decisions from a cursor on, until about `maxBytes` of NDJSON are together. */
export async function readDecisions(
  deps: DecisionsDeps,
  record: MessageRecord,
  cursor: string | undefined,
  maxBytes: number,
): Promise<DecisionsPage> {
  const all = await listSeries(deps, record);
  const isDecided = await decidedSeries(deps, record);
  const [start = 0, from] = parseCursor(cursor);
  const lines: string[] = [];
  let bytes = 0;
  for (let index = start; index < all.length; index++) {
    const series = all[index];
    if (!series || !isDecided(series)) continue;
    for await (const batch of deps.batches.listBatches(series, index === start ? from : undefined)) {
      if (bytes >= maxBytes) return { lines, cursor: `${index}:${batch.pointer.first}` };
      const texts = linesOf(batch, record).map((line) => JSON.stringify(line));
      bytes += texts.reduce((sum, text) => sum + Buffer.byteLength(text) + 1, 0);
      lines.push(...texts);
    }
  }
  return { lines };
}

/** The decisions of a message about one person: one look-up per wave and channel. */
export async function readPersonDecisions(
  deps: { messages: Pick<MessageStore, 'listWaves'>; batches: Pick<BatchStore, 'findBatch'> },
  record: MessageRecord,
  contacts: readonly { personId: string; id: string; channel: Channel; office: string }[],
): Promise<DecisionLine[]> {
  const waves = await deps.messages.listWaves(record.id);
  const lines: DecisionLine[] = [];
  for (const { wave } of waves) {
    for (const { personId, id, channel, office } of contacts) {
      const series = { messageId: record.id, wave, channel, office, shard: shardOf(personId) };
      const batch = await deps.batches.findBatch(series, `${personId}#${id}`);
      const own = batch
        ? linesOf(batch, record).filter((line) => line.personId === personId && line.contactId === id)
        : [];
      lines.push(...own);
    }
  }
  return lines;
}

type Series = Omit<BatchPointer, 'first'>;

async function listSeries(deps: DecisionsDeps, record: MessageRecord): Promise<Series[]> {
  const waves = await deps.messages.listWaves(record.id);
  const offices = [...new Set(slicesOf(record).map(({ office }) => office))];
  const channels: readonly Channel[] = record.draft.channels;
  return offices.flatMap((office) =>
    Array.from({ length: shardCount }, (_, shard) =>
      channels.flatMap((channel) =>
        waves.map(({ wave }) => ({ messageId: record.id, wave, channel, office, shard })),
      ),
    ).flat(),
  );
}

/** Which series can hold entries, from the counters of their slices: most shards of a notice have nobody who is affected. */
async function decidedSeries(
  deps: DecisionsDeps,
  record: MessageRecord,
): Promise<(series: Series) => boolean> {
  const decided = new Set<string>();
  for (const { office, firstShard, counters } of await deps.messages.listSlices(record.id)) {
    for (const name of Object.keys(counters)) {
      const [kind, channel, decision, reason] = name.split('#');
      const isLeftOut = reason === 'not-affected' || reason === 'not-in-audience';
      if (kind === 'n' && decision !== undefined && !isLeftOut)
        decided.add(`${office}#${firstShard}#${channel}`);
    }
  }
  return ({ office, shard, channel }) =>
    decided.has(`${office}#${firstShardOf(record.type, shard)}#${channel}`);
}

function parseCursor(cursor: string | undefined): [number, string?] {
  const [, index, from] = /^(\d+):(.+)$/.exec(cursor ?? '') ?? [];
  return index === undefined ? [0] : [Number(index), from];
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
