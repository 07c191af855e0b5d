/** Asks once somebody has stopped typing, and gives only the answer to the latest question. */

export interface LatestOptions<Question, Reply> {
  ask: (question: Question, signal: AbortSignal) => Promise<Reply>;
  onReply: (reply: Reply, question: Question) => void;
  onFailure: (error: unknown) => void;
  delayMs: number;
  /** Calls something later; the answer takes it back. */
  later?: (run: () => void, delayMs: number) => () => void;
}

export interface Latest<Question> {
  /** Forgets what was asked before; its answer comes to nobody. */
  ask(question: Question): void;
  /** Nothing is asked or answered any more. */
  stop(): void;
}

function onTimer(run: () => void, delayMs: number): () => void {
  const timer = setTimeout(run, delayMs);
  return () => clearTimeout(timer);
}

/** One line of questions, such as the checks of one form. */
export function createLatest<Question, Reply>({
  ask,
  onReply,
  onFailure,
  delayMs,
  later = onTimer,
}: LatestOptions<Question, Reply>): Latest<Question> {
  let takeBack: (() => void) | undefined;
  let asked: AbortController | undefined;

  const stop = (): void => {
    takeBack?.();
    asked?.abort();
    takeBack = undefined;
    asked = undefined;
  };

  const send = (question: Question): void => {
    const controller = new AbortController();
    asked = controller;
    ask(question, controller.signal).then(
      (reply) => !controller.signal.aborted && onReply(reply, question),
      (error: unknown) => {
        if (!controller.signal.aborted) onFailure(error);
      },
    );
  };

  return {
    ask(question) {
      stop();
      takeBack = later(() => send(question), delayMs);
    },
    stop,
  };
}
