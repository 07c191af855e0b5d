/** The event source mappings of the template. */
import * as z from 'zod';
import type { FunctionHost } from './function-host.ts';
import { pollQueue, type QueueMapping } from './poll-queue.ts';
import { LocalProblem } from './problem.ts';
import type { LocalQueues } from './queues.ts';
import { type Resolve, readProperties } from './read-properties.ts';
import { account } from './references.ts';
import { resourcesOf, type Template } from './template.ts';

/** AWS starts with five; two are enough to keep a small machine busy. */
const defaultConcurrency = 2;
const mostConcurrency = 4;
/** A longer window saves invocations in a deployment; here it would only make the reader wait. */
const longestWindowMs = 1000;

const MappingProperties = z.object({
  EventSourceArn: z.string(),
  FunctionName: z.string(),
  BatchSize: z.coerce.number().default(10),
  MaximumBatchingWindowInSeconds: z.coerce.number().default(0),
  FunctionResponseTypes: z.array(z.literal('ReportBatchItemFailures')).default([]),
  ScalingConfig: z.object({ MaximumConcurrency: z.coerce.number().optional() }).default({}),
  Enabled: z.boolean().default(true),
  FilterCriteria: z.undefined({ error: 'filters are not supported' }).optional(),
});

function mappingOf(properties: z.infer<typeof MappingProperties>, region: string): QueueMapping {
  const name = properties.FunctionName;
  return {
    functionArn: name.startsWith('arn:') ? name : `arn:aws:lambda:${region}:${account}:function:${name}`,
    batchSize: properties.BatchSize,
    windowMs: Math.min(properties.MaximumBatchingWindowInSeconds * 1000, longestWindowMs),
    reportsFailures: properties.FunctionResponseTypes.length > 0,
    concurrency: Math.min(properties.ScalingConfig.MaximumConcurrency ?? defaultConcurrency, mostConcurrency),
  };
}

/** Polls every queue that has a mapping; a mapping on anything else is a `LocalProblem`. */
export function startEventSources(options: {
  template: Template;
  resolve: Resolve;
  region: string;
  queues: LocalQueues;
  functions: FunctionHost;
}): { stop(): Promise<void> } {
  const pollers = resourcesOf(options.template, 'AWS::Lambda::EventSourceMapping').flatMap((resource) => {
    const properties = readProperties(MappingProperties, resource, options.resolve);
    if (!properties.Enabled) return [];
    const queue = options.queues.byArn(properties.EventSourceArn);
    if (!queue) {
      throw new LocalProblem(
        `Event source mapping ${resource[0]} listens on ${properties.EventSourceArn}, which is not a queue of the template.`,
        'The local run knows mappings on queues only: teach infra/local/event-sources.ts the others.',
      );
    }
    return [pollQueue(queue, mappingOf(properties, options.region), options.functions.invoke)];
  });
  return {
    stop: async () => {
      await Promise.all(pollers.map((poller) => poller.stop()));
    },
  };
}
