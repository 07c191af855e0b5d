/** The service as any other program sees it: over HTTP, with the tokens of the sample staff. */
import * as z from 'zod';
import { Problem } from '../../../shared/api/fields.ts';

interface Call {
  method?: 'GET' | 'POST' | 'PUT';
  path: string;
  /** Sample user to sign in as. */
  user?: string;
  /** Credential of a device, in place of a user. */
  credential?: string;
  /** Sent as JSON. */
  json?: unknown;
  /** Sent as it is, with its type. */
  text?: { type: string; body: string };
}

interface Answer {
  status: number;
  text: string;
  headers: Headers;
}

export interface Client {
  /** Any answer from 200 to 299; every other is an error in words. */
  send(call: Call): Promise<Answer>;
  /** The JSON of an answer, checked. */
  read<T extends z.ZodType>(schema: T, call: Call): Promise<z.output<T>>;
  /** All lines of an NDJSON answer, over all its pages. */
  readLines<T extends z.ZodType>(schema: T, call: Call): Promise<z.output<T>[]>;
}

const timeoutMs = 60_000;

/** What a refusal says, with each of its findings. */
function wordsOf({ text, status }: Answer): string {
  const problem = Problem.partial().safeParse(parseJson(text));
  if (!problem.success) return `${status} ${text.slice(0, 300)}`;
  const { title, detail, errors = [] } = problem.data;
  const findings = errors.map(({ field, message }) => `${field}: ${message}`);
  return [`${status} ${title ?? ''}`, detail ?? '', ...findings].filter((part) => part !== '').join('. ');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function bodyOf({ json, text }: Call): { type?: string; body?: string } {
  if (text) return text;
  return json === undefined ? {} : { type: 'application/json', body: JSON.stringify(json) };
}

/** A client of the service at `url`; `signal` ends its calls. */
export function createClient(url: string, signal: AbortSignal): Client {
  const tokens = new Map<string, Promise<string>>();

  const request = async (call: Call, bearer: string | undefined): Promise<Answer> => {
    const { method = 'GET', path } = call;
    const { type, body } = bodyOf(call);
    const headers = {
      ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
      ...(type === undefined ? {} : { 'content-type': type }),
    };
    const ends = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
    const response = await fetch(new URL(path, url), {
      method,
      headers,
      body,
      signal: ends,
      redirect: 'manual',
    });
    const answer = { status: response.status, text: await response.text(), headers: response.headers };
    if (response.ok) return answer;
    throw new Error(`${method} ${path} answered ${wordsOf(answer)}`);
  };
  const tokenOf = (user: string) => {
    const known =
      tokens.get(user) ??
      request({ path: `/local/token/${user}` }, undefined).then(({ text }) => text.trim());
    tokens.set(user, known);
    return known;
  };
  const send = async (call: Call) =>
    request(call, call.user === undefined ? call.credential : await tokenOf(call.user));

  return {
    send,
    read: async (schema, call) => schema.parse(parseJson((await send(call)).text)),
    readLines: async (schema, call) => {
      const lines: string[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const path: string = cursor === '' ? call.path : `${call.path}?cursor=${encodeURIComponent(cursor)}`;
        const { text, headers } = await send({ ...call, path });
        lines.push(...text.split('\n').filter((line) => line !== ''));
        cursor = headers.get('x-next-cursor');
      }
      return z.array(schema).parse(lines.map(parseJson));
    },
  };
}
