/** All functions of the template: starts their environments when needed and hands out invocations, as the Lambda service does. */
import {
  type Environment,
  type EnvironmentOptions,
  startEnvironment,
  type WorkerFigures,
} from './function-environment.ts';
import type { InvocationResult } from './worker-messages.ts';

export interface FunctionHost {
  /** Invokes and waits for the result; never throws for a fault of the function. */
  invoke(functionArn: string, event: unknown): Promise<InvocationResult>;
  has(functionArn: string): boolean;
  figures(): Promise<WorkerFigures[]>;
  stop(): Promise<void>;
}

/** An invocation that waits this long gets another environment. */
const patienceMs = 50;

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
  const findFree = (): Environment | undefined => {
    for (const [environment, state] of environments) {
      if (state === 'busy') continue;
      if (environment.isAlive()) return environment;
      environments.delete(environment);
    }
    return undefined;
  };
  const dispatch = () => {
    while (waiting.length > 0) {
      const environment = findFree();
      const next = environment && waiting.shift();
      if (!next) break;
      void serve(environment, next);
    }
    if (environments.size === 0) grow();
  };
  const grow = () => {
    if (waiting.length === 0 || environments.size >= options.mostEnvironments) return;
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
  return {
    invoke,
    has: (functionArn) => pools.has(functionArn),
    figures: () => Promise.all(environments().map((environment) => environment.figures())),
    stop: async () => {
      stopped = true;
      await Promise.all(environments().map((environment) => environment.end()));
    },
  };
}
