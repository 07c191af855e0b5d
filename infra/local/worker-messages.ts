/** What the main thread and the worker of a function say to each other. */
import * as z from 'zod';

export const WorkerStart = z.object({
  /** Absolute path of the bundle. */
  file: z.string(),
  /** Name of its exported handler. */
  handler: z.string(),
  functionName: z.string(),
  functionArn: z.string(),
  memoryMegabytes: z.number(),
  clock: z.instanceof(SharedArrayBuffer),
});
export type WorkerStart = z.infer<typeof WorkerStart>;

/** Events and results cross as JSON text, as they do in Lambda. */
export const Invocation = z.object({ requestId: z.string(), event: z.string(), timeoutMs: z.number() });
export type Invocation = z.infer<typeof Invocation>;

export const WorkerAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('ok'), requestId: z.string(), payload: z.string() }),
  z.object({ kind: z.literal('error'), requestId: z.string(), type: z.string(), message: z.string() }),
]);
export type WorkerAnswer = z.infer<typeof WorkerAnswer>;

/** How an invocation ended, for its caller. */
export type InvocationResult =
  | { kind: 'ok'; payload: string }
  | { kind: 'error'; type: string; message: string };
