/** An uploaded import: it goes on where it stopped, one run at a time, and never twice (N-30). */
import { describe, expect, it } from '@jest/globals';
import { continueImport } from '../../functions/import-people/continue-import.ts';
import { createImportStore } from '../../shared/adapters/import-store.ts';
import type { Wakeup } from '../../shared/adapters/queues.ts';
import { createImport } from '../../shared/domain/import-state.ts';
import { importIdOf, leaseSeconds } from '../../shared/use-cases/run-import.ts';
import { csvOf } from '../support/import-file.ts';
import { createUpload } from '../support/import-upload.ts';
import { createMemoryTable } from '../support/memory-table.ts';

const lines = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ country: 'DE', externalId: `p${index}` }));

describe('a run', () => {
  it('imports the file, counts every line, and reports the rejected ones', async () => {
    const upload = createUpload(csvOf([...lines(450), { country: 'XX' }]));
    await upload.create();
    expect(await upload.run()).toEqual({ kind: 'done' });
    expect(await upload.load()).toMatchObject({
      state: 'completed',
      counts: { lines: 451, accepted: 450, unchanged: 0, rejected: 1 },
    });
    const [key, report = ''] = [...upload.reports][0] ?? [];
    expect(key).toBe('import-reports/imp_1.ndjson');
    expect(JSON.parse(report)).toMatchObject({ line: 452 });
  });

  it('stops when its time is over, and the next goes on from there', async () => {
    const upload = createUpload(csvOf(lines(700)));
    await upload.create();
    let steps = 0;
    expect(await upload.run(() => ++steps < 2)).toEqual({ kind: 'unfinished' });
    const halfway = await upload.load();
    expect(halfway).toMatchObject({ state: 'running', counts: { lines: 400, accepted: 400 } });
    expect(halfway.leaseUntil).toBeUndefined();
    expect(await upload.run()).toEqual({ kind: 'done' });
    expect(await upload.load()).toMatchObject({
      state: 'completed',
      counts: { lines: 700, accepted: 700, unchanged: 0 },
    });
  });

  it('does nothing for an import that is finished, or that nobody asked for', async () => {
    const upload = createUpload(csvOf(lines(3)));
    expect(await upload.run()).toEqual({ kind: 'done' });
    expect(upload.world.table.all()).toEqual([]);
    await upload.create();
    await upload.run();
    const before = upload.world.table.all();
    expect(await upload.run()).toEqual({ kind: 'done' });
    expect(upload.world.table.all()).toEqual(before);
  });

  it('leaves an import alone that another run holds, until the lease of that run has ended', async () => {
    const upload = createUpload(csvOf(lines(500)));
    await upload.create();
    const crashing = { people: { ...upload.world.people, save: () => Promise.reject(new Error('crash')) } };
    await expect(upload.run(() => true, crashing)).rejects.toThrow('crash');
    expect(await upload.run()).toMatchObject({ kind: 'busy' });
    upload.pass(leaseSeconds);
    expect(await upload.run()).toEqual({ kind: 'done' });
    expect((await upload.load()).counts).toMatchObject({ lines: 500, accepted: 500 });
  });

  it('of two that start at the same time, only one goes on', async () => {
    const upload = createUpload(csvOf(lines(300)));
    await upload.create();
    const kinds = (await Promise.all([upload.run(), upload.run()])).map(({ kind }) => kind);
    expect(kinds.sort()).toEqual(['busy', 'done']);
    expect((await upload.load()).counts.lines).toBe(300);
  });

  it('does not write any more when another has taken over', async () => {
    const upload = createUpload(csvOf(lines(500)));
    await upload.create();
    const taken = { done: false };
    const slow = async () => {
      if (taken.done) return;
      taken.done = true;
      upload.pass(leaseSeconds + 1);
      expect(await upload.run()).toEqual({ kind: 'done' });
    };
    const people = {
      ...upload.world.people,
      save: async (changes: Parameters<typeof upload.world.people.save>[0]) => {
        await slow();
        return upload.world.people.save(changes);
      },
    };
    expect(await upload.run(() => true, { people })).toMatchObject({ kind: 'busy' });
    const { state, counts } = await upload.load();
    expect([state, counts.lines, counts.accepted + counts.unchanged]).toEqual(['completed', 500, 500]);
    expect(await upload.world.everybody()).toHaveLength(500);
  });

  it('judges only, in a dry run', async () => {
    const upload = createUpload(csvOf(lines(3)), { dryRun: true });
    await upload.create();
    await upload.run();
    expect((await upload.load()).counts.accepted).toBe(3);
    expect(await upload.world.everybody()).toEqual([]);
  });
});

