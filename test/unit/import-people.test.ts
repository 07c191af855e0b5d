/** Importing people: who a line speaks of, what it changes, and what it can never change (N-09, N-12, N-13). */
import { describe, expect, it } from '@jest/globals';
import { sha256 } from '../../shared/adapters/keyring.ts';
import { maxDevices } from '../../shared/domain/device.ts';
import { verifyChain } from '../../shared/domain/ledger.ts';
import type { Contact, PersonRecord } from '../../shared/domain/person.ts';
import { changePerson } from '../../shared/use-cases/change-person.ts';
import { createImportWorld } from '../support/import-world.ts';

const at = '2026-05-04T09:30:00Z';
const grant = { emailMarketing: 'granted', emailMarketingAt: at };
const kim = { externalId: 'kim', country: 'DE', email: 'kim@example.com' };

const emailOf = (record: PersonRecord) => record.contacts.find(({ channel }) => channel === 'email');
const pushOf = (record: PersonRecord) => record.contacts.find(({ channel }) => channel === 'push');
const stateOf = (contact: Contact | undefined) => contact?.marketing.state;

describe('a new person', () => {
  it('gets the contacts, the office and the consents of the line, each with its proof (N-12)', async () => {
    const world = createImportWorld();
    const line = {
      ...kim,
      ...grant,
      phone: '+4930123456',
      deviceToken: 'token-1',
      deviceModel: 'XQ-EC54',
      osVersion: '15',
      pushMarketing: 'granted',
      pushMarketingAt: at,
      profiling: 'denied',
      evidence: 'form 7',
    };
    expect(await world.take([line])).toMatchObject({ accepted: 1, unchanged: 0, rejected: [] });
    const record = await world.known('external', 'kim');
    expect(record.person).toMatchObject({ office: 'de', country: 'DE', profiling: { state: 'denied' } });
    expect(record.contacts.map(({ channel }) => channel).sort()).toEqual(['email', 'push', 'sms']);
    expect(stateOf(emailOf(record))).toBe('granted');
    expect(pushOf(record)).toMatchObject({
      marketing: { state: 'granted' },
      devices: [{ model: 'XQ-EC54', osVersion: '15' }],
    });
    expect(pushOf(record)).not.toHaveProperty('credentialHash');
    const ledger = await world.people.readLedger(record.person.id);
    expect(verifyChain(ledger, record.person.ledgerHead?.hash, sha256)).toEqual({ valid: true });
    expect(ledger.map(({ givenAt, source, actor }) => ({ givenAt, source, actor }))).toEqual(
      [at.replace('Z', '.000Z'), at.replace('Z', '.000Z'), '2026-11-23T12:00:00.000Z'].map((givenAt) => ({
        givenAt,
        source: 'import',
        actor: { kind: 'import', id: 'imp_1', evidence: 'form 7' },
      })),
    );
  });

  it('is found by each key of the line', async () => {
    const world = createImportWorld();
    await world.take([{ ...kim, phone: '+4930123456', deviceToken: 'token-1' }]);
    const { person } = await world.known('external', 'kim');
    for (const [kind, address] of [
      ['email', 'KIM@example.com'],
      ['token', 'token-1'],
      ['phone', '+49 30 123456'],
    ] as const) {
      expect((await world.known(kind, address)).person.id).toBe(person.id);
    }
  });

  it('is told of the model that a recall may be about, also without a live device', async () => {
    const world = createImportWorld();
    await world.take([{ ...kim, deviceModel: 'XQ-EC54' }]);
    expect(emailOf(await world.known('external', 'kim'))?.devices).toEqual([{ model: 'XQ-EC54' }]);
  });
});

