/** An API Gateway event (HTTP API, payload format 2.0) to a checked request: who, then what. */
import type { APIGatewayProxyEventV2, APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import type * as z from 'zod';
import type { AnyRequest, Contract } from '../api/contract.ts';
import { headerName } from '../api/header-name.ts';
import type { Actor } from '../domain/actor.ts';
import { type FieldError, Forbidden, InvalidInput, Unauthorized } from '../domain/faults.ts';
import { toFieldErrors } from './field-errors.ts';
import { currentInstant } from './invocation.ts';
import { readActor, readBearer } from './read-actor.ts';
import { defaultMaxBodyBytes, readBody } from './read-body.ts';

/** An HTTP event, behind a JWT authorizer or not. */
export type HttpEvent = APIGatewayProxyEventV2 & {
  requestContext: Partial<Pick<APIGatewayProxyEventV2WithJWTAuthorizer['requestContext'], 'authorizer'>>;
};

/**
 * The request that a contract describes. Nothing of it is read before the caller is known to be allowed.
 * @throws Unauthorized, Forbidden, InvalidInput, TooLarge, UnsupportedMediaType
 */
export async function readRequest(
  routeKey: string,
  contract: Contract,
  event: HttpEvent,
): Promise<AnyRequest> {
  const sent = lowerCaseNames(event.headers);
  const actor = readActor(contract.auth, event.requestContext.authorizer?.jwt.claims);
  requireRole(contract, actor);
  const bearer = contract.auth === 'public' ? readBearer(sent.authorization) : undefined;
  if (contract.credential && bearer === undefined)
    throw new Unauthorized('Send the device credential as a bearer token.');
  const errors: FieldError[] = [];
  const params = readPart(contract.params, event.pathParameters ?? {}, errors);
  const query = readPart(contract.query, readQuery(event), errors);
  const headers = readPart(contract.headers, sent, errors, headerName);
  const idempotencyKey = readIdempotencyKey(sent, errors);
  if (errors.length > 0) throw new InvalidInput('The request is not valid.', { errors });
  const body = await readContractBody(contract, event, sent);
  return {
    routeKey,
    method: event.requestContext.http.method,
    requestId: event.requestContext.requestId,
    now: currentInstant(),
    actor,
    bearer,
    idempotencyKey,
    params,
    query,
    headers: { ...sent, ...headers },
    body,
  };
}

function requireRole({ roles }: Contract, actor: Actor): void {
  if (!roles || (actor.kind === 'staff' && actor.roles.some((role) => roles.includes(role)))) return;
  throw new Forbidden(`This needs one of the roles: ${roles.join(', ')}.`);
}

function lowerCaseNames(
  headers: Record<string, string | undefined> = {},
): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

/** Names that occur once are strings, others arrays, which no schema takes. */
function readQuery({ rawQueryString, queryStringParameters }: HttpEvent): Record<string, unknown> {
  const pairs = new URLSearchParams(rawQueryString ?? '');
  if (pairs.size === 0) return { ...queryStringParameters };
  return Object.fromEntries(
    [...new Set(pairs.keys())].map((name) => {
      const values = pairs.getAll(name);
      return [name, values.length === 1 ? values[0] : values];
    }),
  );
}

function readPart(
  schema: z.ZodType | undefined,
  input: Record<string, unknown>,
  errors: FieldError[],
  fieldName: (field: string) => string = (field) => field,
): object {
  if (!schema) return {};
  const parsed = schema.safeParse(input);
  if (parsed.success) return Object(parsed.data);
  const found = toFieldErrors(parsed.error.issues, input, 'query');
  errors.push(...found.map(({ field, message }) => ({ field: fieldName(field), message })));
  return {};
}

function readIdempotencyKey(
  headers: Record<string, string | undefined>,
  errors: FieldError[],
): string | undefined {
  const key = headers['idempotency-key'];
  if (key === undefined || /^[\x20-\x7e]{1,100}$/.test(key)) return key;
  errors.push({ field: 'Idempotency-Key', message: 'must be 1 to 100 printable ASCII characters' });
  return undefined;
}

async function readContractBody(
  contract: Contract,
  event: HttpEvent,
  headers: Record<string, string | undefined>,
): Promise<unknown> {
  if (!contract.body) return undefined;
  const raw = {
    body: event.body,
    isBase64Encoded: event.isBase64Encoded,
    contentType: headers['content-type'],
  };
  const input = await readBody(
    raw,
    contract.bodyType ?? 'json',
    contract.maxBodyBytes ?? defaultMaxBodyBytes,
  );
  const parsed = contract.body.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new InvalidInput('The body is not valid.', {
    errors: toFieldErrors(parsed.error.issues, input, 'body'),
  });
}
