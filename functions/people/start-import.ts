/** Begins an import of a large file, and tells how far it is. */
import { newId } from '../../shared/adapters/identifiers.ts';
import { sha256 } from '../../shared/adapters/keyring.ts';
import type { StaffActor } from '../../shared/domain/actor.ts';
import { Forbidden, NotFound } from '../../shared/domain/faults.ts';
import { createImport } from '../../shared/domain/import-state.ts';
import type { Instant } from '../../shared/domain/vocabulary.ts';
import { importFileKey, importReportKey } from '../../shared/use-cases/run-import.ts';
import type { PeopleDeps } from './deps.ts';
import { importScope } from './import-scope.ts';

export interface ImportRequest {
  dryRun: boolean;
  actor: StaffActor;
  idempotencyKey: string | undefined;
  now: Instant;
}

const uploadSeconds = 3600;
const reportSeconds = 3600;

/** A new import, or the one that the same caller began with the same key, and where to upload its file. */
export async function startImport(deps: Pick<PeopleDeps, 'imports' | 'files'>, request: ImportRequest) {
  const { actor, dryRun, idempotencyKey, now } = request;
  const id = idempotencyKey === undefined ? newId('imp') : idOfRequest(actor.user, idempotencyKey);
  const office = importScope(actor);
  await deps.imports.create(createImport({ id, dryRun, createdBy: actor.user, office, createdAt: now }));
  const upload = await deps.files.presignUpload(importFileKey(id), {
    contentType: 'text/csv',
    expiresSeconds: uploadSeconds,
  });
  return { id, upload };
}

function idOfRequest(user: string, key: string): string {
  return `imp_${sha256(`${user}\n${key}`).slice(0, 26)}`;
}

/** @throws NotFound, Forbidden */
export async function showImport(
  deps: Pick<PeopleDeps, 'imports' | 'files'>,
  importId: string,
  actor: StaffActor,
) {
  const found = await deps.imports.load(importId);
  if (!found) throw new NotFound('There is no import of this id, or it is older than 30 days.');
  const scope = importScope(actor);
  if (scope !== undefined && found.office !== scope)
    throw new Forbidden('This import is not one of your office.');
  const { id, state, dryRun, createdBy, createdAt, counts, error } = found;
  const hasReport = state === 'completed' && counts.rejected > 0;
  const report = hasReport ? await deps.files.presignDownload(importReportKey(id), reportSeconds) : undefined;
  return { id, state, dryRun, createdBy, createdAt, ...counts, error, report };
}
