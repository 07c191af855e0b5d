/** What a caller can do wrong. The HTTP edge maps each class to one status (RFC 9110, RFC 6585); any other error is our fault. */

/** One thing wrong with the input: a path such as `content.locales.de.email.subject`, and what to do about it. */
export interface FieldError {
  field: string;
  message: string;
}

export interface FaultOptions {
  errors?: readonly FieldError[];
  /** More members of the answer, such as the current `state` (RFC 9457, 3.2). */
  members?: Readonly<Record<string, unknown>>;
  cause?: unknown;
}

/** An error whose text is meant for the caller: it must hold no personal data of others. */
export class CallerFault extends Error {
  readonly errors: readonly FieldError[];
  readonly members: Readonly<Record<string, unknown>>;

  constructor(detail: string, { errors = [], members = {}, cause }: FaultOptions = {}) {
    super(detail, cause === undefined ? undefined : { cause });
    this.errors = errors;
    this.members = members;
  }
}

/** 400: the request cannot be read. */
export class InvalidInput extends CallerFault {
  override name = 'InvalidInput';
}

/** 401: no credential, or not a valid one. */
export class Unauthorized extends CallerFault {
  override name = 'Unauthorized';
}

/** 403: known, but not allowed. */
export class Forbidden extends CallerFault {
  override name = 'Forbidden';
}

/** 404 */
export class NotFound extends CallerFault {
  override name = 'NotFound';
}

/** 409: not possible in the current state; give it as `members.state`. */
export class Conflict extends CallerFault {
  override name = 'Conflict';
}

/** 412: the `If-Match` version is not the current one. */
export class PreconditionFailed extends CallerFault {
  override name = 'PreconditionFailed';
}

/** 413 */
export class TooLarge extends CallerFault {
  override name = 'TooLarge';
}

/** 415 */
export class UnsupportedMediaType extends CallerFault {
  override name = 'UnsupportedMediaType';
}

/** 422: readable, and refused for what it says; one entry in `errors` per finding. */
export class Unprocessable extends CallerFault {
  override name = 'Unprocessable';
}

/** 428: the step needs an `If-Match` header. */
export class PreconditionRequired extends CallerFault {
  override name = 'PreconditionRequired';
}
