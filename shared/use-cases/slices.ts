/** How the audience of a message is cut into slices that workers walk side by side. */
import type { Slice } from '../domain/batch.ts';
import type { MessageRecord } from '../domain/lifecycle.ts';
import { officeOf, offices } from '../domain/offices.ts';
import { shardCount } from '../domain/vocabulary.ts';

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

/** The slice of a notice that a shard belongs to. */
export function noticeSliceOf(office: string, shard: number): Slice {
  const firstShard = firstShardOf('notice', shard);
  return { office, firstShard, lastShard: firstShard + shardsPerSlice.notice - 1 };
}

/** First shard of the slice that a shard belongs to. */
export function firstShardOf(type: MessageRecord['type'], shard: number): number {
  return shard - (shard % shardsPerSlice[type]);
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