describe('a known person', () => {
  it('is unchanged by the same line again', async () => {
    const world = createImportWorld();
    const lines = [
      { ...kim, ...grant, deviceModel: 'XQ-EC54', interests: 'photo', profiling: 'denied' },
      { ...kim, externalId: 'bo', email: 'bo@example.com', emailMarketing: 'denied' },
    ];
    await world.take(lines);
    const before = world.table.all();
    expect(await world.take(lines)).toMatchObject({ accepted: 0, unchanged: 2, rejected: [] });
    expect(world.table.all()).toEqual(before);
  });

  it('keeps what an empty cell says nothing of', async () => {
    const world = createImportWorld();
    await world.take([
      {
        ...kim,
        language: 'de',
        timezone: 'Europe/Berlin',
        birthYear: '1980',
        interests: 'photo',
        subdivision: 'BY',
      },
    ]);
    expect(await world.take([{ externalId: 'kim', country: 'DE', language: 'en' }])).toMatchObject({
      accepted: 1,
    });
    const { person, contacts } = await world.known('external', 'kim');
    expect(person).toMatchObject({
      language: 'en',
      timezone: 'Europe/Berlin',
      birthYear: 1980,
      interests: ['photo'],
      subdivision: 'DE-BY',
    });
    expect(contacts).toHaveLength(1);
    expect(contacts[0]).toMatchObject({ language: 'en', interests: ['photo'] });
  });

  it('moves to the office of a new country, without the subdivision and the time zone of the old one (P-08)', async () => {
    const world = createImportWorld();
    await world.take([{ ...kim, country: 'US', subdivision: 'CA', timezone: 'America/Los_Angeles' }]);
    await world.take([{ ...kim, country: 'FR' }]);
    const { person, contacts } = await world.known('external', 'kim');
    expect(person).toMatchObject({ country: 'FR', office: 'fr' });
    expect([person.subdivision, person.timezone]).toEqual([undefined, undefined]);
    expect(contacts[0]).toMatchObject({ country: 'FR', office: 'fr' });
  });

  it('is found by any one key and gets the others', async () => {
    const world = createImportWorld();
    await world.take([{ country: 'DE', deviceToken: 'token-1' }]);
    await world.take([{ country: 'DE', deviceToken: 'token-1', email: 'kim@example.com' }]);
    await world.take([{ country: 'DE', email: 'kim@example.com', externalId: 'kim' }]);
    const { person, contacts } = await world.known('token', 'token-1');
    expect(person.externalId).toBe('kim');
    expect(contacts.map(({ channel }) => channel).sort()).toEqual(['email', 'push']);
    expect((await world.everybody()).length).toBe(1);
  });

  it('has a new email address in place of the old one, and no consent moves to it', async () => {
    const world = createImportWorld();
    await world.take([{ ...kim, ...grant }]);
    await world.take([{ ...kim, email: 'kim@new.example' }]);
    const record = await world.known('email', 'kim@new.example');
    expect(record.contacts).toHaveLength(1);
    expect(stateOf(emailOf(record))).toBe('unset');
    expect(await world.find('email', 'kim@example.com')).toBeUndefined();
    expect(await world.take([{ country: 'DE', externalId: 'bo', email: 'kim@example.com' }])).toMatchObject({
      accepted: 1,
    });
  });

  it('keeps a refusal over a change of address', async () => {
    const world = createImportWorld();
    await world.take([{ ...kim, emailMarketing: 'denied' }]);
    const result = await world.take([{ ...kim, ...grant, email: 'kim@new.example' }]);
    expect(result).toMatchObject({ accepted: 1, refusalsKept: 1 });
    expect(stateOf(emailOf(await world.known('external', 'kim')))).toBe('denied');
  });

  it('keeps a complaint over a change of address', async () => {
    const world = createImportWorld();
    await world.take([kim]);
    const { person } = await world.known('external', 'kim');
    const complainedAt = '2026-11-23T13:00:00.000Z';
    const context = { now: complainedAt, source: 'system', actor: { kind: 'system' } } as const;
    await changePerson(world.people, person.id, context, (record) => ({
      edited: { ...record, contacts: record.contacts.map((contact) => ({ ...contact, complainedAt })) },
      answers: [],
    }));
    await world.take([{ ...kim, ...grant, email: 'kim@new.example' }]);
    expect(emailOf(await world.known('email', 'kim@new.example'))).toMatchObject({ complainedAt });
  });

  it('never turns a social address into a direct one (P-03)', async () => {
    const world = createImportWorld();
    await world.take([{ ...kim, emailSource: 'facebook' }]);
    for (const emailSource of ['', 'direct']) {
      await world.take([{ ...kim, emailSource }]);
      expect(emailOf(await world.known('external', 'kim'))).toMatchObject({ emailSource: 'facebook' });
    }
  });

  it('may have several devices, each with its own consent', async () => {
    const world = createImportWorld();
    await world.take([{ ...kim, deviceToken: 'a', pushMarketing: 'granted', pushMarketingAt: at }]);
    await world.take([{ ...kim, deviceToken: 'b', deviceModel: 'XQ-EC54' }]);
    const { contacts } = await world.known('external', 'kim');
    const states = contacts.flatMap((contact) =>
      contact.channel === 'push' ? [`${contact.token} ${contact.marketing.state}`] : [],
    );
    expect(states.sort()).toEqual(['a granted', 'b unset']);
  });
});

