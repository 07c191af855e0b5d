/** What the stores ask of a table: five questions and one transaction. DynamoDB answers in the cloud, a map in memory in tests. */

export interface Key {
  readonly pk: string;
  readonly sk: string;
}

export type Item = Key & Readonly<Record<string, unknown>>;

/** Everything named must hold. `equals` with undefined means that the attribute is not there. */
export interface Condition {
  readonly absent?: true;
  readonly exists?: true;
  readonly equals?: Readonly<Record<string, string | number | boolean | undefined>>;
}

export type Write =
  | { readonly kind: 'put'; readonly item: Item; readonly if?: Condition }
  | { readonly kind: 'delete'; readonly key: Key; readonly if?: Condition }
  | { readonly kind: 'check'; readonly key: Key; readonly if: Condition }
  | {
      readonly kind: 'update';
      readonly key: Key;
      readonly set?: Readonly<Record<string, unknown>>;
      /** Numbers to add to; an absent attribute counts as 0. */
      readonly add?: Readonly<Record<string, number>>;
      readonly remove?: readonly string[];
      readonly if?: Condition;
    };

/** A conditional write either happens whole or not at all; `failed` holds the positions whose condition did not hold. */
export type WriteResult = { readonly ok: true } | { readonly ok: false; readonly failed: readonly number[] };

export interface Range {
  readonly prefix?: string;
  /** Inclusive. */
  readonly from?: string;
  /** Inclusive. */
  readonly to?: string;
  /** Exclusive; goes with `to` only through `from`. */
  readonly after?: string;
}

export interface Query {
  /** Partition key value of the table, or of the index when one is named. */
  readonly partition: string;
  readonly index?: 'audience' | 'office' | 'due';
  readonly range?: Range;
  readonly limit?: number;
  readonly reverse?: boolean;
  /** Position to go on from, as a former page gave it. */
  readonly cursor?: string | undefined;
  /** Not possible on an index. */
  readonly consistent?: boolean;
}

export interface Page {
  readonly items: readonly Item[];
  readonly cursor?: string | undefined;
}

export interface Table {
  /** Strongly consistent. */
  get(key: Key): Promise<Item | undefined>;
  /** Strongly consistent, any number of keys; items that do not exist are left out. */
  getMany(keys: readonly Key[]): Promise<readonly Item[]>;
  query(query: Query): Promise<Page>;
  /** One transaction of at most 100 writes. */
  write(writes: readonly Write[]): Promise<WriteResult>;
}

/** Key attributes of the table (no name) and of its indexes. */
export const indexKeys = {
  audience: { partition: 'audience', sort: 'audienceKey' },
  office: { partition: 'officeKey', sort: 'officeTime' },
  due: { partition: 'due', sort: 'dueAt' },
} as const;

/** All pages of a query, one after another. */
export async function* queryPages(
  table: Table,
  query: Omit<Query, 'cursor'>,
): AsyncGenerator<readonly Item[]> {
  let cursor: string | undefined;
  do {
    const page = await table.query({ ...query, cursor });
    yield page.items;
    cursor = page.cursor;
  } while (cursor !== undefined);
}

/** All pages of a query, one item after another. */
export async function* queryAll(table: Table, query: Omit<Query, 'cursor'>): AsyncGenerator<Item> {
  for await (const items of queryPages(table, query)) yield* items;
}
