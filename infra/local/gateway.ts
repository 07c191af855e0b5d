/** The HTTP API of the template: its routes, authorizers and integrations, served by this process. */
import type { IncomingMessage } from 'node:http';
import * as z from 'zod';
import { type ApiRequest, apiEvent, flattenClaims } from './api-event.ts';
import { sendResult } from './api-response.ts';
import type { LocalClock } from './clock.ts';
import type { FunctionHost } from './function-host.ts';
import type { Identity } from './identity.ts';
import { LocalProblem } from './problem.ts';
import type { PublicHandler } from './public-server.ts';
import { type Resolve, readProperties, refOf } from './read-properties.ts';
import { readBody, sendJson } from './respond.ts';
import { createRouter, type Route } from './routes.ts';
import { resourcesOf, type Template } from './template.ts';
import type { InvocationResult } from './worker-messages.ts';

interface JwtRule {
  issuer: string;
  audience: readonly string[];
}

interface ApiTarget {
  functionArn: string;
  jwt?: JwtRule | undefined;
}

/** Limits of API Gateway and of a synchronous Lambda invocation. */
const bodyLimitBytes = 10_485_760;
const eventLimitBytes = 6_291_556;
const integrationLimitMs = 30_000;

const RouteProperties = z.object({
  RouteKey: z.string(),
  Target: z.string(),
  AuthorizationType: z.enum(['NONE', 'JWT']).default('NONE'),
  AuthorizerId: z.string().optional(),
});
const IntegrationProperties = z.object({
  IntegrationType: z.literal('AWS_PROXY'),
  IntegrationUri: z.string(),
  PayloadFormatVersion: z.literal('2.0'),
});
const AuthorizerProperties = z.object({
  AuthorizerType: z.literal('JWT'),
  IdentitySource: z.tuple([z.literal('$request.header.Authorization')]),
  JwtConfiguration: z.object({ Audience: z.array(z.string()), Issuer: z.string() }),
});

/** The routes of the template with the function and the token that each needs. */
export function readRoutes(template: Template, resolve: Resolve): Route<ApiTarget>[] {
  const functionArns = new Map(
    resourcesOf(template, 'AWS::ApiGatewayV2::Integration').map((resource) => {
      const uri = readProperties(IntegrationProperties, resource, resolve).IntegrationUri;
      // Either the ARN itself, or the path of API Gateway's invocation action around it.
      return [refOf(resource[0], resolve), /arn:aws:lambda:[\w-]+:\d+:function:[\w-]+/.exec(uri)?.[0] ?? uri];
    }),
  );
  const rules = new Map(
    resourcesOf(template, 'AWS::ApiGatewayV2::Authorizer').map((resource): [string, JwtRule] => {
      const { Issuer, Audience } = readProperties(AuthorizerProperties, resource, resolve).JwtConfiguration;
      return [refOf(resource[0], resolve), { issuer: Issuer, audience: Audience }];
    }),
  );
  return resourcesOf(template, 'AWS::ApiGatewayV2::Route').map((resource) => {
    const route = readProperties(RouteProperties, resource, resolve);
    const functionArn = functionArns.get(route.Target.replace('integrations/', ''));
    const jwt = rules.get(route.AuthorizerId ?? '');
    if (!functionArn || (route.AuthorizationType === 'JWT' && !jwt)) {
      throw new LocalProblem(
        `Route ${route.RouteKey} of the template has no integration, or no authorizer for its tokens.`,
        'Change the CDK app: every route needs a function, and a JWT route an authorizer.',
      );
    }
    return { key: route.RouteKey, target: { functionArn, jwt } };
  });
}

async function withLimit(invocation: Promise<InvocationResult>): Promise<InvocationResult | 'late'> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), integrationLimitMs);
  });
  const result = await Promise.race([invocation, limit]);
  clearTimeout(timer);
  return result;
}

interface GatewayOptions {
  routes: readonly Route<ApiTarget>[];
  functions: FunctionHost;
  identity: Identity;
  clock: LocalClock;
}

/** The claims of the request's token, none for an open route; undefined: not authorized. */
async function authorize(
  request: IncomingMessage,
  rule: JwtRule | undefined,
  identity: Identity,
): Promise<{ claims?: Record<string, string> } | undefined> {
  if (!rule) return {};
  const token = (request.headers.authorization ?? '').replace(/^Bearer /i, '');
  const claims = await identity.verify(token, rule);
  return claims && { claims: flattenClaims(claims) };
}

/** The request with its whole body; undefined where it is longer than API Gateway takes. */
async function readRequest(
  request: IncomingMessage,
  url: URL,
  time: number,
): Promise<ApiRequest | undefined> {
  const body = await readBody(request, bodyLimitBytes);
  const sourceIp = request.socket.remoteAddress ?? '127.0.0.1';
  return body && { method: request.method ?? 'GET', url, headers: request.headers, body, sourceIp, time };
}

/** A handler for every request that the local run does not answer itself. */
export function createGateway({ routes, functions, identity, clock }: GatewayOptions): PublicHandler {
  const findRoute = createRouter(routes);
  return async (request, response, url) => {
    const match = findRoute(request.method ?? 'GET', url.pathname);
    if (!match) return sendJson(response, 404, { message: 'Not Found' });
    const authorized = await authorize(request, match.target.jwt, identity);
    if (!authorized) {
      return sendJson(response, 401, { message: 'Unauthorized' }, { 'www-authenticate': 'Bearer' });
    }
    const apiRequest = await readRequest(request, url, clock.now());
    const event = apiRequest && apiEvent(apiRequest, { ...match, ...authorized });
    if (!event || Buffer.byteLength(event.body ?? '') > eventLimitBytes) {
      return sendJson(response, 413, { message: 'Request Too Long' });
    }
    const result = await withLimit(functions.invoke(match.target.functionArn, event));
    if (result === 'late') return sendJson(response, 503, { message: 'Service Unavailable' });
    sendResult(response, result, apiRequest.method);
  };
}
