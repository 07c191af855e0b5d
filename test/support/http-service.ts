/** A small service of every kind of route, wrapped as the real ones are, and a client for it. */
import { jest } from '@jest/globals';
import * as z from 'zod';
import type { Contracts, Reply } from '../../shared/api/contract.ts';
import { type HttpFunction, httpHandler } from '../../shared/middleware/http-handler.ts';
import { logger, metrics } from '../../shared/middleware/telemetry.ts';
import { type EventParts, httpEvent, lambdaContext } from './http-event.ts';

const contracts = {
  'GET /open/{id}': {
    auth: 'public',
    summary: 'open',
    params: z.object({ id: z.string().max(5) }),
    query: z.strictObject({ limit: z.coerce.number().int().max(10).default(3) }),
    responses: {},
  },
  'POST /things': {
    auth: 'staff',
    roles: ['marketer'],
    summary: 'create',
    body: z.strictObject({
      name: z.string(),
      content: z
        .strictObject({ locales: z.record(z.string(), z.strictObject({ subject: z.string() })) })
        .optional(),
      at: z.union([z.literal('now'), z.string().regex(/^\d{4}$/, 'must be a year')]).optional(),
    }),
    responses: {},
  },
  'PUT /device': { auth: 'public', credential: 'device', summary: 'device', responses: {} },
  'POST /form': {
    auth: 'public',
    summary: 'form',
    body: z.object({ 'List-Unsubscribe': z.string() }),
    bodyType: 'form',
    responses: {},
  },
  'POST /csv': {
    auth: 'public',
    summary: 'csv',
    body: z.string(),
    bodyType: 'text/csv',
    maxBodyBytes: 20,
    responses: {},
  },
  'GET /me': {
    auth: 'account',
    summary: 'me',
    headers: z.object({ 'x-purpose': z.string() }),
    responses: {},
  },
} as const satisfies Contracts;

const echo = async (request: object): Promise<Reply> => ({ status: 200, body: request });

/** The service; every route gives the same answer, by default the request as it was read. */
export function serve(answer: (request: object) => Promise<Reply> = echo): HttpFunction {
  return httpHandler(z.object({}), contracts, () => ({
    'GET /open/{id}': answer,
    'POST /things': answer,
    'PUT /device': answer,
    'POST /form': answer,
    'POST /csv': answer,
    'GET /me': answer,
  }));
}

/** One request, and its answer with JSON read. */
export async function ask(routeKey: string, parts: EventParts = {}, handler = serve()) {
  const result = await handler(httpEvent(routeKey, parts), lambdaContext);
  const isJson = /\/(problem\+)?json/.test(String(result.headers['content-type'] ?? ''));
  return {
    status: result.statusCode,
    headers: result.headers,
    text: result.body,
    body: isJson && result.body ? JSON.parse(result.body) : undefined,
  };
}

/** Claims of a German marketer. */
export const marketer = { sub: 'marketer-de', 'cognito:groups': '[marketer]', 'custom:office': 'de' };

/** Keeps logs and metrics off the terminal, and shows what was written. */
export function quietTelemetry() {
  jest.spyOn(metrics, 'captureColdStartMetric').mockImplementation(() => undefined);
  return {
    info: jest.spyOn(logger, 'info').mockImplementation(() => undefined),
    error: jest.spyOn(logger, 'error').mockImplementation(() => undefined),
    publish: jest.spyOn(metrics, 'publishStoredMetrics').mockImplementation(() => {
      metrics.clearMetrics();
      return metrics;
    }),
  };
}
