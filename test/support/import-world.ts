/** An import in memory: lines in, people out. */
import { createImportStore } from '../../shared/adapters/import-store.ts';
import { createKeyring } from '../../shared/adapters/keyring.ts';
import { createPeopleStore } from '../../shared/adapters/people-store.ts';
import type { Cells } from '../../shared/domain/import-cells.ts';
import { addCounts, noCounts } from '../../shared/domain/import-state.ts';
import type { PersonRecord } from '../../shared/domain/person.ts';
import { countsOf, importFile } from '../../shared/use-cases/import-file.ts';
import type { ImportContext } from '../../shared/use-cases/import-people.ts';
import { csvOf, fileOf } from './import-file.ts';
import { createMemoryTable } from './memory-table.ts';

export function createImportWorld(latency?: () => Promise<void>) {
  const table = createMemoryTable(latency);
  const people = createPeopleStore(table);
  const keyring = createKeyring({ seed: 'k'.repeat(32) });
  const imports = createImportStore(table);

  /** Imports lines as one file. */
  async function take(lines: readonly Partial<Cells>[], given: Partial<ImportContext> = {}) {
    return takeFile(csvOf(lines), given);
  }

  async function takeFile(csv: string, given: Partial<ImportContext> = {}) {
    const context = { now: '2026-11-23T12:00:00.000Z', importId: 'imp_1', dryRun: false, ...given };
    let counts = noCounts;
    const rejected: { line: number; reason: string }[] = [];
    for await (const step of importFile({ people, keyring }, fileOf(csv), () => context)) {
      counts = addCounts(counts, countsOf(step));
      rejected.push(...step.result.rejected);
    }
    return { ...counts, rejected };
  }

  /** The person of an external id or email address. */
  async function find(
    kind: 'external' | 'email' | 'token' | 'phone',
    address: string,
  ): Promise<PersonRecord | undefined> {
    const hash = keyring.hashAddress(kind, address);
    const lookup = (await people.findByHashes([hash])).get(hash);
    return lookup?.kind === 'person' ? people.load(lookup.personId) : undefined;
  }

  async function known(
    kind: 'external' | 'email' | 'token' | 'phone',
    address: string,
  ): Promise<PersonRecord> {
    const record = await find(kind, address);
    if (!record) throw new Error(`Nobody has ${address}`);
    return record;
  }

  /** All people, in the order of their external ids or addresses. */
  async function everybody(): Promise<PersonRecord[]> {
    const ids = table.all().flatMap(({ pk, sk }) => (sk === 'PROFILE' ? [pk.slice('PERSON#'.length)] : []));
    const records = await Promise.all(ids.map((id) => people.load(id)));
    return records.flatMap((record) => (record ? [record] : []));
  }

  return { table, people, keyring, imports, take, takeFile, find, known, everybody };
}
