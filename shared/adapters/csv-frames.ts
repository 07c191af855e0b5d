/** Cuts a CSV file into records, holding at most one short record: a long one is passed over, not kept. */
import { beginScan, type Part, type Position, type Scan, scanRecord } from './csv-scan.ts';

/** Opens a file at a byte; it may be opened again at an earlier one. */
export type OpenFile = (fromByte: number) => AsyncIterable<Uint8Array>;

export interface Frame {
  /** Physical line of the file on which the record begins, from 1. */
  line: number;
  /** Where the next record begins. */
  next: Position;
  /** The record without its line end, or what is wrong with it. */
  content: Buffer | 'too-long' | 'broken-quotes';
}

export const maxRecordBytes = 16 * 1024;

/** All records from a position on; empty lines are left out. */
export async function* readFrames(open: OpenFile, from: Position): AsyncGenerator<Frame> {
  let position: Position | undefined = from;
  while (position) position = yield* framesFrom(open, position);
}

/** Gives back where to open the file again when quotes turn out to be broken after their first line was let go. */
async function* framesFrom(open: OpenFile, from: Position): AsyncGenerator<Frame, Position | undefined> {
  let scan = beginScan(from);
  let part: Part = { bytes: Buffer.alloc(0), base: from.offset, isLast: false };
  for await (const chunk of open(from.offset)) {
    part = withChunk(part, scan, chunk);
    scan = yield* framesIn(part, scan);
    if (scan.start.offset < part.base && scan.cursor === scan.start.offset) return scan.start;
  }
  scan = yield* framesIn({ ...part, isLast: true }, scan);
  return scan.start.offset < part.base && scan.cursor === scan.start.offset ? scan.start : undefined;
}

/** The bytes still needed, and the new ones. */
function withChunk({ bytes, base }: Part, { start, cursor }: Scan, chunk: Uint8Array): Part {
  const isShort = base <= start.offset && cursor - start.offset <= maxRecordBytes;
  const kept = bytes.subarray((isShort ? start.offset : cursor) - base);
  return { bytes: Buffer.concat([kept, chunk]), base: base + bytes.length - kept.length, isLast: false };
}

/** All records that end in these bytes; gives back the scan of the record after them. */
function* framesIn(part: Part, begun: Scan): Generator<Frame, Scan> {
  let scan = begun;
  for (let end = scanRecord(scan, part); end !== undefined; end = scanRecord(scan, part)) {
    const lines = scan.state === 'broken' ? 1 : scan.breaks + 1;
    const next = { offset: end, line: scan.start.line + lines };
    const content = contentOf(scan, part, end);
    if (content.length > 0) yield { line: scan.start.line, next, content };
    scan = beginScan(next);
    if (end < part.base) return scan;
  }
  return scan;
}

function contentOf({ start, state }: Scan, { bytes, base }: Part, end: number): Frame['content'] {
  if (state === 'broken') return 'broken-quotes';
  if (end - start.offset > maxRecordBytes) return 'too-long';
  const record = bytes.subarray(start.offset - base, end - base);
  const withoutFeed = record.at(-1) === 0x0a ? record.subarray(0, -1) : record;
  return withoutFeed.at(-1) === 0x0d ? withoutFeed.subarray(0, -1) : withoutFeed;
}
