/** Runs inside the worker of one function, in place of Lambda's runtime: loads the bundle and answers invocations one by one. */
import { enableCompileCache } from 'node:module';
import { constants, setPriority } from 'node:os';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { Invocation, WorkerStart } from './worker-messages.ts';

/** Lets `Date` follow the service's clock, so that application code needs no branch for the local run. */
function shiftDate(clock: SharedArrayBuffer): void {
  const offset = new Float64Array(clock);
  const machineNow = Date.now.bind(Date);
  const now = () => machineNow() + (offset[0] ?? 0);
  Date.now = now;
  globalThis.Date = new Proxy(Date, {
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
    apply: () => new Date(now()).toString(),
  });
}

/**
 * In the cloud each lane has machines of its own. Here all share one, so the threads of marketing step back for whatever else runs (promise 6).
 * On Linux the priority is that of the calling thread (setpriority(2), "C library/kernel differences"); elsewhere it would be that of the whole process.
 */
function stepBack({ functionName }: WorkerStart): void {
  if (process.platform === 'linux' && functionName.endsWith('-marketing'))
    setPriority(constants.priority.PRIORITY_LOW);
}

/** The parts of Lambda's context object that a handler may use. */
function contextOf(start: WorkerStart, { requestId, timeoutMs }: Invocation) {
  const deadline = performance.now() + timeoutMs;
  return {
    awsRequestId: requestId,
    functionName: start.functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: start.functionArn,
    memoryLimitInMB: String(start.memoryMegabytes),
    logGroupName: `/aws/lambda/${start.functionName}`,
    logStreamName: 'local',
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(0, Math.floor(deadline - performance.now())),
  };
}

async function loadHandler(start: WorkerStart): Promise<(event: unknown, context: unknown) => unknown> {
  const bundle: Record<string, unknown> = await import(pathToFileURL(start.file).href);
  const handler = bundle[start.handler];
  if (typeof handler !== 'function') throw new Error(`${start.file} exports no function "${start.handler}"`);
  return (event, context) => handler(event, context);
}

async function main(): Promise<void> {
  const port = parentPort;
  if (!port) throw new Error('function-worker.ts runs in a worker only');
  const start = WorkerStart.parse(workerData);
  stepBack(start);
  shiftDate(start.clock);
  enableCompileCache();
  const handler = await loadHandler(start);

  const answer = async (message: unknown) => {
    const invocation = Invocation.parse(message);
    const { requestId } = invocation;
    try {
      const result = await handler(JSON.parse(invocation.event), contextOf(start, invocation));
      port.postMessage({ kind: 'ok', requestId, payload: JSON.stringify(result ?? null) });
    } catch (error) {
      const { name, message: words, stack } = error instanceof Error ? error : new Error(String(error));
      process.stderr.write(`${stack ?? words}\n`);
      port.postMessage({ kind: 'error', requestId, type: name, message: words });
    }
  };
  port.on('message', (message) => void answer(message));
  port.postMessage({ kind: 'ready' });
}

await main();
