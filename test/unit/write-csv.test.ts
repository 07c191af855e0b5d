/** Tables for spreadsheets: what is written is text there, whatever it begins with (OWASP: CSV injection; RFC 4180). */
import { describe, expect, it } from '@jest/globals';
import { csvLine, writeCsv } from '../../shared/content/write-csv.ts';

describe('a cell', () => {
  it.each([...'=+-@\t', ...'＝＋－＠'])('that begins with %j is a text, and no formula', (first) => {
    expect(csvLine([`${first}1+1`, 'b'])).toBe(`'${first}1+1,b\r\n`);
  });

  it.each(['\r', '\n'])('that begins with %j is a text, and in quotes', (first) => {
    expect(csvLine([`${first}=1+1`])).toBe(`"'${first}=1+1"\r\n`);
  });

  it.each([
    [-5, '-5'],
    ['a=b', 'a=b'],
    ['a,"b"', '"a,""b"""'],
    ['a\nb', '"a\nb"'],
  ])('of %j is %s', (value, written) => {
    expect(csvLine([value])).toBe(`${written}\r\n`);
  });
});

it('a table begins with a byte order mark', () => {
  expect(writeCsv([['id'], ['1']])).toBe('\uFEFFid\r\n1\r\n');
});
