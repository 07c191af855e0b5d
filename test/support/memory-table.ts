/** The memory twin of the DynamoDB table: same port, same suite (test/integration/table.test.ts). */
import {
  type Condition,
  type Item,
  indexKeys,
  type Key,
  type Query,
  type Range,
  type Table,
  type Write,
} from '../../shared/adapters/table.ts';

const pageLimit = 200;

/** An empty table. `latency` lets tests interleave callers: it is awaited before each operation takes effect. */
export function createMemoryTable(latency: () => Promise<void> = async () => {}): Table & { all(): Item[] } {
  const partitions = new Map<string, Map<string, Item>>();
  const all = () => [...partitions.values()].flatMap((items) => [...items.values()]);
  const find = ({ pk, sk }: Key) => partitions.get(pk)?.get(sk);
  const idOf = ({ pk, sk }: Key) => `${pk}\u0000${sk}`;
  const copy = (item: Item): Item => structuredClone(item);

  function holds(key: Key, condition: Condition | undefined): boolean {
    const current = find(key);
    if (condition?.absent && current) return false;
    if (condition?.exists && !current) return false;
    return Object.entries(condition?.equals ?? {}).every(([name, wanted]) => current?.[name] === wanted);
  }

  function apply(write: Write): void {
    if (write.kind === 'check') return;
    const key = keyOf(write);
    const items = partitions.get(key.pk) ?? new Map<string, Item>();
    partitions.set(key.pk, items);
    if (write.kind === 'delete') items.delete(key.sk);
    else if (write.kind === 'put') items.set(key.sk, copy(withoutUndefined(write.item)));
    else items.set(key.sk, copy(updated(items.get(key.sk) ?? { ...key }, write)));
  }

  return {
    all: () => all().map(copy),
    async get(key) {
      await latency();
      const item = find(key);
      return item && copy(item);
    },
    async getMany(keys) {
      await latency();
      if (new Set(keys.map(idOf)).size !== keys.length)
        throw new Error('The list of keys contains duplicates');
      return keys.flatMap((key) => {
        const item = find(key);
        return item ? [copy(item)] : [];
      });
    },
    async query(query) {
      await latency();
      const { items: found, cursor } = select(
        query.index ? all() : [...(partitions.get(query.partition)?.values() ?? [])],
        query,
      );
      return { items: found.map(copy), cursor };
    },
    async write(writes) {
      await latency();
      if (new Set(writes.map((write) => idOf(keyOf(write)))).size !== writes.length) {
        throw new Error('Transaction request cannot include multiple operations on one item');
      }
      if (writes.length > 100) throw new Error('A transaction holds at most 100 writes');
      const failed = writes.flatMap((write, index) => (holds(keyOf(write), write.if) ? [] : [index]));
      if (failed.length > 0) return { ok: false, failed };
      for (const write of writes) apply(write);
      return { ok: true };
    },
  };
}

function keyOf(write: Write): Key {
  const { pk, sk } = write.kind === 'put' ? write.item : write.key;
  return { pk, sk };
}

function withoutUndefined(item: Item): Item {
  const { pk, sk } = item;
  return { ...definedMembers(item), pk, sk };
}

function definedMembers(map: object): object {
  const members = Object.entries(map).filter(([, value]) => value !== undefined);
  return Object.fromEntries(members.map(([name, value]) => [name, definedValue(value)]));
}

function definedValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((element) => element !== undefined).map(definedValue);
  const isMap = value !== null && typeof value === 'object' && !(value instanceof Uint8Array);
  return isMap ? definedMembers(value) : value;
}

function updated(item: Item, write: Extract<Write, { kind: 'update' }>): Item {
  const next: Record<string, unknown> = { ...item };
  for (const [name, value] of Object.entries(write.set ?? {})) {
    if (value !== undefined) next[name] = definedValue(value);
  }
  for (const [name, value] of Object.entries(write.add ?? {})) next[name] = Number(next[name] ?? 0) + value;
  for (const name of write.remove ?? []) delete next[name];
  return { ...next, pk: item.pk, sk: item.sk };
}

function isInRange(value: string, { prefix, from, to, after }: Range): boolean {
  if (prefix !== undefined && !value.startsWith(prefix)) return false;
  if (from !== undefined && value < from) return false;
  if (to !== undefined && value > to) return false;
  return after === undefined || value > after;
}

function select(all: readonly Item[], query: Query) {
  const keys = query.index ? indexKeys[query.index] : { partition: 'pk', sort: 'sk' };
  const text = (item: Item, name: string) => {
    const value = item[name];
    return typeof value === 'string' ? value : undefined;
  };
  const sortOf = (item: Item) => `${text(item, keys.sort)}\u0000${item.pk}\u0000${item.sk}`;
  const rows = all
    .filter((item) => text(item, keys.partition) === query.partition)
    .filter((item) => {
      const sort = text(item, keys.sort);
      return sort !== undefined && isInRange(sort, query.range ?? {});
    })
    .sort((left, right) => (sortOf(left) < sortOf(right) ? -1 : 1));
  if (query.reverse) rows.reverse();
  const passed = query.cursor === undefined ? undefined : readCursor(query.cursor);
  const isLeft = (item: Item) =>
    passed === undefined || (query.reverse ? sortOf(item) < passed : sortOf(item) > passed);
  const left = rows.filter(isLeft);
  const items = left.slice(0, query.limit ?? pageLimit);
  const last = items.at(-1);
  return { items, cursor: last && items.length < left.length ? toCursor(sortOf(last)) : undefined };
}

/** The same outer form as that of the service: JSON in base64url. */
function toCursor(position: string): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

function readCursor(cursor: string): string {
  return String(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
}
