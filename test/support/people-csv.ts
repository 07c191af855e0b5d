/** Import files for tests: rows by column name, the rest empty. */
import { type ImportColumn, importColumns } from '../../shared/domain/import-cells.ts';

export type CsvRow = Partial<Record<ImportColumn, string>>;

/** A whole file with its header (RFC 4180). */
export function toCsv(rows: readonly CsvRow[]): string {
  const lines = rows.map((row) => importColumns.map((column) => quoted(row[column] ?? '')).join(','));
  return [importColumns.join(','), ...lines].join('\n');
}

function quoted(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
