/** Versions of preferences as entity tags (RFC 9110, 8.8.3). */

/** `3` → `"3"` */
export function etagOf(version: number): string {
  return `"${version}"`;
}

/** The version that an `If-Match` header names; undefined when it names none of ours. A weak tag never matches (RFC 9110, 13.1.1). */
export function versionOf(ifMatch: string): number | undefined {
  const digits = /^"(\d{1,15})"$/.exec(ifMatch.trim())?.[1];
  return digits === undefined ? undefined : Number(digits);
}
