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

const problemMediaType = 'application/problem+json';

/** One kind of problem: its `type` is `/docs#<slug>`. */
export interface ProblemKind {
  readonly status: number;
  readonly slug: string;
  readonly title: string;
  readonly meaning: string;
}

const internal: ProblemKind = {
  status: 500,
  slug: 'internal-error',
  title: 'Internal error',
  meaning: 'Something failed on our side; quote the request id',
};

const kinds = new Map<unknown, ProblemKind>([
  [
    InvalidInput,
    {
      status: 400,
      slug: 'invalid-input',
      title: 'Invalid input',
      meaning: 'The request cannot be read: one entry in `errors` per field',
    },
  ],
  [
    Unauthorized,
    { status: 401, slug: 'unauthorized', title: 'Not signed in', meaning: 'No valid token or credential' },
  ],
  [
    Forbidden,
    {
      status: 403,
      slug: 'forbidden',
      title: 'Not allowed',
      meaning: 'The role, the office or the person may not',
    },
  ],
  [NotFound, { status: 404, slug: 'not-found', title: 'Not found', meaning: 'There is no such thing' }],
  [
    Conflict,
    {
      status: 409,
      slug: 'conflict',
      title: 'Not possible in this state',
      meaning: 'Not possible in this state: `state` is the current one',
    },
  ],
  [
    PreconditionFailed,
    {
      status: 412,
      slug: 'precondition-failed',
      title: 'Changed in the meantime',
      meaning: 'Changed in the meantime: read again, and try with the new ETag',
    },
  ],
  [TooLarge, { status: 413, slug: 'too-large', title: 'Body too large', meaning: 'The body is too large' }],
  [
    UnsupportedMediaType,
    {
      status: 415,
      slug: 'unsupported-media-type',
      title: 'Unsupported media type',
      meaning: 'The body has another media type',
    },
  ],
  [
    Unprocessable,
    {
      status: 422,
      slug: 'unprocessable',
      title: 'Refused for its content',
      meaning: 'Refused for what it says: one entry in `errors` per finding',
    },
  ],
  [
    PreconditionRequired,
    {
      status: 428,
      slug: 'precondition-required',
      title: 'If-Match needed',
      meaning: 'A grant, like a change of settings, needs the ETag in `If-Match`',
    },
  ],
]);

/** Every kind of problem, by status. */
export const problemKinds: readonly ProblemKind[] = [...kinds.values(), internal];

/** The answer to an error. A schema error of stored data, like any error that is no `CallerFault`, is a 500 without detail. */
export function toProblem(error: unknown, requestId: string): Reply {
  const fault = error instanceof CallerFault ? error : undefined;
  const { status, slug, title } = kinds.get(fault?.constructor) ?? internal;
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
