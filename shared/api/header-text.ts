/** Text of any language in a header, as an extended value (RFC 8187, 3.2). */

const extended = /^utf-8'[A-Za-z0-9-]*'/i;

/** Text that a header can carry: as it is where it is printable ASCII, else encoded. */
export function encodeHeaderText(text: string): string {
  return /^[\x20-\x7e]*$/.test(text) && !extended.test(text) ? text : `UTF-8''${encodeURIComponent(text)}`;
}

/** What a header says; a text that only looks encoded stays as it is. */
export function decodeHeaderText(text: string): string {
  if (!extended.test(text)) return text;
  try {
    return decodeURIComponent(text.replace(extended, ''));
  } catch {
    return text;
  }
}
