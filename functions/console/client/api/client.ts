/** The client of the API: the token, JSON both ways, versions, and a second try where that is safe. */
import { ApiProblem, problemOf } from './problem.ts';

/** What an answer brings. `etag` is for `ifMatch` of the next change. */
interface Answer<Body> {
  readonly status: number;
  readonly body: Body;
  readonly etag: string | undefined;
  readonly headers: Headers;
}

export type Query = Readonly<Record<string, string | number | boolean | undefined>>;

interface CallOptions {
  /** Left out where undefined or empty. */
  query?: Query;
  headers?: Readonly<Record<string, string>>;
  /** The ETag that a change starts from. */
  ifMatch?: string | undefined;
  /** The same for every try to create one thing; `newKey()` makes one. */
  idempotencyKey?: string;
  signal?: AbortSignal;
}

/** `Body` is what the contract of the route says; the API checks it, and the client believes it. */
export interface Api {
  get<Body>(path: string, options?: CallOptions): Promise<Answer<Body>>;
  post<Body>(path: string, body?: unknown, options?: CallOptions): Promise<Answer<Body>>;
  put<Body>(path: string, body: unknown, options?: CallOptions): Promise<Answer<Body>>;
  remove(path: string, options?: CallOptions): Promise<Answer<undefined>>;
  /** A file, such as a CSV. */
  getText(path: string, options?: CallOptions): Promise<Answer<string>>;
}

export interface ApiOptions {
  token(): string;
  /** Gets a new token where the old one has ended; false where there is none to be had. */
  renew(): Promise<boolean>;
  /** Hears of a token that is no longer taken and could not be renewed. */
  onUnauthorized(): void;
  fetch?: typeof globalThis.fetch;
  wait?: (milliseconds: number) => Promise<void>;
}

const retryable = new Set([502, 503, 504]);
/** Pauses before the second and the third try of a GET. */
const pausesMs = [300, 1200];

/** A key for one attempt to create something: a repetition with the same key makes no second thing. */
export function newKey(): string {
  return crypto.randomUUID();
}

/** `/campaigns` and `{ q: 'a b' }` → `/campaigns?q=a+b` */
export function withQuery(path: string, query: Query = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return text ? `${path}?${text}` : path;
}

function headersOf(token: string, method: string, body: unknown, options: CallOptions): Headers {
  const headers = new Headers(options.headers);
  headers.set('authorization', `Bearer ${token}`);
  headers.set('accept', 'application/json, application/problem+json');
  if (body !== undefined) headers.set('content-type', 'application/json');
  if (options.ifMatch !== undefined) headers.set('if-match', options.ifMatch);
  if (method === 'POST' && options.idempotencyKey) headers.set('idempotency-key', options.idempotencyKey);
  return headers;
}

/** @throws ApiProblem from every call that the API refuses or does not answer; an abort stays an `AbortError` */
export function createApi({ token, renew, onUnauthorized, ...means }: ApiOptions): Api {
  const request = means.fetch ?? globalThis.fetch.bind(globalThis);
  const wait = means.wait ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms)));

  const once = async (url: string, init: RequestInit): Promise<Response> => {
    try {
      return await request(url, init);
    } catch (error) {
      if (init.signal?.aborted) throw error;
      throw new ApiProblem({ status: 0, title: 'No answer', detail: 'The service did not answer.' });
    }
  };

  const send = async (method: string, path: string, body: unknown, options: CallOptions = {}) => {
    const url = withQuery(path, options.query);
    const attempt = (): Promise<Response> =>
      once(url, {
        method,
        headers: headersOf(token(), method, body, options),
        body: body === undefined ? null : JSON.stringify(body),
        signal: options.signal ?? null,
        cache: 'no-store',
        credentials: 'omit',
      });
    // A repeated read changes nothing; anything else is repeated by the person, who sees what happened.
    for (const pause of method === 'GET' ? pausesMs : []) {
      const answer = await attempt().catch((error: unknown) => {
        if (error instanceof ApiProblem) return undefined;
        throw error;
      });
      if (answer && !retryable.has(answer.status)) return { answer, attempt };
      await wait(pause);
    }
    return { answer: await attempt(), attempt };
  };

  // What was refused for its token has not been done, so any method may be tried with a new one.
  const authorized = async (...call: Parameters<typeof send>): Promise<Response> => {
    const { answer, attempt } = await send(...call);
    return answer.status === 401 && (await renew()) ? attempt() : answer;
  };

  const checked = async (...call: Parameters<typeof send>): Promise<Response> => {
    const answer = await authorized(...call);
    if (answer.ok) return answer;
    if (answer.status === 401) onUnauthorized();
    throw await problemOf(answer);
  };

  const answerOf = <Body>({ status, headers }: Response, body: Body): Answer<Body> => ({
    status,
    body,
    etag: headers.get('etag') ?? undefined,
    headers,
  });

  const read = async <Body>(...call: Parameters<typeof send>): Promise<Answer<Body>> => {
    const answer = await checked(...call);
    const text = await answer.text();
    return answerOf(answer, text === '' ? undefined : JSON.parse(text));
  };

  return {
    get: (path, options) => read('GET', path, undefined, options),
    post: (path, body, options) => read('POST', path, body, options),
    put: (path, body, options) => read('PUT', path, body, options),
    remove: (path, options) => read('DELETE', path, undefined, options),
    getText: async (path, options) => {
      const answer = await checked('GET', path, undefined, options);
      return answerOf(answer, await answer.text());
    },
  };
}
