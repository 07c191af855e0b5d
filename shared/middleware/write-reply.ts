/** A handler's reply to what API Gateway expects of a Lambda function. */
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Reply } from '../api/contract.ts';

export type HttpResult = APIGatewayProxyStructuredResultV2 & { headers: Record<string, string> };

/** A page may load nothing and run nothing, and nobody may frame it; a page with a style names it in its own header (CSP level 3). */
const pagePolicy = "default-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** Status, header names in lower case, and the body as text, or as base64 where it is bytes. Headers of the reply win. */
export async function writeReply(reply: Reply): Promise<HttpResult> {
  const { headers, ...content } = await writeContent(reply);
  const own = Object.entries(reply.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]);
  return { statusCode: reply.status, headers: { ...headers, ...Object.fromEntries(own) }, ...content };
}

async function writeContent({
  body,
  html,
  text,
  bytes,
  ndjson,
}: Reply): Promise<{ body?: string; isBase64Encoded?: true; headers: object }> {
  if (html !== undefined) {
    return {
      body: html,
      headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': pagePolicy },
    };
  }
  if (text !== undefined) return { body: text, headers: { 'content-type': 'text/plain; charset=utf-8' } };
  if (bytes !== undefined)
    return { body: Buffer.from(bytes).toString('base64'), isBase64Encoded: true, headers: {} };
  if (ndjson !== undefined)
    return { body: await writeLines(ndjson), headers: { 'content-type': 'application/x-ndjson' } };
  return body === undefined
    ? { headers: {} }
    : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
}

async function writeLines(lines: AsyncIterable<unknown> | string): Promise<string> {
  if (typeof lines === 'string') return lines;
  let text = '';
  for await (const line of lines) text += `${JSON.stringify(line)}\n`;
  return text;
}
