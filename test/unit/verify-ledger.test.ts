/** The command that checks a ledger by itself: whole, or broken and where (N-12). */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from '@jest/globals';
import type { LedgerEntry } from '../../shared/domain/ledger.ts';
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
  ])('finds an entry that was %s, and where', (_, seen, place) => {
    const { code, text } = verify({ head, entries: seen });
    expect(code).toBe(1);
    expect(text).toContain(place);
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

  it('says how it is used when nothing is named', () => {
    const { status, stderr } = spawnSync(process.execPath, [command], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([2, expect.stringContaining('Usage:')]);
  });
});
