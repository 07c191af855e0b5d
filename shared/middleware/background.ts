/** The bundle of everything that is not HTTP: queues, storage events and schedules. */
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import { logMetrics } from '@aws-lambda-powertools/metrics/middleware';
import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import { describeError, logger, metrics } from './telemetry.ts';

export type BackgroundFunction<Event, Result> = (event: Event, context: Context) => Promise<Result>;

/** Adds logging and metrics. An error is logged once and thrown on, so that the event source tries again. */
export function backgroundFunction<Event, Result>(
  run: BackgroundFunction<Event, Result>,
): BackgroundFunction<Event, Result> {
  return middy<Event, Result, Error, Context>()
    .use(injectLambdaContext(logger))
    .use(logMetrics(metrics, { captureColdStartMetric: true }))
    .use(logFailure())
    .handler(run);
}

function logFailure(): middy.MiddlewareObj {
  return {
    onError: ({ error }) => {
      logger.error('invocation failed', { fault: describeError(error) });
    },
  };
}
