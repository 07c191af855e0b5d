/** Reads something again and again while the page is seen. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ApiProblem } from './problem.ts';
import { asProblem } from './use-load.ts';

export interface Polled<Value> {
  readonly value: Value | undefined;
  /** Of the last attempt; the last value stays. */
  readonly problem: ApiProblem | undefined;
}

/**
 * Reads at once, then again `pauseMs` after each answer while `again` says so of it; a hidden page asks nothing, and asks at once when it is seen again.
 * A failed attempt is tried again after a longer pause.
 * @param inputs another value of these begins anew
 */
export function usePoll<Value>(
  read: (signal: AbortSignal) => Promise<Value>,
  again: (value: Value) => boolean,
  pauseMs: number,
  inputs: readonly unknown[],
): Polled<Value> {
  const [polled, setPolled] = useState<Polled<Value>>({ value: undefined, problem: undefined });
  const current = useRef({ read, again });
  current.current = { read, again };
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isReading = false;
    let isWanted = true;
    const later = (pause: number) => {
      clearTimeout(timer);
      if (isWanted && !signal.aborted && !document.hidden) timer = setTimeout(attempt, pause);
    };
    const attempt = async () => {
      if (isReading || signal.aborted) return;
      isReading = true;
      try {
        const value = await current.current.read(signal);
        if (signal.aborted) return;
        isWanted = current.current.again(value);
        setPolled({ value, problem: undefined });
        later(pauseMs);
      } catch (error) {
        if (signal.aborted) return;
        setPolled(({ value }) => ({ value, problem: asProblem(error) }));
        later(pauseMs * 4);
      } finally {
        isReading = false;
      }
    };
    const follow = () => later(0);
    document.addEventListener('visibilitychange', follow);
    void attempt();
    return () => {
      controller.abort();
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', follow);
    };
  }, [pauseMs, ...inputs]);
  return polled;
}
