/** One execution environment of a function: a worker that runs one invocation at a time and may die without harm to others. */
import { randomUUID } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import { wordsOf } from './problem.ts';
import { type InvocationResult, WorkerAnswer, type WorkerStart } from './worker-messages.ts';

export interface EnvironmentOptions extends WorkerStart {
  variables: Record<string, string>;
  timeoutMs: number;
  /** How many environments of this function may run side by side. */
  mostEnvironments: number;
  log(text: string): void;
}

export interface WorkerFigures {
  function: string;
  thread: number;
  usedHeapBytes: number;
  totalHeapBytes: number;
  externalBytes: number;
  cpuMicroseconds: number;
}

export interface Environment {
  /** Runs one invocation; a caller waits for its end before the next. */
  run(event: string): Promise<InvocationResult>;
  /** False once the worker has ended: it takes no more invocations. */
  isAlive(): boolean;
  figures(): Promise<WorkerFigures>;
  end(): Promise<void>;
}

/** Lambda gives a function ten seconds to load. */
const loadLimitMs = 10_000;

/** V8's young generation is three semi-spaces; a thread takes its size as a limit and not from `NODE_OPTIONS`. */
function youngGeneration({ NODE_OPTIONS = '' }: Record<string, string>): {
  maxYoungGenerationSizeMb?: number;
} {
  const semiSpace = /--max-semi-space-size=(\d+)/.exec(NODE_OPTIONS)?.[1];
  return semiSpace === undefined ? {} : { maxYoungGenerationSizeMb: 3 * Number(semiSpace) };
}

function startWorker({
  variables,
  log,
  timeoutMs: _,
  mostEnvironments: __,
  ...start
}: EnvironmentOptions): Worker {
  const worker = new Worker(new URL('./function-worker.ts', import.meta.url), {
    workerData: start,
    env: variables,
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: start.memoryMegabytes, ...youngGeneration(variables) },
  });
  worker.stdout.setEncoding('utf8').on('data', log);
  worker.stderr.setEncoding('utf8').on('data', log);
  return worker;
}

/** Starts the worker at once; a function that cannot be loaded shows as an error of its first invocation. */
export function startEnvironment(options: EnvironmentOptions): Environment {
  const worker = startWorker(options);
  let alive = true;
  let settle = (_: InvocationResult) => {};
  let failure: InvocationResult = {
    kind: 'error',
    type: 'Runtime.ExitError',
    message: 'The function ended its process',
  };

  const ready = Promise.withResolvers<void>();
  worker.on('message', (message) => {
    const answer = WorkerAnswer.parse(message);
    if (answer.kind === 'ready') ready.resolve();
    else settle(answer);
  });
  worker.on('error', (error) => {
    options.log(`${options.functionName}: ${wordsOf(error)}\n`);
    failure = { kind: 'error', type: error instanceof Error ? error.name : 'Error', message: wordsOf(error) };
  });
  worker.on('exit', () => {
    alive = false;
    ready.resolve();
    settle(failure);
  });

  const endWith = (result: InvocationResult) => {
    alive = false;
    failure = result;
    void worker.terminate();
  };
  const timedOut = (limitMs: number): InvocationResult => ({
    kind: 'error',
    type: 'Sandbox.Timedout',
    message: `Task timed out after ${(limitMs / 1000).toFixed(2)} seconds`,
  });
  const loadTimer = setTimeout(() => endWith(timedOut(loadLimitMs)), loadLimitMs);
  void ready.promise.then(() => clearTimeout(loadTimer));

  const run = async (event: string): Promise<InvocationResult> => {
    await ready.promise;
    if (!alive) return failure;
    const timer = setTimeout(() => endWith(timedOut(options.timeoutMs)), options.timeoutMs);
    const result = await new Promise<InvocationResult>((resolve) => {
      settle = resolve;
      worker.postMessage({ requestId: randomUUID(), event, timeoutMs: options.timeoutMs });
    });
    clearTimeout(timer);
    return result;
  };
  return {
    run,
    isAlive: () => alive,
    figures: async () => {
      const [heap, cpu] = await Promise.all([worker.getHeapStatistics(), worker.cpuUsage()]);
      return {
        function: options.functionName,
        thread: worker.threadId,
        usedHeapBytes: heap.used_heap_size,
        totalHeapBytes: heap.total_heap_size,
        externalBytes: heap.external_memory,
        cpuMicroseconds: cpu.user + cpu.system,
      };
    },
    end: async () => {
      clearTimeout(loadTimer);
      await worker.terminate();
    },
  };
}
