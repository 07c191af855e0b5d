/** A record of a CSV file from bytes to cells (RFC 4180). */
import { type Frame, maxRecordBytes } from './csv-frames.ts';

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

export type CsvRecord = { ok: true; cells: readonly string[] } | { ok: false; problem: string };

/** The cells of a record, or what is wrong with it. */
export function readRecord({ content }: Frame): CsvRecord {
  if (content === 'too-long') return { ok: false, problem: `is longer than ${maxRecordBytes / 1024} KB` };
  if (content === 'broken-quotes') {
    return { ok: false, problem: 'has a quote that is never closed or stands in the middle of a cell' };
  }
  try {
    return { ok: true, cells: splitCells(decoder.decode(content)) };
  } catch {
    return { ok: false, problem: 'is not valid UTF-8: save the file as UTF-8' };
  }
}

/** A quoted cell, or one without quotes, and what ends it. */
const cellPattern = /(?:"([^"]*(?:""[^"]*)*)"|([^,]*))(,|$)/gs;

function splitCells(record: string): string[] {
  if (!record.includes('"')) return record.split(',');
  const cells: string[] = [];
  for (const [, quoted, plain = '', end] of record.matchAll(cellPattern)) {
    cells.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '') break;
  }
  return cells;
}
