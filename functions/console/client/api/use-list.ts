/** A list that comes in pages: the first at once, the next on demand. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { ApiProblem } from './problem.ts';
import { asProblem } from './use-load.ts';
import type { Page } from './views.ts';

export interface List<Item> {
  readonly items: readonly Item[];
  readonly isLoading: boolean;
  readonly problem: ApiProblem | undefined;
  /** There is a next page. */
  readonly hasMore: boolean;
  more(): void;
  reload(): void;
  /** Changes what is shown after a step that the API has taken. */
  change(change: (items: readonly Item[]) => readonly Item[]): void;
}

export type LoadPage<Item> = (cursor: string | undefined, signal: AbortSignal) => Promise<Page<Item>>;

/** A filter can leave pages empty: so many are read for one that is not. */
const mostEmptyPages = 20;

/** One page with something in it, or the end of the list. */
async function readPage<Item>(
  load: LoadPage<Item>,
  from: string | undefined,
  signal: AbortSignal,
): Promise<Page<Item>> {
  let page = await load(from, signal);
  for (let round = 1; page.items.length === 0 && page.cursor && round < mostEmptyPages; round += 1) {
    page = await load(page.cursor, signal);
  }
  return page;
}

/** Starts again whenever one of `inputs` changes. */
export function useList<Item>(load: LoadPage<Item>, inputs: readonly unknown[]): List<Item> {
  const [items, setItems] = useState<readonly Item[]>([]);
  const [cursor, setCursor] = useState<string>();
  const [isLoading, setLoading] = useState(true);
  const [problem, setProblem] = useState<ApiProblem>();
  const [round, setRound] = useState(0);
  const running = useRef<AbortController>(undefined);

  const run = (from: string | undefined, before: readonly Item[]) => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    setLoading(true);
    setProblem(undefined);
    readPage(load, from, controller.signal)
      .then(
        (page) => {
          if (controller.signal.aborted) return;
          setItems([...before, ...page.items]);
          setCursor(page.cursor);
        },
        (error: unknown) => {
          if (controller.signal.aborted) return;
          // What another filter has shown is not what the next try goes on from.
          setItems(before);
          setCursor(from);
          setProblem(asProblem(error));
        },
      )
      .finally(() => {
        if (!controller.signal.aborted) setLoading(false);
      });
  };
  useEffect(() => {
    run(undefined, []);
    return () => running.current?.abort();
  }, [...inputs, round]);
  return {
    items,
    isLoading,
    problem,
    hasMore: cursor !== undefined,
    more: () => run(cursor, items),
    reload: useCallback(() => setRound((before) => before + 1), []),
    change: setItems,
  };
}
