/** The batch store over both tables: who sends a batch, what became of it, and where a contact is found again. */
import { beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as z from 'zod';
import { type BatchStore, createBatchStore, type Run } from '../../shared/adapters/batch-store.ts';
import { batchKey, runKey } from '../../shared/adapters/campaign-keys.ts';
import { createEngagementStore } from '../../shared/adapters/engagement-store.ts';
import { createMessageStore, type MessageStore } from '../../shared/adapters/message-store.ts';
import type { Table } from '../../shared/adapters/table.ts';
import type { BatchPointer, Entry, Outcome } from '../../shared/domain/batch.ts';
import { describeOnBothTables } from '../support/both-tables.ts';
import { createMemoryTable } from '../support/memory-table.ts';

const at = '2026-11-23T12:00:00.000Z';
const leaseUntil = '2026-11-23T12:00:30.000Z';
const series = {
  messageId: 'cmp_1',
  wave: '20261123T120000Z',
  channel: 'email',
  office: 'de',
  shard: 3,
} as const;
const place = { office: 'de', firstShard: 3 };

const entryOf = (id: string, decision: Entry['decision'] = 'send'): Entry => ({
  personId: id,
  contactId: 'm',
  decision,
});
const pointerOf = (id: string): BatchPointer => ({ ...series, first: `${id}#m` });
const outcomesOf = (...kinds: Outcome['kind'][]) =>
  new Map(kinds.map((kind, position) => [position, { kind, at }]));

function claimOf(attempt: number, more: Partial<Run> = {}): Run {
  return { state: 'claimed', attempt, leaseUntil, inFlight: [0], outcomes: new Map(), ...more };
}

async function givenSlice(messages: MessageStore) {
  await messages.claimSlice(
    'cmp_1',
    {
      ...place,
      lastShard: 3,
      attempt: 1,
      position: { shard: 3, channel: 0 },
      expanded: false,
      touchedAt: at,
      planned: 0,
      done: 0,
      counters: {},
    },
    undefined,
  );
}

async function plan(batches: BatchStore, groups: readonly Entry[][], counters: Record<string, number> = {}) {
  const planned = groups.map((entries) => ({ pointer: pointerOf(entries[0]?.personId ?? ''), entries }));
  const advance = { slice: place, attempt: 1, set: { expanded: true }, counters };
  return batches.plan('cmp_1', planned, advance, at);
}

describeOnBothTables('batches', (freshTable) => {
  let table: Table;
  let batches: BatchStore;
  let messages: MessageStore;

  beforeEach(async () => {
    table = await freshTable();
    batches = createBatchStore(table);
    messages = createMessageStore(table);
    await givenSlice(messages);
  });

  const slice = async () => (await messages.listSlices('cmp_1'))[0];

  async function drain<T>(all: AsyncIterable<T>) {
    const found: T[] = [];
    for await (const one of all) found.push(one);
    return found;
  }

  describe('planning', () => {
    it('writes batches and moves the slice on as one; a batch without a send is not waited for', async () => {
      const groups = [[entryOf('a'), entryOf('b', 'skip')], [entryOf('c', 'skip')], [entryOf('d')]];
      expect(await plan(batches, groups, { 'n#email#send': 2 })).toBe(true);
      expect(await batches.loadEntries(pointerOf('a'))).toEqual(groups[0]);
      expect(await batches.loadEntries(pointerOf('b'))).toBeUndefined();
      expect(await drain(batches.listPointers(series))).toEqual([pointerOf('a'), pointerOf('d')]);
      expect(await slice()).toMatchObject({
        planned: 2,
        done: 0,
        expanded: true,
        counters: { 'n#email#send': 2 },
      });
    });

    it('by an expander that was replaced writes nothing', async () => {
      const known = await slice();
      if (known) await messages.claimSlice('cmp_1', { ...known, attempt: 2, leaseUntil }, known);
      expect(await plan(batches, [[entryOf('a')]], { 'n#email#send': 1 })).toBe(false);
      expect(await drain(batches.listPointers(series))).toEqual([]);
      expect(await slice()).toMatchObject({ planned: 0, counters: {} });
    });
  });

  describe('a run', () => {
    it('is claimed by one of many, at first and after the lease (N-30)', async () => {
      const firsts = await Promise.all(
        Array.from({ length: 8 }, () => batches.saveRun(pointerOf('a'), claimOf(1), undefined)),
      );
      expect(firsts.filter(Boolean)).toHaveLength(1);
      const known = await batches.loadRun(pointerOf('a'));
      expect(known).toEqual({ ...claimOf(1), notBefore: undefined });
      const seconds = await Promise.all(
        Array.from({ length: 8 }, () => batches.saveRun(pointerOf('a'), claimOf(2), known)),
      );
      expect(seconds.filter(Boolean)).toHaveLength(1);
    });

    it('is not taken over from a worker that went on in between: what it now hands over would be sent twice (N-01)', async () => {
      await batches.saveRun(pointerOf('a'), claimOf(1), undefined);
      const read = await batches.loadRun(pointerOf('a'));
      const goneOn = claimOf(1, {
        leaseUntil: '2026-11-23T12:01:00.000Z',
        inFlight: [25],
        outcomes: outcomesOf('accepted'),
      });
      expect(await batches.saveRun(pointerOf('a'), goneOn, read)).toBe(true);
      expect(await batches.saveRun(pointerOf('a'), claimOf(2), read)).toBe(false);
      expect(await batches.loadRun(pointerOf('a'))).toMatchObject({
        attempt: 1,
        inFlight: [25],
        outcomes: goneOn.outcomes,
      });
    });

    it('ends once: its outcomes are counted once, by reason where a later check stopped them', async () => {
      await plan(batches, [[entryOf('a'), entryOf('b'), entryOf('c')]]);
      await batches.saveRun(pointerOf('a'), claimOf(1), undefined);
      const outcomes = new Map<number, Outcome>([
        [0, { kind: 'accepted', at, providerId: 'id', measured: true }],
        [1, { kind: 'stopped', at, reason: 'consent-withdrawn' }],
        [2, { kind: 'stopped', at }],
      ]);
      const done = claimOf(1, { state: 'done', outcomes, inFlight: [] });
      const finished = await Promise.all(
        Array.from({ length: 5 }, () =>
          batches.finish({ pointer: pointerOf('a'), entries: [] }, done, place, at),
        ),
      );
      expect(finished.filter(Boolean)).toHaveLength(1);
      expect(await slice()).toMatchObject({
        done: 1,
        counters: {
          'o#email#accepted': 1,
          'o#email#measured': 1,
          'o#email#stopped#consent-withdrawn': 1,
          'o#email#stopped': 1,
        },
      });
      expect(await batches.loadRun(pointerOf('a'))).toEqual({ ...done, notBefore: undefined });
    });

    it('that is done is not claimed again', async () => {
      await batches.saveRun(pointerOf('a'), claimOf(1), undefined);
      const claim = await batches.loadRun(pointerOf('a'));
      await batches.finish(
        { pointer: pointerOf('a'), entries: [] },
        claimOf(1, { state: 'done' }),
        place,
        at,
      );
      expect(await batches.saveRun(pointerOf('a'), claimOf(2), claim)).toBe(false);
      expect(await batches.saveRun(pointerOf('a'), claimOf(2), undefined)).toBe(false);
    });

    it('is listed with the others of its series', async () => {
      await batches.saveRun(pointerOf('a'), claimOf(1), undefined);
      await batches.saveRun({ ...pointerOf('z'), shard: 4 }, claimOf(1), undefined);
      expect([...(await batches.listRuns(series))].map(([first, { attempt }]) => [first, attempt])).toEqual([
        ['a#m', 1],
      ]);
    });
  });

  describe('feedback', () => {
    const record = (position: number, kind: 'delivered' | 'bounced' | 'complained') =>
      batches.recordFeedback({ pointer: pointerOf('a'), entries: [] }, position, { kind, at }, place);

    it('only moves forward, and each step counts once (N-29)', async () => {
      expect(await record(0, 'delivered')).toBe('recorded');
      expect(await record(0, 'delivered')).toBe('known');
      expect(await record(0, 'complained')).toBe('recorded');
      expect(await record(0, 'bounced')).toBe('known');
      expect(await record(1, 'bounced')).toBe('recorded');
      expect(await record(1, 'complained')).toBe('recorded');
      expect((await slice())?.counters).toEqual({
        'o#email#delivered': 1,
        'o#email#bounced': 0,
        'o#email#complained': 2,
      });
    });

    it('keeps when a message was first known to have arrived, a complaint before it says so too', async () => {
      await plan(batches, [[entryOf('a'), entryOf('b'), entryOf('c')]]);
      const later = '2026-11-23T13:00:00.000Z';
      const say = (position: number, kind: 'delivered' | 'bounced' | 'complained', when: string) =>
        batches.recordFeedback({ pointer: pointerOf('a'), entries: [] }, position, { kind, at: when }, place);
      await say(0, 'delivered', at);
      await say(0, 'complained', later);
      await say(1, 'complained', later);
      await say(2, 'bounced', at);
      const [batch] = await drain(batches.listBatches(series));
      expect([...(batch?.deliveredAt ?? [])].sort()).toEqual([
        [0, at],
        [1, later],
      ]);
    });

    it('that arrives many times at once counts once', async () => {
      const results = await Promise.all(Array.from({ length: 8 }, () => record(0, 'delivered')));
      expect(results.filter((result) => result === 'recorded')).toHaveLength(1);
      expect((await slice())?.counters).toEqual({ 'o#email#delivered': 1 });
    });

    it('of what people do only moves forward beside it: a click is an opening, and each counts once', async () => {
      const engage = (position: number, kind: 'opened' | 'clicked') =>
        createEngagementStore(table).recordEngagement(
          { pointer: pointerOf('a'), entries: [] },
          position,
          kind,
          place,
        );
      expect(await engage(0, 'opened')).toBe('recorded');
      expect(await engage(0, 'opened')).toBe('known');
      expect(await engage(0, 'clicked')).toBe('recorded');
      expect(await engage(0, 'opened')).toBe('known');
      expect(await engage(1, 'clicked')).toBe('recorded');
      expect(await engage(1, 'clicked')).toBe('known');
      expect(await record(1, 'complained')).toBe('recorded');
      expect((await slice())?.counters).toEqual({
        'o#email#opened': 2,
        'o#email#clicked': 2,
        'o#email#complained': 1,
      });
      const at0 = await Promise.all(Array.from({ length: 6 }, () => engage(2, 'clicked')));
      expect(at0.filter((result) => result === 'recorded')).toHaveLength(1);
      expect((await slice())?.counters).toMatchObject({ 'o#email#opened': 3, 'o#email#clicked': 3 });
    });

    it('is shown with entries and outcomes', async () => {
      await plan(batches, [[entryOf('a'), entryOf('b')], [entryOf('c')]]);
      await batches.saveRun(pointerOf('a'), claimOf(1, { outcomes: outcomesOf('accepted') }), undefined);
      await record(0, 'bounced');
      const [first, second] = await drain(batches.listBatches(series));
      expect(first).toEqual({
        pointer: pointerOf('a'),
        entries: [entryOf('a'), entryOf('b')],
        outcomes: outcomesOf('accepted'),
        feedback: new Map([[0, 'bounced']]),
        deliveredAt: new Map(),
      });
      expect(second).toMatchObject({ outcomes: new Map(), feedback: new Map() });
      expect((await drain(batches.listBatches(series, 'c#m'))).map(({ pointer }) => pointer)).toEqual([
        pointerOf('c'),
      ]);
    });
  });

  it('throws at a damaged batch: a fault, never "not found"', async () => {
    await plan(batches, [[entryOf('a')]]);
    await batches.saveRun(pointerOf('a'), claimOf(1), undefined);
    await table.write([{ kind: 'update', key: runKey(pointerOf('a')), set: { state: 'odd' } }]);
    await expect(batches.loadRun(pointerOf('a'))).rejects.toThrow(z.ZodError);
    await table.write([{ kind: 'update', key: batchKey(pointerOf('a')), set: { entries: 'text' } }]);
    await expect(batches.loadEntries(pointerOf('a'))).rejects.toThrow('not stored as bytes');
  });
});

describe('the batch of a contact', () => {
  it('is the one whose first key is the last that is not greater, for every contact of an ordered shard (N-04)', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.stringMatching(/^[a-z0-9]{1,4}$/), { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 1, max: 12 }),
        async (ids, size) => {
          const table = createMemoryTable();
          const batches = createBatchStore(table);
          await givenSlice(createMessageStore(table));
          const entries = ids
            .map((id) => entryOf(id))
            .sort((left, right) => (keyOf(left) < keyOf(right) ? -1 : 1));
          const groups: Entry[][] = [];
          for (let start = 0; start < entries.length; start += size)
            groups.push(entries.slice(start, start + size));
          expect(await plan(batches, groups)).toBe(true);
          for (const entry of entries)
            expect((await batches.findBatch(series, keyOf(entry)))?.entries).toContainEqual(entry);
          expect(await batches.findBatch(series, '!')).toBeUndefined();
        },
      ),
      { numRuns: 60 },
    );
  });
});

const keyOf = ({ personId, contactId }: Entry) => `${personId}#${contactId}`;
