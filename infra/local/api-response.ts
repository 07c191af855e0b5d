/** Turns what a function returned into an HTTP response, as an HTTP API of API Gateway does with payload format 2.0. */
import type { ServerResponse } from 'node:http';
import * as z from 'zod';
import { sendJson } from './respond.ts';
import type { InvocationResult } from './worker-messages.ts';

const Structured = z.looseObject({
  statusCode: z.coerce.number().int().min(100).max(599),
  headers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).nullish(),
  cookies: z.array(z.string()).nullish(),
  body: z.string().nullish(),
  isBase64Encoded: z.boolean().nullish(),
});

/** The most that a function may return. */
const payloadLimitBytes = 6_291_556;

/** A result without a status code is itself the body. */
function interpret(payload: string): z.infer<typeof Structured> | undefined {
  const value: unknown = JSON.parse(payload);
  if (typeof value === 'object' && value !== null && 'statusCode' in value)
    return Structured.safeParse(value).data;
  const body = typeof value === 'string' ? value : payload;
  return { statusCode: 200, headers: { 'content-type': 'application/json' }, body };
}

/** A fault of the function is 500 without a word about it, as in AWS. */
export function sendResult(response: ServerResponse, result: InvocationResult, method: string): void {
  const fits = result.kind === 'ok' && Buffer.byteLength(result.payload) <= payloadLimitBytes;
  const answer = fits ? interpret(result.payload) : undefined;
  if (!answer) {
    sendJson(response, 500, { message: 'Internal Server Error' });
    return;
  }
  const headers = Object.entries(answer.headers ?? {}).map(([name, value]) => [
    name.toLowerCase(),
    String(value),
  ]);
  const body = Buffer.from(answer.body ?? '', answer.isBase64Encoded ? 'base64' : 'utf8');
  response.statusCode = answer.statusCode;
  response.setHeader('content-type', 'text/plain; charset=utf-8');
  for (const [name = '', value = ''] of headers)
    if (name !== 'content-length') response.setHeader(name, value);
  if (answer.cookies?.length) response.setHeader('set-cookie', answer.cookies);
  response.end(method === 'HEAD' ? undefined : body);
}
