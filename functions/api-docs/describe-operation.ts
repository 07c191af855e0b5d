/** One contract as an OpenAPI operation. What follows from a contract (problems, security) is not written down a second time. */
import * as z from 'zod';
import type {
  ZodOpenApiOperationObject,
  ZodOpenApiParameters,
  ZodOpenApiRequestBodyObject,
  ZodOpenApiResponsesObject,
} from 'zod-openapi';
import type { Contract, ResponseContract } from '../../shared/api/contract.ts';
import { Problem } from '../../shared/api/fields.ts';
import { headerName } from '../../shared/api/header-name.ts';
import { problemKinds } from '../../shared/middleware/problem.ts';

const mediaTypes = {
  json: ['application/json'],
  form: ['application/x-www-form-urlencoded', 'multipart/form-data'],
  'text/csv': ['text/csv'],
} as const;

/** The operation of a route, in the area that the document lists it under. */
export function describeOperation(
  routeKey: string,
  contract: Contract,
  area: string,
): ZodOpenApiOperationObject {
  return {
    operationId: operationIdOf(routeKey),
    tags: [area],
    summary: contract.summary,
    description: `Who: ${whoMay(contract)}.`,
    security: securityOf(contract),
    requestParams: describeParameters(contract),
    requestBody: contract.body && describeBody(contract.body, contract),
    responses: { ...describeResponses(contract), ...describeProblems(contract) },
  };
}

/** `GET /campaigns/{id}/plan` → `getCampaignsIdPlan` */
function operationIdOf(routeKey: string): string {
  const [method = '', ...words] = routeKey.split(/[^A-Za-z]+/).filter((word) => word !== '');
  return (
    method.toLowerCase() + words.map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`).join('')
  );
}

function whoMay({ auth, roles, credential, params }: Contract): string {
  if (credential) return 'the device itself, with its credential';
  if (auth === 'public') return params && 'token' in params.shape ? 'anyone with the link' : 'anyone';
  if (auth === 'account') return 'the owner of the account';
  return roles ? `staff with the role ${roles.join(' or ')}` : 'all staff';
}

function securityOf({ auth, credential }: Contract): Record<string, string[]>[] {
  if (credential) return [{ [credential]: [] }];
  return auth === 'public' ? [] : [{ [auth]: [] }];
}

function describeParameters({ params, query, headers, responses }: Contract): ZodOpenApiParameters {
  const creates = responses[201] !== undefined;
  const names = {
    ...headers?.shape,
    ...(creates ? { 'idempotency-key': z.string().min(1).max(100).optional() } : {}),
  };
  const header = Object.entries(names).map(([name, schema]) => [headerName(name), schema]);
  return {
    ...(params ? { path: params } : {}),
    ...(query ? { query } : {}),
    ...(header.length > 0 ? { header: z.object(Object.fromEntries(header)) } : {}),
  };
}

function describeBody(
  body: z.ZodType,
  { bodyType = 'json', example }: Contract,
): ZodOpenApiRequestBodyObject {
  const content = Object.fromEntries(
    mediaTypes[bodyType].map((type) => [
      type,
      { schema: body, ...(example === undefined ? {} : { example }) },
    ]),
  );
  return { required: !body.safeParse(undefined).success, content };
}

function describeResponses({ responses }: Contract): ZodOpenApiResponsesObject {
  return Object.fromEntries(
    Object.entries(responses).map(([status, response]) => [status, describeResponse(response)]),
  );
}

function describeResponse({ description, body, type, headers = {} }: ResponseContract) {
  const schema = type?.startsWith('text/') ? z.string() : body;
  const named = Object.entries(headers).map(([name, text]) => [
    name,
    { description: text, schema: { type: 'string' } } as const,
  ]);
  return {
    description,
    ...(named.length > 0 ? { headers: Object.fromEntries(named) } : {}),
    ...(schema ? { content: { [type ?? 'application/json']: { schema } } } : {}),
  };
}

/** The statuses that the HTTP bundle gives for such a contract, and those that its use case adds. */
function problemStatuses(contract: Contract): number[] {
  const { auth, credential, roles, params, query, headers, body, faults = [] } = contract;
  return [
    ...(params || query || headers || body ? [400] : []),
    ...(auth !== 'public' || credential ? [401] : []),
    ...(roles ? [403] : []),
    ...(params && !credential ? [404] : []),
    ...(body ? [413, 415] : []),
    ...faults,
  ];
}

function describeProblems(contract: Contract): ZodOpenApiResponsesObject {
  const own = contract.responses;
  const statuses = problemStatuses(contract).filter((status) => own[status] === undefined);
  return Object.fromEntries(
    problemKinds
      .filter(({ status }) => statuses.includes(status))
      .map(({ status, meaning }) => [
        String(status),
        { description: meaning, content: { 'application/problem+json': { schema: Problem } } },
      ]),
  );
}
