/** The place that the address names, and going to another. */
import { useLayoutEffect, useState } from 'preact/hooks';
import { linkTo, type Place, placeOf } from './match-route.ts';

type Ask = () => Promise<boolean>;

/** The page with unsaved changes, if there is one. */
let guard: Ask | undefined;

/** Goes to a place; `replace` leaves no trace in the history (for filters of a list). */
export function goTo(
  path: string,
  {
    query,
    replace = false,
  }: { query?: Readonly<Record<string, string | undefined>>; replace?: boolean } = {},
): void {
  const link = linkTo(path, query);
  if (replace) {
    history.replaceState(null, '', link);
    dispatchEvent(new HashChangeEvent('hashchange'));
  } else {
    location.hash = link;
  }
}

/** Keeps the filters of a list in the address, unless somebody has gone on to another page. */
export function keepInAddress(path: string, query: Readonly<Record<string, string | undefined>>): void {
  if (placeOf(location.hash).path === path) goTo(path, { query, replace: true });
}

/** Whether the page may be left, by its own answer where it has unsaved changes. */
export async function mayLeave(): Promise<boolean> {
  if (guard && !(await guard())) return false;
  guard = undefined;
  return true;
}

/** What was unsaved is saved, or kept: the page may be left without a question. */
export function letLeave(): void {
  guard = undefined;
}

/** The current place. Leaving a page with unsaved changes waits for its answer. */
export function usePlace(): Place {
  const [hash, setHash] = useState(location.hash);
  useLayoutEffect(() => {
    let shown = location.hash;
    const follow = async (): Promise<void> => {
      const wanted = location.hash;
      if (wanted === shown) return;
      if (guard) {
        history.replaceState(null, '', shown || '#/');
        if (!(await mayLeave())) return;
        history.pushState(null, '', wanted);
      }
      shown = wanted;
      setHash(wanted);
    };
    const listener = () => void follow();
    addEventListener('hashchange', listener);
    return () => removeEventListener('hashchange', listener);
  }, []);
  return placeOf(hash);
}

/** While `isDirty`, leaving the page first calls `ask`, and closing the tab warns. */
export function useLeaveGuard(isDirty: boolean, ask: Ask): void {
  useLayoutEffect(() => {
    if (!isDirty) return undefined;
    const warn = (event: BeforeUnloadEvent) => {
      if (guard === ask) event.preventDefault();
    };
    guard = ask;
    addEventListener('beforeunload', warn);
    return () => {
      if (guard === ask) guard = undefined;
      removeEventListener('beforeunload', warn);
    };
  }, [isDirty, ask]);
}
