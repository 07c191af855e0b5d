/** A phone signs in to an account: what comes along, what stays behind, and what is on the record (P-10). */
import { beforeEach, describe, expect, it } from '@jest/globals';
import { sha256 } from '../../shared/adapters/keyring.ts';
import { countWrites } from '../../shared/adapters/people-store.ts';
import { addDevice, addEmail, createPerson } from '../../shared/domain/contacts.ts';
import { maxDevices } from '../../shared/domain/device.ts';
import { verifyChain } from '../../shared/domain/ledger.ts';
import type { PersonRecord } from '../../shared/domain/person.ts';
import { type Answer, withShared } from '../../shared/domain/preferences.ts';
import { buildChange } from '../../shared/use-cases/change-person.ts';
import { erasePerson } from '../../shared/use-cases/erase-person.ts';
import {
  createDeviceWorld,
  type DeviceWorld,
  keyring,
  type Phone,
  registration,
} from '../support/device-world.ts';
import { quietTelemetry } from '../support/http-service.ts';

const now = '2026-11-01T00:00:00.000Z';
const grantEmail: Answer = { purpose: 'marketing', channel: 'email', state: 'granted' };
const anna = { accountToken: 'account-of-anna' };

let world: DeviceWorld;

beforeEach(() => {
  quietTelemetry();
  world = createDeviceWorld();
});

/** An account with an address, as an import brings it. */
async function giveAccount(name: string, answers: readonly Answer[] = [grantEmail]): Promise<PersonRecord> {
  const place = { externalId: name, office: 'fr', country: 'FR', language: 'fr', interests: [], devices: [] };
  const person = createPerson(`per_${name}`, place, now);
  const record = addEmail(person, {
    id: `con_${name}`,
    address: `${name}@example.com`,
    emailSource: 'direct',
  });
  const claims = [
    { hash: keyring.hashAddress('external', name) },
    { hash: keyring.hashAddress('email', `${name}@example.com`), contactId: `con_${name}` },
  ];
  const context = { now, source: 'import', actor: { kind: 'import' } } as const;
  const { change } = buildChange(undefined, record, answers, context, { claims });
  if (!change || !(await world.people.save([change]))) throw new Error('The account could not be saved');
  return change.after;
}

async function load(id: string): Promise<PersonRecord> {
  const record = await world.people.load(id);
  if (!record) throw new Error(`There is no ${id}`);
  return record;
}

async function personWith(phone: Pick<Phone, 'deviceId'>): Promise<PersonRecord> {
  const record = await world.personOf(phone);
  if (!record) throw new Error('The phone has no person');
  return record;
}

const deviceOf = ({ contacts }: PersonRecord) => contacts.find(({ channel }) => channel === 'push');

async function expectWhole(id: string): Promise<void> {
  const { person } = await load(id);
  const ledger = await world.people.readLedger(id);
  expect(verifyChain(ledger, person.ledgerHead?.hash, sha256)).toEqual({ valid: true });
}

const withCredential = (phone: Phone, change: object) =>
  world.call('POST /devices', {
    body: { ...registration, ...change },
    headers: { authorization: `Bearer ${phone.credential}` },
  });

describe('a new phone with an account', () => {
  it('joins the account: its own choices count for it, those of the account stay', async () => {
    await giveAccount('anna');
    const phone = await world.register({ ...anna, marketing: 'granted' });
    expect(phone.preferences.marketing).toEqual({ push: 'granted', email: 'granted' });
    const { person, contacts } = await personWith(phone);
    expect(person).toMatchObject({
      id: 'per_anna',
      office: 'fr',
      country: 'FR',
      language: 'fr',
      timezone: 'Europe/Berlin',
    });
    expect(contacts).toHaveLength(2);
  });

  it('is the first that is known of an account, which an import or another phone then finds', async () => {
    const first = await world.register(anna);
    const second = await world.register({ ...anna, token: 'token-2' });
    expect((await personWith(second)).person).toMatchObject({
      id: (await personWith(first)).person.id,
      externalId: 'anna',
    });
  });

  it('may grant for the account what was never refused, and nothing that was (promise 3)', async () => {
    await giveAccount('anna', []);
    await giveAccount('ben', [
      { ...grantEmail, state: 'denied' },
      { purpose: 'profiling', state: 'denied' },
    ]);
    const choices = { marketing: { email: 'granted' }, profiling: 'granted' };
    const one = await world.register({ ...anna, ...choices });
    expect(one.preferences).toMatchObject({ marketing: { email: 'granted' }, profiling: 'granted' });
    const other = await world.register({ accountToken: 'account-of-ben', token: 'token-2', ...choices });
    expect(other.preferences).toMatchObject({ marketing: { email: 'denied' }, profiling: 'denied' });
  });

  it.each(['', 'no token', 'account-of-'])(
    'with the token %j is refused by its field, and nothing is stored',
    async (accountToken) => {
      const answer = await world.call('POST /devices', { body: { ...registration, accountToken } });
      expect(answer).toMatchObject({ status: 400, body: { errors: [{ field: 'accountToken' }] } });
      expect(world.table.all()).toEqual([]);
    },
  );
});

