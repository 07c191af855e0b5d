/** Registration of phones: new, again, reset, sold, erased. Through the real HTTP bundle over a memory table. */
import { beforeEach, describe, expect, it } from '@jest/globals';
import { sha256 } from '../../shared/adapters/keyring.ts';
import { verifyChain } from '../../shared/domain/ledger.ts';
import {
  arnOf,
  createDeviceWorld,
  type DeviceWorld,
  keyring,
  type Phone,
  registration,
} from '../support/device-world.ts';
import { quietTelemetry } from '../support/http-service.ts';

let world: DeviceWorld;

beforeEach(() => {
  quietTelemetry();
  world = createDeviceWorld();
});

const granted = { marketing: { push: 'granted' }, profiling: 'granted', diagnostics: 'granted' };

async function eraseOwner(phone: Phone): Promise<void> {
  const record = await world.personOf(phone);
  if (!record) throw new Error('no owner');
  const hashes = [
    keyring.hashAddress('token', registration.token),
    keyring.hashAddress('endpoint', phone.deviceId),
    keyring.hashAddress('endpoint', arnOf(registration.token)),
  ];
  const at = '2026-11-01T00:00:00.000Z';
  const actor = { kind: 'person' } as const;
  expect(await world.people.erase({ record, hashes, receipt: 'erasure-1', at, actor })).toBe(true);
}

describe('a new phone', () => {
  it('is a person known by the device alone, in the office of its country (P-08, P-10)', async () => {
    const phone = await world.register({ country: 'AT' });
    expect(phone.deviceId).toMatch(/^dev_[0-9A-Z]{26}$/);
    const record = await world.personOf(phone);
    expect(record?.person).toMatchObject({
      country: 'AT',
      office: 'de',
      language: 'de',
      timezone: 'Europe/Berlin',
    });
    expect(record?.contacts).toMatchObject([
      { channel: 'push', token: 'token-1', endpointArn: arnOf('token-1'), devices: [{ model: 'XQ-EC54' }] },
    ]);
  });

  it('has granted nothing that its owner did not grant', async () => {
    const { preferences } = await world.register();
    expect(preferences).toEqual({
      marketing: { push: 'denied', email: 'denied' },
      topics: { news: 'granted', offers: 'granted', articles: 'granted', recommendations: 'granted' },
      profiling: 'denied',
      diagnostics: 'denied',
    });
  });

  it('keeps the choices of the setup wizard in the ledger, diagnostics beside marketing and profiling (P-06)', async () => {
    const phone = await world.register(granted);
    expect(phone.preferences).toMatchObject({
      marketing: { push: 'granted' },
      profiling: 'granted',
      diagnostics: 'granted',
    });
    const record = await world.personOf(phone);
    const ledger = await world.people.readLedger(record?.person.id ?? '');
    expect(ledger.map(({ purpose, state, source, actor }) => ({ purpose, state, source, actor }))).toEqual(
      ['marketing', 'profiling', 'diagnostics'].map((purpose) => ({
        purpose,
        state: 'granted',
        source: 'setup-wizard',
        actor: { kind: 'device', id: phone.deviceId },
      })),
    );
    expect(verifyChain(ledger, record?.person.ledgerHead?.hash, sha256)).toEqual({ valid: true });
  });

  it('takes a plain choice of marketing for push', async () => {
    const { preferences } = await world.register({ marketing: 'granted' });
    expect(preferences.marketing).toEqual({ push: 'granted', email: 'denied' });
  });

  it('remembers a refusal of email before there is an address', async () => {
    const phone = await world.register({ marketing: { email: 'denied' } });
    expect((await world.personOf(phone))?.person.refusals.email).toBeDefined();
  });

  it('stores the hash of the credential and never the credential (P-20)', async () => {
    const phone = await world.register();
    const stored = JSON.stringify(world.table.all());
    expect(Buffer.from(phone.credential, 'base64url')).toHaveLength(32);
    expect(stored).not.toContain(phone.credential);
    expect(stored).toContain(sha256(phone.credential));
  });

  it('is registered also while SNS is away; the sender makes the endpoint later', async () => {
    world.endpoints.away = true;
    const phone = await world.register(granted);
    expect((await world.personOf(phone))?.contacts).toMatchObject([
      { token: 'token-1', marketing: { state: 'granted' } },
    ]);
    expect((await world.personOf(phone))?.contacts[0]).not.toHaveProperty('endpointArn');
  });

  it.each([
    ['a country outside ISO 3166', { country: 'ZZ' }, 'country'],
    ['a small-letter country', { country: 'de' }, 'country'],
    ['an unknown time zone', { timezone: 'Mars/Olympus' }, 'timezone'],
    ['a language that is none', { language: 'german!' }, 'language'],
    ['another platform', { platform: 'apns' }, 'platform'],
    ['an unknown field', { imei: '1' }, 'imei'],
    ['a wrong choice', { marketing: { push: 'yes' } }, 'marketing'],
    ['a token that is not one of an account', { accountToken: 'abc' }, 'accountToken'],
  ])('is refused with %s, and nothing is stored', async (_, change, field) => {
    const answer = await world.call('POST /devices', { body: { ...registration, ...change } });
    expect(answer.status).toBe(400);
    expect(JSON.stringify(answer.body.errors)).toContain(`{"field":"${field}`);
    expect(world.table.all()).toEqual([]);
  });
});

