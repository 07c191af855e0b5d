/** The message store over both tables: versions, the clock's index, slices and plans. */
import { beforeEach, describe, expect, it } from '@jest/globals';
import * as z from 'zod';
import { createBatchStore } from '../../shared/adapters/batch-store.ts';
import { metaKey, sliceKey } from '../../shared/adapters/campaign-keys.ts';
import {
  createMessageStore,
  type MessageStore,
  type SliceProgress,
} from '../../shared/adapters/message-store.ts';
import type { Table } from '../../shared/adapters/table.ts';
import { waveId } from '../../shared/domain/batch.ts';
import { type Campaign, type CampaignAction, stepCampaign } from '../../shared/domain/lifecycle.ts';
import { describeOnBothTables } from '../support/both-tables.ts';
import { createWorld } from '../support/world.ts';

const start = '2026-11-23T12:00:00.000Z';
const nextMinute = '2026-11-23T12:01:00.000Z';
const { campaign, notice } = createWorld(start);

function draftOf(id: string, office = 'de', createdAt = start): Campaign {
  return { ...campaign({ office }), id, createdAt, startedAt: undefined, state: 'draft' };
}

function stepped(message: Campaign, ...actions: CampaignAction[]): Campaign {
  return actions.reduce((before, action) => {
    const step = stepCampaign(before, action, { by: action, at: start });
    if (step.kind !== 'taken') throw new Error(`${action} was not possible`);
    return step.message;
  }, message);
}

const slice: SliceProgress = {
  office: 'de',
  firstShard: 8,
  lastShard: 8,
  attempt: 1,
  leaseUntil: nextMinute,
  position: { shard: 8, channel: 0 },
  expanded: false,
  touchedAt: start,
  planned: 0,
  done: 0,
  counters: {},
};

