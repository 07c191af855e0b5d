/** The event that an HTTP API of API Gateway gives to a function: payload format 2.0 (http-api-develop-integrations-lambda). */
import { isUtf8 } from 'node:buffer';
import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

export interface ApiRequest {
  method: string;
  url: URL;
  headers: IncomingHttpHeaders;
  body: Buffer;
  sourceIp: string;
  /** Milliseconds since 1970. */
  time: number;
}

export interface MatchedRoute {
  key: string;
  pathParameters: Record<string, string>;
  /** Claims of the verified token. */
  claims?: Record<string, string> | undefined;
}

const textual = /^(text\/.*|application\/(.+\+)?(json|xml)|application\/javascript)\s*(;|$)/i;

/** Bytes that are not UTF-8 go as base64 whatever their type says, so that the function can judge what really came. */
function bodyOf({ body, headers }: ApiRequest): { body?: string; isBase64Encoded: boolean } {
  if (body.length === 0) return { isBase64Encoded: false };
  const isText = textual.test(headers['content-type'] ?? '') && isUtf8(body);
  return { body: body.toString(isText ? 'utf8' : 'base64'), isBase64Encoded: !isText };
}

function headersOf({ headers, url, sourceIp }: ApiRequest): Record<string, string> {
  const { cookie: _, connection: __, ...kept } = headers;
  const entries = Object.entries(kept).map(([name, value]) => [name, [value].flat().join(',')] as const);
  return {
    ...Object.fromEntries(entries),
    'x-forwarded-for': sourceIp,
    'x-forwarded-port': url.port || '80',
    'x-forwarded-proto': url.protocol.slice(0, -1),
  };
}

function queryOf(url: URL): { queryStringParameters?: Record<string, string> } {
  const names = [...new Set(url.searchParams.keys())];
  if (names.length === 0) return {};
  return {
    queryStringParameters: Object.fromEntries(
      names.map((name) => [name, url.searchParams.getAll(name).join(',')]),
    ),
  };
}

/** `12/Mar/2020:19:03:58 +0000`. */
function clfTime(time: number): string {
  const [, day, month, year, clock] = new Date(time).toUTCString().split(' ');
  return `${day}/${month}/${year}:${clock} +0000`;
}

/** Claims as API Gateway passes them on: everything is text, and a list looks like `[a b]`. */
export function flattenClaims(claims: Record<string, unknown>): Record<string, string> {
  const flat = (value: unknown): string => {
    if (Array.isArray(value)) return `[${value.map(flat).join(' ')}]`;
    return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
  };
  return Object.fromEntries(Object.entries(claims).map(([name, value]) => [name, flat(value)]));
}

export function apiEvent(request: ApiRequest, route: MatchedRoute) {
  const { method, url, headers, time, sourceIp } = request;
  const cookies = headers.cookie?.split(/;\s*/);
  const hasParameters = Object.keys(route.pathParameters).length > 0;
  return {
    version: '2.0',
    routeKey: route.key,
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    ...(cookies && { cookies }),
    headers: headersOf(request),
    ...queryOf(url),
    requestContext: {
      accountId: '000000000000',
      apiId: 'local',
      ...(route.claims && { authorizer: { jwt: { claims: route.claims, scopes: null } } }),
      domainName: url.hostname,
      domainPrefix: url.hostname.split('.')[0],
      http: {
        method,
        path: url.pathname,
        protocol: 'HTTP/1.1',
        sourceIp,
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey: route.key,
      stage: '$default',
      time: clfTime(time),
      timeEpoch: time,
    },
    ...(hasParameters && { pathParameters: route.pathParameters }),
    ...bodyOf(request),
  };
}
