/** One mail as raw MIME for SES `SendRawEmail`. nodemailer encodes what is hard (headers, quoted-printable, base64); the frame is fixed. */
import * as base64 from 'nodemailer/lib/base64';
import MimeNode from 'nodemailer/lib/mime-node';
import * as quotedPrintable from 'nodemailer/lib/qp';

export interface Mail {
  readonly from: { readonly name: string; readonly address: string };
  readonly replyTo: string;
  readonly to: string;
  readonly subject: string;
  /** BCP 47. */
  readonly language: string;
  readonly text: string;
  readonly html: string;
  /** Further headers: values of ours, with nothing in them that a person or a marketer wrote. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** An address that cannot stand in a `To` header as exactly one recipient. */
export class UnusableAddress extends Error {
  override name = 'UnusableAddress';
}

/** The mail; undefined for an address that is not one mailbox: no later attempt will change that. */
export function unlessUnusable(compose: () => Buffer): Buffer | undefined {
  try {
    return compose();
  } catch (error) {
    if (error instanceof UnusableAddress) return undefined;
    throw error;
  }
}

/** `=_` occurs in no quoted-printable and in no base64 text, so no body can contain it (RFC 2045, 6.7). */
const boundary = '=_xperia-notify';

/** The mail in octets: two alternatives, lines of at most 76 characters, any script. `Message-ID` and `Date` are overwritten by SES. */
export function composeMail(mail: Mail): Buffer {
  return Buffer.from(
    [
      headersOf(mail),
      '',
      `--${boundary}`,
      ...partOf('text/plain', mail.text),
      `--${boundary}`,
      ...partOf('text/html', mail.html),
      `--${boundary}--`,
      '',
    ].join('\r\n'),
    'latin1',
  );
}

function headersOf({ from, replyTo, to, subject, language, headers }: Mail): string {
  const node = new MimeNode(false);
  node.setHeader({
    From: { name: onOneLine(from.name), address: from.address },
    'Reply-To': { name: '', address: replyTo },
    To: { name: '', address: singleAddress(to) },
    Subject: onOneLine(subject),
    'Content-Language': language,
    'Auto-Submitted': 'auto-generated',
  });
  for (const [name, value] of Object.entries(headers ?? {}))
    node.setHeader(name, { prepared: true, value: inAscii(onOneLine(value)) });
  node.setHeader('Content-Type', { prepared: true, value: `multipart/alternative; boundary="${boundary}"` });
  return node.buildHeaders();
}

/** RFC 5322 atoms before the `@`; no list, group, comment, quoting or line break can hide in it. */
function singleAddress(address: string): string {
  if (address.length > 320 || !/^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[^\s@<>()[\]\\,;:"\p{Cc}]+$/u.test(address))
    throw new UnusableAddress('The address is not one plain mailbox');
  return address;
}

/** As one octet a character may become another one, even the end of the line: `č` is U+010D. */
function inAscii(text: string): string {
  return text.replace(/[^ -~]/gu, '?');
}

/** A header value cannot end its line: control characters and line breaks become spaces. */
function onOneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}

function partOf(type: string, body: string): string[] {
  const text = body.replace(/\r\n?|\n/g, '\r\n');
  const isLatin = text.replace(/[\p{ASCII}]+/gu, '').length < text.length / 6;
  const [encoding, encoded] = isLatin
    ? ['quoted-printable', quotedPrintable.wrap(quotedPrintable.encode(text))]
    : ['base64', base64.wrap(base64.encode(text))];
  return [`Content-Type: ${type}; charset=utf-8`, `Content-Transfer-Encoding: ${encoding}`, '', encoded];
}

/** The two bodies of a mail of `composeMail`, decoded: what previews show is what would be sent. */
export function readMail(raw: Buffer): { readonly text: string; readonly html: string } {
  const [, text = '', html = ''] = raw.toString('latin1').split(`--${boundary}`);
  return { text: bodyOf(text), html: bodyOf(html) };
}

function bodyOf(part: string): string {
  const start = part.indexOf('\r\n\r\n') + 4;
  const isBase64 = /^Content-Transfer-Encoding: base64/im.test(part.slice(0, start));
  const encoded = part.slice(start).replace(/\r\n$/, '');
  const octets = isBase64 ? Buffer.from(encoded, 'base64') : Buffer.from(unquoted(encoded), 'latin1');
  return octets.toString('utf8').replaceAll('\r\n', '\n');
}

/** Quoted-printable as one character per octet (RFC 2045, 6.7). */
function unquoted(encoded: string): string {
  return encoded
    .replaceAll('=\r\n', '')
    .replace(/=([\dA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
