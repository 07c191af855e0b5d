/** The command that checks a ledger by itself: whole, or broken and where (N-12). */
import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from '@jest/globals';
import { sha256 } from '../../shared/adapters/keyring.ts';
import { type LedgerEntry, seal } from '../../shared/domain/ledger.ts';
import type { Answer } from '../../shared/domain/preferences.ts';
import { buildChange } from '../../shared/use-cases/change-person.ts';
import { givenRecord } from '../support/histories.ts';

const command = fileURLToPath(new URL('../../infra/commands/verify-ledger.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'xperia-notify-ledger-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const answers: Answer[] = [
  { purpose: 'marketing', channel: 'email', state: 'granted' },
  { purpose: 'profiling', state: 'granted' },
  { purpose: 'marketing', channel: 'email', state: 'denied' },
];
const context = { now: '2026-12-01T10:00:00.000Z', source: 'account', actor: { kind: 'person' } } as const;
const { change } = buildChange(undefined, givenRecord({ country: 'DE', office: 'de' }), answers, context);
const entries: readonly LedgerEntry[] = change?.entries ?? [];
const head = change?.after.person.ledgerHead;

/** Another entry in the same chain, which the profile does not know. */
function sealedAfter(last: LedgerEntry | undefined): LedgerEntry {
  if (!last) throw new Error('There is no entry');
  const { hash, previousHash: _previous, ...event } = last;
  return seal({ ...event, id: 'added', state: 'granted' }, hash, sha256);
}

/** The command beside the test, which may have to answer it. */
function run(args: readonly string[]): Promise<{ code: number; text: string }> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [command, ...args], (_, stdout, stderr) =>
      resolve({ code: child.exitCode ?? -1, text: `${stdout}${stderr}`.trim() }),
    );
  });
}

function verify(content: unknown): { code: number | null; text: string } {
  const file = join(folder, 'ledger.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, file], { encoding: 'utf8' });
  return { code: status, text: `${stdout}${stderr}`.trim() };
}

describe('npm run ledger', () => {
  it('says that a ledger is whole', () => {
    expect(verify({ valid: true, head, entries })).toEqual({
      code: 0,
      text: 'Whole: 3 entries, each in its place and unchanged.',
    });
  });

  it('reads standard input', () => {
    const input = JSON.stringify({ head, entries });
    const { status, stdout } = spawnSync(process.execPath, [command, '-'], { encoding: 'utf8', input });
    expect([status, stdout]).toEqual([0, expect.stringContaining('Whole: 3 entries')]);
  });

  it('says so when the end cannot be checked', () => {
    expect(verify({ entries }).text).toContain('an end that was cut off would not show');
  });

  it.each<[string, LedgerEntry[], string]>([
    [
      'changed',
      entries.map((entry, index) => (index === 2 ? { ...entry, state: 'granted' } : entry)),
      'entry 3 of 3',
    ],
    ['removed', entries.filter((_, index) => index !== 1), 'entry 2 of 2'],
    ['reordered', [entries[1], entries[0], entries[2]].flatMap((entry) => entry ?? []), 'entry 1 of 3'],
    ['cut off', entries.slice(0, 2), 'after 2 entries'],
    ['left out with all others', [], 'after 0 entries'],
    ['repeated', [...entries, ...entries.slice(2)], 'entry 4 of 4'],
    ['put in at the end with a seal that fits', [...entries, sealedAfter(entries.at(-1))], 'entry 4 of 4'],
    ['written over', entries.map((entry) => ({ ...entry, note: 'said yes on the phone' })), 'entry 1 of 3'],
    [
      'given another witness',
      entries.map((entry) => ({ ...entry, actor: { ...entry.actor, name: 'A' } })),
      'entry 1 of 3',
    ],
  ])('finds an entry that was %s, and where', (_, seen, place) => {
    const { code, text } = verify({ head, entries: seen });
    expect(code).toBe(1);
    expect(text).toContain(`Broken ${place.startsWith('entry') ? 'at ' : ''}${place}`);
    expect(text.split('\n')).toHaveLength(1);
  });

  it('names the entry that the profile knows as the last one when it is not there', () => {
    expect(verify({ head, entries: entries.slice(0, 2) }).text).toContain(String(head?.id));
    expect(verify({ head, entries: [...entries, sealedAfter(entries.at(-1))] }).text).toContain(
      'put in after',
    );
  });

  it.each(['not json', '{"entries":[{"id":1}]}', '[]'])(
    'says of %j in one line that it is no ledger',
    (content) => {
      const { code, text } = verify(content);
      expect(code).toBe(2);
      expect(text.split('\n')).toHaveLength(1);
      expect(text).toContain('This is no ledger');
    },
  );

  it.each([
    [['/no/such/ledger.json'], 'The file /no/such/ledger.json cannot be read.'],
    [['--url', 'localhost', '--person', 'p', '--token', 't'], '--url is no address'],
    [['--url', 'http://127.0.0.1:1', '--person', 'p', '--token', 't'], 'http://127.0.0.1:1 does not answer.'],
    [['--color'], "Unknown option '--color'"],
  ])('says of %j in one line what is wrong with it', async (args, words) => {
    const { code, text } = await run(args);
    expect([code, text.split('\n').length]).toEqual([2, 1]);
    expect(text).toContain(words);
  });

  it('fetches the ledger as staff who say why (P-20), and does not show the token', async () => {
    const asked: unknown[] = [];
    const server = createServer(({ url, headers }, response) => {
      asked.push([url, headers.authorization, headers['x-purpose']]);
      response.statusCode = url?.includes('per_1') ? 200 : 403;
      response.end(JSON.stringify({ valid: true, head, entries }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const at = ['--url', `http://127.0.0.1:${port}`, '--token', 'secret'];
    const known = await run([...at, '--person', 'per_1', '--purpose', 'complaint 7']);
    const foreign = await run([...at, '--person', 'a/b']);
    server.close();
    expect(known).toEqual({ code: 0, text: expect.stringContaining('Whole: 3 entries') });
    expect([foreign.code, foreign.text]).toEqual([2, expect.stringContaining('answered 403')]);
    expect(foreign.text).not.toContain('secret');
    expect(asked).toEqual([
      ['/people/per_1/ledger', 'Bearer secret', 'complaint 7'],
      ['/people/a%2Fb/ledger', 'Bearer secret', 'verification of the ledger'],
    ]);
  });

  it('says how it is used when nothing is named', () => {
    const { status, stderr } = spawnSync(process.execPath, [command], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([2, expect.stringContaining('Usage:')]);
  });
});
