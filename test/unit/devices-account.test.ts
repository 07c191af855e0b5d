/** A phone signs in to an account, or changes hands: what comes along, what stays behind, and what is on the record (P-10). */
import { beforeEach, describe, expect, it } from '@jest/globals';
import { sha256 } from '../../shared/adapters/keyring.ts';
import { verifyChain } from '../../shared/domain/ledger.ts';
import type { PersonRecord } from '../../shared/domain/person.ts';
import { type Answer, withShared } from '../../shared/domain/preferences.ts';
import { buildChange } from '../../shared/use-cases/change-person.ts';
import { createDeviceWorld, type DeviceWorld, keyring, registration } from '../support/device-world.ts';
import { quietTelemetry } from '../support/http-service.ts';

const grantEmail: Answer = { purpose: 'marketing', channel: 'email', state: 'granted' };
const anna = { accountToken: 'account-of-anna' };

let world: DeviceWorld;

beforeEach(() => {
  quietTelemetry();
  world = createDeviceWorld();
});

const giveAccount = (name: string, answers: readonly Answer[] = [grantEmail]) =>
  world.giveAccount(name, answers);

const deviceOf = ({ contacts }: PersonRecord) => contacts.find(({ channel }) => channel === 'push');

async function expectWhole(id: string): Promise<void> {
  const { person } = await world.load(id);
  const ledger = await world.people.readLedger(id);
  expect(verifyChain(ledger, person.ledgerHead?.hash, sha256)).toEqual({ valid: true });
}

