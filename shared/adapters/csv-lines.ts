/** Reads the lines of an import file; a bad line is reported, and the reader goes on. */
import { blankCells, type Cells, type ImportColumn } from '../domain/import-cells.ts';
import { type Frame, type OpenFile, readFrames } from './csv-frames.ts';
import { type Header, readHeader } from './csv-header.ts';
import { readRecord } from './csv-record.ts';
import type { Position } from './csv-scan.ts';

/** `line` is the physical line of the file, from 1; the header is line 1. */
export type CsvLine = { line: number } & ({ ok: true; cells: Cells } | { ok: false; problem: string });

export interface CsvChunk {
  lines: readonly CsvLine[];
  /** Where the reader goes on after these lines. */
  next: Position;
}

export interface CsvOptions {
  /** Lines per chunk. */
  chunkLines: number;
  /** Where to go on; absent: the first line after the header. */
  from?: Position | undefined;
}

/**
 * The lines of a file in chunks, never more than one of them in memory.
 * @throws InvalidInput when the header does not hold exactly the columns of an import, in any order
 */
export async function* readCsv(open: OpenFile, { chunkLines, from }: CsvOptions): AsyncGenerator<CsvChunk> {
  const header = await readHeader(open);
  let lines: CsvLine[] = [];
  let next = from ?? header.next;
  for await (const frame of readFrames(open, next)) {
    lines.push(toLine(frame, header));
    next = frame.next;
    if (lines.length < chunkLines) continue;
    yield { lines, next };
    lines = [];
  }
  if (lines.length > 0) yield { lines, next };
}

function toLine(frame: Frame, { order }: Header): CsvLine {
  const { line } = frame;
  const record = readRecord(frame);
  if (!record.ok) return { line, ok: false, problem: `the line ${record.problem}` };
  const found = record.cells.length;
  if (found !== order.length) {
    return { line, ok: false, problem: `the line has ${found} cells, the header ${order.length}` };
  }
  const cells: Record<ImportColumn, string> = { ...blankCells };
  for (const [index, column] of order.entries()) cells[column] = record.cells[index] ?? '';
  return { line, ok: true, cells };
}
