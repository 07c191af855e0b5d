/** The sample data of a fresh start obeys the rules of the import. */
import { expect, it } from '@jest/globals';
import { samplePeopleCsv } from '../../infra/local/sample-people.ts';
import { importColumns } from '../../shared/domain/import-cells.ts';
import { parseImportLine } from '../../shared/domain/import-line.ts';

const now = new Date('2026-11-23T12:00:00.000Z');
const [header = '', ...lines] = samplePeopleCsv(now).trimEnd().split('\n');

it('has every column of the contract, and only lines that the import takes', () => {
  expect(header.split(',').sort()).toEqual([...importColumns].sort());
  const names = header.split(',');
  const parsed = lines.map((line) => {
    const values = line.split(',');
    const cells = Object.fromEntries(importColumns.map((name) => [name, values[names.indexOf(name)] ?? '']));
    return parseImportLine(cells as never, now.toISOString());
  });
  expect(parsed.filter(({ ok }) => !ok)).toEqual([]);
});

it('speaks of people in many countries, each once, and says the same each time', () => {
  const ids = lines.map((line) => line.split(',')[0]);
  expect(ids).toHaveLength(60);
  expect(new Set(ids).size).toBe(60);
  expect(new Set(lines.map((line) => line.split(',')[1])).size).toBe(20);
  expect(samplePeopleCsv(now)).toBe(samplePeopleCsv(new Date(now)));
});