describe('a refusal', () => {
  it('is never turned into a grant, by whatever basis and date (N-09)', async () => {
    const world = createImportWorld();
    await world.take([
      { ...kim, emailMarketing: 'denied', emailMarketingAt: '2020-01-01', profiling: 'denied' },
    ]);
    const later = '2026-11-01T00:00:00Z';
    for (const emailBasis of ['express', 'soft-opt-in', 'implied-purchase']) {
      const line = {
        ...kim,
        emailMarketing: 'granted',
        emailMarketingAt: later,
        emailBasis,
        profiling: 'granted',
        profilingAt: later,
      };
      expect(await world.take([line])).toMatchObject({ accepted: 0, unchanged: 1, refusalsKept: 2 });
    }
    const record = await world.known('external', 'kim');
    expect([stateOf(emailOf(record)), record.person.profiling.state]).toEqual(['denied', 'denied']);
  });

  it('beats a grant of the same file, in either order', async () => {
    for (const states of [
      ['granted', 'denied'],
      ['denied', 'granted'],
    ]) {
      const world = createImportWorld();
      await world.take(states.map((emailMarketing) => ({ ...kim, emailMarketing, emailMarketingAt: at })));
      expect(stateOf(emailOf(await world.known('external', 'kim')))).toBe('denied');
    }
  });

  it('without an address is remembered for the addresses to come (N-09)', async () => {
    const world = createImportWorld();
    await world.take([
      { externalId: 'kim', country: 'DE', emailMarketing: 'denied', pushMarketing: 'denied' },
    ]);
    const line = { ...kim, ...grant, deviceToken: 'token-1', pushMarketing: 'granted', pushMarketingAt: at };
    expect(await world.take([line])).toMatchObject({ accepted: 1, refusalsKept: 2 });
    const record = await world.known('external', 'kim');
    expect([stateOf(emailOf(record)), stateOf(pushOf(record))]).toEqual(['denied', 'denied']);
  });

  it('of a device that has left does not come back with the device', async () => {
    const world = createImportWorld();
    await world.take([{ ...kim, deviceToken: 'token-1' }]);
    const { person } = await world.known('external', 'kim');
    const context = { now: '2026-11-23T13:00:00.000Z', source: 'app', actor: { kind: 'device' } } as const;
    await changePerson(world.people, person.id, context, (record) => ({
      edited: { ...record, contacts: record.contacts.filter(({ channel }) => channel !== 'push') },
      answers: [],
    }));
    const line = { ...kim, deviceToken: 'token-1', pushMarketing: 'granted', pushMarketingAt: at };
    expect(await world.take([line])).toMatchObject({ accepted: 0, unchanged: 1, refusalsKept: 1 });
    expect(pushOf(await world.known('external', 'kim'))).toBeUndefined();
  });
});

