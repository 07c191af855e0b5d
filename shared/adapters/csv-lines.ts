/** Reads a CSV file line by line: a bad line is reported and the reader goes on; what makes the whole file useless is thrown. */
import { InvalidInput } from '../domain/faults.ts';
import {
  blankCells,
  type Cells,
  type ImportColumn,
  importColumns,
  isImportColumn,
} from '../domain/import-cells.ts';
import { type Frame, maxRecordBytes, type OpenFile, readFrames } from './csv-frames.ts';
import type { Position } from './csv-scan.ts';

export type { OpenFile } from './csv-frames.ts';
export type { Position } from './csv-scan.ts';

/** `line` is the physical line of the file, from 1; the header is in line 1. */
export type CsvLine = { line: number } & ({ ok: true; cells: Cells } | { ok: false; problem: string });

export interface CsvChunk {
  lines: readonly CsvLine[];
  /** Where the reader goes on after these lines. */
  next: Position;
}

export interface CsvOptions {
  /** Lines per chunk. */
  chunkLines: number;
  /** Absent: from the first line after the header. */
  from?: Position | undefined;
}

const start: Position = { offset: 0, line: 1 };

/**
 * The lines of a file in chunks, never more than one in memory.
 * @throws InvalidInput when the header is missing or does not hold exactly the columns of an import, in any order
 */
export async function* readCsv(open: OpenFile, { chunkLines, from }: CsvOptions): AsyncGenerator<CsvChunk> {
  const header = await readHeader(open);
  let lines: CsvLine[] = [];
  let next = from ?? header.next;
  for await (const frame of readFrames(open, next)) {
    lines.push(toLine(frame, header.order));
    next = frame.next;
    if (lines.length < chunkLines) continue;
    yield { lines, next };
    lines = [];
  }
  if (lines.length > 0) yield { lines, next };
}

/** @throws InvalidInput that names the first line which is not UTF-8 */
export async function requireUtf8(open: OpenFile): Promise<void> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  const check = (bytes?: Uint8Array) => {
    try {
      decoder.decode(bytes, { stream: bytes !== undefined });
    } catch (cause) {
      throw fileFault(`line ${line}`, 'is not valid UTF-8: save the file as UTF-8', cause);
    }
  };
  for await (const chunk of open(0)) {
    let from = 0;
    for (let end = chunk.indexOf(0x0a); end >= 0; end = chunk.indexOf(0x0a, from)) {
      check(chunk.subarray(from, end + 1));
      from = end + 1;
      line += 1;
    }
    check(chunk.subarray(from));
  }
  check();
}

async function readHeader(open: OpenFile): Promise<{ order: readonly ImportColumn[]; next: Position }> {
  for await (const { line, content, next } of readFrames(open, start)) {
    if (line > 1) break;
    if (typeof content === 'string') throw fileFault('header', problemOf(content));
    return { order: matchColumns(splitCells(decodeHeader(content))), next };
  }
  throw fileFault('header', 'is missing: the first line must name the columns');
}

/** @throws InvalidInput; a byte order mark is left out */
function decodeHeader(bytes: Buffer): string {
  const mark = bytes.subarray(0, 2).toString('hex');
  if (mark === 'fffe' || mark === 'feff') throw fileFault('header', 'is UTF-16: save the file as UTF-8');
  return decode(bytes, 'utf-8-header') ?? notUtf8();
}

function notUtf8(): never {
  throw fileFault('header', 'is not valid UTF-8: save the file as UTF-8');
}

function matchColumns(found: readonly string[]): ImportColumn[] {
  const names = found.map((name) => name.trim());
  const errors = [
    ...importColumns
      .filter((column) => !names.includes(column))
      .map((field) => ({ field, message: 'is missing' })),
    ...names.filter((name) => !isImportColumn(name)).map(unknownColumn),
    ...names
      .filter((name, index) => names.indexOf(name) < index)
      .map((field) => ({ field, message: 'occurs twice' })),
  ];
  if (errors.length > 0) {
    throw new InvalidInput('The header of the file does not name the columns of an import.', {
      errors: errors.slice(0, maxErrors),
    });
  }
  return names.filter(isImportColumn);
}

const maxErrors = 50;

function unknownColumn(name: string) {
  return {
    field: name === '' ? 'header' : name.slice(0, 50),
    message: name === '' ? 'has a column without a name' : 'is not a known column',
  };
}

function fileFault(field: string, message: string, cause?: unknown): InvalidInput {
  return new InvalidInput(`The file cannot be read: ${field} ${message}.`, {
    errors: [{ field, message }],
    cause,
  });
}

const decoders = {
  'utf-8': new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }),
  'utf-8-header': new TextDecoder('utf-8', { fatal: true }),
} as const;

function decode(bytes: Buffer, kind: keyof typeof decoders): string | undefined {
  try {
    return decoders[kind].decode(bytes);
  } catch {
    return undefined;
  }
}

function problemOf(content: 'too-long' | 'broken-quotes'): string {
  return content === 'too-long'
    ? `is longer than ${maxRecordBytes / 1024} KB`
    : 'has a quote that is not closed or stands in the middle of a cell';
}

function toLine({ line, content }: Frame, order: readonly ImportColumn[]): CsvLine {
  if (typeof content === 'string') return { line, ok: false, problem: `the line ${problemOf(content)}` };
  const text = decode(content, 'utf-8');
  if (text === undefined) return { line, ok: false, problem: 'the line is not valid UTF-8' };
  const texts = splitCells(text);
  if (texts.length !== order.length) {
    return { line, ok: false, problem: `the line has ${texts.length} cells, the header ${order.length}` };
  }
  const cells: Record<ImportColumn, string> = { ...blankCells };
  for (const [index, column] of order.entries()) cells[column] = texts[index] ?? '';
  return { line, ok: true, cells };
}

/** A quoted cell, or one without quotes, and what ends it. */
const cellPattern = /(?:"([^"]*(?:""[^"]*)*)"|([^,]*))(,|$)/gs;

/** The cells of a record whose quotes are whole. */
function splitCells(record: string): string[] {
  if (!record.includes('"')) return record.split(',');
  const cells: string[] = [];
  for (const [, quoted, plain = '', end] of record.matchAll(cellPattern)) {
    cells.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '') break;
  }
  return cells;
}
