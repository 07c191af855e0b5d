/** The AWS query protocol of SES v1 and SNS: a form comes in, XML goes out. */
import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';

/** An error that the service would answer, with its code on the wire. */
export class QueryError extends Error {
  readonly code: string;
  readonly status: number;

  constructor(code: string, message: string, status = 400) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

/** Characters that XML 1.0 cannot hold, and those that would be read as markup. */
const special = /[<>&"'\r]|[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

export function escapeXml(text: string): string {
  return text.replace(special, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return code >= 0x20 || code === 0x0d ? `&#${code};` : '';
  });
}

/** `Name.member.1`, `Name.member.2`, … in order. */
export function membersOf(form: URLSearchParams, name: string): string[] {
  const values: string[] = [];
  for (let index = 1; form.has(`${name}.member.${index}`); index++) {
    values.push(form.get(`${name}.member.${index}`) ?? '');
  }
  return values;
}

/** `Name.entry.1.key` and `.value` (or `Name` and `Value`), … as an object. */
export function entriesOf(form: URLSearchParams, name: string): Record<string, string> {
  const entries: [string, string][] = [];
  for (let index = 1; form.has(`${name}.entry.${index}.key`); index++) {
    const prefix = `${name}.entry.${index}`;
    entries.push([form.get(`${prefix}.key`) ?? '', form.get(`${prefix}.value`) ?? '']);
  }
  return Object.fromEntries(entries);
}

/** A map as the query protocol writes it. */
export function xmlMap(name: string, entries: Record<string, string>): string {
  const items = Object.entries(entries).map(
    ([key, value]) => `<entry><key>${escapeXml(key)}</key><value>${escapeXml(value)}</value></entry>`,
  );
  return `<${name}>${items.join('')}</${name}>`;
}

function sendXml(response: ServerResponse, status: number, xml: string): void {
  response.writeHead(status, { 'content-type': 'text/xml' }).end(xml);
}

/** Runs one action; `act` gives the inside of its result element, or throws a `QueryError`. */
export async function answerQuery(
  response: ServerResponse,
  form: URLSearchParams,
  act: (action: string, form: URLSearchParams) => string | Promise<string>,
): Promise<void> {
  const action = form.get('Action') ?? '';
  const metadata = `<RequestId>${randomUUID()}</RequestId>`;
  try {
    const result = await act(action, form);
    const body = `<${action}Result>${result}</${action}Result><ResponseMetadata>${metadata}</ResponseMetadata>`;
    sendXml(response, 200, `<${action}Response>${body}</${action}Response>`);
  } catch (error) {
    const { code, status, message } =
      error instanceof QueryError ? error : new QueryError('InternalFailure', String(error), 500);
    const type = status < 500 ? 'Sender' : 'Receiver';
    const details = `<Type>${type}</Type><Code>${code}</Code><Message>${escapeXml(message)}</Message>`;
    sendXml(response, status, `<ErrorResponse><Error>${details}</Error>${metadata}</ErrorResponse>`);
  }
}
