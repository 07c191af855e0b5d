/** Body bytes to a value: encoding, size, media type and syntax. What the value means is the schema's business. */

import type { BodyType } from '../api/contract.ts';
import { InvalidInput, TooLarge, UnsupportedMediaType } from '../domain/faults.ts';

export const defaultMaxBodyBytes = 256 * 1024;

export interface RawBody {
  readonly body?: string | undefined;
  readonly isBase64Encoded: boolean;
  readonly contentType: string | undefined;
}

const mediaTypes = {
  json: ['application/json'],
  form: ['application/x-www-form-urlencoded', 'multipart/form-data'],
  // Scripts send a text that they have in hand as plain text.
  'text/csv': ['text/csv', 'application/csv', 'text/plain'],
} as const satisfies Record<BodyType, readonly string[]>;

/**
 * The body as the type says: a JSON value, a form as an object of strings, or text. Undefined when there is none.
 * @throws TooLarge, UnsupportedMediaType, InvalidInput
 */
export async function readBody(raw: RawBody, type: BodyType, maxBytes: number): Promise<unknown> {
  if (!raw.body) return undefined;
  const text = readText(raw.body, raw.isBase64Encoded, maxBytes);
  requireMediaType(raw.contentType, type);
  switch (type) {
    case 'json':
      return readJson(text);
    case 'form':
      return await readForm(text, raw.contentType);
    case 'text/csv':
      return text;
  }
}

function readText(body: string, isBase64Encoded: boolean, maxBytes: number): string {
  const bytes = isBase64Encoded ? Math.floor((body.length * 3) / 4) - 2 : Buffer.byteLength(body);
  if (bytes > maxBytes) throw new TooLarge(`The body may have at most ${maxBytes} bytes.`);
  if (!isBase64Encoded) {
    if (!body.isWellFormed()) throw badBody('is not valid UTF-8');
    return body;
  }
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(body)) throw badBody('is not valid base64');
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.from(body, 'base64'));
  } catch {
    throw badBody('is not valid UTF-8');
  }
}

function badBody(message: string): InvalidInput {
  return new InvalidInput(`The body ${message}.`, { errors: [{ field: 'body', message }] });
}

/** A body without a type is taken for what the route expects (RFC 9110, 8.3). */
function requireMediaType(contentType: string | undefined, type: BodyType): void {
  if (contentType === undefined) return;
  const mediaType = contentType.split(';', 1).join('').trim().toLowerCase();
  const accepted: readonly string[] = mediaTypes[type];
  if (!accepted.includes(mediaType)) {
    throw new UnsupportedMediaType(`The body must be ${accepted.join(' or ')}.`, {
      errors: [{ field: 'Content-Type', message: `must be ${accepted.join(' or ')}` }],
    });
  }
}

function readJson(text: string): unknown {
  try {
    return /\\u[dD][89a-fA-F]/.test(text) ? JSON.parse(text, wellFormed) : JSON.parse(text);
  } catch (error) {
    if (error instanceof InvalidInput) throw error;
    const place =
      error instanceof SyntaxError
        ? /at position \d+( \(line \d+ column \d+\))?/.exec(error.message)?.[0]
        : undefined;
    throw badBody(`is not valid JSON${place ? `: look ${place}` : ''}`);
  }
}

/** Half a surrogate pair cannot be stored or sent as UTF-8. */
function wellFormed(key: string, value: unknown): unknown {
  if (key.isWellFormed() && (typeof value !== 'string' || value.isWellFormed())) return value;
  throw new InvalidInput('A text in the body is not valid Unicode.', {
    errors: [{ field: key.toWellFormed() || 'body', message: 'holds half of a surrogate pair' }],
  });
}

/** Fields that occur once are strings, others arrays of strings. Node's own parser reads both kinds of form. */
async function readForm(text: string, contentType = 'application/x-www-form-urlencoded'): Promise<unknown> {
  const form = await new Response(text, { headers: { 'content-type': contentType } }).formData().catch(() => {
    throw badBody('is not a valid form');
  });
  return Object.fromEntries(
    [...new Set(form.keys())].map((name) => {
      const values = form.getAll(name).map((value) => textValue(name, value));
      return [name, values.length === 1 ? values[0] : values];
    }),
  );
}

function textValue(name: string, value: unknown): string {
  if (typeof value === 'string') return value;
  throw new InvalidInput('The form holds a file.', { errors: [{ field: name, message: 'must be text' }] });
}
