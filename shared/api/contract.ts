/** What one HTTP route takes and gives: read by the HTTP bundle, by the handlers' types and by the API document. */
import type * as z from 'zod';
import type { AccountActor, Actor, PublicActor, StaffActor } from '../domain/actor.ts';
import type { Instant, Role } from '../domain/vocabulary.ts';
import type { Route } from './route.ts';

export type Auth = Route['auth'];

/** `form` is `application/x-www-form-urlencoded` or `multipart/form-data` (RFC 8058 allows both). */
export type BodyType = 'json' | 'form' | 'text/csv';

export interface ResponseContract {
  readonly description: string;
  /** JSON body, or one line of it where `type` is NDJSON. */
  readonly body?: z.ZodType;
  readonly type?: 'application/x-ndjson' | 'text/html' | 'text/csv';
  /** Header name → what it says. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Contract {
  readonly auth: Auth;
  readonly summary: string;
  /** Staff need one of these; absent: any staff. */
  readonly roles?: readonly Role[];
  /** A device signs in with the credential of its registration: `Authorization: Bearer`, checked by the use case. */
  readonly credential?: 'device';
  readonly params?: z.ZodObject;
  /** Absent: query parameters are ignored. */
  readonly query?: z.ZodObject;
  /** Header names in lower case. */
  readonly headers?: z.ZodObject;
  /** Absent: a body is ignored. */
  readonly body?: z.ZodType;
  readonly bodyType?: BodyType;
  readonly maxBodyBytes?: number;
  /** A body for the document, which a test parses. */
  readonly example?: unknown;
  /** Refusals beyond those that every such route has (bad input, no token, wrong role, unknown id). */
  readonly faults?: readonly (404 | 409 | 412 | 422 | 428)[];
  readonly responses: Readonly<Record<number, ResponseContract>>;
}

/** Route key (`GET /people/{id}`) → contract. */
export type Contracts = Readonly<Record<string, Contract>>;

type Nothing = Readonly<Record<never, never>>;
type Read<C, Part extends string, Otherwise> = C extends { readonly [P in Part]: infer S extends z.ZodType }
  ? z.output<S>
  : Otherwise;

interface Actors {
  staff: StaffActor;
  account: AccountActor;
  public: PublicActor;
}

/** A request as a handler of the contract sees it: read, checked and typed. */
export interface RequestOf<C extends Contract> {
  readonly routeKey: string;
  /** Of HTTP: a route of GET answers HEAD too. */
  readonly method: string;
  readonly requestId: string;
  /** Read once per invocation. */
  readonly now: Instant;
  readonly actor: Actors[C['auth']];
  /** The device credential, on routes without a signed token. */
  readonly bearer: C extends { readonly credential: 'device' } ? string : string | undefined;
  readonly idempotencyKey: string | undefined;
  readonly params: Read<C, 'params', Nothing>;
  readonly query: Read<C, 'query', Nothing>;
  readonly headers: Readonly<Record<string, string | undefined>> & Read<C, 'headers', unknown>;
  readonly body: Read<C, 'body', undefined>;
}

/** A checked request whose contract is not known to the type system. */
export interface AnyRequest {
  readonly routeKey: string;
  readonly method: string;
  readonly requestId: string;
  readonly now: Instant;
  readonly actor: Actor;
  readonly bearer: string | undefined;
  readonly idempotencyKey: string | undefined;
  readonly params: unknown;
  readonly query: unknown;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: unknown;
}

/** At most one of `body` (JSON), `html`, `text`, `bytes` (name their type in `headers`) and `ndjson` (values, one per line, or the finished lines). */
export interface Reply {
  readonly status: number;
  readonly body?: unknown;
  readonly html?: string;
  readonly text?: string;
  readonly bytes?: Uint8Array;
  readonly ndjson?: AsyncIterable<unknown> | string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One handler for each route of the contracts, no more and no less. */
export type Handlers<C extends Contracts> = {
  readonly [Key in keyof C]: (request: RequestOf<C[Key]>) => Promise<Reply>;
};