describe('a new phone with an account', () => {
  it('joins the account: its own choices count for it, those of the account stay', async () => {
    await giveAccount('anna');
    const phone = await world.register({ ...anna, marketing: 'granted' });
    expect(phone.preferences.marketing).toEqual({ push: 'granted', email: 'granted' });
    const { person, contacts } = await world.ownerOf(phone);
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
    expect((await world.ownerOf(second)).person).toMatchObject({
      id: (await world.ownerOf(first)).person.id,
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
    const before = await world.ownerOf(phone);
    const again = await world.register(anna);
    const { person } = await world.ownerOf(again);
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
    const alone = await world.ownerOf(phone);
    await world.register(anna);
    const { person, contacts } = await world.load('per_anna');
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
    const alone = await world.ownerOf(phone);
    await world.register(anna);
    const left = await world.load(alone.person.id);
    expect(left).toMatchObject({ person: { mergedInto: 'per_anna' }, contacts: [] });
    expect((await world.load('per_anna')).person.mergedFrom).toEqual([alone.person.id]);
    await expectWhole(alone.person.id);
    const hash = keyring.hashAddress('token', registration.token);
    expect((await world.people.findByHashes([hash])).get(hash)).toMatchObject({ personId: 'per_anna' });
  });

  const inGermany = { country: 'DE', office: 'de' };
  const allGranted = { marketing: 'granted', diagnostics: 'granted', profiling: 'granted' };

  it('and brings its grants only when it shows that it is the same installation', async () => {
    for (const [name, isShown] of [
      ['anna', true],
      ['ben', false],
    ] as const) {
      await world.giveAccount(name, [], inGermany);
      const phone = await world.register({ ...allGranted, token: name });
      const change = { token: name, accountToken: `account-of-${name}` };
      await (isShown ? world.registerAgain(phone, change) : world.register(change));
      const joined = await world.load(`per_${name}`);
      const state = isShown ? 'granted' : 'unset';
      expect(joined.person.profiling.state).toBe(state);
      expect(deviceOf(joined)).toMatchObject({ marketing: { state }, diagnostics: { state } });
    }
  });

  it('and what it had granted to another office ends, whatever it shows', async () => {
    await giveAccount('anna');
    const phone = await world.register(allGranted);
    const { preferences } = await world.registerAgain(phone, anna);
    expect(preferences).toMatchObject({
      marketing: { push: 'denied' },
      profiling: 'denied',
      diagnostics: 'denied',
    });
  });

  it('and whoever may be a child is one afterwards (P-23)', async () => {
    await giveAccount('anna');
    const phone = await world.register();
    const { person, contacts } = await world.ownerOf(phone);
    const now = new Date(Date.parse(person.updatedAt) + 1).toISOString();
    const context = { now, source: 'staff', actor: { kind: 'staff' } } as const;
    const edited = withShared({ person, contacts }, { birthYear: 2015 });
    const { change } = buildChange({ person, contacts }, edited, [], context);
    expect(change && (await world.people.save([change]))).toBe(true);
    await world.register(anna);
    expect((await world.load('per_anna')).contacts.map(({ birthYear }) => birthYear)).toEqual([2015, 2015]);
  });

  it('but stays where it is while its record is restricted or held (P-23)', async () => {
    await giveAccount('anna');
    const phone = await world.register();
    const { person, contacts } = await world.ownerOf(phone);
    const context = { now: person.updatedAt, source: 'staff', actor: { kind: 'staff' } } as const;
    const edited = withShared({ person, contacts }, { restricted: true });
    const { change } = buildChange({ person, contacts }, edited, [], context);
    expect(change && (await world.people.save([change]))).toBe(true);
    const again = await world.register(anna);
    expect((await world.ownerOf(again)).person).toMatchObject({ id: person.id, restricted: true });
    expect((await world.load('per_anna')).contacts).toHaveLength(1);
  });

  it('and no grant of it goes over a refusal of the account, whatever it shows', async () => {
    await giveAccount('anna', [
      { purpose: 'marketing', channel: 'push', state: 'denied' },
      { purpose: 'profiling', state: 'denied' },
    ]);
    const phone = await world.register({ marketing: 'granted', profiling: 'granted' });
    await world.registerAgain(phone, anna);
    const joined = await world.load('per_anna');
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
    expect((await world.load('per_anna')).person.mergedFrom).toHaveLength(1);
    await expectWhole('per_anna');
  });
});

describe('a phone of an account that registers again', () => {
  it('falls back to what was refused for all phones, where its own later grant ends (P-10)', async () => {
    await giveAccount('anna', [{ purpose: 'marketing', channel: 'push', state: 'denied' }]);
    const phone = await world.register(anna);
    const granted = await world.put(phone, { marketing: { push: 'granted' } }, phone.etag);
    expect(granted.body).toMatchObject({ marketing: { push: 'granted' } });
    expect((await world.registerAgain(phone)).preferences.marketing.push).toBe('granted');
    const fresh = await world.register({ marketing: 'granted' });
    expect(fresh.preferences.marketing.push).toBe('denied');
    expect(deviceOf(await world.load('per_anna'))?.marketing.state).toBe('denied');
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
    expect(deviceOf(await world.load('per_ben'))?.marketing).toEqual({ state: 'unset' });
    const former = await world.load('per_anna');
    expect(former.contacts.map(({ channel }) => channel)).toEqual(['email']);
    expect(former.person.refusals.push).toBeDefined();
    expect((await world.as(sold, 'GET /devices/{id}/preferences')).status).toBe(401);
    await expectWhole('per_anna');
  });

  it('after a factory reset joins the new account with a clean slate', async () => {
    await world.register({ profiling: 'denied', marketing: 'denied' });
    await giveAccount('ben', []);
    await world.register({ accountToken: 'account-of-ben', factoryReset: true });
    expect(deviceOf(await world.load('per_ben'))?.marketing.state).toBe('unset');
    expect((await world.load('per_ben')).person.profiling.state).toBe('unset');
  });

  it('in another country: consent to the former office ends, also for the same installation', async () => {
    const phone = await world.register({ marketing: 'granted', profiling: 'granted' });
    const { preferences } = await world.registerAgain(phone, {
      country: 'FR',
      language: 'fr',
      timezone: 'Europe/Paris',
    });
    expect(preferences).toMatchObject({ marketing: { push: 'denied' }, profiling: 'denied' });
    expect((await world.ownerOf(phone)).person.office).toBe('fr');
  });

  it('and the same installation in the same country keeps what it had', async () => {
    const phone = await world.register({ marketing: 'granted', profiling: 'granted' });
    const { preferences } = await world.registerAgain(phone);
    expect(preferences).toMatchObject({ marketing: { push: 'granted' }, profiling: 'granted' });
  });
});
