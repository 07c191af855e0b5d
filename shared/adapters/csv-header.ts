/** What makes a CSV file readable as a whole: its encoding and its header. */
import { type FieldError, InvalidInput } from '../domain/faults.ts';
import { type ImportColumn, importColumns, isImportColumn } from '../domain/import-cells.ts';
import { type OpenFile, readFrames } from './csv-frames.ts';
import { readRecord } from './csv-record.ts';
import type { Position } from './csv-scan.ts';

export interface Header {
  /** The column of each cell. */
  order: readonly ImportColumn[];
  /** Where the first line begins. */
  next: Position;
}

const maxErrors = 50;

/** @throws InvalidInput when the header does not hold exactly the columns of an import, in any order */
export async function readHeader(open: OpenFile): Promise<Header> {
  for await (const frame of readFrames(open, { offset: await afterByteOrderMark(open), line: 1 })) {
    const record = readRecord(frame);
    if (frame.line > 1) break;
    if (!record.ok) throw fileFault('header', record.problem);
    return { order: matchColumns(record.cells), next: frame.next };
  }
  throw fileFault('header', 'is missing: the first line must name the columns');
}

/** @throws InvalidInput that names the first line which is not UTF-8 */
export async function requireUtf8(open: OpenFile): Promise<void> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  const check = (bytes?: Uint8Array) => {
    try {
      decoder.decode(bytes, { stream: bytes !== undefined });
    } catch {
      throw fileFault(`line ${line}`, 'is not valid UTF-8: save the file as UTF-8');
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

const markLength = 3;

/** Where the text begins. @throws InvalidInput when the mark is one of UTF-16 */
async function afterByteOrderMark(open: OpenFile): Promise<number> {
  let mark = '';
  for await (const chunk of open(0)) {
    mark += Buffer.from(chunk.subarray(0, markLength)).toString('hex');
    if (mark.length >= markLength * 2) break;
  }
  if (mark.startsWith('fffe') || mark.startsWith('feff'))
    throw fileFault('header', 'is UTF-16: save the file as UTF-8');
  return mark.startsWith('efbbbf') ? markLength : 0;
}

function matchColumns(cells: readonly string[]): ImportColumn[] {
  const names = cells.map((cell) => cell.trim());
  const errors: FieldError[] = [
    ...importColumns
      .filter((column) => !names.includes(column))
      .map((field) => ({ field, message: 'is missing' })),
    ...names.filter((name) => !isImportColumn(name)).map((name) => unknownColumn(name)),
    ...names
      .filter((name, index) => name !== '' && names.indexOf(name) < index)
      .map((field) => ({ field, message: 'occurs twice' })),
  ];
  if (errors.length === 0) return names.filter(isImportColumn);
  throw new InvalidInput('The header of the file does not name the columns of an import.', {
    errors: errors.slice(0, maxErrors),
  });
}

const longestName = 50;

function unknownColumn(name: string): FieldError {
  if (name === '') return { field: 'header', message: 'has a column without a name' };
  return { field: name.slice(0, longestName), message: 'is not a known column' };
}

function fileFault(field: string, message: string): InvalidInput {
  return new InvalidInput(`The file cannot be read: ${field} ${message}.`, { errors: [{ field, message }] });
}
