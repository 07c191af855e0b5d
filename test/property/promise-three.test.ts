/**
 * Promise 3 of the design over generated interleavings of imports, registrations, merges, opt-outs and erasures: an opt-out is never lost, overwritten by an
 * import, revived by a re-registration, or forgotten by an erasure (P-10, P-15, N-09, N-13).
 */
import { beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sha256 } from '../../shared/adapters/keyring.ts';
import { decide, noFacts } from '../../shared/domain/decide.ts';
import { Conflict } from '../../shared/domain/faults.ts';
import { type LedgerEntry, verifyChain } from '../../shared/domain/ledger.ts';
import type { MarketingMessage } from '../../shared/domain/message.ts';
import type { Contact, PersonRecord } from '../../shared/domain/person.ts';
import { ruleBook } from '../../shared/domain/rules/rule-book.ts';
import { type Claim, findClaim, isHeldBy } from '../../shared/use-cases/find-claim.ts';
import { keyring } from '../support/device-world.ts';
import { quietTelemetry } from '../support/http-service.ts';
import {
  type Act,
  acts,
  actsOnOnePhone,
  allEmails,
  allTokens,
  createScene,
  importLine,
  now,
  type OptedOut,
  perform,
  register,
  type Scene,
} from '../support/promise-scene.ts';

const isMarketing = ({ purpose, topic }: LedgerEntry) => purpose === 'marketing' && topic === undefined;

/** Positions in the log of what was said about marketing to a contact, by its person or by a record that became part of them. */
function wordsOn(log: readonly LedgerEntry[], { person }: PersonRecord, { id, channel }: Contact) {
  const own = new Set([person.id, ...(person.mergedFrom ?? [])]);
  return log.flatMap((entry, index) => {
    // What is said of email, or in the account, is the person's: it also means an address or a phone that is not there just then.
    const isForAll = channel === 'email' || entry.source === 'account';
    const isMeant = isForAll || (entry.contactId ?? id) === id;
    return isMarketing(entry) && own.has(entry.personId) && entry.channel === channel && isMeant
      ? [{ ...entry, index }]
      : [];
  });
}

/** Only this lifts a refusal here, said in the account or on the phone: an import, a merge and a registration never do. */
const isOwnGrant = ({ state, source }: LedgerEntry) =>
  state === 'granted' && (source === 'account' || source === 'app');

function mayBeSentTo(contact: Contact, office: string): boolean {
  const message: MarketingMessage = {
    type: 'marketing',
    id: 'cmp_1',
    office,
    topic: 'news',
    channels: ['email', 'push'],
    deliver: 'each',
    audience: {},
    content: { defaultLocale: 'en', locales: {} },
  };
  return decide(message, contact, noFacts, ruleBook, now).kind === 'send';
}

/** What may be sent to rests on a grant after every refusal; under a tombstone, and after a refusal, on the person's own. */
async function expectGround(scene: Scene, record: PersonRecord, contact: Contact): Promise<void> {
  if (!mayBeSentTo(contact, record.person.office)) return;
  const words = wordsOn(scene.log, record, contact);
  const lastRefusal = words.findLast(({ state }) => state === 'denied')?.index ?? -1;
  const grants = words.filter(({ state, index }) => state === 'granted' && index > lastRefusal);
  expect(grants.length).toBeGreaterThan(0);
  const { refusal } = await claimOn(scene, contact);
  if (lastRefusal >= 0 || refusal) expect(grants.some(isOwnGrant)).toBe(true);
}

/** Each opt-out that was answered is followed by a refusal of the same, until the person grants again or is erased. */
async function expectOptOutHolds(
  scene: Scene,
  { personId, channel, contactId, until }: OptedOut,
): Promise<void> {
  const first = await scene.people.load(personId);
  const record = first?.person.mergedInto ? await scene.people.load(first.person.mergedInto) : first;
  const grantsAfter = scene.log
    .slice(until)
    .filter((entry) => isMarketing(entry) && isOwnGrant(entry) && entry.channel === channel);
  if (!record || grantsAfter.length > 0) return;
  const before = scene.log
    .slice(0, until)
    .findLast(
      (entry) =>
        isMarketing(entry) &&
        entry.channel === channel &&
        entry.personId === personId &&
        (contactId === undefined || (entry.contactId ?? contactId) === contactId),
    );
  if (before && isOwnGrant(before)) return;
  for (const contact of record.contacts) {
    const isMeant = contact.channel === channel && (contactId ?? contact.id) === contact.id;
    if (isMeant) expect(mayBeSentTo(contact, record.person.office)).toBe(false);
  }
}

/** Who has the address or token of a contact. */
function claimOn({ people }: Scene, contact: Contact): Promise<Claim> {
  switch (contact.channel) {
    case 'email':
      return findClaim({ people, keyring }, 'email', contact.address);
    case 'push':
      return findClaim({ people, keyring }, 'token', contact.token);
    case 'sms':
      return findClaim({ people, keyring }, 'phone', contact.phone);
  }
}