describe('a phone that is known alone signs in', () => {
  it('to an account that nothing is known of: its record becomes that of the account', async () => {
    const phone = await world.register({ profiling: 'denied' });
    const before = await personWith(phone);
    const again = await world.register(anna);
    const { person } = await personWith(again);
    expect(person).toMatchObject({
      id: before.person.id,
      externalId: 'anna',
      profiling: { state: 'denied' },
    });
    expect(again.deviceId).toBe(phone.deviceId);
  });

  it('and merges: the more restrictive answer wins, and each is on the record', async () => {
    await giveAccount('anna', [grantEmail, { purpose: 'profiling', state: 'granted' }]);
    const phone = await world.register({
      profiling: 'denied',
      marketing: { push: 'denied', email: 'denied' },
    });
    const alone = await personWith(phone);
    await world.register(anna);
    const { person, contacts } = await load('per_anna');
    expect(person.profiling.state).toBe('denied');
    expect(contacts.map(({ channel, marketing }) => [channel, marketing.state])).toEqual([
      ['email', 'denied'],
      ['push', 'denied'],
    ]);
    const merged = (await world.people.readLedger('per_anna')).filter(({ source }) => source === 'merge');
    expect(merged.map(({ purpose, channel, state }) => [purpose, channel, state])).toEqual([
      ['marketing', 'email', 'denied'],
      ['profiling', undefined, 'denied'],
      ['marketing', 'push', 'denied'],
    ]);
    for (const { actor } of merged)
      expect(actor).toEqual({
        kind: 'device',
        id: phone.deviceId,
        evidence: `merged from ${alone.person.id}`,
      });
    await expectWhole('per_anna');
  });

  it('and keeps its own history readable, with nothing left to send to', async () => {
    await giveAccount('anna');
    const phone = await world.register({ marketing: 'granted' });
    const alone = await personWith(phone);
    await world.register(anna);
    const left = await load(alone.person.id);
    expect(left).toMatchObject({ person: { mergedInto: 'per_anna' }, contacts: [] });
    expect((await load('per_anna')).person.mergedFrom).toEqual([alone.person.id]);
    await expectWhole(alone.person.id);
    const hash = keyring.hashAddress('token', registration.token);
    expect((await world.people.findByHashes([hash])).get(hash)).toMatchObject({ personId: 'per_anna' });
  });

  it('and brings its grants only when it shows that it is the same installation', async () => {
    await giveAccount('anna');
    const phone = await world.register({
      marketing: 'granted',
      diagnostics: 'granted',
      profiling: 'granted',
    });
    await withCredential(phone, anna);
    const joined = await load('per_anna');
    expect(joined.person.profiling.state).toBe('granted');
    expect(deviceOf(joined)?.marketing.state).toBe('granted');
    world = createDeviceWorld();
    await giveAccount('anna');
    await world.register({ marketing: 'granted', diagnostics: 'granted', profiling: 'granted' });
    await world.register(anna);
    const other = await load('per_anna');
    expect(other.person.profiling.state).toBe('unset');
    expect(deviceOf(other)?.marketing.state).toBe('unset');
  });

  it('and whoever may be a child is one afterwards (P-09)', async () => {
    await giveAccount('anna');
    const phone = await world.register();
    const { person, contacts } = await personWith(phone);
    const now = new Date(Date.parse(person.updatedAt) + 1).toISOString();
    const context = { now, source: 'staff', actor: { kind: 'staff' } } as const;
    const edited = withShared({ person, contacts }, { birthYear: 2015 });
    const { change } = buildChange({ person, contacts }, edited, [], context);
    expect(change && (await world.people.save([change]))).toBe(true);
    await world.register(anna);
    expect((await load('per_anna')).contacts.map(({ birthYear }) => birthYear)).toEqual([2015, 2015]);
  });

  it('but stays where it is while its record is restricted or held (P-23)', async () => {
    await giveAccount('anna');
    const phone = await world.register();
    const { person, contacts } = await personWith(phone);
    const context = { now: person.updatedAt, source: 'staff', actor: { kind: 'staff' } } as const;
    const edited = withShared({ person, contacts }, { restricted: true });
    const { change } = buildChange({ person, contacts }, edited, [], context);
    expect(change && (await world.people.save([change]))).toBe(true);
    const again = await world.register(anna);
    expect((await personWith(again)).person).toMatchObject({ id: person.id, restricted: true });
    expect((await load('per_anna')).contacts).toHaveLength(1);
  });

  it('and no grant of it goes over a refusal of the account, whatever it shows', async () => {
    await giveAccount('anna', [
      { purpose: 'marketing', channel: 'push', state: 'denied' },
      { purpose: 'profiling', state: 'denied' },
    ]);
    const phone = await world.register({ marketing: 'granted', profiling: 'granted' });
    await withCredential(phone, anna);
    const joined = await load('per_anna');
    expect([joined.person.profiling.state, deviceOf(joined)?.marketing.state]).toEqual(['denied', 'denied']);
    expect(joined.person.refusals.push).toBeDefined();
  });

  it('twice at the same moment, and is merged once', async () => {
    await giveAccount('anna');
    await world.register({ profiling: 'denied' });
    await Promise.all([world.register(anna), world.register(anna)]);
    const everybody = await world.everybody();
    expect(
      everybody.filter(({ contacts }) => contacts.some(({ channel }) => channel === 'push')),
    ).toHaveLength(1);
    expect((await load('per_anna')).person.mergedFrom).toHaveLength(1);
    await expectWhole('per_anna');
  });
});

