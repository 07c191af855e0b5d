/** One suite for the two tables: what DynamoDB does, the memory twin does too, so that tests over the twin prove something. */
import { beforeEach, describe, expect, it } from '@jest/globals';
import { type Item, type Query, queryAll, type Table, type Write } from '../../shared/adapters/table.ts';
import { describeOnBothTables } from '../support/both-tables.ts';

const number = (index: number) => String(index).padStart(4, '0');
const put = (item: Item): Write => ({ kind: 'put', item });
const own = 'P1';

describeOnBothTables('a table', (freshTable) => {
  let table: Table;

  beforeEach(async () => {
    table = await freshTable();
  });

  const key = (sk: string) => ({ pk: own, sk });

  async function givenItems(count: number, more: (index: number) => object = () => ({})) {
    const writes = Array.from({ length: count }, (_none, index) =>
      put({ ...key(`a${number(index)}`), ...more(index) }),
    );
    for (let start = 0; start < count; start += 100) await table.write(writes.slice(start, start + 100));
  }

  async function sortKeys(query: Omit<Query, 'partition'>) {
    return (await table.query({ partition: own, ...query })).items.map(({ sk }) => sk);
  }

  async function pagesOf(query: Query) {
    const pages: string[][] = [];
    let cursor: string | undefined;
    do {
      const page = await table.query({ ...query, cursor });
      pages.push(page.items.map(({ sk }) => sk));
      cursor = page.cursor;
    } while (cursor !== undefined);
    return pages;
  }

  describe('reading', () => {
    it('gives what was put, and nothing for a key that is not there', async () => {
      await table.write([
        put({ ...key('a'), text: 'x', number: 1.5, yes: true, list: [1, 'b'], map: { c: { d: 2 } } }),
      ]);
      expect(await table.get(key('a'))).toEqual({
        ...key('a'),
        text: 'x',
        number: 1.5,
        yes: true,
        list: [1, 'b'],
        map: { c: { d: 2 } },
      });
      expect(await table.get(key('b'))).toBeUndefined();
    });

    it('leaves out undefined attributes, inner ones too', async () => {
      await table.write([
        put({ ...key('a'), none: undefined, map: { none: undefined, kept: 1 }, list: [{ none: undefined }] }),
      ]);
      const item = await table.get(key('a'));
      expect(Object.keys(item ?? {}).sort()).toEqual(['list', 'map', 'pk', 'sk']);
      expect(Object.keys(Object(item?.['map']))).toEqual(['kept']);
      expect(item?.['list']).toStrictEqual([{}]);
    });

    it('gives bytes back as bytes', async () => {
      const bytes = new Uint8Array([0, 1, 127, 128, 255]);
      await table.write([put({ ...key('a'), bytes }), { kind: 'update', key: key('b'), set: { bytes } }]);
      for (const item of await table.getMany([key('a'), key('b')])) {
        expect(item['bytes']).toBeInstanceOf(Uint8Array);
        expect(Buffer.from(Object(item['bytes'])).equals(bytes)).toBe(true);
      }
    });

    it('is not changed by what a caller does to an item', async () => {
      const map = { kept: 1 };
      await table.write([put({ ...key('a'), map })]);
      map.kept = 2;
      Object(await table.get(key('a')))['map'].kept = 3;
      expect((await table.get(key('a')))?.['map']).toEqual({ kept: 1 });
    });

    it('reads more than 100 keys at once and leaves out the missing', async () => {
      await givenItems(230);
      const keys = Array.from({ length: 260 }, (_none, index) => key(`a${number(index)}`));
      const found = await table.getMany(keys);
      expect(found.map(({ sk }) => sk).sort()).toEqual(keys.slice(0, 230).map(({ sk }) => sk));
      expect(await table.getMany([])).toEqual([]);
    });

    it('refuses to read one key twice in a request', async () => {
      await expect(table.getMany([key('a'), key('a')])).rejects.toThrow(/duplicates/);
    });
  });

  describe('querying', () => {
    it('answers in order of the sort key, only from the partition asked for', async () => {
      await table.write([put(key('b')), put(key('a')), put(key('B')), put(key('10')), put(key('9'))]);
      await table.write([put({ pk: 'P2', sk: 'c' })]);
      expect(await sortKeys({})).toEqual(['10', '9', 'B', 'a', 'b']);
      expect(await sortKeys({ reverse: true, consistent: true })).toEqual(['b', 'a', 'B', '9', '10']);
    });

    it.each<[string, Omit<Query, 'partition'>, string[]]>([
      ['a prefix', { range: { prefix: 'b' } }, ['b', 'b1', 'b2']],
      ['from, inclusive', { range: { from: 'b1' } }, ['b1', 'b2', 'c']],
      ['to, inclusive', { range: { to: 'b1' } }, ['a', 'b', 'b1']],
      ['from and to, inclusive', { range: { from: 'b', to: 'b1' } }, ['b', 'b1']],
      ['after, exclusive', { range: { after: 'b1' } }, ['b2', 'c']],
      ['the last one that is not greater', { range: { to: 'b11' }, reverse: true, limit: 1 }, ['b1']],
      ['a range without items', { range: { prefix: 'x' } }, []],
    ])('finds %s', async (_name, query, expected) => {
      await table.write(['a', 'b', 'b1', 'b2', 'c'].map((sk) => put(key(sk))));
      expect(await sortKeys(query)).toEqual(expected);
    });

    it.each([false, true])(
      'pages to the end without a gap or a repetition (reverse: %s)',
      async (reverse) => {
        await givenItems(25);
        const pages = await pagesOf({ partition: own, limit: 10, reverse });
        expect(pages.every(({ length }) => length <= 10)).toBe(true);
        const expected = Array.from({ length: 25 }, (_none, index) => `a${number(index)}`);
        expect(pages.flat()).toEqual(reverse ? expected.reverse() : expected);
      },
    );

    it('goes on at the same place when the item of the cursor has gone', async () => {
      await givenItems(4);
      const first = await table.query({ partition: own, limit: 2 });
      await table.write([{ kind: 'delete', key: key('a0001') }]);
      const second = await table.query({ partition: own, limit: 2, cursor: first.cursor });
      expect(second.items.map(({ sk }) => sk)).toEqual(['a0002', 'a0003']);
    });

    it('reads all pages of a partition that is larger than one page', async () => {
      const filler = 'x'.repeat(9000);
      await givenItems(300, () => ({ filler }));
      const found: string[] = [];
      for await (const { sk } of queryAll(table, { partition: own })) found.push(sk);
      expect(found).toEqual(Array.from({ length: 300 }, (_none, index) => `a${number(index)}`));
    });
  });

  describe.each([
    ['audience', 'audience', 'audienceKey'],
    ['office', 'officeKey', 'officeTime'],
    ['due', 'due', 'dueAt'],
  ] as const)('the index %s', (index, partition, sort) => {
    it('holds the items that have both its keys, whole and in its order', async () => {
      await table.write([
        put({ ...key('1'), [partition]: own, [sort]: 'b', extra: 1 }),
        put({ ...key('2'), [partition]: own, [sort]: 'a' }),
        put({ ...key('3'), [partition]: own }),
        put(key('4')),
        put({ ...key('5'), [partition]: 'P2', [sort]: 'a' }),
      ]);
      const { items } = await table.query({ partition: own, index });
      expect(items.map(({ sk }) => sk)).toEqual(['2', '1']);
      expect(items[1]).toEqual({ ...key('1'), [partition]: own, [sort]: 'b', extra: 1 });
    });

    it('follows its items: in with the keys, out when they are removed, deleted or replaced', async () => {
      const keys = { [partition]: own, [sort]: 'a' };
      await table.write(['1', '2', '3', '4'].map((sk) => put({ ...key(sk), ...keys })));
      await table.write([
        { kind: 'update', key: key('1'), remove: [partition, sort] },
        { kind: 'delete', key: key('2') },
        put(key('3')),
        { kind: 'update', key: key('5'), set: keys },
      ]);
      const { items } = await table.query({ partition: own, index });
      expect(items.map(({ sk }) => sk).sort()).toEqual(['4', '5']);
    });

    it('pages to the end, also where sort keys are equal and in reverse', async () => {
      await givenItems(25, (position) => ({ [partition]: own, [sort]: number(Math.floor(position / 7)) }));
      for (const reverse of [false, true]) {
        const pages = await pagesOf({ partition: own, index, limit: 4, reverse });
        expect(pages.flat().sort()).toEqual(
          Array.from({ length: 25 }, (_none, position) => `a${number(position)}`),
        );
        expect(pages.every(({ length }) => length <= 4)).toBe(true);
      }
    });

    it('answers ranges on its own sort key', async () => {
      await givenItems(6, (position) => ({ [partition]: own, [sort]: `s${position}` }));
      const { items } = await table.query({ partition: own, index, range: { from: 's2', to: 's3' } });
      expect(items.map(({ sk }) => sk)).toEqual(['a0002', 'a0003']);
      const after = await table.query({ partition: own, index, range: { after: 's2' }, limit: 2 });
      expect(after.items.map(({ sk }) => sk)).toEqual(['a0003', 'a0004']);
    });
  });
});
