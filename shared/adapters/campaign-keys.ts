/**
 * Keys of the table `campaigns`, which holds campaigns and notices.
 *
 * | entity   | pk                    | sk                    | index                                   | asked by |
 * |----------|-----------------------|-----------------------|-----------------------------------------|----------|
 * | message  | MESSAGE#<id>          | META                  | office: <office>#<type> / <created>#<id>; due: DUE, RUNNING, OPEN, ENDING or ANNOUNCE / <instant>#<id> | AP-20, AP-21, AP-22, AP-39 |
 * | slice    | MESSAGE#<id>          | SLICE#<office>#<first shard> |                                  | AP-23 |
 * | done     | MESSAGE#<id>          | DONE                  |                                         | AP-31 |
 * | wave     | MESSAGE#<id>          | WAVE#<wave>           | due: DUE / <instant>#<id>               | AP-22, AP-24 |
 * | count    | MESSAGE#<id>          | PLAN, REACH, PLAN#<count>#<office>#<first shard> |                             | AP-25 |
 * | decisions| BATCH#<id>#<wave>#<channel>#<office>.<shard> | <first contact key> |              | AP-26, AP-27 |
 * | run      | RUN#…  (as above)     | <first contact key>   |                                         | AP-28 |
 * | feedback | FEEDBACK#… (as above) | <first contact key>   |                                         | AP-29 |
 * | request  | IDEMPOTENCY#<who>#<key> | REQUEST             |                                         | AP-30 |
 * | settings | OFFICE#<office>       | SETTINGS              |                                         | AP-32 |
 * | template | OFFICE#<office>       | TEMPLATE#<id>         |                                         | AP-33 |
 * | submitted| MESSAGE#<id>          | SUBMITTED#<version>   |                                         | AP-34 |
 * | totals   | OFFICE#<office>       | TOTALS                |                                         | AP-35 |
 * | rate     | OFFICE#<office>       | RATE#<channel>        |                                         | AP-36 |
 * | answer   | ANSWER#<id>#<shard>   | <person>              |                                         | AP-40 |
 * | read list | MESSAGE#<id>         | READ#<instant>#<user>#<request> |                               | AP-42 |
 *
 * A batch is three items, because each is written at another time and DynamoDB charges every write for the whole item.
 */
import { answerPrefix } from '../domain/answer.ts';
import type { BatchPointer } from '../domain/batch.ts';
import { shardOf } from '../domain/person.ts';
import type { Channel } from '../domain/vocabulary.ts';
import type { Key } from './table.ts';

const twoDigits = (shard: number) => String(shard).padStart(2, '0');

export const messagePartition = (messageId: string): string => `MESSAGE#${messageId}`;
export const metaKey = (messageId: string): Key => ({ pk: messagePartition(messageId), sk: 'META' });

export const slicePrefix = 'SLICE#';
export const sliceKey = (messageId: string, slice: { office: string; firstShard: number }): Key => ({
  pk: messagePartition(messageId),
  sk: `${slicePrefix}${slice.office}#${twoDigits(slice.firstShard)}`,
});

export const doneCountKey = (messageId: string): Key => ({ pk: messagePartition(messageId), sk: 'DONE' });

export const wavePrefix = 'WAVE#';
export const waveKey = (messageId: string, wave: string): Key => ({
  pk: messagePartition(messageId),
  sk: `${wavePrefix}${wave}`,
});

/** What is counted over the whole audience of a message: what would happen to everybody, or how far a notice has come with them. */
export type CountKind = 'plan' | 'reach';
const countMarks = { plan: 'PLAN', reach: 'REACH' } as const satisfies Record<CountKind, string>;
export const countMarkKey = (messageId: string, kind: CountKind): Key => ({
  pk: messagePartition(messageId),
  sk: countMarks[kind],
});
export const planPrefix = (planId: string): string => `PLAN#${planId}#`;
export const planKey = (
  messageId: string,
  planId: string,
  slice: { office: string; firstShard: number },
): Key => ({
  pk: messagePartition(messageId),
  sk: `${planPrefix(planId)}${slice.office}#${twoDigits(slice.firstShard)}`,
});

type BatchSeries = Omit<BatchPointer, 'first'>;

const series = ({ messageId, wave, channel, office, shard }: BatchSeries) =>
  `${messageId}#${wave}#${channel}#${office}.${twoDigits(shard)}`;

export const batchPartition = (where: BatchSeries): string => `BATCH#${series(where)}`;
export const runPartition = (where: BatchSeries): string => `RUN#${series(where)}`;
export const feedbackPartition = (where: BatchSeries): string => `FEEDBACK#${series(where)}`;
export const batchKey = (pointer: BatchPointer): Key => ({ pk: batchPartition(pointer), sk: pointer.first });
export const runKey = (pointer: BatchPointer): Key => ({ pk: runPartition(pointer), sk: pointer.first });
export const feedbackKey = (pointer: BatchPointer): Key => ({
  pk: feedbackPartition(pointer),
  sk: pointer.first,
});

export const listReadPrefix = 'READ#';
export const listReadKey = (read: {
  messageId: string;
  at: string;
  user: string;
  requestId: string;
}): Key => ({
  pk: messagePartition(read.messageId),
  sk: `${listReadPrefix}${read.at}#${read.user}#${read.requestId}`,
});

/** Partition of the index `office`; notices of headquarters lie under `hq`. */
export const officePartition = (office: string, type: 'campaign' | 'notice'): string => `${office}#${type}`;

/** What the people of one shard have answered to a notice. */
export const answerPartition = (messageId: string, shard: number): string =>
  `${answerPrefix}${messageId}#${twoDigits(shard)}`;
export const answerKey = (messageId: string, personId: string): Key => ({
  pk: answerPartition(messageId, shardOf(personId)),
  sk: personId,
});

export const officeOwnPartition = (office: string): string => `OFFICE#${office}`;
export const settingsKey = (office: string): Key => ({ pk: officeOwnPartition(office), sk: 'SETTINGS' });
export const totalsKey = (office: string): Key => ({ pk: officeOwnPartition(office), sk: 'TOTALS' });
export const rateKey = (office: string, channel: Channel): Key => ({
  pk: officeOwnPartition(office),
  sk: `RATE#${channel}`,
});
export const templatePrefix = 'TEMPLATE#';
export const templateKey = (office: string, id: string): Key => ({
  pk: officeOwnPartition(office),
  sk: `${templatePrefix}${id}`,
});
export const submittedPrefix = 'SUBMITTED#';
/** A draft as it was submitted, by the version of the record that it made. */
export const submittedKey = (messageId: string, version: number): Key => ({
  pk: messagePartition(messageId),
  sk: `${submittedPrefix}${String(version).padStart(8, '0')}`,
});

export const idempotencyKey = (who: string, key: string): Key => ({
  pk: `IDEMPOTENCY#${who}#${key}`,
  sk: 'REQUEST',
});
