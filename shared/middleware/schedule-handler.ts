/** The wrapper of functions that run on a schedule. */
import type * as z from 'zod';
import { type BackgroundFunction, backgroundFunction } from './background.ts';
import { loadEnv } from './env.ts';
import { beginWork, type Invocation } from './invocation.ts';

/**
 * A Lambda function for a schedule. What it returns is the result of the invocation; what it throws makes the scheduler try again.
 * @param build runs once, at cold start
 */
export function scheduleHandler<E extends z.ZodType, Result>(
  envSchema: E,
  build: (env: z.output<E>) => (invocation: Invocation) => Promise<Result>,
): BackgroundFunction<unknown, Result> {
  const run = build(loadEnv(envSchema));
  return backgroundFunction((_event, context) => run(beginWork(context)));
}
