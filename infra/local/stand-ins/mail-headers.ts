/** The header block of a raw mail: read, and rewritten as SES does before it sends. */

export interface HeaderField {
  name: string;
  /** Unfolded (RFC 5322, 2.2.3), not decoded. */
  value: string;
}

/** Splits a mail at the first empty line; a mail without one is all headers. */
export function splitMail(raw: string): { head: string; body: string } {
  const end = /\r?\n\r?\n/.exec(raw);
  if (!end) return { head: raw, body: '' };
  return { head: raw.slice(0, end.index), body: raw.slice(end.index + end[0].length) };
}

/** The fields in their order; a line that is no field is left out. */
export function parseHeaders(head: string): HeaderField[] {
  const unfolded = head.replace(/\r?\n(?=[ \t])/g, '');
  return unfolded.split(/\r?\n/).flatMap((line) => {
    const match = /^([!-9;-~]+):[ \t]*(.*)$/.exec(line);
    return match?.[1] ? [{ name: match[1], value: (match[2] ?? '').trim() }] : [];
  });
}

/** The value of the first field of a name, in any case. */
export function headerValue(fields: readonly HeaderField[], name: string): string | undefined {
  return fields.find((field) => field.name.toLowerCase() === name.toLowerCase())?.value;
}

/** Addresses of an address field without their names; enough for what nodemailer writes. */
export function addressesOf(value: string | undefined): string[] {
  const withoutQuoted = (value ?? '').replace(/"(?:[^"\\]|\\.)*"/g, '');
  return withoutQuoted
    .split(',')
    .map((part) => (/<([^>]*)>/.exec(part)?.[1] ?? part).trim())
    .filter((address) => address !== '');
}

/** Removed on the way out: commands to SES, blind copies, and the two fields that SES writes itself. */
const replaced = /^(x-ses-[\w-]*|bcc|message-id|date):/i;

/** The mail as the recipient gets it, with the `Message-ID` and `Date` of SES (SES guide, header-fields). */
export function rewriteHeaders(raw: string, added: { messageId: string; date: string }): string {
  const { head, body } = splitMail(raw);
  const kept = head.split(/\r?\n(?![ \t])/).filter((field) => !replaced.test(field));
  return [...kept, `Message-ID: ${added.messageId}`, `Date: ${added.date}`, '', body].join('\r\n');
}
