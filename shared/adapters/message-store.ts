/** Campaigns and notices with their lives: state, waves, and the progress of each slice of the audience. */
import * as z from 'zod';
import type { MessageRecord } from '../domain/lifecycle.ts';
import { Instant } from '../domain/vocabulary.ts';
import {
  type CountKind,
  countMarkKey,
  doneCountKey,
  messagePartition,
  metaKey,
  officePartition,
  planKey,
  planPrefix,
  sliceKey,
  slicePrefix,
} from './campaign-keys.ts';
import { isUnannounced, messageItem, placeOf, readMessage, stillOpen, toAnnounce } from './message-item.ts';
import { type CreatingRequest, createOnce } from './request-marker.ts';
import { type Item, queryAll, queryPages, type Table } from './table.ts';
import { createWaveStore } from './wave-store.ts';

const schemaVersion = 1;
/** Slices of notices know rounds. */
const sliceVersion = 2;

/** Rows that a list looks through at a time. */
const listPageRows = 50;

/** Progress of one slice. Counters are flat attributes: decisions `n#<channel>#send` and `n#<channel>#skip#<reason>`, sends of a wave `w#<wave>`, outcomes `o#<channel>#<outcome>`, groups `x#<dimension>#<value>#<what>`. */
export const SliceProgress = z.object({
  office: z.string(),
  firstShard: z.int(),
  lastShard: z.int(),
  attempt: z.int(),
  leaseUntil: Instant.optional(),
  /** Where to go on: channel, shard and the last contact that was decided. */
  position: z.object({ shard: z.int(), channel: z.int(), after: z.string().optional() }),
  expanded: z.boolean(),
  touchedAt: Instant,
  planned: z.int().default(0),
  done: z.int().default(0),
  /** Of a notice, which walks its slices in rounds: the round that was begun last (absent: the first one, 0), and when. */
  round: z.int().optional(),
  roundAt: Instant.optional(),
  /** When somebody in it has their next turn. */
  nextAt: Instant.optional(),
  /** When something happened that may call for a turn before: a bounce, a new device. */
  askedAt: Instant.optional(),
  counters: z.record(z.string(), z.int()),
});
export type SliceProgress = z.infer<typeof SliceProgress>;

/** Parts of a count, which nobody reads when the next one has begun. */
const partVersion = 2;
const partSeconds = 86_400;

const PlanPart = z.object({
  office: z.string(),
  firstShard: z.int(),
  counters: z.record(z.string(), z.int()),
  /** Parts of before version 2 have none. */
  countedAt: Instant.optional(),
});
export type PlanPart = z.infer<typeof PlanPart>;

export interface MessagePage {
  messages: MessageRecord[];
  cursor?: string | undefined;
}

export type Due = { kind: 'message'; messageId: string } | { kind: 'wave'; messageId: string; wave: string };

/** The count that is being made or was made last. */
const PlanMark = z.object({ planId: z.string(), version: z.int(), startedAt: Instant });
export type PlanMark = z.infer<typeof PlanMark>;

export type MessageStore = ReturnType<typeof createMessageStore>;

