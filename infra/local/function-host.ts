/** All functions of the template: starts their environments when needed and hands out invocations, as the Lambda service does. */
import {
  type Environment,
  type EnvironmentOptions,
  startEnvironment,
  type WorkerFigures,
} from './function-environment.ts';

export type InvocationResult =
  | { kind: 'ok'; payload: string }
  | { kind: 'error'; type: string; message: string };

export interface FunctionHost {
  /** Invokes and waits for the result; never throws for a fault of the function. */
  invoke(functionArn: string, event: unknown): Promise<InvocationResult>;
  /** Invokes without a caller that waits: an error is tried again twice, as Lambda does. */
  invokeLater(functionArn: string, event: unknown): void;
  has(functionArn: string): boolean;
  figures(): Promise<WorkerFigures[]>;
  stop(): Promise<void>;
}

/** Enough for a machine with few cores; an invocation that waits this long gets a second environment. */
const mostEnvironments = 2;
const patienceMs = 50;
/** AWS waits one and two minutes. */
const retryDelaysMs = [1000, 2000];

interface Waiting {
  event: string;
  resolve(result: InvocationResult): void;
}

/** The environments of one function and the invocations that wait for them. */
function createPool(options: EnvironmentOptions) {
  const environments = new Map<Environment, 'busy' | 'free'>();
  const waiting: Waiting[] = [];

  const serve = async (environment: Environment, { event, resolve }: Waiting) => {
    environments.set(environment, 'busy');
    const result = await environment.run(event);
    if (environment.isAlive()) environments.set(environment, 'free');
    else environments.delete(environment);
    resolve(result);
    dispatch();
  };
  const dispatch = () => {
    for (const [environment, state] of environments) {
      const isUsable = environment.isAlive();
      if (!isUsable && state === 'free') environments.delete(environment);
      if (!isUsable || state === 'busy') continue;
      const next = waiting.shift();
      if (next) void serve(environment, next);
    }
    if (waiting.length > 0 && environments.size === 0) grow();
  };
  const grow = () => {
    if (waiting.length === 0 || environments.size >= mostEnvironments) return;
    environments.set(startEnvironment(options), 'free');
    dispatch();
  };
  return {
    invoke: (event: string) =>
      new Promise<InvocationResult>((resolve) => {
        waiting.push({ event, resolve });
        dispatch();
        if (waiting.length > 0) setTimeout(grow, patienceMs);
      }),
    environments: () => [...environments.keys()],
  };
}

/** Functions by ARN; none is started before its first invocation. */
export function createFunctionHost(functions: readonly EnvironmentOptions[]): FunctionHost {
  const pools = new Map(functions.map((options) => [options.functionArn, createPool(options)]));
  const environments = () => [...pools.values()].flatMap((pool) => pool.environments());
  let stopped = false;

  const invoke = async (functionArn: string, event: unknown): Promise<InvocationResult> => {
    const pool = pools.get(functionArn);
    if (!pool || stopped)
      return { kind: 'error', type: 'ResourceNotFoundException', message: `${functionArn} does not run` };
    return pool.invoke(JSON.stringify(event));
  };
  const attempt = async (functionArn: string, event: unknown, delays: number[]) => {
    const result = await invoke(functionArn, event);
    const [delay, ...later] = delays;
    if (result.kind === 'ok' || delay === undefined || stopped) return;
    setTimeout(() => void attempt(functionArn, event, later), delay).unref();
  };
  return {
    invoke,
    invokeLater: (functionArn, event) => void attempt(functionArn, event, retryDelaysMs),
    has: (functionArn) => pools.has(functionArn),
    figures: () => Promise.all(environments().map((environment) => environment.figures())),
    stop: async () => {
      stopped = true;
      await Promise.all(environments().map((environment) => environment.end()));
    },
  };
}
