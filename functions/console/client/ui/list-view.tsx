/** The states of a paged list around its rows. */
import type { ComponentChildren } from 'preact';
import type { List } from '../api/use-list.ts';
import { useText } from './app-context.ts';
import { Button } from './button.tsx';
import { Failure, Loading } from './states.tsx';

interface ListViewProps<Item> {
  list: List<Item>;
  /** Shown when the list has come and has nothing in it. */
  empty: ComponentChildren;
  children: (items: readonly Item[]) => ComponentChildren;
}

export function ListView<Item>({ list, empty, children }: ListViewProps<Item>) {
  const { frame } = useText();
  const { items, isLoading, problem, hasMore, more, reload } = list;
  if (problem && items.length === 0) return <Failure problem={problem} onRetry={reload} />;
  if (isLoading && items.length === 0) return <Loading />;
  if (items.length === 0) return <>{empty}</>;
  return (
    <div aria-busy={isLoading}>
      {children(items)}
      {problem && <Failure problem={problem} onRetry={more} />}
      {hasMore && !problem && (
        <div class="list-foot">
          <Button busy={isLoading} onClick={more}>
            {frame.more}
          </Button>
        </div>
      )}
    </div>
  );
}