/** Every contact has its own address, so that no two people have the same one; and no address leads to somebody who has gone. */
async function expectLookups(scene: Scene, records: readonly PersonRecord[]): Promise<void> {
  for (const contact of records.flatMap(({ contacts }) => contacts)) {
    expect(isHeldBy(await claimOn(scene, contact), contact)).toBe(true);
    if (contact.channel !== 'push') continue;
    // A phone that only an import knows has no id that leads to it.
    const ids = contact.credentialHash === undefined ? [] : [contact.id, contact.endpointArn ?? contact.id];
    for (const id of ids)
      expect(isHeldBy(await findClaim({ people: scene.people, keyring }, 'endpoint', id), contact)).toBe(
        true,
      );
  }
  const here = new Set(records.flatMap(({ person }) => (person.mergedInto ? [] : [person.id])));
  const lookups = scene.world.table
    .all()
    .filter(({ pk, kind }) => pk.startsWith('LOOKUP#') && kind === 'person');
  for (const { personId } of lookups) expect(here).toContain(personId);
}

async function expectPromise(scene: Scene): Promise<{ merged: number }> {
  const profiles = scene.world.table.all().filter(({ sk }) => sk === 'PROFILE');
  const records = (
    await Promise.all(profiles.map(({ pk }) => scene.people.load(pk.slice('PERSON#'.length))))
  ).flatMap((record) => record ?? []);
  for (const record of records) {
    const ledger = await scene.people.readLedger(record.person.id);
    expect(verifyChain(ledger, record.person.ledgerHead?.hash, sha256)).toEqual({ valid: true });
    if (record.person.mergedInto) expect(record.contacts).toEqual([]);
    for (const contact of record.contacts) await expectGround(scene, record, contact);
  }
  for (const optedOut of scene.optedOut) await expectOptOutHolds(scene, optedOut);
  await expectLookups(scene, records);
  return { merged: records.filter(({ person }) => person.mergedInto).length };
}

/** After an erasure a list cannot bring an address back, and a new installation on an erased token is refused. */
async function expectTombstones(scene: Scene): Promise<number> {
  const { people } = scene;
  const erased = async (kind: 'email' | 'token' | 'external', text: string) =>
    (await findClaim({ people, keyring }, kind, text)).refusal !== undefined;
  for (const email of allEmails) {
    if (!(await erased('email', email))) continue;
    expect(await importLine(scene, { email, token: null, isNamed: false })).toMatchObject({
      accepted: 0,
      rejected: [{}],
    });
  }
  const isLinked = await erased('external', 'x');
  let count = 0;
  for (const token of allTokens) {
    if (!(await erased('token', token))) continue;
    count++;
    const line = { email: 'new@example.com', token, isNamed: false } as const;
    expect(await importLine(scene, line)).toMatchObject({ accepted: 0, rejected: [{}] });
    const anew = {
      token,
      factoryReset: false,
      showsCredential: false,
      push: 'granted',
      email: undefined,
    } as const;
    expect(await register(scene, { ...anew, isLinked: false })).toBe('denied');
    expect(await register(scene, { ...anew, isLinked })).toBe('denied');
  }
  return count;
}

beforeEach(() => {
  quietTelemetry();
});

const emptyTally = { optOuts: 0, merged: 0, erased: 0, conflicts: 0 };
type Tally = typeof emptyTally;

async function play(all: readonly Act[], seed: number, inOrder: boolean, tally: Tally): Promise<void> {
  const scene = createScene(seed);
  const run = (act: Act) =>
    perform(scene, act).catch((error: unknown) => {
      if (!(error instanceof Conflict)) throw error;
      tally.conflicts++;
    });
  const runLater = async (act: Act) => {
    await scene.turns(25);
    await run(act);
  };
  if (inOrder) for (const act of all) await run(act);
  else await Promise.all(all.map(runLater));
  const { merged } = await expectPromise(scene);
  tally.optOuts += scene.optedOut.length;
  tally.merged += merged;
  tally.erased += await expectTombstones(scene);
}

describe('promise 3', () => {
  it('holds over any interleaving of import, registration, merge, erasure and opt-out', async () => {
    const tally = { ...emptyTally };
    const lives = fc.asyncProperty(
      fc.array(acts, { minLength: 3, maxLength: 12 }),
      fc.nat(),
      fc.boolean(),
      (all, seed, inOrder) => play(all, seed, inOrder, tally),
    );
    await fc.assert(lives, { numRuns: 400 });
    expect(tally.optOuts).toBeGreaterThan(100);
    expect(tally.merged).toBeGreaterThan(3);
    expect(tally.erased).toBeGreaterThan(10);
    expect(tally.conflicts).toBeLessThan(5);
  });

  it('holds between a phone and the account that it signs in to, again and again', async () => {
    const tally = { ...emptyTally };
    const lives = fc.asyncProperty(
      fc.array(actsOnOnePhone, { minLength: 3, maxLength: 9 }),
      fc.nat(),
      (all, seed) => play(all, seed, true, tally),
    );
    await fc.assert(lives, { numRuns: 400 });
    expect(tally.optOuts).toBeGreaterThan(50);
    expect(tally.merged).toBeGreaterThan(5);
    expect(tally.erased).toBeGreaterThan(5);
  });
});