describe('a phone that registers again', () => {
  it('stays the same device and the same person, with a new credential', async () => {
    const first = await world.register();
    const second = await world.register();
    expect(second.deviceId).toBe(first.deviceId);
    expect(await world.everybody()).toHaveLength(1);
    expect((await world.as(first, 'GET /devices/{id}/preferences')).status).toBe(401);
    expect((await world.as(second, 'GET /devices/{id}/preferences')).status).toBe(200);
  });

  it('revives no refusal, whatever the new installation says', async () => {
    await world.register({ marketing: { push: 'denied' }, profiling: 'denied', diagnostics: 'denied' });
    const { preferences } = await world.register(granted);
    expect(preferences).toMatchObject({
      marketing: { push: 'denied' },
      profiling: 'denied',
      diagnostics: 'denied',
    });
  });

  it('starts its grants from what the new installation says', async () => {
    await world.register(granted);
    const { preferences } = await world.register({ profiling: 'granted' });
    expect(preferences).toMatchObject({
      marketing: { push: 'denied' },
      profiling: 'granted',
      diagnostics: 'denied',
    });
  });

  it('keeps topics that were switched off', async () => {
    const first = await world.register();
    await world.put(first, { topics: { offers: 'denied' } });
    expect((await world.register()).preferences.topics.offers).toBe('denied');
  });

  it('moves its person to another office with its country, and takes no grant along', async () => {
    await world.register(granted);
    const phone = await world.register({ country: 'FR', language: 'fr', timezone: 'Europe/Paris' });
    const record = await world.personOf(phone);
    expect(record?.person).toMatchObject({ office: 'fr', country: 'FR', language: 'fr' });
    expect(record?.contacts).toMatchObject([{ office: 'fr', marketing: { state: 'unset' } }]);
    expect(phone.preferences.marketing.push).toBe('denied');
  });

  it('works again after SNS had disabled its endpoint (N-26)', async () => {
    const phone = await world.register();
    await world.disable(phone);
    const again = await world.register();
    expect((await world.personOf(again))?.contacts[0]).not.toHaveProperty('undeliverable');
    expect(world.endpoints.known.at(-1)).toBe(arnOf('token-1'));
  });

  it('makes no second person when two registrations of one token meet', async () => {
    world = createDeviceWorld(() => new Promise((resolve) => setTimeout(resolve, Math.random() * 3)));
    const phones = await Promise.all([1, 2, 3, 4].map(() => world.register(granted)));
    expect(new Set(phones.map(({ deviceId }) => deviceId)).size).toBe(1);
    const all = await world.everybody();
    expect(all).toHaveLength(1);
    expect(all[0]?.contacts).toHaveLength(1);
  });
});

describe('a phone that changes hands', () => {
  it('is a new person after a factory reset; consent stays behind', async () => {
    const seller = await world.register(granted);
    const former = await world.personOf(seller);
    const buyer = await world.register({ factoryReset: true });
    expect(buyer.deviceId).not.toBe(seller.deviceId);
    expect(buyer.preferences).toMatchObject({
      marketing: { push: 'denied' },
      profiling: 'denied',
      diagnostics: 'denied',
    });
    expect((await world.personOf(buyer))?.person.id).not.toBe(former?.person.id);
    expect((await world.people.load(former?.person.id ?? ''))?.contacts).toEqual([]);
    expect((await world.as(seller, 'GET /devices/{id}/preferences')).status).toBe(401);
  });

  it('takes no refusal of the former owner along either, and that one keeps it', async () => {
    const seller = await world.register({ marketing: { push: 'denied' } });
    const former = await world.personOf(seller);
    const buyer = await world.register({ factoryReset: true, marketing: { push: 'granted' } });
    expect(buyer.preferences.marketing.push).toBe('granted');
    expect((await world.people.load(former?.person.id ?? ''))?.person.refusals.push).toBeDefined();
  });

  it('is taken over once when two resets of one token meet', async () => {
    world = createDeviceWorld(() => new Promise((resolve) => setTimeout(resolve, Math.random() * 3)));
    await world.register(granted);
    await Promise.all([world.register({ factoryReset: true }), world.register({ factoryReset: true })]);
    const holders = (await world.everybody()).filter(({ contacts }) => contacts.length > 0);
    expect(holders).toHaveLength(1);
  });
});

describe('a token under a tombstone (N-13)', () => {
  it('is registered with marketing refused, so that safety notices reach it and nothing else does', async () => {
    await eraseOwner(await world.register(granted));
    const phone = await world.register(granted);
    expect(phone.preferences).toMatchObject({ marketing: { push: 'denied' }, diagnostics: 'granted' });
    const [contact] = (await world.personOf(phone))?.contacts ?? [];
    expect(contact?.marketing).toEqual({
      state: 'denied',
      at: '2026-11-01T00:00:00.000Z',
      eventId: 'erasure-1',
    });
    expect(contact?.undeliverable).toBeUndefined();
  });

  it('keeps its tombstone beside the new device', async () => {
    await eraseOwner(await world.register());
    await world.register();
    const hash = keyring.hashAddress('token', registration.token);
    expect((await world.people.findByHashes([hash])).get(hash)?.kind).toBe('refused');
  });

  it('still has one person only, whose credential works', async () => {
    await eraseOwner(await world.register());
    const first = await world.register();
    const second = await world.register(granted);
    expect(second.deviceId).toBe(first.deviceId);
    expect(second.preferences.marketing.push).toBe('denied');
    expect((await world.as(second, 'GET /devices/{id}/preferences')).status).toBe(200);
    expect(await world.everybody()).toHaveLength(1);
  });

  it('refuses the credential of the erased device', async () => {
    const phone = await world.register();
    await eraseOwner(phone);
    expect((await world.as(phone, 'GET /devices/{id}/preferences')).status).toBe(401);
  });
});
