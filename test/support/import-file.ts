/** CSV files for tests: lines as objects, and a file that is read in chunks of any size. */
import type { OpenFile } from '../../shared/adapters/csv-frames.ts';
import {
  blankCells,
  type Cells,
  type ImportColumn,
  importColumns,
} from '../../shared/domain/import-cells.ts';

/** A line with the given cells; the others are empty. */
export function cellsOf(given: Partial<Cells>): Cells {
  return { ...blankCells, ...given };
}

/** A file with a header and these lines. */
export function csvOf(
  lines: readonly Partial<Cells>[],
  columns: readonly ImportColumn[] = importColumns,
  lineEnd = '\n',
): string {
  const rows = lines.map((line) => columns.map((column) => quoted(line[column] ?? '')).join(','));
  return [columns.join(','), ...rows, ''].join(lineEnd);
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Bytes as a file, given out `chunkBytes` at a time. */
export function fileOf(content: string | Uint8Array, chunkBytes = 64 * 1024): OpenFile {
  const bytes = Buffer.from(content);
  return async function* open(fromByte) {
    for (let start = fromByte; start < bytes.length; start += chunkBytes) {
      yield bytes.subarray(start, start + chunkBytes);
    }
  };
}