describeOnBothTables('messages', (freshTable) => {
  let table: Table;
  let messages: MessageStore;

  beforeEach(async () => {
    table = await freshTable();
    messages = createMessageStore(table);
  });

  describe('a record', () => {
    it('is read back as it was saved', async () => {
      for (const record of [draftOf('cmp_1'), notice()]) {
        expect(await messages.save(record, 0)).toBe(true);
        expect(await messages.load(record.id)).toEqual(JSON.parse(JSON.stringify(record)));
      }
      expect(await messages.load('cmp_2')).toBeUndefined();
    });

    it('is replaced only by whoever knows its version', async () => {
      const draft = draftOf('cmp_1');
      expect(await messages.save(draft, 0)).toBe(true);
      expect(await messages.save(draft, 0)).toBe(false);
      const submitted = stepped(draft, 'submit');
      const saved = await Promise.all(
        Array.from({ length: 5 }, () => messages.save(submitted, draft.version)),
      );
      expect(saved.filter(Boolean)).toHaveLength(1);
      expect(await messages.save({ ...draft, state: 'cancelled' }, draft.version)).toBe(false);
      expect(await messages.load('cmp_1')).toMatchObject({ state: 'submitted', version: 2 });
    });

    it('is made once per idempotency key, also by callers at once; every caller learns the one id', async () => {
      const request = { who: 'marketer-de', key: 'k', hash: 'h', ttl: 1_800_000_000 };
      const ids = await Promise.all(
        Array.from({ length: 6 }, (_none, index) => messages.create(draftOf(`cmp_${index}`), request)),
      );
      expect(new Set(ids).size).toBe(1);
      const { messages: listed } = await messages.listByOffice('de', 'campaign', { limit: 10 });
      expect(listed.map(({ id }) => id)).toEqual([ids[0]]);
      expect(await messages.create(draftOf('cmp_other'), { ...request, who: 'somebody-else' })).toBe(
        'cmp_other',
      );
      expect(await messages.create(draftOf('cmp_plain'), undefined)).toBe('cmp_plain');
    });

    it('of many languages, a megabyte of text, is one item; one that is too large for an item is refused with the field', async () => {
      const record = draftOf('cmp_1');
      const withHtml = (html: string): Campaign => {
        const tags = ['de', 'fr', 'it', 'es', 'nl'];
        const locales = Object.fromEntries(tags.map((tag) => [tag, { email: { subject: 'x', html } }]));
        return { ...record, draft: { ...record.draft, content: { defaultLocale: 'de', locales } } };
      };
      const large = withHtml(`<p>${'Ein Satz über das neue Telefon. '.repeat(6000)}</p>`);
      expect(await messages.save(large, 0)).toBe(true);
      expect(await messages.load('cmp_1')).toEqual(JSON.parse(JSON.stringify(large)));
      const noise = Array.from({ length: 150_000 }, () => String.fromCharCode(0x4e00 + Math.random() * 8000));
      await expect(messages.save(withHtml(noise.join('')), large.version)).rejects.toMatchObject({
        name: 'Unprocessable',
        errors: [{ field: 'content' }],
      });
      const { content } = withHtml(noise.join('')).draft;
      const largeNotice = { ...notice(), draft: { ...notice().draft, content } };
      await expect(messages.save(largeNotice, 0)).rejects.toMatchObject({ errors: [{ field: 'content' }] });
      await expect(messages.create({ ...withHtml(noise.join('')), id: 'cmp_2' }, undefined)).rejects.toThrow(
        'too large',
      );
    });

    it('of the largest content takes every step, however many came before', async () => {
      const step = (index: number) => ({
        action: 'edit',
        at: new Date(Date.parse(start) + index * 61_003).toISOString(),
        by: `marketer-de-${index % 7}`,
      });
      const history = Array.from({ length: 5000 }, (_none, index) => step(index));
      const noise = Array.from({ length: 90_000 }, () => String.fromCharCode(0x4e00 + Math.random() * 8000));
      const record = draftOf('cmp_1');
      const locales = { en: { email: { subject: 'x', html: noise.join('') } } };
      const draft = { ...record.draft, content: { defaultLocale: 'en', locales } };
      expect(await messages.save({ ...record, draft, history }, 0)).toBe(true);
      const item = await table.get(metaKey('cmp_1'));
      const bytes = Object.values(item ?? {}).map((value) =>
        value instanceof Uint8Array ? value.length : JSON.stringify(value).length,
      );
      expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(380_000);
      expect((await messages.load('cmp_1'))?.history).toHaveLength(5000);
    });

    it('that is damaged is a fault, never "not found"', async () => {
      await messages.save(draftOf('cmp_1'), 0);
      await table.write([{ kind: 'update', key: metaKey('cmp_1'), set: { state: 'dreaming' } }]);
      await expect(messages.load('cmp_1')).rejects.toThrow(z.ZodError);
      await expect(messages.listByOffice('de', 'campaign', { limit: 1 })).rejects.toThrow(z.ZodError);
    });
  });

  it('lists an office newest first, page by page, by type', async () => {
    for (let day = 1; day <= 7; day++)
      await messages.save(draftOf(`cmp_${day}`, 'de', `2026-01-0${day}T00:00:00.000Z`), 0);
    await messages.save(draftOf('cmp_fr', 'fr'), 0);
    await messages.save(notice(), 0);
    const found: string[][] = [];
    let cursor: string | undefined;
    do {
      const page = await messages.listByOffice('de', 'campaign', { limit: 3, cursor });
      found.push(page.messages.map(({ id }) => id));
      cursor = page.cursor;
    } while (cursor !== undefined);
    expect(found.slice(0, 3)).toEqual([['cmp_7', 'cmp_6', 'cmp_5'], ['cmp_4', 'cmp_3', 'cmp_2'], ['cmp_1']]);
    const since = await messages.listByOffice('de', 'campaign', {
      limit: 9,
      since: '2026-01-06T00:00:00.000Z',
    });
    expect(since.messages.map(({ id }) => id)).toEqual(['cmp_7', 'cmp_6']);
    const notices = await messages.listByOffice('hq', 'notice', { limit: 9 });
    expect(notices.messages.map(({ id }) => id)).toEqual(['ntc_1']);
  });

  it('lists an office from any place of the list, also from one that has gone', async () => {
    for (let day = 1; day <= 5; day++)
      await messages.save(draftOf(`cmp_${day}`, 'de', `2026-01-0${day}T00:00:00.000Z`), 0);
    await messages.save(draftOf('cmp_fr', 'fr'), 0);
    const from = async (before: string | undefined) => {
      const ids: string[] = [];
      for await (const page of messages.pagesByOffice('de', 'campaign', before))
        ids.push(...page.map(({ id }) => id));
      return ids;
    };
    expect(await from(undefined)).toEqual(['cmp_5', 'cmp_4', 'cmp_3', 'cmp_2', 'cmp_1']);
    expect(await from('2026-01-03T00:00:00.000Z#cmp_3')).toEqual(['cmp_2', 'cmp_1']);
    expect(await from('2026-01-03T12:00:00.000Z#cmp_gone')).toEqual(['cmp_3', 'cmp_2', 'cmp_1']);
    expect(await from('0')).toEqual([]);
  });

  describe('the clock', () => {
    it('finds a scheduled campaign at its time and not before, and no more once it runs (N-06)', async () => {
      const scheduled = { ...stepped(draftOf('cmp_1'), 'submit', 'approve'), startsAt: nextMinute };
      await messages.save(scheduled, 0);
      expect(await messages.listDue('2026-11-23T12:00:59.999Z')).toEqual([]);
      expect(await messages.listDue(nextMinute)).toEqual([{ kind: 'message', messageId: 'cmp_1' }]);
      expect(await messages.listRunning()).toEqual([]);
      await messages.save(stepped(scheduled, 'start'), scheduled.version);
      expect(await messages.listDue(nextMinute)).toEqual([]);
      expect(await messages.listRunning()).toEqual(['cmp_1']);
    });

    it.each<[CampaignAction[], string[]]>([
      [['submit', 'approve', 'start', 'pause'], []],
      [['submit', 'approve', 'start', 'pause', 'resume'], ['cmp_1']],
      [['submit', 'approve', 'start', 'cancel'], []],
      [['submit', 'approve', 'start', 'complete'], []],
    ])('after %s finds running: %s', async (actions, expected) => {
      await messages.save(stepped(draftOf('cmp_1'), ...actions), 0);
      expect(await messages.listRunning()).toEqual(expected);
      expect(await messages.listDue('2030-01-01T00:00:00.000Z')).toEqual([]);
    });

    it('keeps an eye on what was cancelled under way until it is settled, and not on a cancelled draft', async () => {
      const cancelled = stepped(
        { ...draftOf('cmp_1'), startedAt: start },
        'submit',
        'approve',
        'start',
        'cancel',
      );
      await messages.save(cancelled, 0);
      await messages.save(stepped(draftOf('cmp_2'), 'cancel'), 0);
      expect(await messages.listEnding()).toEqual(['cmp_1']);
      await messages.markSettled({ ...cancelled, version: cancelled.version - 1 });
      expect(await messages.listEnding()).toEqual(['cmp_1']);
      await messages.markSettled(cancelled);
      expect(await messages.listEnding()).toEqual([]);
      expect(await messages.load('cmp_1')).toMatchObject({ state: 'cancelled' });
    });

    it('finds a wave at its hour, until its batches have been woken', async () => {
      const wave = waveId(nextMinute);
      const batches = createBatchStore(table);
      await messages.claimSlice('cmp_1', slice, undefined);
      const entries = [{ personId: 'a', contactId: 'x', decision: 'send' as const }];
      const advance = { slice, attempt: 1, set: { expanded: true }, counters: {} };
      for (const due of [start, nextMinute]) {
        const pointer = {
          messageId: 'cmp_1',
          wave: waveId(due),
          channel: 'email',
          office: 'de',
          shard: 8,
          first: 'a#x',
        } as const;
        await batches.plan('cmp_1', [{ pointer, entries }], advance, start);
      }
      expect(await messages.listDue(start)).toEqual([]);
      expect(await messages.listDue(nextMinute)).toEqual([{ kind: 'wave', messageId: 'cmp_1', wave }]);
      expect(await messages.listWaves('cmp_1')).toEqual([
        { wave: waveId(start), waiting: false },
        { wave, waiting: true },
      ]);
      await messages.markWaveWoken('cmp_1', wave);
      expect(await messages.listDue(nextMinute)).toEqual([]);
      expect(await messages.listWaves('cmp_1')).toContainEqual({ wave, waiting: false });
    });

    it('finds a wave that expired no more: it expires once, only while it waits, and no expander brings it back (N-06)', async () => {
      const batches = createBatchStore(table);
      await messages.claimSlice('cmp_1', slice, undefined);
      const advance = { slice, attempt: 1, set: {}, counters: {} };
      const entries = [{ personId: 'a', contactId: 'x', decision: 'send' as const }];
      const plan = (due: string, first: string, late: string[] = []) => {
        const where = { messageId: 'cmp_1', channel: 'email', office: 'de', shard: 8 } as const;
        const batch = { pointer: { ...where, wave: waveId(due), first }, entries };
        return batches.plan('cmp_1', [batch], advance, start, late);
      };
      await plan(start, 'a#x', [waveId(start)]);
      await plan(nextMinute, 'a#x');
      const found = (await messages.listDue(nextMinute)).map((due) => due.kind === 'wave' && due.wave);
      expect(found).toEqual([waveId(start), waveId(nextMinute)]);
      const tries = [1, 2, 3].map(() => messages.expireWave('cmp_1', waveId(start), nextMinute));
      expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(1);
      await messages.markWaveWoken('cmp_1', waveId(nextMinute));
      expect(await messages.expireWave('cmp_1', waveId(nextMinute), nextMinute)).toBe(false);
      expect(await messages.listDue(nextMinute)).toEqual([]);
      await plan(start, 'b#x', [waveId(start)]);
      expect(await messages.loadWave('cmp_1', waveId(start))).toEqual({
        wave: waveId(start),
        waiting: false,
        expiredAt: nextMinute,
      });
      expect(await messages.loadWave('cmp_1', waveId('2030-01-01T00:00:00.000Z'))).toBeUndefined();
    });
  });

  describe('a slice', () => {
    it('begun by many at once has one expander', async () => {
      const claims = await Promise.all(
        Array.from({ length: 8 }, () => messages.claimSlice('cmp_1', slice, undefined)),
      );
      expect(claims.filter(Boolean)).toHaveLength(1);
      expect(await messages.loadSlice('cmp_1', slice)).toEqual(slice);
      expect(await messages.listSlices('cmp_1')).toEqual([slice]);
      expect(await messages.loadSlice('cmp_1', { ...slice, firstShard: 9 })).toBeUndefined();
    });

    it('taken over by many at once has one expander', async () => {
      await messages.claimSlice('cmp_1', slice, undefined);
      const next = { ...slice, attempt: 2, leaseUntil: '2026-11-23T12:05:00.000Z' };
      const claims = await Promise.all(
        Array.from({ length: 8 }, () => messages.claimSlice('cmp_1', next, slice)),
      );
      expect(claims.filter(Boolean)).toHaveLength(1);
    });

    it('is not taken over from an expander that moved on in between: its position would be lost (N-30)', async () => {
      await messages.claimSlice('cmp_1', slice, undefined);
      const set = { position: { shard: 8, channel: 0, after: 'm' }, leaseUntil: '2026-11-23T12:03:00.000Z' };
      const advance = { slice, attempt: 1, set, counters: {} };
      expect(await createBatchStore(table).plan('cmp_1', [], advance, start)).toBe(true);
      expect(await messages.claimSlice('cmp_1', { ...slice, attempt: 2 }, slice)).toBe(false);
      expect(await messages.loadSlice('cmp_1', slice)).toMatchObject({ attempt: 1, ...set });
    });

    it('that is damaged is a fault', async () => {
      await messages.claimSlice('cmp_1', slice, undefined);
      await table.write([{ kind: 'update', key: sliceKey('cmp_1', slice), set: { position: 'lost' } }]);
      await expect(messages.loadSlice('cmp_1', slice)).rejects.toThrow(z.ZodError);
      await expect(messages.listSlices('cmp_1')).rejects.toThrow(z.ZodError);
    });
  });

  it('keeps the parts of each plan apart, and lets one caller begin a plan', async () => {
    const mark = { planId: '1-1', version: 1, startedAt: start };
    const marks = await Promise.all(
      [1, 2, 3].map((n) => messages.savePlanMark('cmp_1', { ...mark, planId: `1-${n}` }, undefined)),
    );
    expect(marks.filter(Boolean)).toHaveLength(1);
    const known = await messages.loadPlanMark('cmp_1');
    const next = { ...mark, planId: '2-1' };
    expect(await messages.savePlanMark('cmp_1', next, { ...mark, planId: 'another' })).toBe(false);
    expect(await messages.savePlanMark('cmp_1', next, known)).toBe(true);
    const part = (firstShard: number, count: number) => ({
      office: 'de',
      firstShard,
      counters: { 'n#email#send': count },
    });
    await messages.savePlanPart('cmp_1', '2-1', part(0, 1), start);
    await messages.savePlanPart('cmp_1', '2-1', part(0, 2), start);
    await messages.savePlanPart('cmp_1', '2-1', part(8, 3), start);
    await messages.savePlanPart('cmp_1', '2-10', part(0, 4), start);
    expect(await messages.listPlanParts('cmp_1', '2-1')).toEqual(
      [part(0, 2), part(8, 3)].map((saved) => ({ ...saved, countedAt: start })),
    );
  });
});
