/** Loads something for a page, and loads it again when asked to. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import { ApiProblem } from './problem.ts';

export type Loaded<Value> =
  | { readonly state: 'loading'; readonly value?: Value }
  | { readonly state: 'failed'; readonly problem: ApiProblem; readonly value?: Value }
  | { readonly state: 'ready'; readonly value: Value };

/** Any error as a problem that can be shown. */
export function asProblem(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error;
  const detail = error instanceof Error ? error.message : String(error);
  return new ApiProblem({ status: 0, title: 'Error', detail });
}

/**
 * Calls `load` at first and whenever one of `inputs` changes; an answer that comes too late is dropped. While it loads again, the last value stays.
 * @returns what there is, a function that loads again, and one that replaces the value after a change
 */
export function useLoad<Value>(
  load: (signal: AbortSignal) => Promise<Value>,
  inputs: readonly unknown[],
): readonly [loaded: Loaded<Value>, reload: () => void, replace: (value: Value) => void] {
  const [loaded, setLoaded] = useState<Loaded<Value>>({ state: 'loading' });
  const [round, setRound] = useState(0);
  useEffect(() => {
    const controller = new AbortController();
    setLoaded((before) => ({ state: 'loading', ...('value' in before ? { value: before.value } : {}) }));
    load(controller.signal).then(
      (value) => !controller.signal.aborted && setLoaded({ state: 'ready', value }),
      (error: unknown) => {
        if (controller.signal.aborted) return;
        setLoaded((before) => ({ ...before, state: 'failed', problem: asProblem(error) }));
      },
    );
    return () => controller.abort();
  }, [...inputs, round]);
  const reload = useCallback(() => setRound((before) => before + 1), []);
  const replace = useCallback((value: Value) => setLoaded({ state: 'ready', value }), []);
  return [loaded, reload, replace];
}
