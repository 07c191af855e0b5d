/** The HTTP bundle: every HTTP function is wrapped here and nowhere else. */
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import { MetricUnit } from '@aws-lambda-powertools/metrics';
import { logMetrics } from '@aws-lambda-powertools/metrics/middleware';
import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import type * as z from 'zod';
import type { AnyRequest, Contract, Contracts, Handlers, Reply } from '../api/contract.ts';
import { NotFound } from '../domain/faults.ts';
import { loadEnv } from './env.ts';
import { toProblem } from './problem.ts';
import { type HttpEvent, readRequest } from './read-request.ts';
import { describeError, logger, metrics } from './telemetry.ts';
import { type HttpResult, writeReply } from './write-reply.ts';

export type HttpFunction = (event: HttpEvent, context: Context) => Promise<HttpResult>;

type Middleware = middy.MiddlewareObj<Exchange, HttpResult, Error, Context>;

/** An event on its way in: the reader adds the checked request. */
type Exchange = HttpEvent & { read?: { request: AnyRequest; handle: LooseHandler } };

/** A method, so that handlers of narrower requests fit: `readRequest` makes each what its contract says. */
interface LooseRoute {
  handle(request: AnyRequest): Promise<Reply>;
}
type LooseHandler = LooseRoute['handle'];

const alwaysHeaders = {
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

/** Shows a problem in another form than JSON, for readers of pages. */
export type ShowProblem = (
  problem: { status: number },
  request: { headers: Readonly<Record<string, string | undefined>>; path: string },
) => Reply;

/**
 * A Lambda function for the routes of `contracts`.
 * @param build makes one handler per route; runs once, at cold start
 * @param showProblem problems are `application/problem+json` when absent
 * @throws Error at cold start when a variable of the schema is missing
 */
export function httpHandler<E extends z.ZodType, const C extends Contracts>(
  envSchema: E,
  contracts: C,
  build: (env: z.output<E>) => Handlers<C>,
  showProblem?: ShowProblem,
): HttpFunction;
export function httpHandler(
  envSchema: z.ZodType,
  contracts: Contracts,
  build: (env: unknown) => Readonly<Record<string, LooseHandler>>,
  showProblem?: ShowProblem,
): HttpFunction {
  const handlers = build(loadEnv(envSchema));
  return middy<Exchange, HttpResult, Error, Context>()
    .use(injectLambdaContext(logger))
    .use(logMetrics(metrics, { captureColdStartMetric: true }))
    .use(logRequest())
    .use(completeResponse())
    .use(answerErrors(showProblem))
    .use(readRequests(contracts, handlers))
    .handler(runHandler);
}

async function runHandler({ read }: Exchange): Promise<HttpResult> {
  if (!read) throw new Error('A request reached the handler without having been read.');
  return writeReply(await read.handle(read.request));
}

/** One line per request: route, status, time. Neither paths nor values: they can hold tokens and addresses. */
function logRequest(): Middleware {
  const begun = new WeakMap<object, number>();
  const write = ({ event, response, error }: middy.Request<Exchange, HttpResult, Error, Context>): void => {
    const status = response?.statusCode ?? 500;
    const durationMs = Math.round(performance.now() - (begun.get(event) ?? performance.now()));
    const line = { routeKey: event.routeKey, status, durationMs, requestId: event.requestContext.requestId };
    metrics.addMetric('Requests', MetricUnit.Count, 1);
    metrics.addMetric('ServerErrors', MetricUnit.Count, status >= 500 ? 1 : 0);
    metrics.addMetric('Duration', MetricUnit.Milliseconds, durationMs);
    if (status >= 500) logger.error('request failed', { ...line, fault: describeError(error) });
    else logger.info('request', error ? { ...line, fault: error.name } : line);
  };
  return {
    before: ({ event }) => {
      begun.set(event, performance.now());
    },
    after: write,
    onError: write,
  };
}

/** Headers that every answer has, errors too; an answer to HEAD has no body (RFC 9110, 9.3.2). */
function completeResponse(): Middleware {
  const complete = (exchange: middy.Request<Exchange, HttpResult, Error, Context>): void => {
    const { event, response } = exchange;
    if (!response) return;
    const { requestId, http } = event.requestContext;
    const headers = { ...alwaysHeaders, 'x-request-id': requestId, ...response.headers };
    exchange.response = { ...response, headers, body: http.method === 'HEAD' ? '' : (response.body ?? '') };
  };
  return { after: complete, onError: complete };
}

/** Every error becomes a problem. It stands inside the headers and the log, which run after it and need its answer. */
function answerErrors(showProblem: ShowProblem | undefined): Middleware {
  return {
    onError: async (exchange) => {
      const { error, event } = exchange;
      const problem = toProblem(error, event.requestContext.requestId);
      const request = { headers: event.headers, path: event.rawPath };
      exchange.response = await writeReply(showProblem ? showProblem(problem, request) : problem);
    },
  };
}

function readRequests(contracts: Contracts, handlers: Readonly<Record<string, LooseHandler>>): Middleware {
  const routes = new Map<string, { contract: Contract; handle: LooseHandler }>();
  for (const [key, contract] of Object.entries(contracts)) {
    const handle = handlers[key];
    if (handle) routes.set(key, { contract, handle });
  }
  return {
    before: async ({ event }) => {
      const routeKey = event.routeKey.replace(/^HEAD /, 'GET ');
      const route = routes.get(routeKey);
      if (!route) throw new NotFound('There is nothing at this address.');
      event.read = { request: await readRequest(routeKey, route.contract, event), handle: route.handle };
    },
  };
}
