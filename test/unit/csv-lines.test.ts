/** Import files as they come: encodings, headers, quotes and sizes (issue: bad input). */
import { describe, expect, it, jest } from '@jest/globals';
import type { OpenFile } from '../../shared/adapters/csv-frames.ts';
import { requireUtf8 } from '../../shared/adapters/csv-header.ts';
import { type CsvLine, readCsv } from '../../shared/adapters/csv-lines.ts';
import { InvalidInput } from '../../shared/domain/faults.ts';
import { importColumns } from '../../shared/domain/import-cells.ts';
import { csvOf, fileOf } from '../support/import-file.ts';

async function linesOf(open: OpenFile): Promise<CsvLine[]> {
  const lines: CsvLine[] = [];
  for await (const chunk of readCsv(open, { chunkLines: 3 })) lines.push(...chunk.lines);
  return lines;
}

/** `<line>: <externalId>` of a good line, `<line>! <problem>` of a bad one. */
async function summaryOf(content: string | Uint8Array, chunkBytes?: number): Promise<string[]> {
  const lines = await linesOf(fileOf(content, chunkBytes));
  return lines.map((line) =>
    line.ok ? `${line.line}: ${line.cells.externalId}` : `${line.line}! ${line.problem}`,
  );
}

async function faultOf(work: Promise<unknown>): Promise<InvalidInput> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(InvalidInput);
  return error as InvalidInput;
}

const header = importColumns.join(',');
const empty = ','.repeat(importColumns.length - 1);
const row = (externalId: string) => `${externalId}${empty}`;
const brokenQuotes = 'the line has a quote that is never closed or stands in the middle of a cell';

describe('a readable file', () => {
  it.each([1, 2, 7, 64, 65_536])('gives the same lines in chunks of %i bytes', async (chunkBytes) => {
    const content = csvOf([{ externalId: 'a' }, { externalId: 'b,"x"\nü' }, { externalId: 'c' }]);
    expect(await summaryOf(content, chunkBytes)).toEqual(['2: a', '3: b,"x"\nü', '5: c']);
  });

  it('may begin with a byte order mark, also before a quoted name', async () => {
    const content = `\ufeff"externalId"${header.slice('externalId'.length)}\r\n${row('a')}\r\n`;
    expect(await summaryOf(content, 2)).toEqual(['2: a']);
  });

  it('may end its lines with CRLF, leave lines empty, and end without a line end', async () => {
    expect(await summaryOf(`${header}\r\n${row('a')}\r\n\r\n\n"b"${empty}\r\n${row('c')}`)).toEqual([
      '2: a',
      '5: b',
      '6: c',
    ]);
  });

  it('may have its columns in any order', async () => {
    const [line] = await linesOf(
      fileOf(csvOf([{ externalId: 'a', country: 'DE' }], [...importColumns].reverse())),
    );
    expect(line).toMatchObject({ ok: true, cells: { externalId: 'a', country: 'DE' } });
  });

  it('can be read on from the end of any chunk', async () => {
    const open = fileOf(csvOf([...'abcdefgh'].map((externalId) => ({ externalId }))), 10);
    const all = await linesOf(open);
    for await (const { next } of readCsv(open, { chunkLines: 2 })) {
      const rest: CsvLine[] = [];
      for await (const chunk of readCsv(open, { chunkLines: 5, from: next })) rest.push(...chunk.lines);
      expect(rest).toEqual(all.filter(({ line }) => line >= next.line));
    }
  });
});

describe('a bad line is reported and left out', () => {
  it('that is 10 MB long, with and without quotes, and is never held as a whole', async () => {
    const held = jest.spyOn(Buffer, 'concat');
    const long = 'x'.repeat(10 * 1024 * 1024);
    expect(await summaryOf([header, row('a'), `"${long}"${empty}`, long, row('b')].join('\n'))).toEqual([
      '2: a',
      '3! the line is longer than 16 KB',
      '4! the line is longer than 16 KB',
      '5: b',
    ]);
    const sizes = held.mock.results.map(({ value }) => (value instanceof Buffer ? value.length : 0));
    expect(Math.max(...sizes)).toBeLessThan(100 * 1024);
    held.mockRestore();
  });

  it.each([
    ['a quote within a cell', `a"b${empty}`],
    ['text after a closing quote', `"a"b${empty}`],
    ['a quote that is never closed', `"a${empty}`],
    ['a carriage return after a closing quote', `"a"\r,${empty}`],
  ])('for %s', async (_name, bad) => {
    expect(await summaryOf([header, row('a'), bad, row('b'), `"c"${empty}`, ''].join('\n'))).toEqual([
      '2: a',
      `3! ${brokenQuotes}`,
      '4: b',
      '5: c',
    ]);
  });

  it('for a quote that is never closed in a large file: the lines after it are still taken', async () => {
    const after = Array.from({ length: 2000 }, (_, index) => row(`p${index}`));
    const found = await summaryOf([header, `"a${empty}`, ...after].join('\n'));
    expect(found).toHaveLength(2001);
    expect(found[0]).toBe(`2! ${brokenQuotes}`);
    expect(found.at(-1)).toBe('2002: p1999');
  });

  it('for too many and too few cells', async () => {
    expect(await summaryOf(`${header}\n${row('a')},\nb\n${row('c')}`)).toEqual([
      '2! the line has 22 cells, the header 21',
      '3! the line has 1 cells, the header 21',
      '4: c',
    ]);
  });
});

describe('a file that cannot be read as a whole', () => {
  it('has an encoding other than UTF-8: the line is named', async () => {
    const latin1 = Buffer.from(`${header}\n${row('a')}\n${row('M\u00fcller')}\n`, 'latin1');
    const fault = await faultOf(requireUtf8(fileOf(latin1, 5)));
    expect(fault.errors).toEqual([
      { field: 'line 3', message: 'is not valid UTF-8: save the file as UTF-8' },
    ]);
  });

  it('ends in the middle of a character', async () => {
    const cut = Buffer.from(`${header}\n${row('a')}\n\u00fc`).subarray(0, -1);
    expect((await faultOf(requireUtf8(fileOf(cut)))).errors[0]?.field).toBe('line 3');
  });

  it('is UTF-16', async () => {
    const fault = await faultOf(linesOf(fileOf(Buffer.from(`\ufeff${header}\n`, 'utf16le'))));
    expect(fault.errors).toEqual([{ field: 'header', message: 'is UTF-16: save the file as UTF-8' }]);
  });

  it('is UTF-8 without a fault when characters are cut by chunks', async () => {
    await expect(requireUtf8(fileOf(`${header}\n日本語,ü,👍\n`, 1))).resolves.toBeUndefined();
  });

  it.each([
    ['nothing', ''],
    ['an empty first line', `\n${header}\n`],
  ])('holds %s where the header should be', async (_name, content) => {
    expect((await faultOf(linesOf(fileOf(content)))).errors[0]?.message).toMatch(/^is missing/);
  });

  it('lacks a column, has an unknown one, or has one twice', async () => {
    const columns = header.replace('country', 'Country').replace('phone', 'email');
    const fault = await faultOf(linesOf(fileOf(`${columns}\n${row('a')}\n`)));
    expect(fault.errors).toEqual([
      { field: 'country', message: 'is missing' },
      { field: 'phone', message: 'is missing' },
      { field: 'Country', message: 'is not a known column' },
      { field: 'email', message: 'occurs twice' },
    ]);
  });
});