describe('a phone that changes hands', () => {
  it('takes nothing of the former owner’s account along, and leaves their refusals with them', async () => {
    await giveAccount('anna');
    await giveAccount('ben', []);
    const sold = await world.register({ ...anna, marketing: 'denied', profiling: 'granted' });
    const bought = await world.register({ accountToken: 'account-of-ben' });
    expect(bought.preferences).toMatchObject({
      marketing: { push: 'denied', email: 'denied' },
      profiling: 'denied',
    });
    expect(deviceOf(await load('per_ben'))?.marketing).toEqual({ state: 'unset' });
    const former = await load('per_anna');
    expect(former.contacts.map(({ channel }) => channel)).toEqual(['email']);
    expect(former.person.refusals.push).toBeDefined();
    expect((await world.as(sold, 'GET /devices/{id}/preferences')).status).toBe(401);
    await expectWhole('per_anna');
  });

  it('after a factory reset joins the new account with a clean slate', async () => {
    await world.register({ profiling: 'denied', marketing: 'denied' });
    await giveAccount('ben', []);
    await world.register({ accountToken: 'account-of-ben', factoryReset: true });
    expect(deviceOf(await load('per_ben'))?.marketing.state).toBe('unset');
    expect((await load('per_ben')).person.profiling.state).toBe('unset');
  });

  it('in another country: consent to the former office ends, also for the same installation', async () => {
    const phone = await world.register({ marketing: 'granted', profiling: 'granted' });
    const { body } = await withCredential(phone, { country: 'FR', language: 'fr', timezone: 'Europe/Paris' });
    expect(body['preferences']).toMatchObject({ marketing: { push: 'denied' }, profiling: 'denied' });
    expect((await personWith(phone)).person.office).toBe('fr');
  });

  it('and the same installation in the same country keeps what it had', async () => {
    const phone = await world.register({ marketing: 'granted', profiling: 'granted' });
    const { body } = await withCredential(phone, {});
    expect(body['preferences']).toMatchObject({ marketing: { push: 'granted' }, profiling: 'granted' });
  });
});