/** The store over the table `campaigns`. */
export function createMessageStore(table: Table) {
  return {
    ...createWaveStore(table),

    /** AP-20: one campaign or notice. */
    async load(messageId: string): Promise<MessageRecord | undefined> {
      const item = await table.get(metaKey(messageId));
      return item && readMessage(item);
    },

    /** AP-20: saves a record; `expected` is the version it replaces, 0 for a new one. False: somebody else was first. */
    async save(record: MessageRecord, expected: number): Promise<boolean> {
      const result = await table.write([
        {
          kind: 'put',
          item: messageItem(record),
          if: expected === 0 ? { absent: true } : { equals: { version: expected } },
        },
      ]);
      return result.ok;
    },

    /** AP-20: saves several records as one; false: somebody else has changed one of them. */
    async saveAll(changes: readonly { record: MessageRecord; expected: number }[]): Promise<boolean> {
      const result = await table.write(
        changes.map(({ record, expected }) => ({
          kind: 'put',
          item: messageItem(record),
          if: { equals: { version: expected } },
        })),
      );
      return result.ok;
    },

    /** AP-30: saves a new record once per caller and key; the id of the first one when it was there already. */
    async create(record: MessageRecord, request: CreatingRequest | undefined): Promise<string> {
      return createOnce(table, { id: record.id, item: messageItem(record) }, request);
    },

    /** AP-21: newest first. */
    async listByOffice(
      office: string,
      type: MessageRecord['type'],
      page: { limit: number; cursor?: string | undefined; since?: Instant | undefined },
    ): Promise<MessagePage> {
      const { items, cursor } = await table.query({
        index: 'office',
        partition: officePartition(office, type),
        reverse: true,
        limit: page.limit,
        cursor: page.cursor,
        ...(page.since ? { range: { from: page.since } } : {}),
      });
      return { messages: items.map(readMessage), cursor };
    },

    /** AP-21: the same, page by page of the table. @param before the place of the last record that was seen, from `placeOf` */
    async *pagesByOffice(
      office: string,
      type: MessageRecord['type'],
      before: string | undefined,
      limit: number = listPageRows,
    ): AsyncGenerator<MessageRecord[]> {
      const pages = queryPages(table, {
        index: 'office',
        partition: officePartition(office, type),
        reverse: true,
        limit,
        ...(before === undefined ? {} : { range: { to: before } }),
      });
      for await (const items of pages)
        yield items.map(readMessage).filter((record) => placeOf(record) !== before);
    },

    /** AP-22: messages and waves whose time has come. */
    async listDue(now: Instant): Promise<Due[]> {
      const due: Due[] = [];
      for await (const item of queryAll(table, {
        index: 'due',
        partition: 'DUE',
        range: { to: `${now}~` },
      })) {
        const { messageId, wave } = z
          .object({ messageId: z.string(), wave: z.string().optional() })
          .parse(item);
        due.push(wave === undefined ? { kind: 'message', messageId } : { kind: 'wave', messageId, wave });
      }
      return due;
    },

    /** AP-22: ids of all messages that are running. */
    async listRunning(): Promise<string[]> {
      const ids: string[] = [];
      for await (const item of queryAll(table, { index: 'due', partition: 'RUNNING' })) ids.push(idOf(item));
      return ids;
    },

    /** AP-22: ids of notices that everybody known so far has got, and that are open for people who become affected. */
    async listOpen(now: Instant): Promise<string[]> {
      const ids: string[] = [];
      for await (const item of queryAll(table, { index: 'due', partition: stillOpen, range: { from: now } }))
        ids.push(idOf(item));
      return ids;
    },

    /** AP-22: ids of messages that were cancelled or stopped, until their begun batches have been ended. */
    async listEnding(): Promise<string[]> {
      const ids: string[] = [];
      for await (const item of queryAll(table, { index: 'due', partition: 'ENDING' })) ids.push(idOf(item));
      return ids;
    },

    /** AP-22: an ended message needs no more care of the clock; the end of a campaign can now be published (AP-39). */
    async markSettled(record: MessageRecord): Promise<void> {
      const { id, version } = record;
      const next = isUnannounced(record) ? { set: { due: toAnnounce } } : { remove: ['due', 'dueAt'] };
      await table.write([{ kind: 'update', key: metaKey(id), ...next, if: { equals: { version } } }]);
    },

    /** AP-23: how far one slice is. */
    async loadSlice(messageId: string, slice: { office: string; firstShard: number }) {
      const item = await table.get(sliceKey(messageId, slice));
      return item && sliceOf(item);
    },

    /** AP-23: all slices that have begun. */
    async listSlices(messageId: string): Promise<SliceProgress[]> {
      const slices: SliceProgress[] = [];
      const range = { prefix: slicePrefix };
      for await (const item of queryAll(table, {
        partition: messagePartition(messageId),
        range,
        consistent: true,
      })) {
        slices.push(sliceOf(item));
      }
      return slices;
    },

    /** AP-23: takes a slice for one expander; `known` is what it was read as. False: another one holds it, or has moved it on. */
    async claimSlice(
      messageId: string,
      slice: SliceProgress,
      known: Pick<SliceProgress, 'attempt' | 'leaseUntil'> | undefined,
    ): Promise<boolean> {
      const { counters, planned, done, ...rest } = slice;
      const key = sliceKey(messageId, slice);
      const result = await table.write([
        known
          ? {
              kind: 'update',
              key,
              set: { attempt: slice.attempt, leaseUntil: slice.leaseUntil, touchedAt: slice.touchedAt },
              if: { equals: { attempt: known.attempt, leaseUntil: known.leaseUntil } },
            }
          : {
              kind: 'put',
              item: { ...key, ...rest, planned, done, ...counters, schemaVersion: sliceVersion },
              if: { absent: true },
            },
      ]);
      return result.ok;
    },

    /** AP-23: takes a slice of a notice for its next round; `known` is what it was read as. False: another expander was first. */
    async claimRound(messageId: string, next: SliceProgress, known: SliceProgress): Promise<boolean> {
      const { attempt, leaseUntil, touchedAt, round, roundAt, position, expanded } = next;
      const result = await table.write([
        {
          kind: 'update',
          key: sliceKey(messageId, next),
          set: { attempt, leaseUntil, touchedAt, round, roundAt, position, expanded },
          remove: ['nextAt'],
          if: { equals: { attempt: known.attempt, leaseUntil: known.leaseUntil } },
        },
      ]);
      return result.ok;
    },

    /** AP-23: marks that something happened in a slice that may call for a turn. False: its round has moved on since it was read as `known`. */
    async askRound(
      messageId: string,
      slice: { office: string; firstShard: number },
      at: Instant,
      known: Pick<SliceProgress, 'roundAt' | 'askedAt'>,
    ): Promise<boolean> {
      const { roundAt, askedAt } = known;
      const write = { set: { askedAt: at }, if: { equals: { roundAt, askedAt }, exists: true as const } };
      return (await table.write([{ kind: 'update', key: sliceKey(messageId, slice), ...write }])).ok;
    },

    /** AP-31: counts a slice as done. @returns how many have been counted so far */
    async countDoneSlice(messageId: string): Promise<number> {
      const key = doneCountKey(messageId);
      await table.write([{ kind: 'update', key, add: { count: 1 }, set: { schemaVersion } }]);
      return z.int().parse((await table.get(key))?.['count']);
    },

    /** AP-25: the count that is being made or was made last. */
    async loadPlanMark(messageId: string, kind: CountKind = 'plan'): Promise<PlanMark | undefined> {
      const item = await table.get(countMarkKey(messageId, kind));
      return item && PlanMark.parse(item);
    },

    /** AP-25: begins a count, unless somebody else has begun one since `known`. */
    async savePlanMark(
      messageId: string,
      mark: PlanMark,
      known: PlanMark | undefined,
      kind: CountKind = 'plan',
    ): Promise<boolean> {
      const condition = known ? { equals: { planId: known.planId } } : { absent: true as const };
      const item = { ...countMarkKey(messageId, kind), ...mark, schemaVersion };
      return (await table.write([{ kind: 'put', item, if: condition }])).ok;
    },

    /** AP-25: the counts of one slice; made again, they replace the ones before. They go by themselves: a console that shows the reach makes many. */
    async savePlanPart(messageId: string, planId: string, part: PlanPart, now: Instant): Promise<void> {
      const ttl = Math.floor(Date.parse(now) / 1000) + partSeconds;
      const item = {
        ...planKey(messageId, planId, part),
        ...part,
        countedAt: now,
        ttl,
        schemaVersion: partVersion,
      };
      await table.write([{ kind: 'put', item }]);
    },

    /** AP-25: the counts that are there so far. */
    async listPlanParts(messageId: string, planId: string): Promise<PlanPart[]> {
      const parts: PlanPart[] = [];
      const range = { prefix: planPrefix(planId) };
      for await (const item of queryAll(table, {
        partition: messagePartition(messageId),
        range,
        consistent: true,
      })) {
        parts.push(PlanPart.parse(item));
      }
      return parts;
    },
  };
}

function sliceOf(item: Item): SliceProgress {
  const counters = Object.fromEntries(Object.entries(item).filter(([name]) => /^[nowxhb]#/.test(name)));
  return SliceProgress.parse({ ...item, counters });
}

function idOf(item: Item): string {
  return z.string().parse(item['messageId']);
}
