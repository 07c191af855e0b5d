/** Runs an import as long as the invocation may, and makes sure that somebody goes on with it. */
import { type ContinueImport, continueImportName } from '../../events/continue-import.ts';
import type { SendWakeups } from '../../shared/adapters/queues.ts';
import { isFinished } from '../../shared/domain/import-state.ts';
import type { Instant } from '../../shared/domain/vocabulary.ts';
import {
  importIdOf,
  leaseSeconds,
  type RunImportDeps,
  runImport,
} from '../../shared/use-cases/run-import.ts';

export interface ContinueDeps extends RunImportDeps {
  queue: { send: SendWakeups; queueUrl: string };
}

/** A new file under `imports/`, or a message of this function to itself. */
export type ImportWakeup = ContinueImport | { bucket: string; key: string };

interface Time {
  clock: () => Instant;
  remainingMs: () => number;
}

/** Left for the last checkpoint, however slow the tables are. */
const reserveMs = 60_000;
/** When a run crashes, its lease ends before this message arrives, and the import goes on. */
const guardSeconds = leaseSeconds + 30;

/** Does nothing for files that are no import, and for imports that are finished. */
export async function continueImport(
  deps: ContinueDeps,
  wakeup: ImportWakeup,
  { clock, remainingMs }: Time,
): Promise<void> {
  const importId = 'importId' in wakeup ? wakeup.importId : importIdOf(wakeup.key);
  const state = importId === undefined ? undefined : await deps.imports.load(importId);
  if (importId === undefined || !state || isFinished(state)) return;
  await wakeLater(deps, importId, guardSeconds);
  const run = await runImport(deps, importId, { clock, mayGoOn: () => remainingMs() > reserveMs });
  if (run.kind === 'unfinished') await wakeLater(deps, importId, 0);
}

async function wakeLater({ queue }: ContinueDeps, importId: string, delaySeconds: number): Promise<void> {
  const body: ContinueImport = { name: continueImportName, version: 1, importId };
  await queue.send(queue.queueUrl, [{ body, group: importId, delaySeconds }]);
}
