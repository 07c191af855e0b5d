/** One page of a list whose filter may drop most rows: filled to its limit, with bounded work, and small enough to be answered. */

/** Pages of the table that one request looks through; then it answers with what it has, and where to go on. */
const mostPages = 10;

/** Below what a function may answer (6 MB), with room for the envelope. */
const mostBytes = 4_500_000;

export interface Filled<Item> {
  items: Item[];
  /** The place of the last row that was looked at; absent at the end of the list. */
  last?: string | undefined;
}

/**
 * Takes rows until the page is full.
 * @param show what the list shows of a row; undefined drops it
 */
export async function fillPage<Row, Item>(
  pages: AsyncIterable<readonly Row[]>,
  {
    limit,
    show,
    placeOf,
  }: { limit: number; show: (row: Row) => Item | undefined; placeOf: (row: Row) => string },
): Promise<Filled<Item>> {
  const page = emptyPage<Item>(limit);
  let last: string | undefined;
  let seen = 0;
  for await (const rows of pages) {
    for (const row of rows) {
      if (!page.take(show(row))) return { items: page.items, last };
      last = placeOf(row);
    }
    seen += 1;
    if (seen === mostPages) return { items: page.items, last };
  }
  return { items: page.items };
}

function emptyPage<Item>(limit: number) {
  const items: Item[] = [];
  let bytes = 0;
  return {
    items,
    /** False: there is no room. The first item always has some. */
    take(item: Item | undefined): boolean {
      if (item === undefined) return true;
      const size = Buffer.byteLength(JSON.stringify(item));
      if (items.length === limit || (items.length > 0 && bytes + size > mostBytes)) return false;
      items.push(item);
      bytes += size;
      return true;
    },
  };
}
