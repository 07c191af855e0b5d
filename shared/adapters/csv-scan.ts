/** Finds the end of a CSV record in bytes (RFC 4180). The scan can stop in the middle of a record and go on with the next bytes. */

const comma = 0x2c;
const quote = 0x22;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** Where a record begins: byte offset, and physical line from 1. */
export interface Position {
  offset: number;
  line: number;
}

/** `broken`: a quote stood where none may stand, or was never closed. */
type State = 'cell-start' | 'plain' | 'quoted' | 'quote-ended' | 'return' | 'broken';

/** The state after a byte that is no line feed. A carriage return may end a quoted cell only when a line feed follows. */
const transitions: Readonly<Record<State, Readonly<Record<'quote' | 'comma' | 'return' | 'other', State>>>> =
  {
    'cell-start': { quote: 'quoted', comma: 'cell-start', return: 'plain', other: 'plain' },
    plain: { quote: 'broken', comma: 'cell-start', return: 'plain', other: 'plain' },
    quoted: { quote: 'quote-ended', comma: 'quoted', return: 'quoted', other: 'quoted' },
    'quote-ended': { quote: 'quoted', comma: 'cell-start', return: 'return', other: 'broken' },
    return: { quote: 'broken', comma: 'broken', return: 'broken', other: 'broken' },
    broken: { quote: 'broken', comma: 'broken', return: 'broken', other: 'broken' },
  };

/** Offsets count from the start of the file. */
export interface Scan {
  readonly start: Position;
  /** The next byte to look at. */
  cursor: number;
  state: State;
  /** Line ends inside quotes so far, and what follows the first of them. */
  breaks: number;
  afterFirstBreak: number;
}

export function beginScan(start: Position): Scan {
  return { start, cursor: start.offset, state: 'cell-start', breaks: 0, afterFirstBreak: 0 };
}

/** Bytes of a file from the offset `base` on. */
export interface Part {
  bytes: Buffer;
  base: number;
  /** The file ends with these bytes. */
  isLast: boolean;
}

/**
 * Goes on to the end of the record: the offset of what follows it, or undefined when more bytes are needed or none are left.
 * A record with broken quotes ends with its first physical line, which may lie before `base`: one stray quote must not
 * swallow the lines after it.
 */
export function scanRecord(scan: Scan, part: Part): number | undefined {
  const plainEnd = scan.cursor === scan.start.offset ? endOfPlainLine(scan, part) : undefined;
  if (plainEnd !== undefined) return plainEnd;
  const { bytes, base } = part;
  while (scan.cursor < base + bytes.length) {
    const byte = bytes[scan.cursor - base] ?? 0;
    scan.cursor += 1;
    if (byte === lineFeed && takeLineEnd(scan)) return scan.cursor;
    if (byte !== lineFeed) scan.state = nextState(scan, byte);
    if (scan.state === 'broken' && scan.breaks > 0) return scan.afterFirstBreak;
  }
  return part.isLast ? endOfFile(scan) : undefined;
}

/** Most lines hold no quotes: found without a look at each byte. */
function endOfPlainLine(scan: Scan, { bytes, base }: Part): number | undefined {
  const from = scan.cursor - base;
  const end = bytes.indexOf(lineFeed, from);
  if (end < 0 || bytes.subarray(from, end).includes(quote)) return undefined;
  scan.cursor = base + end + 1;
  return scan.cursor;
}

/** Whether the line end is the end of the record. */
function takeLineEnd(scan: Scan): boolean {
  if (scan.state !== 'quoted') return true;
  if (scan.breaks === 0) scan.afterFirstBreak = scan.cursor;
  scan.breaks += 1;
  return false;
}

function nextState({ state }: Scan, byte: number): State {
  const after = transitions[state];
  if (byte === quote) return after.quote;
  if (byte === comma) return after.comma;
  return byte === carriageReturn ? after.return : after.other;
}

function endOfFile(scan: Scan): number | undefined {
  if (scan.cursor === scan.start.offset) return undefined;
  if (scan.state === 'quoted') scan.state = 'broken';
  return scan.state === 'broken' && scan.breaks > 0 ? scan.afterFirstBreak : scan.cursor;
}
