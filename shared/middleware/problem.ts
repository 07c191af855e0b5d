/** Errors to `application/problem+json` (RFC 9457). One table says which class is which status. */
import type { Reply } from '../api/contract.ts';
import {
  CallerFault,
  Conflict,
  Forbidden,
  InvalidInput,
  NotFound,
  PreconditionFailed,
  PreconditionRequired,
  TooLarge,
  Unauthorized,
  Unprocessable,
  UnsupportedMediaType,
} from '../domain/faults.ts';

export const problemMediaType = 'application/problem+json';

const internal = { status: 500, slug: 'internal-error', title: 'Internal error' };

const problems = new Map<unknown, typeof internal>([
  [InvalidInput, { status: 400, slug: 'invalid-input', title: 'Invalid input' }],
  [Unauthorized, { status: 401, slug: 'unauthorized', title: 'Not signed in' }],
  [Forbidden, { status: 403, slug: 'forbidden', title: 'Not allowed' }],
  [NotFound, { status: 404, slug: 'not-found', title: 'Not found' }],
  [Conflict, { status: 409, slug: 'conflict', title: 'Not possible in this state' }],
  [PreconditionFailed, { status: 412, slug: 'precondition-failed', title: 'Changed in the meantime' }],
  [TooLarge, { status: 413, slug: 'too-large', title: 'Body too large' }],
  [UnsupportedMediaType, { status: 415, slug: 'unsupported-media-type', title: 'Unsupported media type' }],
  [Unprocessable, { status: 422, slug: 'unprocessable', title: 'Refused for its content' }],
  [PreconditionRequired, { status: 428, slug: 'precondition-required', title: 'If-Match needed' }],
]);

/** The answer to an error. A schema error of stored data, like any error that is no `CallerFault`, is a 500 without detail. */
export function toProblem(error: unknown, requestId: string): Reply {
  const fault = error instanceof CallerFault ? error : undefined;
  const { status, slug, title } = problems.get(fault?.constructor) ?? internal;
  const known = status === internal.status ? undefined : fault;
  return {
    status,
    headers: {
      'content-type': problemMediaType,
      ...(status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
    },
    body: {
      ...known?.members,
      type: `/docs#${slug}`,
      title,
      status,
      detail: known?.message ?? `Something failed on our side. Quote the request id ${requestId}.`,
      errors: known?.errors ?? [],
      requestId,
    },
  };
}