describe('after an erasure (N-13)', () => {
  const erasure = { receipt: 'er_1', at: now, actor: { kind: 'staff' } } as const;
  const erase = (id: string, receipt = 'er_1') =>
    erasePerson({ people: world.people, keyring }, id, { ...erasure, receipt });

  it('account, address and token keep the refusal; what had merged is erased too', async () => {
    await giveAccount('anna');
    const phone = await world.register();
    const alone = await personWith(phone);
    await world.register(anna);
    expect(await erase('per_anna')).toBe(true);
    expect(await world.people.load(alone.person.id)).toBeUndefined();
    expect(
      world.table.all().filter(({ pk }) => !pk.startsWith('LOOKUP#') && !pk.startsWith('OPTOUT#')),
    ).toEqual([]);
    const again = await world.register({ ...anna, marketing: { push: 'granted', email: 'granted' } });
    expect(again.preferences.marketing.push).toBe('denied');
    expect((await personWith(again)).person.refusals).toEqual({
      email: expect.anything(),
      push: expect.anything(),
    });
  });

  it('the token of a phone that had left keeps the refusal too, and registers again', async () => {
    await giveAccount('anna');
    const phone = await world.register({ ...anna, marketing: { push: 'denied' } });
    expect((await world.as(phone, 'DELETE /devices/{id}')).status).toBe(204);
    expect(await erase('per_anna')).toBe(true);
    const again = await world.register({ marketing: { push: 'granted' } });
    expect(again.preferences.marketing.push).toBe('denied');
    expect((await personWith(again)).person.id).not.toBe('per_anna');
  });

  it('what is granted after it stays granted when the phone registers again', async () => {
    const phone = await world.register();
    expect(await erase((await personWith(phone)).person.id)).toBe(true);
    const again = await world.register();
    const { version } = (await personWith(again)).person;
    const granted = await world.as(again, 'PUT /devices/{id}/preferences', {
      body: { marketing: { push: 'granted' } },
      headers: { 'if-match': `"${version}"` },
    });
    expect(granted.status).toBe(200);
    const { body } = await withCredential(again, {});
    expect(body['preferences']).toMatchObject({ marketing: { push: 'granted' } });
  });

  it('a second erasure of the same addresses leaves them usable for notices', async () => {
    await world.register(anna);
    for (const receipt of ['er_1', 'er_2', 'er_3']) {
      const { person } = await personWith(await world.register(anna));
      expect(await erase(person.id, receipt)).toBe(true);
    }
    const last = await world.register(anna);
    expect(deviceOf(await personWith(last))?.marketing.state).toBe('denied');
    expect(await erase('nobody')).toBe(false);
  });
});

describe(`more than ${maxDevices} phones`, () => {
  async function fill(): Promise<void> {
    await giveAccount('anna');
    for (let phone = 1; phone <= maxDevices; phone++) await world.register({ ...anna, token: `t${phone}` });
  }

  it('are refused in words, and nothing is half done', async () => {
    await fill();
    const before = world.table.all().length;
    const answer = await world.call('POST /devices', {
      body: { ...registration, ...anna, token: 'one-more' },
    });
    expect(answer.status).toBe(409);
    expect(answer.body['detail']).toContain('Leave on one of them first');
    expect(world.table.all()).toHaveLength(before);
  });

  it('push out one that nothing reaches any more (N-26)', async () => {
    await giveAccount('anna');
    const dead = await world.register({ ...anna, token: 't0' });
    await world.disable(dead);
    for (let phone = 1; phone < maxDevices; phone++) await world.register({ ...anna, token: `t${phone}` });
    const fresh = await world.register({ ...anna, token: 'one-more' });
    const { contacts } = await personWith(fresh);
    expect(contacts.filter(({ channel }) => channel === 'push')).toHaveLength(maxDevices);
    expect(contacts.map(({ id }) => id)).not.toContain(dead.deviceId);
  });

  it('would not fit into one refusal of everything, which is one transaction', () => {
    const place = { office: 'kr', country: 'KR', interests: [], devices: [] };
    let record = createPerson('p', place, now);
    record = addEmail(record, { id: 'mail', address: 'a@example.com', emailSource: 'direct' });
    const ids = Array.from({ length: maxDevices }, (_, index) => `dev_${index}`);
    for (const id of ids) record = addDevice(record, { id, token: id, device: { model: 'XQ' } });
    const all: Answer[] = [
      { purpose: 'marketing', channel: 'email', state: 'denied' },
      { purpose: 'marketing', channel: 'push', state: 'denied' },
      { purpose: 'profiling', state: 'denied' },
      ...ids.map((contactId) => ({ purpose: 'diagnostics', contactId, state: 'denied' }) as const),
    ];
    const { change } = buildChange(record, record, all, {
      now,
      source: 'account',
      actor: { kind: 'person' },
    });
    expect(change && countWrites(change)).toBeLessThanOrEqual(100);
  });
});
