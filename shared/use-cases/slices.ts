/** How the audience of a message is cut into slices that workers walk side by side. */
import type { Slice } from '../domain/batch.ts';
import type { MessageRecord } from '../domain/lifecycle.ts';
import { parseDurationSeconds } from '../domain/local-time.ts';
import { officeOf, offices } from '../domain/offices.ts';
import { type Channel, shardCount } from '../domain/vocabulary.ts';

/** A campaign's office is cut into 64 slices of one shard; a notice, which may concern all offices, into 8 of 8 shards per office. */
const shardsPerSlice = { campaign: 1, notice: 8 } as const;

/** All slices of a message. */
export function slicesOf(record: MessageRecord): Slice[] {
  return officesOf(record).flatMap((office) => {
    const size = shardsPerSlice[record.type];
    return Array.from({ length: shardCount / size }, (_, index) => ({
      office,
      firstShard: index * size,
      lastShard: index * size + size - 1,
    }));
  });
}

/** First shard of the slice that a shard belongs to. */
export function firstShardOf(type: MessageRecord['type'], shard: number): number {
  return shard - (shard % shardsPerSlice[type]);
}

/** A notice is walked once per channel when its channels follow one another; everything else in one go. */
export function stagesOf(record: MessageRecord): number {
  return isEscalating(record) ? record.draft.channels.length : 1;
}

/** The stage in which a channel is decided. */
export function stageOf(record: MessageRecord, channel: Channel): number {
  const channels: readonly Channel[] = record.draft.channels;
  return isEscalating(record) ? channels.indexOf(channel) : 0;
}

/** Seconds after the start at which a stage begins. */
export function stageDelaySeconds(record: MessageRecord, stage: number): number {
  if (record.type !== 'notice' || record.draft.escalateAfter === undefined) return 0;
  return stage * parseDurationSeconds(record.draft.escalateAfter);
}

function isEscalating(record: MessageRecord): boolean {
  return record.type === 'notice' && record.draft.escalateAfter !== undefined;
}

function officesOf(record: MessageRecord): string[] {
  if (record.type === 'campaign') return [record.office];
  const { countries } = record.draft.audience;
  const known = countries
    ? countries.flatMap((country) => officeOf(country.slice(0, 2))?.id ?? [])
    : offices.map(({ id }) => id);
  const wanted = new Set(known);
  return record.office === undefined ? [...wanted] : [...wanted].filter((id) => id === record.office);
}
