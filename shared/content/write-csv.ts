/** A table as CSV, for spreadsheets. */

export type CsvLine = readonly (string | number)[];

/** CSV (RFC 4180), UTF-8 with a byte order mark, without which Excel takes it for another encoding. The first line is the header. */
export function writeCsv(lines: readonly CsvLine[]): string {
  return `\uFEFF${lines.map(csvLine).join('')}`;
}

/** One line with its end. */
export function csvLine(line: CsvLine): string {
  return `${line.map(quoted).join(',')}\r\n`;
}

/** A text that begins like a formula, also in the wide forms of East Asia, gets an apostrophe, so that no spreadsheet runs it (OWASP: CSV injection). */
function quoted(value: string | number): string {
  const text = String(value);
  const safe = typeof value === 'string' && /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
