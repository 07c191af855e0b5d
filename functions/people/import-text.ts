/** Imports a file that came as the body of the request. */
import { requireUtf8 } from '../../shared/adapters/csv-header.ts';
import type { StaffActor } from '../../shared/domain/actor.ts';
import { addCounts, noCounts } from '../../shared/domain/import-state.ts';
import type { Instant } from '../../shared/domain/vocabulary.ts';
import { countsOf, importFile } from '../../shared/use-cases/import-file.ts';
import type { RejectedLine } from '../../shared/use-cases/import-people.ts';
import type { PeopleDeps } from './deps.ts';
import { importScope } from './import-scope.ts';

export interface TextImport {
  csv: string;
  dryRun: boolean;
  actor: StaffActor;
  requestId: string;
  now: Instant;
}

/** An answer holds at most 6 MB: the rest of the rejected lines is counted only. */
const maxRejectedShown = 10_000;

/** @throws InvalidInput when the file as a whole cannot be read: nothing is stored then */
export async function importText(deps: Pick<PeopleDeps, 'people' | 'keyring'>, request: TextImport) {
  const { actor, dryRun, now } = request;
  const bytes = Buffer.from(request.csv);
  const context = {
    now,
    importId: request.requestId,
    evidence: `import by ${actor.user}`,
    dryRun,
    office: importScope(actor),
  };
  const open = async function* open(fromByte: number) {
    yield bytes.subarray(fromByte);
  };
  await requireUtf8(open);
  let counts = noCounts;
  const rejected: RejectedLine[] = [];
  for await (const step of importFile(deps, open, () => context)) {
    counts = addCounts(counts, countsOf(step));
    rejected.push(...step.result.rejected.slice(0, maxRejectedShown - rejected.length));
  }
  return {
    ...counts,
    rejected,
    ...(counts.rejected > rejected.length ? { rejectedInAll: counts.rejected } : {}),
    dryRun,
  };
}
