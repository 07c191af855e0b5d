/** Imports, one-click opt-outs and devices at the same moment: a withdrawal is never lost, and no import undoes it (promise 3). */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { changePreferences } from '../../functions/devices/change-preferences.ts';
import { unsubscribe } from '../../functions/pages/unsubscribe.ts';
import { createKeyring, sha256 } from '../../shared/adapters/keyring.ts';
import { createPeopleStore, type PeopleStore } from '../../shared/adapters/people-store.ts';
import { etagOf } from '../../shared/api/etag.ts';
import { PreconditionFailed } from '../../shared/domain/faults.ts';
import { parseImportLine } from '../../shared/domain/import-line.ts';
import { type LedgerEntry, verifyChain } from '../../shared/domain/ledger.ts';
import type { PersonRecord } from '../../shared/domain/person.ts';
import { importPeople } from '../../shared/use-cases/import-people.ts';
import { randomTurns } from '../support/crash-world.ts';
import { cellsOf } from '../support/import-file.ts';
import { createMemoryTable } from '../support/memory-table.ts';

const now = '2026-11-23T12:00:00.000Z';
const keyring = createKeyring({ seed: 'a seed that is long enough for every test here' });
const channels = ['email', 'push'] as const;
type Channel = (typeof channels)[number];

const choices = fc.constantFrom('granted' as const, 'denied' as const, undefined);
const acts = fc.oneof(
  fc.record({
    kind: fc.constant('import' as const),
    email: fc.constantFrom('a@example.com', 'b@example.com'),
    grants: fc.constantFrom('2026-11-01', '2026-11-20'),
    count: fc.integer({ min: 1, max: 3 }),
  }),
  fc.record({ kind: fc.constant('one-click' as const) }),
  fc.record({ kind: fc.constant('device' as const), email: choices, push: choices }),
);
type Act = typeof acts extends fc.Arbitrary<infer One> ? One : never;

function createScene(latency: () => Promise<void>) {
  const people = createPeopleStore(createMemoryTable(latency));

  async function importLine(email: string, grants: string | undefined) {
    const answer = grants
      ? {
          emailMarketing: 'granted',
          emailMarketingAt: grants,
          pushMarketing: 'granted',
          pushMarketingAt: grants,
        }
      : {};
    const parsed = parseImportLine(
      cellsOf({ externalId: 'x', country: 'DE', email, deviceToken: 'token', evidence: 'form', ...answer }),
      now,
    );
    if (!parsed.ok) throw new Error('The line is not as given');
    return importPeople({ people, keyring }, [{ line: 2, parsed: parsed.line }], {
      now,
      importId: 'imp_1',
      dryRun: false,
    });
  }

  async function load(): Promise<PersonRecord> {
    const hash = keyring.hashAddress('external', 'x');
    const lookup = (await people.findByHashes([hash])).get(hash);
    const record = lookup?.kind === 'person' ? await people.load(lookup.personId) : undefined;
    if (!record) throw new Error('The person has gone');
    return record;
  }

  return { people, importLine, load };
}

type Scene = ReturnType<typeof createScene>;

/** A device reads its preferences, thinks, and sends a change with the version it saw. */
async function changeOnDevice(
  scene: Scene,
  marketing: Partial<Record<Channel, 'granted' | 'denied'>>,
  think: () => Promise<void>,
) {
  const seen = await scene.load();
  const contact = seen.contacts.find(({ channel }) => channel === 'push');
  const device = { personId: seen.person.id, contactId: contact?.id ?? '' };
  await think();
  const request = { change: { marketing }, ifMatch: etagOf(seen.person.version), now };
  try {
    const { version } = await changePreferences(scene, device, request);
    const grants = Object.values(marketing).includes('granted');
    if (grants) expect(version - seen.person.version).toBeLessThanOrEqual(1);
  } catch (error) {
    if (!(error instanceof PreconditionFailed)) throw error;
  }
}

async function perform(scene: Scene, act: Act, think: () => Promise<void>): Promise<void> {
  switch (act.kind) {
    case 'import':
      for (let time = 0; time < act.count; time++) await scene.importLine(act.email, act.grants);
      return;
    case 'one-click': {
      const { person } = await scene.load();
      const saved = await unsubscribe(scene.people, { personId: person.id, source: 'one-click', now });
      expect(saved?.record.person.refusals.email).toBeDefined();
      return;
    }
    case 'device':
      return changeOnDevice(
        scene,
        { ...(act.email && { email: act.email }), ...(act.push && { push: act.push }) },
        think,
      );
  }
}

const isOf = (channel: Channel) => (entry: LedgerEntry) =>
  entry.purpose === 'marketing' && entry.channel === channel;
const isOwn = ({ source }: LedgerEntry) => source !== 'import';

/** No import granted over the last word of the person. */
function expectNoImportOverRefusal(words: readonly LedgerEntry[]) {
  for (const [index, word] of words.entries()) {
    const lastOwn = words.slice(0, index).findLast(isOwn);
    if (!isOwn(word)) expect(lastOwn?.state).not.toBe('denied');
  }
}

async function expectLastWordHolds(people: PeopleStore, { person, contacts }: PersonRecord) {
  const ledger = await people.readLedger(person.id);
  expect(verifyChain(ledger, person.ledgerHead?.hash, sha256)).toEqual({ valid: true });
  for (const channel of channels) {
    const words = ledger.filter(isOf(channel));
    expectNoImportOverRefusal(words);
    if (words.findLast(isOwn)?.state !== 'denied') continue;
    for (const contact of contacts.filter((one) => one.channel === channel))
      expect(contact.marketing.state).toBe('denied');
  }
}

describe('withdrawals in races', () => {
  it('are never lost, and never undone by an import or by a grant that did not see them (P-15, N-09)', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(acts, { minLength: 2, maxLength: 8 }), fc.nat(), async (all, seed) => {
        const turns = randomTurns(seed);
        const scene = createScene(() => turns(4));
        await scene.importLine('a@example.com', '2026-10-01');
        await Promise.all(
          all.map(async (act) => {
            await turns(12);
            await perform(scene, act, () => turns(20));
          }),
        );
        const record = await scene.load();
        await expectLastWordHolds(scene.people, record);
        const ledger = await scene.people.readLedger(record.person.id);
        const refusals = ledger.filter(
          ({ source, state, channel }) => channel === 'email' && state === 'denied' && source === 'one-click',
        );
        const wanted = all.some(({ kind }) => kind === 'one-click');
        const refusedOnDevice = ledger.some(
          ({ source, state, channel }) => channel === 'email' && state === 'denied' && source === 'app',
        );
        if (wanted && !refusedOnDevice) expect(refusals.length).toBeGreaterThan(0);
      }),
      { numRuns: 150 },
    );
  });
});