describe('a file that cannot be read as a whole fails the import, and nothing is stored', () => {
  it.each([
    [
      'another encoding after thousands of lines',
      Buffer.concat([Buffer.from(csvOf(lines(3000))), Buffer.from('M\u00fc', 'latin1')]),
      'line 3002',
    ],
    ['a header of something else', 'name,mail\nKim,kim@example.com\n', 'externalId'],
    ['nothing', '', 'header'],
  ])('%s', async (_name, content, field) => {
    const upload = createUpload(content);
    await upload.create();
    expect(await upload.run()).toEqual({ kind: 'done' });
    const { state, error, counts } = await upload.load();
    expect([state, counts.lines, error?.errors[0]?.field]).toEqual(['failed', 0, field]);
    expect(await upload.world.everybody()).toEqual([]);
  });
});

describe('the function', () => {
  function watched(content: string) {
    const upload = createUpload(content);
    const sent: Wakeup[] = [];
    const queue = {
      queueUrl: 'queue',
      send: async (_url: string, wakeups: readonly Wakeup[]) => void sent.push(...wakeups),
    };
    const wake = (remainingMs: number, key = 'imports/imp_1.csv') =>
      continueImport(
        { ...upload.deps, queue },
        { bucket: 'files', key },
        { clock: upload.clock, remainingMs: () => remainingMs },
      );
    return { upload, sent, wake };
  }

  it('has somebody look after the import when it should crash, and stops a minute before its end', async () => {
    const { upload, sent, wake } = watched(csvOf(lines(500)));
    await upload.create();
    await wake(59_000);
    expect(sent.map(({ body, delaySeconds }) => [body, delaySeconds])).toEqual([
      [{ name: 'continue-import', version: 1, importId: 'imp_1' }, leaseSeconds + 30],
      [{ name: 'continue-import', version: 1, importId: 'imp_1' }, 0],
    ]);
    await wake(600_000);
    expect((await upload.load()).state).toBe('completed');
    sent.length = 0;
    await wake(600_000);
    expect(sent).toEqual([]);
  });

  it('leaves files alone that are no import', async () => {
    const { sent, wake } = watched('');
    for (const key of ['imports/other.csv', 'imports/imp_1.csv/x', 'import-reports/imp_1.ndjson'])
      await wake(600_000, key);
    expect(sent).toEqual([]);
    expect(importIdOf('imports/imp_01ABC.csv')).toBe('imp_01ABC');
  });
});

it('the store keeps the first import of an id, and forgets it after 30 days', async () => {
  const table = createMemoryTable();
  const imports = createImportStore(table);
  const state = createImport({
    id: 'imp_1',
    dryRun: false,
    createdBy: 'a',
    createdAt: '2026-11-23T12:00:00.000Z',
  });
  expect(await imports.create(state)).toBe(true);
  expect(await imports.create({ ...state, createdBy: 'b' })).toBe(false);
  expect((await imports.load('imp_1'))?.createdBy).toBe('a');
  expect(table.all()[0]?.['ttl']).toBe(Date.parse('2026-12-23T12:00:00.000Z') / 1000);
});
