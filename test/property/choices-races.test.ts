/** Two open tabs, a phone, a mail program and a confirmation link at the same moment: a withdrawal is never lost, and no grant lands on choices that it did not see. */
import { beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { changePreferences } from '../../functions/devices/change-preferences.ts';
import { sha256 } from '../../shared/adapters/keyring.ts';
import { etagOf } from '../../shared/api/etag.ts';
import { PreconditionFailed } from '../../shared/domain/faults.ts';
import { type LedgerEntry, verifyChain } from '../../shared/domain/ledger.ts';
import { randomTurns } from '../support/crash-world.ts';
import { quietTelemetry } from '../support/http-service.ts';
import { createPageWorld, type PageWorld, readForm } from '../support/page-world.ts';

const channels = ['email', 'push'] as const;
type Channel = (typeof channels)[number];

const tab = fc.record({
  kind: fc.constant('tab' as const),
  email: fc.boolean(),
  push: fc.boolean(),
  thinks: fc.integer({ min: 0, max: 30 }),
});
const phone = fc.record({
  kind: fc.constant('phone' as const),
  push: fc.constantFrom('granted' as const, 'denied' as const),
  thinks: fc.integer({ min: 0, max: 30 }),
});
const acts = fc.oneof(
  { weight: 3, arbitrary: tab },
  { weight: 2, arbitrary: phone },
  fc.record({ kind: fc.constant('one-click' as const) }),
  fc.record({ kind: fc.constant('refuse-all' as const) }),
  fc.record({ kind: fc.constant('undo' as const) }),
);
type Act = typeof acts extends fc.Arbitrary<infer One> ? One : never;

/** What was committed: the version, and the entries that came with it. */
interface Commit {
  version: number;
  entries: readonly LedgerEntry[];
}

interface Scene {
  pages: PageWorld;
  commits: Commit[];
  /** Versions that somebody saw before they granted something, by the channel. */
  seen: { channel: Channel; version: number }[];
  turns: (most: number) => Promise<void>;
}

function createScene(seed: number): Scene {
  const turns = randomTurns(seed);
  const pages = createPageWorld(() => turns(4));
  const commits: Commit[] = [];
  const { save } = pages.people;
  pages.deps.people = {
    ...pages.people,
    save: async (changes) => {
      const saved = await save(changes);
      if (saved)
        for (const { after, entries } of changes) commits.push({ version: after.person.version, entries });
      return saved;
    },
  };
  return { pages, commits, seen: [], turns };
}

/** Opens the page, thinks, switches and saves. */
async function useTab(scene: Scene, act: Extract<Act, { kind: 'tab' }>): Promise<void> {
  const { pages, seen, turns } = scene;
  const form = await pages.formOf();
  for (const channel of channels) {
    const name = `marketing.${channel}`;
    if (act[channel]) form[name] = 'granted';
    else delete form[name];
    const isGrant = act[channel] && form[`was.${name}`] !== 'granted';
    if (isGrant) seen.push({ channel, version: Number(form['version']) });
  }
  await turns(act.thinks);
  const { status } = await pages.post('p', { ...form, act: 'save' });
  expect([200, 409]).toContain(status);
}

async function usePhone(scene: Scene, act: Extract<Act, { kind: 'phone' }>): Promise<void> {
  const { pages, seen, turns } = scene;
  const { person } = await pages.load();
  if (act.push === 'granted') seen.push({ channel: 'push', version: person.version });
  await turns(act.thinks);
  const device = { personId: 'per_1', contactId: 'dev_1' };
  const request = {
    change: { marketing: { push: act.push } },
    ifMatch: etagOf(person.version),
    now: new Date().toISOString(),
  };
  const people = { ...pages.people, save: pages.deps.people.save };
  await changePreferences({ people }, device, request).catch((error: unknown) => {
    if (!(error instanceof PreconditionFailed)) throw error;
  });
}

async function undo(scene: Scene): Promise<void> {
  const form = readForm((await scene.pages.get('u')).text);
  if (form['version'] === undefined) return;
  scene.seen.push({ channel: 'email', version: Number(form['version']) });
  await scene.turns(20);
  await scene.pages.post('u', { ...form, confirm: 'undo' });
}

async function perform(scene: Scene, act: Act): Promise<void> {
  switch (act.kind) {
    case 'tab':
      return useTab(scene, act);
    case 'phone':
      return usePhone(scene, act);
    case 'one-click':
      await scene.pages.post('u', { 'List-Unsubscribe': 'One-Click' });
      return;
    case 'refuse-all':
      await scene.pages.post('p', { act: 'refuse' });
      return;
    case 'undo':
      return undo(scene);
  }
}

/** Each grant stands on the very version that whoever gave it had seen. */
function expectGrantsWereSeen({ commits, seen }: Scene): void {
  for (const { version, entries } of commits) {
    for (const { state, channel } of entries) {
      if (state !== 'granted') continue;
      expect(seen).toContainEqual({ channel, version: version - 1 });
    }
  }
}

async function expectLastWordHolds({ pages }: Scene): Promise<void> {
  const { person, contacts } = await pages.load();
  const ledger = await pages.people.readLedger('per_1');
  expect(verifyChain(ledger, person.ledgerHead?.hash, sha256)).toEqual({ valid: true });
  for (const contact of contacts) {
    const words = ledger.filter(({ contactId }) => contactId === contact.id);
    const last = words.at(-1)?.state;
    if (last !== undefined) expect(contact.marketing.state).toBe(last);
  }
}

beforeEach(() => {
  quietTelemetry();
});

describe('choices in races (promise 3, P-15)', () => {
  it('no withdrawal is lost, and no grant lands on choices that it did not see', async () => {
    let refusals = 0;
    let grants = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(acts, { minLength: 2, maxLength: 7 }), fc.nat(), async (all, seed) => {
        const scene = createScene(seed);
        const answers = channels.map(
          (channel) => ({ purpose: 'marketing', channel, state: 'granted' }) as const,
        );
        await scene.pages.givePerson({ country: 'GB', language: 'en', phones: 1, answers });
        await Promise.all(
          all.map(async (act) => {
            await scene.turns(15);
            await perform(scene, act);
          }),
        );
        expectGrantsWereSeen(scene);
        await expectLastWordHolds(scene);
        const words = scene.commits.flatMap(({ entries }) => entries);
        refusals += words.filter(({ state }) => state === 'denied').length;
        grants += words.filter(({ state }) => state === 'granted').length;
      }),
      { numRuns: 120 },
    );
    expect(refusals).toBeGreaterThan(50);
    expect(grants).toBeGreaterThan(10);
  });

  it('a withdrawal that was confirmed is on the ledger, whatever happened beside it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(acts, { minLength: 1, maxLength: 5 }), fc.nat(), async (others, seed) => {
        const scene = createScene(seed);
        const answers = channels.map(
          (channel) => ({ purpose: 'marketing', channel, state: 'granted' }) as const,
        );
        await scene.pages.givePerson({ country: 'GB', language: 'en', phones: 1, answers });
        let confirmedAt = -1;
        const refuse = async () => {
          await scene.turns(15);
          const { status } = await scene.pages.post('p', { act: 'refuse' });
          expect(status).toBe(200);
          confirmedAt = scene.commits.length;
        };
        await Promise.all([
          refuse(),
          ...others.map(async (act) => {
            await scene.turns(15);
            await perform(scene, act);
          }),
        ]);
        const words = scene.commits.flatMap(({ entries }, index) =>
          entries.map((entry) => ({ ...entry, index })),
        );
        for (const channel of channels) {
          const until = words.filter((word) => word.channel === channel && word.index < confirmedAt);
          const denial = until.findLast(({ state }) => state === 'denied');
          expect(denial).toBeDefined();
        }
        expectGrantsWereSeen(scene);
        await expectLastWordHolds(scene);
      }),
      { numRuns: 80 },
    );
  });
});
