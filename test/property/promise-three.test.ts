/**
 * Promise 3 of the design over generated interleavings of imports, registrations, merges, opt-outs and erasures: an opt-out is never lost, overwritten by an
 * import, revived by a re-registration, or forgotten by an erasure (P-10, P-15, N-09, N-13).
 */
import { beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { unsubscribe } from '../../functions/pages/unsubscribe.ts';
import { sha256 } from '../../shared/adapters/keyring.ts';
import { decide, noFacts } from '../../shared/domain/decide.ts';
import { Conflict } from '../../shared/domain/faults.ts';
import { parseImportLine } from '../../shared/domain/import-line.ts';
import { type LedgerEntry, verifyChain } from '../../shared/domain/ledger.ts';
import type { MarketingMessage } from '../../shared/domain/message.ts';
import type { Contact, PersonRecord } from '../../shared/domain/person.ts';
import { ruleBook } from '../../shared/domain/rules/rule-book.ts';
import { changePerson } from '../../shared/use-cases/change-person.ts';
import { erasePerson } from '../../shared/use-cases/erase-person.ts';
import { importPeople } from '../../shared/use-cases/import-people.ts';
import { randomTurns } from '../support/crash-world.ts';
import { createDeviceWorld, keyring, registration } from '../support/device-world.ts';
import { quietTelemetry } from '../support/http-service.ts';
import { cellsOf } from '../support/import-file.ts';

const now = '2026-11-23T12:00:00.000Z';
const choices = fc.constantFrom('granted' as const, 'denied' as const, undefined);
const tokens = fc.constantFrom('t1', 't2');
const emails = fc.constantFrom('a@example.com', 'b@example.com');

const acts = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('import' as const),
      email: emails,
      token: fc.option(tokens),
      isNamed: fc.boolean(),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('register' as const),
      token: tokens,
      isLinked: fc.boolean(),
      factoryReset: fc.constantFrom(false, false, true),
      showsCredential: fc.boolean(),
      push: choices,
      email: choices,
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('one-click' as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('withdraw' as const), token: tokens }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('grant' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('erase' as const) }) },
);
type Act = typeof acts extends fc.Arbitrary<infer One> ? One : never;

/** An opt-out that was answered: whose, and how much was on record when it was. */
interface OptedOut {
  personId: string;
  channel: 'email' | 'push';
  contactId: string | undefined;
  until: number;
}

function createScene(seed: number) {
  const turns = randomTurns(seed);
  const world = createDeviceWorld(() => turns(4));
  const log: LedgerEntry[] = [];
  const optedOut: OptedOut[] = [];
  const credentials = new Map<string, string>();
  const people: typeof world.people = {
    ...world.people,
    save: async (changes) => {
      const saved = await world.people.save(changes);
      if (saved) log.push(...changes.flatMap(({ entries }) => entries));
      return saved;
    },
  };
  Object.assign(world.deps, { people });
  return { turns, world, people, log, optedOut, credentials };
}

type Scene = ReturnType<typeof createScene>;

async function findPerson(
  { people }: Scene,
  kind: 'external' | 'token',
  text: string,
): Promise<PersonRecord | undefined> {
  const hash = keyring.hashAddress(kind, text);
  const found = (await people.findByHashes([hash])).get(hash);
  return found?.kind === 'person' ? people.load(found.personId) : undefined;
}

async function importLine({ people }: Scene, { email, token, isNamed }: Extract<Act, { kind: 'import' }>) {
  const grant = { emailMarketing: 'granted', emailMarketingAt: '2026-11-01' };
  const pushGrant = { pushMarketing: 'granted', pushMarketingAt: '2026-11-01' };
  const device = token === null ? {} : { deviceToken: token, deviceModel: 'XQ', ...pushGrant };
  const whose = isNamed ? { externalId: 'x' } : {};
  const parsed = parseImportLine(
    cellsOf({ ...whose, country: 'GB', email, evidence: 'form', ...device, ...grant }),
    now,
  );
  if (!parsed.ok) throw new Error('The line is not as given');
  const context = { now, importId: 'imp_1', dryRun: false };
  return importPeople({ people, keyring }, [{ line: 2, parsed: parsed.line }], context);
}

async function register(scene: Scene, act: Extract<Act, { kind: 'register' }>): Promise<void> {
  const { world, credentials } = scene;
  const credential = credentials.get(act.token);
  const answer = await world.call('POST /devices', {
    body: {
      ...registration,
      country: 'GB',
      token: act.token,
      factoryReset: act.factoryReset,
      ...(act.isLinked ? { accountToken: 'account-of-x' } : {}),
      marketing: { ...(act.push && { push: act.push }), ...(act.email && { email: act.email }) },
    },
    headers: act.showsCredential && credential ? { authorization: `Bearer ${credential}` } : {},
  });
  expect([201, 409]).toContain(answer.status);
  if (answer.status === 201) credentials.set(act.token, String(answer.body['credential']));
}

