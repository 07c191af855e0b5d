/** Puts a variable into a text where the cursor is. */

export interface Selection {
  readonly start: number;
  readonly end: number;
}

/** The text with what was selected replaced, and where the cursor is then. */
export function insertText(
  text: string,
  { start, end }: Selection,
  what: string,
): { text: string; cursor: number } {
  const from = Math.min(Math.max(start, 0), text.length);
  const to = Math.min(Math.max(end, from), text.length);
  return { text: text.slice(0, from) + what + text.slice(to), cursor: from + what.length };
}
