/** An append-only file of JSON lines. What was appended has reached the file before `append` returns, so that a kill cannot lose it. */
import { closeSync, fstatSync, ftruncateSync, openSync, read, readSync, writeSync } from 'node:fs';
import { promisify } from 'node:util';
import type * as z from 'zod';
import { LocalProblem } from './problem.ts';

const readFile = promisify(read);
const chunkBytes = 1 << 20;
const newline = 10;

export interface Journal<Entry> {
  /** How many entries there are. */
  length(): number;
  append(entry: Entry): void;
  /** Entries by position; `to` is not included. */
  entries(from?: number, to?: number): AsyncGenerator<Entry>;
  /** The same as lines of JSON without line ends. */
  lines(from?: number, to?: number): AsyncGenerator<string>;
  close(): void;
}

/** Where each complete line starts, and after them the end of the last one: what follows was torn by a kill. */
function lineStarts(file: number): number[] {
  const starts = [0];
  const chunk = Buffer.alloc(chunkBytes);
  for (let position = 0; ; ) {
    const bytes = readSync(file, chunk, 0, chunkBytes, position);
    if (bytes === 0) return starts;
    for (let at = chunk.indexOf(newline); at >= 0 && at < bytes; at = chunk.indexOf(newline, at + 1)) {
      starts.push(position + at + 1);
    }
    position += bytes;
  }
}

/** Opens or creates a journal; a torn last line is cut off, any other line that does not fit is a `LocalProblem` when read. */
export function openJournal<Entry>(path: string, schema: z.ZodType<Entry>): Journal<Entry> {
  const file = openSync(path, 'a+');
  const starts = lineStarts(file);
  let end = starts.at(-1) ?? 0;
  if (fstatSync(file).size > end) ftruncateSync(file, end);

  const parse = (line: string, position: number): Entry => {
    try {
      return schema.parse(JSON.parse(line));
    } catch (error) {
      throw new LocalProblem(
        `Line ${position + 1} of ${path} is damaged.`,
        'Move this file away, or start with another folder: npm start -- --state DIR',
        { cause: error },
      );
    }
  };
  /** The position after the last line that still fits in one chunk from `from`; at least one line. */
  const chunkEnd = (from: number, to: number): number => {
    const limit = (starts[from] ?? end) + chunkBytes;
    let last = from + 1;
    while (last < to && (starts[last + 1] ?? end) <= limit) last++;
    return last;
  };
  async function* lines(from = 0, to = starts.length - 1): AsyncGenerator<string> {
    for (let at = from; at < to; ) {
      const next = chunkEnd(at, to);
      const start = starts[at] ?? end;
      const bytes = Buffer.alloc((starts[next] ?? end) - start);
      await readFile(file, bytes, 0, bytes.length, start);
      yield* bytes.toString('utf8').slice(0, -1).split('\n');
      at = next;
    }
  }
  async function* entries(from = 0, to?: number): AsyncGenerator<Entry> {
    let position = from;
    for await (const line of lines(from, to)) yield parse(line, position++);
  }
  return {
    length: () => starts.length - 1,
    append: (entry) => {
      const bytes = Buffer.from(`${JSON.stringify(entry)}\n`);
      const written = writeSync(file, bytes);
      if (written < bytes.length) throw new Error(`${path}: the disk is full`);
      end += bytes.length;
      starts.push(end);
    },
    entries,
    lines,
    close: () => closeSync(file),
  };
}

/** All items of a short iteration. */
export async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const collected: Item[] = [];
  for await (const item of items) collected.push(item);
  return collected;
}
