/** Imports a CSV file chunk by chunk: read, parse, import. */
import type { OpenFile } from '../adapters/csv-frames.ts';
import { type CsvLine, readCsv } from '../adapters/csv-lines.ts';
import type { Position } from '../adapters/csv-scan.ts';
import type { FieldError } from '../domain/faults.ts';
import { parseImportLine } from '../domain/import-line.ts';
import type { ImportCounts } from '../domain/import-state.ts';
import {
  type ImportContext,
  type ImportDeps,
  type ImportResult,
  importPeople,
  type RejectedLine,
} from './import-people.ts';
import type { NumberedLine } from './import-rounds.ts';

export interface ImportStep {
  /** Lines of this step; `result` speaks of exactly these. */
  lines: number;
  result: ImportResult;
  /** Where to go on after a break. */
  next: Position;
}

const chunkLines = 200;
const maxReasons = 5;

/** A step as numbers. */
export function countsOf({ lines, result }: ImportStep): ImportCounts {
  const { accepted, unchanged, rejected, refusalsKept } = result;
  return { lines, accepted, unchanged, rejected: rejected.length, refusalsKept };
}

/**
 * Imports a file from its start, or from where an earlier run stopped.
 * @param contextNow is asked once per step, so that what is recorded carries its own time
 * @throws InvalidInput when the header is not that of an import: nothing is stored then
 */
export async function* importFile(
  deps: ImportDeps,
  open: OpenFile,
  contextNow: () => ImportContext,
  from?: Position,
): AsyncGenerator<ImportStep> {
  for await (const { lines, next } of readCsv(open, { chunkLines, from })) {
    yield { lines: lines.length, result: await importLines(deps, lines, contextNow()), next };
  }
}

async function importLines(
  deps: ImportDeps,
  lines: readonly CsvLine[],
  context: ImportContext,
): Promise<ImportResult> {
  const good: NumberedLine[] = [];
  const bad: RejectedLine[] = [];
  for (const line of lines) {
    const parsed = line.ok ? parseImportLine(line.cells, context.now) : undefined;
    if (parsed?.ok) good.push({ line: line.line, parsed: parsed.line });
    else if (parsed) bad.push({ line: line.line, reason: wordsOf(parsed.errors) });
    else if (!line.ok) bad.push({ line: line.line, reason: line.problem });
  }
  const result = await importPeople(deps, good, context);
  return { ...result, rejected: [...bad, ...result.rejected].sort((left, right) => left.line - right.line) };
}

function wordsOf(errors: readonly FieldError[]): string {
  const words = errors.slice(0, maxReasons).map(({ field, message }) => `${field} ${message}`);
  return errors.length > maxReasons ? `${words.join('; ')}; and more` : words.join('; ');
}
