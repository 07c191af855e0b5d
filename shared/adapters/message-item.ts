/** A campaign or notice as one item. Its draft and its history are packed: DynamoDB takes 400 KB, and the texts of many languages or a thousand steps are more. */
import * as z from 'zod';
import { type FieldError, Unprocessable } from '../domain/faults.ts';
import { Campaign, type MessageRecord, Notice, sendsUntil } from '../domain/lifecycle.ts';
import { metaKey, officePartition } from './campaign-keys.ts';
import { pack, unpack } from './packed.ts';
import type { Item } from './table.ts';

const schemaVersion = 3;

const Stored = z.discriminatedUnion('type', [Campaign, Notice]);

/** Below the 400 KB of an item, with room for the history: no step may fail because many came before. */
const largestContentBytes = 300_000;

/** Texts packed for an item. @throws Unprocessable when they are too many for one */
export function packContent(content: unknown): Uint8Array {
  const packed = pack(content);
  const errors = sizeErrors(packed.length);
  if (errors.length > 0) throw new Unprocessable('The content is too large to be kept.', { errors });
  return packed;
}

/** What would keep this content from being kept. */
export function checkStoredSize(content: unknown): FieldError[] {
  return sizeErrors(pack(content).length);
}

function sizeErrors(bytes: number): FieldError[] {
  if (bytes <= largestContentBytes) return [];
  const kilobytes = (count: number) => Math.ceil(count / 1000);
  return [
    {
      field: 'content',
      message: `Takes ${kilobytes(bytes)} KB when compressed, and may take ${kilobytes(largestContentBytes)}: write fewer languages or shorter texts`,
    },
  ];
}

/** @throws Unprocessable when the draft is too large for an item */
export function messageItem(record: MessageRecord): Item {
  return {
    ...metaKey(record.id),
    ...record,
    ...indexOf(record),
    draft: packContent(record.draft),
    history: pack(record.history),
    messageId: record.id,
    schemaVersion,
  };
}

/** @throws ZodError for a damaged item */
export function readMessage(item: Item): MessageRecord {
  return Stored.parse({ ...item, draft: unpack(item['draft']), history: unpack(item['history']) });
}

/** Where a record stands in the list of its office. */
export function placeOf({ createdAt, id }: MessageRecord): string {
  return `${createdAt}#${id}`;
}

function indexOf(record: MessageRecord) {
  const byOffice = {
    officeKey: officePartition(record.office ?? 'hq', record.type),
    officeTime: placeOf(record),
  };
  if (record.state === 'running')
    return { ...byOffice, due: 'RUNNING', dueAt: `${record.startedAt}#${record.id}` };
  const isBroken = record.state === 'stopped' || (record.state === 'cancelled' && isUnannounced(record));
  const ending = isBroken && record.startedAt !== undefined ? 'ENDING' : undefined;
  const due = ending ?? (isUnannounced(record) ? toAnnounce : undefined);
  if (due !== undefined) return { ...byOffice, due, dueAt: `${record.updatedAt}#${record.id}` };
  if (record.type === 'notice' && record.state === 'completed' && record.openUntil !== undefined)
    return { ...byOffice, due: stillOpen, dueAt: `${sendsUntil(record)}#${record.id}` };
  const startsAt = record.type === 'campaign' && record.state === 'scheduled' ? record.startsAt : undefined;
  return startsAt === undefined ? byOffice : { ...byOffice, due: 'DUE', dueAt: `${startsAt}#${record.id}` };
}

/** Partition of the index `due`: notices that everybody known so far has got, by the instant until which they are open for others. */
export const stillOpen = 'OPEN';

/** Partition of the index `due`: campaigns whose end others have not been told of. */
export const toAnnounce = 'ANNOUNCE';

/** Whether others are to be told of the end of this message, and have not been. */
export function isUnannounced(record: MessageRecord): boolean {
  if (record.type !== 'campaign' || record.announcedAt !== undefined) return false;
  return record.state === 'completed' || record.state === 'cancelled' || record.state === 'expired';
}
