/** The answer to the latest question of a page, and the last good one while another is on its way. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { createLatest } from './latest.ts';
import type { ApiProblem } from './problem.ts';
import { asProblem } from './use-load.ts';

export interface LatestReply<Reply> {
  /** The last good one. */
  readonly reply: Reply | undefined;
  /** Why the latest question has no answer. */
  readonly problem: ApiProblem | undefined;
  readonly isAsking: boolean;
}

/**
 * Asks when `question` has another content than before, after a pause.
 * @param question undefined: nothing to ask; the last answer stays
 */
export function useLatest<Question, Reply>(
  question: Question | undefined,
  ask: (question: Question, signal: AbortSignal) => Promise<Reply>,
  delayMs: number,
): LatestReply<Reply> {
  const [state, setState] = useState<LatestReply<Reply>>({
    reply: undefined,
    problem: undefined,
    isAsking: false,
  });
  const current = useRef(ask);
  current.current = ask;
  const [latest] = useState(() =>
    createLatest<Question, Reply>({
      ask: (asked, signal) => current.current(asked, signal),
      onReply: (reply) => setState({ reply, problem: undefined, isAsking: false }),
      onFailure: (error) => setState((before) => ({ ...before, problem: asProblem(error), isAsking: false })),
      delayMs,
    }),
  );
  const key = JSON.stringify(question);
  useEffect(() => {
    if (question === undefined) {
      latest.stop();
      setState((before) => ({ ...before, problem: undefined, isAsking: false }));
      return;
    }
    setState((before) => ({ ...before, isAsking: true }));
    latest.ask(question);
  }, [key, latest]);
  useEffect(() => () => latest.stop(), [latest]);
  return state;
}
