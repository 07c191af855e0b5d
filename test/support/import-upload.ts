/** An uploaded import in memory: its file, its state, and runs that stop or crash where a test wants. */
import type { StoredFile } from '../../shared/adapters/files.ts';
import { createImport, type ImportState } from '../../shared/domain/import-state.ts';
import { addSeconds } from '../../shared/domain/local-time.ts';
import { type RunImportDeps, runImport } from '../../shared/use-cases/run-import.ts';
import { fileOf } from './import-file.ts';
import { createImportWorld } from './import-world.ts';

const start = '2026-11-23T12:00:00.000Z';

export function createUpload(csv: string | Uint8Array, given: Partial<ImportState> = {}) {
  const world = createImportWorld();
  const state: ImportState = {
    ...createImport({ id: 'imp_1', dryRun: false, createdBy: 'admin', createdAt: start }),
    ...given,
  };
  const stored = { content: csv, etag: '"1"' };
  const reports = new Map<string, string>();
  const file = (): StoredFile => ({ bytes: Buffer.from(stored.content).length, etag: stored.etag });
  const deps: RunImportDeps = {
    people: world.people,
    keyring: world.keyring,
    imports: world.imports,
    files: {
      describe: async () => file(),
      read: (_key, _file, fromByte) => bytesOf(fileOf(stored.content, 1000)(fromByte)),
      write: async (key, text) => {
        reports.set(key, text);
      },
    },
  };
  let seconds = 0;
  const clock = () => addSeconds(start, seconds++);
  return {
    world,
    deps,
    stored,
    reports,
    clock,
    create: () => world.imports.create(state),
    /** Time passes, so that a lease ends. */
    pass: (more: number) => {
      seconds += more;
    },
    run: (mayGoOn: () => boolean = () => true, changed: Partial<RunImportDeps> = {}) =>
      runImport({ ...deps, ...changed }, state.id, { clock, mayGoOn }),
    load: async () => {
      const loaded = await world.imports.load(state.id);
      if (!loaded) throw new Error('The import is gone');
      return loaded;
    },
  };
}

async function* bytesOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* bytes;
}
