/** API Gateway events (HTTP API, payload format 2.0) and the Lambda context, as tests need them. */
import type { Context } from 'aws-lambda';
import type { HttpEvent } from '../../shared/middleware/read-request.ts';

export interface EventParts {
  /** Headers; names as the client writes them. */
  headers?: Record<string, string | undefined>;
  params?: Record<string, string>;
  query?: string;
  /** A text goes as it is, bytes as base64, anything else as JSON with its content type. */
  body?: unknown;
  /** Claims of a verified token. */
  claims?: Record<string, string | string[]>;
  method?: string;
}

/** The event that a request to a route becomes. */
export function httpEvent(routeKey: string, parts: EventParts = {}): HttpEvent {
  const [method = 'GET', path = '/'] = routeKey.split(' ');
  const asJson =
    parts.body !== undefined && typeof parts.body !== 'string' && !(parts.body instanceof Uint8Array);
  const { claims } = parts;
  return {
    version: '2.0',
    routeKey,
    rawPath: path,
    rawQueryString: parts.query ?? '',
    headers: { ...(asJson ? { 'content-type': 'application/json' } : {}), ...parts.headers },
    pathParameters: parts.params,
    body: encodeBody(parts.body),
    isBase64Encoded: parts.body instanceof Uint8Array,
    requestContext: {
      accountId: '000000000000',
      apiId: 'api',
      domainName: 'localhost',
      domainPrefix: 'localhost',
      http: {
        method: parts.method ?? method,
        path,
        protocol: 'HTTP/1.1',
        sourceIp: '192.0.2.1',
        userAgent: 'test',
      },
      requestId: 'request-1',
      routeKey,
      stage: '$default',
      time: '23/Nov/2026:18:05:00 +0000',
      timeEpoch: 1795457100000,
      authorizer: claims && {
        principalId: '',
        integrationLatency: 0,
        jwt: { claims: claims as Record<string, string>, scopes: [] },
      },
    },
  };
}

function encodeBody(body: unknown): string | undefined {
  if (body === undefined || typeof body === 'string') return body;
  return body instanceof Uint8Array ? Buffer.from(body).toString('base64') : JSON.stringify(body);
}

/** A context with a minute left. */
export const lambdaContext: Context = {
  callbackWaitsForEmptyEventLoop: true,
  functionName: 'test',
  functionVersion: '1',
  invokedFunctionArn: 'arn:aws:lambda:eu-west-1:000000000000:function:test',
  memoryLimitInMB: '256',
  awsRequestId: 'invocation-1',
  logGroupName: '/aws/lambda/test',
  logStreamName: 'stream',
  getRemainingTimeInMillis: () => 60_000,
  done: () => undefined,
  fail: () => undefined,
  succeed: () => undefined,
};