describe('a line is rejected, and the others are taken', () => {
  it('when its keys belong to different people', async () => {
    const world = createImportWorld();
    await world.take([kim, { country: 'DE', externalId: 'bo', email: 'bo@example.com' }]);
    const result = await world.take([
      { ...kim, email: 'bo@example.com' },
      { country: 'DE', externalId: 'al' },
    ]);
    expect(result.rejected).toEqual([{ line: 2, reason: 'email belongs to another person' }]);
    expect(result.accepted).toBe(1);
  });

  it('when it names another externalId for a known address', async () => {
    const world = createImportWorld();
    await world.take([kim]);
    const { rejected } = await world.take([{ ...kim, externalId: 'bo' }]);
    expect(rejected.map(({ line }) => line)).toEqual([2]);
    expect(await world.find('external', 'bo')).toBeUndefined();
  });

  it('when it shares only the phone of a household with somebody', async () => {
    const world = createImportWorld();
    const phone = '+4930123456';
    await world.take([{ ...kim, phone }]);
    const { rejected } = await world.take([{ country: 'DE', email: 'bo@example.com', phone }]);
    expect(rejected).toEqual([{ line: 2, reason: 'phone belongs to another person' }]);
    expect(await world.take([{ country: 'DE', phone, language: 'de' }])).toMatchObject({ accepted: 1 });
    expect((await world.known('external', 'kim')).person.language).toBe('de');
  });

  it('when the person was erased: nothing is stored, and nothing is forgotten (N-13)', async () => {
    const world = createImportWorld();
    await world.take([kim]);
    const record = await world.known('external', 'kim');
    const hashes = [
      world.keyring.hashAddress('email', 'kim@example.com'),
      world.keyring.hashAddress('external', 'kim'),
    ];
    await world.people.erase({
      record,
      hashes,
      receipt: 'r-1',
      at: '2026-11-23T13:00:00.000Z',
      actor: { kind: 'staff' },
    });
    const before = world.table.all();
    for (const line of [kim, { country: 'DE', email: 'Kim@Example.com', ...grant }, { ...kim, email: '' }]) {
      const { accepted, rejected } = await world.take([line]);
      expect([accepted, rejected[0]?.reason]).toEqual([0, expect.stringContaining('erased')]);
    }
    expect(world.table.all()).toEqual(before);
  });

  it('when it is about people of another office than the importer (P-20)', async () => {
    const world = createImportWorld();
    await world.take([{ ...kim, country: 'FR' }]);
    const lines = [kim, { country: 'FR', externalId: 'bo' }, { country: 'DE', externalId: 'al' }];
    const result = await world.take(lines, { office: 'de' });
    expect(result.rejected.map(({ line }) => line)).toEqual([2, 3]);
    expect(result.accepted).toBe(1);
    expect((await world.known('external', 'kim')).person.office).toBe('fr');
  });

  it('with its physical line and the words for every fault', async () => {
    const world = createImportWorld();
    const result = await world.take([kim, { country: 'XX', externalId: 'bo', birthYear: 'x' }]);
    expect(result.rejected).toEqual([
      {
        line: 3,
        reason:
          'country is not a country of ISO 3166 (two capital letters); birthYear is not a year from 1900 until now',
      },
    ]);
  });
});

describe('a file', () => {
  it('is only judged in a dry run', async () => {
    const world = createImportWorld();
    const result = await world.take([kim, { country: 'XX' }], { dryRun: true });
    expect(result).toMatchObject({ lines: 2, accepted: 1, rejected: [{ line: 3 }] });
    expect(world.table.all()).toEqual([]);
  });

  it('may speak of one person in many lines: each sees what the ones before have done', async () => {
    const world = createImportWorld();
    const lines = [
      { country: 'DE', email: 'kim@example.com' },
      { country: 'DE', email: 'kim@example.com', externalId: 'kim' },
      { country: 'DE', externalId: 'kim', deviceToken: 'token-1' },
      { country: 'FR', deviceToken: 'token-1' },
      { country: 'FR', externalId: 'kim', email: 'kim@new.example' },
      { country: 'DE', email: 'kim@example.com' },
    ];
    expect(await world.take(lines)).toMatchObject({ accepted: 6, rejected: [] });
    const people = await world.everybody();
    expect(people).toHaveLength(2);
    expect((await world.known('external', 'kim')).person).toMatchObject({ country: 'FR' });
    expect((await world.known('email', 'kim@example.com')).person.externalId).toBeUndefined();
  });

  it('counts every line once when another import is under way with the same people', async () => {
    const world = createImportWorld(() => new Promise((resolve) => setImmediate(resolve)));
    const lines = Array.from({ length: 120 }, (_, index) => ({
      country: 'DE',
      externalId: `p${index % 60}`,
      ...{ language: index < 60 ? 'de' : 'en' },
    }));
    const results = await Promise.all([
      world.take(lines),
      world.take(lines),
      world.take([...lines].reverse()),
    ]);
    for (const { lines: count, accepted, unchanged, rejected } of results) {
      expect([count, accepted + unchanged, rejected]).toEqual([120, 120, []]);
    }
    expect((await world.everybody()).length).toBe(60);
  });
});

describe('many devices of one person', () => {
  it('are taken up to the limit; one more is rejected by its line, and changes of known ones still go in', async () => {
    const world = createImportWorld();
    const lines = Array.from({ length: maxDevices + 1 }, (_, index) => ({
      ...kim,
      deviceToken: `token-${index}`,
    }));
    const result = await world.take(lines);
    expect(result).toMatchObject({ accepted: maxDevices, rejected: [{ line: maxDevices + 2 }] });
    expect(result.rejected[0]?.reason).toContain(`has ${maxDevices} devices already`);
    const known = { ...kim, deviceToken: 'token-1', deviceModel: 'XQ-EC54' };
    expect(await world.take([known])).toMatchObject({ accepted: 1, rejected: [] });
  });
});
