/** How many people a second the import takes, and how much memory it needs (docs: numbers to hold). Prints, asserts nothing. */
import { createKeyring } from '../../shared/adapters/keyring.ts';
import { createPeopleStore } from '../../shared/adapters/people-store.ts';
import { importFile } from '../../shared/use-cases/import-file.ts';
import type { ImportDeps } from '../../shared/use-cases/import-people.ts';
import { withBenchTable } from './bench-table.ts';
import { peopleFile } from './generate-people.ts';

export interface ImportBench {
  people: number;
  firstPerSecond: number;
  /** The same file again, with one attribute of nobody changed. */
  againPerSecond: number;
  peakRssMegabytes: number;
}

/** Imports a file of `people` lines into a fresh engine, twice. */
export async function benchImport(people = 20_000): Promise<ImportBench> {
  return withBenchTable(async (table) => {
    const deps = {
      people: createPeopleStore(table),
      keyring: createKeyring({ seed: 'b'.repeat(32) }),
    };
    const first = await measure(deps, people);
    const again = await measure(deps, people);
    return {
      people,
      firstPerSecond: first.perSecond,
      againPerSecond: again.perSecond,
      peakRssMegabytes: Math.max(first.peakRssMegabytes, again.peakRssMegabytes),
    };
  });
}

async function measure(deps: ImportDeps, people: number) {
  const began = performance.now();
  let lines = 0;
  let peakRss = 0;
  const context = () => ({ now: new Date().toISOString(), importId: 'imp_bench', dryRun: false });
  for await (const step of importFile(deps, peopleFile(people), context)) {
    lines += step.lines;
    peakRss = Math.max(peakRss, process.memoryUsage.rss());
  }
  const seconds = (performance.now() - began) / 1000;
  return { perSecond: Math.round(lines / seconds), peakRssMegabytes: Math.round(peakRss / 2 ** 20) };
}
