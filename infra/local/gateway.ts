/** The HTTP API of the template: its routes, authorizers and integrations, served by this process. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import * as z from 'zod';
import { apiEvent, type ApiRequest, flattenClaims } from './api-event.ts';
import { sendResult } from './api-response.ts';
import type { LocalClock } from './clock.ts';
import type { FunctionHost } from './function-host.ts';
import type { InvocationResult } from './worker-messages.ts';
import type { Identity } from './identity.ts';
import { LocalProblem } from './problem.ts';
import { readProperties, refOf, type Resolve } from './read-properties.ts';
import { readBody, sendJson } from './respond.ts';
import { createRouter, type Route } from './routes.ts';
import { resourcesOf, type Template } from './template.ts';

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

/** A handler for every request that the local run does not answer itself. */
export function createGateway(options: {
  routes: readonly Route<ApiTarget>[];
  functions: FunctionHost;
  identity: Identity;
  clock: LocalClock;
}): (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void> {
  const { functions, identity, clock } = options;
  const findRoute = createRouter(options.routes);

  const claimsOf = async (request: IncomingMessage, rule: JwtRule) => {
    const token = (request.headers.authorization ?? '').replace(/^Bearer /i, '');
    return token ? identity.verify(token, rule) : undefined;
  };
  return async (request, response, url) => {
    const method = request.method ?? 'GET';
    const match = findRoute(method, url.pathname);
    if (!match) return sendJson(response, 404, { message: 'Not Found' });
    const { jwt, functionArn } = match.target;
    const claims = jwt && (await claimsOf(request, jwt));
    if (jwt && !claims) {
      return sendJson(response, 401, { message: 'Unauthorized' }, { 'www-authenticate': 'Bearer' });
    }
    const body = await readBody(request, bodyLimitBytes);
    if (!body) return sendJson(response, 413, { message: 'Request Too Long' });
    const apiRequest: ApiRequest = {
      method,
      url,
      headers: request.headers,
      body,
      sourceIp: request.socket.remoteAddress ?? '127.0.0.1',
      time: clock.now(),
    };
    const event = apiEvent(apiRequest, {
      key: match.key,
      pathParameters: match.pathParameters,
      claims: claims && flattenClaims(claims),
    });
    if (Buffer.byteLength(event.body ?? '') > eventLimitBytes) {
      return sendJson(response, 413, { message: 'Request Too Long' });
    }
    const result = await withLimit(functions.invoke(functionArn, event));
    if (result === 'late') return sendJson(response, 503, { message: 'Service Unavailable' });
    sendResult(response, result, method);
  };
}
