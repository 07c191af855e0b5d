/**
 * Runs an uploaded import: as far as the time allows, from where the last run stopped. One run at a time holds the import by a lease;
 * a run that crashed is followed by another when its lease has ended. A finished import is never run again.
 */

import { requireUtf8 } from '../adapters/csv-header.ts';
import type { Files, StoredFile } from '../adapters/files.ts';
import type { ImportStore, RejectedLine } from '../adapters/import-store.ts';
import { InvalidInput } from '../domain/faults.ts';
import { addCounts, type ImportState, isFinished, noCounts } from '../domain/import-state.ts';
import { addSeconds } from '../domain/local-time.ts';
import type { Instant } from '../domain/vocabulary.ts';
import { countsOf, type ImportStep, importFile } from './import-file.ts';
import type { ImportContext, ImportDeps } from './import-people.ts';

export interface RunImportDeps extends ImportDeps {
  imports: Pick<ImportStore, 'load' | 'advance' | 'listRejected'>;
  files: Pick<Files, 'describe' | 'read' | 'write'>;
}

export interface RunTime {
  clock: () => Instant;
  /** Whether there is time for another step. */
  mayGoOn: () => boolean;
}

/**
 * `done`: there is nothing left to do. `unfinished`: the time was over. `busy`: another run has it, at most until then.
 */
export type ImportRun = { kind: 'done' } | { kind: 'unfinished' } | { kind: 'busy'; until: Instant };

/** How long a run may be silent before another takes over. */
export const leaseSeconds = 120;
/** What a file may hold: a few million people. */
const maxFileBytes = 1024 ** 3;
const linesPerCheckpoint = 1000;
const longestReason = 250;
const maxReported = 100_000;

/** The key of an import's file. */
export function importFileKey(importId: string): string {
  return `imports/${importId}.csv`;
}

/** The key of an import's report: its rejected lines as NDJSON. */
export function importReportKey(importId: string): string {
  return `import-reports/${importId}.ndjson`;
}

/** The import whose file lies under the key; undefined for other files. */
export function importIdOf(key: string): string | undefined {
  return /^imports\/(imp_[A-Za-z0-9]+)\.csv$/.exec(key)?.[1];
}

/** Goes on with an import. An id without an import is done: nobody asked for it, or it is older than the store keeps. */
export async function runImport(deps: RunImportDeps, importId: string, time: RunTime): Promise<ImportRun> {
  const before = await deps.imports.load(importId);
  if (!before || isFinished(before)) return { kind: 'done' };
  const now = time.clock();
  if (before.leaseUntil !== undefined && before.leaseUntil > now)
    return { kind: 'busy', until: before.leaseUntil };
  const file = await deps.files.describe(importFileKey(importId));
  const claimed = claim(before, file, now);
  if (!(await deps.imports.advance(before, claimed)))
    return { kind: 'busy', until: addSeconds(now, leaseSeconds) };
  const progress = { state: claimed };
  try {
    return await importRest(deps, progress, { bytes: file.bytes, etag: claimed.etag ?? file.etag }, time);
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    await deps.imports.advance(progress.state, failed(progress.state, error));
    return { kind: 'done' };
  }
}

function claim(before: ImportState, file: StoredFile, now: Instant): ImportState {
  return {
    ...before,
    state: 'running',
    attempt: before.attempt + 1,
    leaseUntil: addSeconds(now, leaseSeconds),
    etag: before.etag ?? file.etag,
  };
}

function failed(state: ImportState, { message, errors }: InvalidInput): ImportState {
  return {
    ...state,
    state: 'failed',
    leaseUntil: undefined,
    error: { detail: message, errors: [...errors] },
  };
}

async function importRest(
  deps: RunImportDeps,
  progress: { state: ImportState },
  file: StoredFile,
  time: RunTime,
): Promise<ImportRun> {
  const { state } = progress;
  if (file.bytes > maxFileBytes) throw new InvalidInput('The file is larger than 1 GB: split it.');
  const open = (fromByte: number) => deps.files.read(importFileKey(state.id), file, fromByte);
  if (!state.next) await requireUtf8(open);
  const steps = importFile(deps, open, () => contextOf(state, time.clock()), state.next);
  let waiting: ImportStep[] = [];
  for await (const step of steps) {
    waiting.push(step);
    const goesOn = time.mayGoOn();
    if (goesOn && countLines(waiting) < linesPerCheckpoint) continue;
    if (
      !(await checkpoint(
        deps,
        progress,
        waiting,
        goesOn ? addSeconds(time.clock(), leaseSeconds) : undefined,
      ))
    ) {
      return { kind: 'busy', until: addSeconds(time.clock(), leaseSeconds) };
    }
    if (!goesOn) return { kind: 'unfinished' };
    waiting = [];
  }
  await writeReport(deps, state.id, waiting);
  const isMine = await checkpoint(deps, progress, waiting, undefined, 'completed');
  return isMine ? { kind: 'done' } : { kind: 'busy', until: addSeconds(time.clock(), leaseSeconds) };
}

/** Written before the import is complete, so that whoever sees it complete finds the report. */
async function writeReport(
  deps: RunImportDeps,
  importId: string,
  last: readonly ImportStep[],
): Promise<void> {
  const earlier = await deps.imports.listRejected(importId, maxReported);
  const rejected = [...earlier, ...last.flatMap(({ result }) => result.rejected).map(shortened)];
  if (rejected.length === 0) return;
  const lines = rejected.slice(0, maxReported).map((line) => `${JSON.stringify(line)}\n`);
  await deps.files.write(importReportKey(importId), lines.join(''), 'application/x-ndjson');
}

function contextOf({ id, createdBy, dryRun, office }: ImportState, now: Instant): ImportContext {
  return { now, importId: id, evidence: `import by ${createdBy}`, dryRun, office };
}

function countLines(steps: readonly ImportStep[]): number {
  return steps.reduce((sum, { lines }) => sum + lines, 0);
}

/** Writes how far the import is. False: another run took over, so this one must stop. */
async function checkpoint(
  deps: RunImportDeps,
  progress: { state: ImportState },
  steps: readonly ImportStep[],
  leaseUntil: Instant | undefined,
  state: ImportState['state'] = 'running',
): Promise<boolean> {
  const before = progress.state;
  const rejected = steps.flatMap(({ result }) => result.rejected).map(shortened);
  const counts = steps.reduce((sum, step) => addCounts(sum, countsOf(step)), noCounts);
  const after = {
    ...before,
    state,
    leaseUntil,
    next: steps.at(-1)?.next ?? before.next,
    counts: addCounts(before.counts, counts),
    rejectedRows: before.rejectedRows + (rejected.length > 0 ? 1 : 0),
  };
  progress.state = after;
  return deps.imports.advance(before, after, rejected);
}

function shortened({ line, reason }: RejectedLine): RejectedLine {
  return { line, reason: reason.slice(0, longestReason) };
}