/** The confirmation is there: from now on it must hold. */
async function optOut(scene: Scene, record: PersonRecord | undefined, token?: string): Promise<void> {
  if (!record) return;
  const { people, log, optedOut } = scene;
  const { id: personId } = record.person;
  const device = record.contacts.find((contact) => contact.channel === 'push' && contact.token === token);
  if (token !== undefined && !device) return;
  const context = { now, source: 'app', actor: { kind: 'person' } } as const;
  const answer = { purpose: 'marketing', channel: 'push', contactId: device?.id, state: 'denied' } as const;
  const done = device
    ? await changePerson(people, personId, context, (edited) => ({ edited, answers: [answer] }))
    : await unsubscribe(people, { personId, source: 'one-click', now });
  const isThere = done?.record.contacts.some(({ id }) => id === device?.id) ?? false;
  if (!done || (device && !isThere)) return;
  optedOut.push({ personId, channel: device ? 'push' : 'email', contactId: device?.id, until: log.length });
}

async function perform(scene: Scene, act: Act): Promise<void> {
  switch (act.kind) {
    case 'import':
      await importLine(scene, act);
      return;
    case 'register':
      return register(scene, act);
    case 'one-click':
      return optOut(scene, await findPerson(scene, 'external', 'x'));
    case 'withdraw':
      return optOut(scene, await findPerson(scene, 'token', act.token), act.token);
    case 'grant': {
      const record = await findPerson(scene, 'external', 'x');
      const context = { now, source: 'account', actor: { kind: 'person' } } as const;
      const answers = (['email', 'push'] as const).map(
        (channel) => ({ purpose: 'marketing', channel, state: 'granted' }) as const,
      );
      if (record)
        await changePerson(scene.people, record.person.id, context, (edited) => ({ edited, answers }));
      return;
    }
    case 'erase': {
      const record = await findPerson(scene, 'external', 'x');
      const erasure = { receipt: `er_${scene.log.length}`, at: now, actor: { kind: 'staff' } } as const;
      if (record) await erasePerson({ people: scene.people, keyring }, record.person.id, erasure);
      return;
    }
  }
}

const isMarketing = ({ purpose, topic }: LedgerEntry) => purpose === 'marketing' && topic === undefined;

/** Positions in the log of what was said about marketing to a contact, by its person or by a record that became part of them. */
function wordsOn(log: readonly LedgerEntry[], { person }: PersonRecord, { id, channel }: Contact) {
  const own = new Set([person.id, ...(person.mergedFrom ?? [])]);
  return log.flatMap((entry, index) => {
    // A refusal of email, and a grant that lifts it, are the person's, whatever the address was.
    const isMeant = channel === 'email' || (entry.contactId ?? id) === id;
    return isMarketing(entry) && own.has(entry.personId) && entry.channel === channel && isMeant
      ? [{ ...entry, index }]
      : [];
  });
}

/** Only this lifts a refusal here: an import, a merge and a registration never do. */
const isOwnGrant = ({ state, source }: LedgerEntry) => state === 'granted' && source === 'account';

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
  const address =
    contact.channel === 'email'
      ? contact.address
      : contact.channel === 'push'
        ? contact.token
        : contact.phone;
  const kind = contact.channel === 'email' ? 'email' : contact.channel === 'push' ? 'token' : 'phone';
  const hash = keyring.hashAddress(kind, address);
  const isUnderTombstone = (await scene.people.findByHashes([hash])).get(hash)?.kind === 'refused';
  if (lastRefusal >= 0 || isUnderTombstone) expect(grants.some(isOwnGrant)).toBe(true);
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

async function expectPromise(scene: Scene): Promise<{ people: number; merged: number }> {
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
  return { people: records.length, merged: records.filter(({ person }) => person.mergedInto).length };
}

beforeEach(() => {
  quietTelemetry();
});

/** One phone and one account, mostly: what passes between them is where an opt-out could get lost. */
const actsOnOnePhone = fc.oneof(
  {
    weight: 1,
    arbitrary: fc.constant<Act>({ kind: 'import', email: 'a@example.com', token: null, isNamed: true }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('register' as const),
      token: fc.constant('t1' as const),
      isLinked: fc.boolean(),
      factoryReset: fc.constant(false),
      showsCredential: fc.boolean(),
      push: choices,
      email: fc.constant(undefined),
    }),
  },
  { weight: 2, arbitrary: fc.constant<Act>({ kind: 'withdraw', token: 't1' }) },
);

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
  tally.erased += scene.world.table.all().some(({ kind }) => kind === 'refused') ? 1 : 0;
}

describe('promise 3', () => {
  it('holds over any interleaving of import, registration, merge, erasure and opt-out', async () => {
    const tally = { ...emptyTally };
    const lives = fc.asyncProperty(
      fc.array(acts, { minLength: 3, maxLength: 10 }),
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
      fc.array(actsOnOnePhone, { minLength: 3, maxLength: 8 }),
      fc.nat(),
      (all, seed) => play(all, seed, true, tally),
    );
    await fc.assert(lives, { numRuns: 400 });
    expect(tally.optOuts).toBeGreaterThan(50);
    expect(tally.merged).toBeGreaterThan(20);
  });
});
