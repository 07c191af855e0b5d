/** The writing half of the suite for the two tables: conditions, transactions, and callers that race. */
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Condition, Item, Table, Write } from '../../shared/adapters/table.ts';
import { describeOnBothTables } from '../support/both-tables.ts';

const put = (item: Item, condition?: Condition): Write => ({ kind: 'put', item, if: condition });
const own = 'P1';

describeOnBothTables('writing to a table', (freshTable) => {
  let table: Table;

  beforeEach(async () => {
    table = await freshTable();
  });

  const key = (sk: string) => ({ pk: own, sk });
  const stored = async () => (await table.query({ partition: own, consistent: true })).items;

  describe('one item', () => {
    it('put replaces it whole, delete removes it, and deleting nothing is no fault', async () => {
      await table.write([put({ ...key('a'), old: 1 })]);
      await table.write([put({ ...key('a'), new: 2 })]);
      expect(await stored()).toEqual([{ ...key('a'), new: 2 }]);
      expect(await table.write([{ kind: 'delete', key: key('a') }])).toEqual({ ok: true });
      expect(await table.write([{ kind: 'delete', key: key('a') }])).toEqual({ ok: true });
      expect(await stored()).toEqual([]);
    });

    it('update sets, adds and removes, makes an item that was not there, and leaves undefined alone', async () => {
      await table.write([
        { kind: 'update', key: key('a'), set: { kept: 1, gone: 1, same: 5 }, add: { count: 2 } },
      ]);
      await table.write([
        {
          kind: 'update',
          key: key('a'),
          set: { kept: 7, same: undefined },
          add: { count: -3, 'n#email#skip#no-consent': 1 },
          remove: ['gone', 'never'],
        },
      ]);
      expect(await stored()).toEqual([
        { ...key('a'), kept: 7, same: 5, count: -1, 'n#email#skip#no-consent': 1 },
      ]);
    });

    it('writing nothing is done at once', async () => {
      expect(await table.write([])).toEqual({ ok: true });
    });
  });

  describe.each<[string, Condition, boolean, boolean]>([
    ['absent', { absent: true }, false, true],
    ['exists', { exists: true }, true, false],
    ['equals, the same', { equals: { version: 1, state: 'on', flag: true } }, true, false],
    ['equals, another number', { equals: { version: 2 } }, false, false],
    ['equals, another type', { equals: { version: '1' } }, false, false],
    ['equals, one of two', { equals: { version: 1, state: 'off' } }, false, false],
    ['equals undefined, where it is', { equals: { version: undefined } }, false, true],
    ['equals undefined, where it is not', { equals: { never: undefined } }, true, true],
    ['exists and equals undefined', { exists: true, equals: { never: undefined } }, true, false],
  ])('the condition %s', (_name, condition, onItem, onNothing) => {
    const cases: [string, (sk: string) => Write][] = [
      ['put', (sk) => put({ ...key(sk), done: true }, condition)],
      ['delete', (sk) => ({ kind: 'delete', key: key(sk), if: condition })],
      ['update', (sk) => ({ kind: 'update', key: key(sk), set: { done: true }, if: condition })],
      ['check', (sk) => ({ kind: 'check', key: key(sk), if: condition })],
    ];

    it.each(cases)('decides alone over a %s', async (_kind, write) => {
      await table.write([put({ ...key('there'), version: 1, state: 'on', flag: true })]);
      const before = await stored();
      const outcome = (ok: boolean) => (ok ? { ok } : { ok, failed: [0] });
      expect(await table.write([write('nothing')])).toEqual(outcome(onNothing));
      if (!onNothing) expect(await stored()).toEqual(before);
      expect(await table.write([write('there')])).toEqual(outcome(onItem));
    });
  });

  describe('a transaction', () => {
    it('happens whole', async () => {
      await table.write([put({ ...key('a'), version: 1 }), put(key('b'))]);
      const result = await table.write([
        put({ ...key('a'), version: 2 }, { equals: { version: 1 } }),
        { kind: 'delete', key: key('b'), if: { exists: true } },
        { kind: 'check', key: key('c'), if: { absent: true } },
        { kind: 'update', key: key('d'), add: { count: 1 } },
      ]);
      expect(result).toEqual({ ok: true });
      expect(await stored()).toEqual([
        { ...key('a'), version: 2 },
        { ...key('d'), count: 1 },
      ]);
    });

    it('or not at all, and says which conditions failed', async () => {
      await table.write([put({ ...key('a'), version: 1 })]);
      const before = await stored();
      const result = await table.write([
        put(key('new')),
        put({ ...key('a'), version: 3 }, { equals: { version: 2 } }),
        { kind: 'update', key: key('b'), set: { x: 1 } },
        { kind: 'check', key: key('c'), if: { exists: true } },
      ]);
      expect(result).toEqual({ ok: false, failed: [1, 3] });
      expect(await stored()).toEqual(before);
    });

    it('holds 100 writes; 101 are refused and nothing is written', async () => {
      const writes = Array.from({ length: 101 }, (_none, index) => put(key(String(index))));
      await expect(table.write(writes)).rejects.toThrow();
      expect(await stored()).toEqual([]);
      expect(await table.write(writes.slice(1))).toEqual({ ok: true });
      expect(await stored()).toHaveLength(100);
    });

    it('never touches one item twice', async () => {
      await expect(
        table.write([put(key('a')), { kind: 'update', key: key('a'), set: { x: 1 } }]),
      ).rejects.toThrow(/multiple operations on one item/);
      expect(await stored()).toEqual([]);
    });
  });

  describe('many callers at once', () => {
    it('lose no increment, alone or in transactions over the same item', async () => {
      const alone = Array.from({ length: 30 }, () =>
        table.write([{ kind: 'update', key: key('n'), add: { count: 1 } }]),
      );
      const together = Array.from({ length: 20 }, (_none, index) =>
        table.write([
          { kind: 'update', key: key('n'), add: { count: 1 } },
          put(key(`own${index}`), { absent: true }),
        ]),
      );
      const results = await Promise.all([...alone, ...together]);
      expect(results.every(({ ok }) => ok)).toBe(true);
      expect((await table.get(key('n')))?.['count']).toBe(50);
    });

    it('have one winner of a claim, alone and in a transaction', async () => {
      await table.write([put({ ...key('claim'), attempt: 0 })]);
      const claims = Array.from({ length: 20 }, (_none, index) => {
        const claim: Write = {
          kind: 'update',
          key: key('claim'),
          set: { attempt: 1, by: index },
          if: { equals: { attempt: 0 } },
        };
        return table.write(index % 2 === 0 ? [claim] : [claim, put({ ...key('winner'), by: index })]);
      });
      const won = (await Promise.all(claims)).flatMap(({ ok }, index) => (ok ? [index] : []));
      expect(won).toHaveLength(1);
      expect((await table.get(key('claim')))?.['by']).toBe(won[0]);
      const winner = await table.get(key('winner'));
      expect(winner?.['by']).toBe(Number(won[0]) % 2 === 0 ? undefined : won[0]);
    });

    it('have one maker of a new item', async () => {
      const made = await Promise.all(
        Array.from({ length: 20 }, (_none, by) =>
          table.write([put({ ...key('new'), by }, { absent: true })]),
        ),
      );
      expect(made.filter(({ ok }) => ok)).toHaveLength(1);
    });
  });
});
