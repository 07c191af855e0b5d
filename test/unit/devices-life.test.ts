/** Token rotation, receipts and leaving. */
import { beforeEach, describe, expect, it } from '@jest/globals';
import { arnOf, createDeviceWorld, type DeviceWorld, keyring, type Phone } from '../support/device-world.ts';
import { quietTelemetry } from '../support/http-service.ts';
import { noticeOf, releasedAt } from '../support/sent-notice.ts';

const messageId = 'ntc_01KB0000000000000000000000';
const elsewhere = 'ntc_01KB0000000000000000000001';

let world: DeviceWorld;
let phone: Phone;

beforeEach(async () => {
  quietTelemetry();
  world = createDeviceWorld();
  phone = await world.register({ marketing: { push: 'granted' } });
  const { personId } = await ownerOf(phone);
  const to = { personId, contactId: phone.deviceId, channel: 'push', office: 'de' } as const;
  await world.notices.send(noticeOf({ acknowledge: true }, { id: messageId }), to);
  const others = { ...to, personId: 'per_other' };
  await world.notices.send(noticeOf({ acknowledge: true }, { id: elsewhere }), others);
});

const ownerOf = async (who: Phone) => ({ personId: (await world.ownerOf(who)).person.id });

const rotate = (who: Phone, token: string) => world.as(who, 'PUT /devices/{id}/token', { body: { token } });
const contactOf = async (who: Phone) => (await world.personOf(who))?.contacts[0];

describe('token rotation', () => {
  it('keeps device, credential and choices, and moves the endpoint on', async () => {
    expect((await rotate(phone, 'token-2')).status).toBe(204);
    expect(await contactOf(phone)).toMatchObject({
      token: 'token-2',
      endpointArn: arnOf('token-2'),
      marketing: { state: 'granted' },
    });
    expect(world.endpoints.known.at(-1)).toBe(arnOf('token-1'));
  });

  it('frees the old token and the old endpoint for others', async () => {
    await rotate(phone, 'token-2');
    const other = await world.register();
    expect(other.deviceId).not.toBe(phone.deviceId);
    expect(await world.everybody()).toHaveLength(2);
  });

  it('of a token that stood for another device takes it away there, and none of its consent along', async () => {
    const other = await world.register({
      token: 'token-2',
      marketing: { push: 'denied' },
      profiling: 'granted',
    });
    const loser = await world.personOf(other);
    await rotate(phone, 'token-2');
    expect((await world.people.load(loser?.person.id ?? ''))?.contacts).toEqual([]);
    expect((await world.as(other, 'GET /devices/{id}/preferences')).status).toBe(401);
    expect((await world.as(phone, 'GET /devices/{id}/preferences')).body).toMatchObject({
      marketing: { push: 'granted' },
      profiling: 'denied',
    });
  });

  it('with the same token changes nothing', async () => {
    const { headers } = await rotate(phone, 'token-1');
    expect(headers.etag).toBe(phone.etag);
  });

  it('with the same token brings a device back whose endpoint SNS had disabled (N-26)', async () => {
    await world.disable(phone);
    await rotate(phone, 'token-1');
    expect(await contactOf(phone)).not.toHaveProperty('undeliverable');
  });

  it('with the same token leaves a dead endpoint dead while SNS is away', async () => {
    await world.disable(phone);
    world.endpoints.away = true;
    await rotate(phone, 'token-1');
    expect(await contactOf(phone)).toMatchObject({ undeliverable: 'endpoint-disabled' });
  });

  it('while SNS is away leaves the endpoint of a new token to the sender', async () => {
    world.endpoints.away = true;
    expect((await rotate(phone, 'token-2')).status).toBe(204);
    expect(await contactOf(phone)).not.toHaveProperty('endpointArn');
    const hash = keyring.hashAddress('endpoint', arnOf('token-1'));
    expect((await world.people.findByHashes([hash])).size).toBe(0);
  });

  it('to a token under a tombstone refuses marketing on it (N-13)', async () => {
    const other = await world.register({ token: 'token-2' });
    const record = await world.personOf(other);
    if (!record) throw new Error('no owner');
    const hashes = [
      keyring.hashAddress('token', 'token-2'),
      keyring.hashAddress('endpoint', arnOf('token-2')),
      keyring.hashAddress('endpoint', other.deviceId),
    ];
    const at = '2026-11-01T00:00:00.000Z';
    await world.people.erase({ record, hashes, receipt: 'erasure-1', at, actor: { kind: 'person' } });
    expect((await rotate(phone, 'token-2')).status).toBe(204);
    expect(await contactOf(phone)).toMatchObject({ token: 'token-2', marketing: { state: 'denied' } });
  });

  it.each([{ token: '' }, { token: 'white space' }, {}, { token: 'ok', more: 1 }])(
    'refuses the body %j',
    async (body) => {
      expect((await world.as(phone, 'PUT /devices/{id}/token', { body })).status).toBe(400);
      expect(await contactOf(phone)).toMatchObject({ token: 'token-1' });
    },
  );
});

describe('a rotation at the moment when somebody else registers the old token', () => {
  /** The phone rotates right after the other registration has found it as the holder of the old token. */
  function rotateAfterLookup(): void {
    const { findByHashes } = world.people;
    const hash = keyring.hashAddress('token', 'token-1');
    let isDone = false;
    world.deps.people.findByHashes = async (hashes) => {
      const found = await findByHashes(hashes);
      if (!isDone && hashes.includes(hash)) {
        isDone = true;
        await rotate(phone, 'token-2');
      }
      return found;
    };
  }

  it.each([{}, { factoryReset: true }])('leaves each its own token: %j', async (change) => {
    rotateAfterLookup();
    const other = await world.register(change);
    expect(other.deviceId).not.toBe(phone.deviceId);
    expect(await contactOf(phone)).toMatchObject({ token: 'token-2', marketing: { state: 'granted' } });
    expect(await contactOf(other)).toMatchObject({ token: 'token-1', marketing: { state: 'unset' } });
    for (const [token, { deviceId }] of [
      ['token-1', other],
      ['token-2', phone],
    ] as const) {
      const hash = keyring.hashAddress('token', token);
      expect((await world.people.findByHashes([hash])).get(hash)).toMatchObject({ contactId: deviceId });
    }
  });
});

describe('a receipt', () => {
  const send = (body: object) => world.as(phone, 'POST /devices/{id}/receipts', { body });
  const owner = async () => ({
    personId: (await contactOf(phone))?.personId ?? '',
    contactId: phone.deviceId,
    messageId,
  });

  it('is kept once per kind: the first instant stands', async () => {
    await send({ messageId, kind: 'delivered', at: '2026-01-02T00:00:00.000Z' });
    await send({ messageId, kind: 'delivered', at: '2026-01-03T00:00:00.000Z' });
    await send({ messageId, kind: 'acknowledged', at: '2026-01-04T00:00:00.000Z' });
    expect(await world.receipts.read(await owner())).toEqual({
      delivered: '2026-01-02T00:00:00.000Z',
      acknowledged: '2026-01-04T00:00:00.000Z',
    });
  });

  it('of a device whose clock runs ahead is of now', async () => {
    expect((await send({ messageId, kind: 'opened', at: '2999-01-01T00:00:00.000Z' })).status).toBe(204);
    const { opened } = await world.receipts.read(await owner());
    expect(opened && opened <= new Date().toISOString()).toBe(true);
  });

  it('is counted in the report of its message, also when it is said again: the first time may have been lost', async () => {
    await send({ messageId, kind: 'opened' });
    await send({ messageId, kind: 'opened' });
    await send({ messageId, kind: 'delivered' });
    await send({ messageId, kind: 'acknowledged' });
    const receipt = await owner();
    expect(world.reported).toEqual([
      { ...receipt, said: 'opened' },
      { ...receipt, said: 'opened' },
      { ...receipt, said: 'delivered' },
    ]);
  });

  it('of an unknown message answers 404 and stores nothing', async () => {
    expect((await send({ messageId: 'cmp_unknown', kind: 'opened' })).status).toBe(404);
    expect(world.table.all().filter(({ sk }) => sk.startsWith('RECEIPT#'))).toEqual([]);
    expect(world.reported).toEqual([]);
  });

  it('that acknowledges a notice is the answer of its person, the first time that it is said', async () => {
    const acknowledge = (at?: string) => send({ messageId, kind: 'acknowledged', at });
    expect((await acknowledge('2026-11-21T00:00:00.000Z')).status).toBe(204);
    expect((await acknowledge()).status).toBe(204);
    const { personId } = await owner();
    const answer = { personId, at: '2026-11-21T00:00:00.000Z', way: 'push', channel: 'push' };
    expect(await world.notices.answers.load(messageId, personId)).toEqual(answer);
  });

  it('that acknowledges before the release is of the release: the clock of the device lags', async () => {
    await send({ messageId, kind: 'acknowledged', at: '2020-01-01T00:00:00.000Z' });
    const { personId } = await owner();
    expect(await world.notices.answers.load(messageId, personId)).toMatchObject({ at: releasedAt });
  });

  it('that acknowledges terms accepts none: that takes the words of the page (P-24)', async () => {
    const { personId } = await owner();
    const terms = noticeOf(
      { kind: 'terms', acceptance: { version: '2026-12', renewConsents: true } },
      { id: 'ntc_terms' },
    );
    const to = { personId, contactId: phone.deviceId, channel: 'push', office: 'de' } as const;
    await world.notices.send(terms, to);
    expect((await send({ messageId: 'ntc_terms', kind: 'acknowledged' })).status).toBe(204);
    expect(await world.notices.answers.load('ntc_terms', personId)).not.toHaveProperty('accepted');
    const entries = await world.people.readLedger(personId);
    expect(entries.filter(({ purpose }) => purpose === 'terms')).toEqual([]);
  });

  it('that acknowledges what another person got answers 404 and stores nothing', async () => {
    expect((await send({ messageId: elsewhere, kind: 'acknowledged' })).status).toBe(404);
    for (const id of ['per_other', (await owner()).personId])
      expect(await world.notices.answers.load(elsewhere, id)).toBeUndefined();
    expect(await world.receipts.read({ ...(await owner()), messageId: elsewhere })).toEqual({});
  });

  it('of an unknown kind answers 400', async () => {
    expect((await send({ messageId, kind: 'burnt' })).status).toBe(400);
  });
});

describe('a device that leaves', () => {
  const leave = (who = phone) => world.as(who, 'DELETE /devices/{id}');

  it('is forgotten, with its endpoint', async () => {
    expect((await leave()).status).toBe(204);
    expect(await world.personOf(phone)).toBeUndefined();
    expect(world.endpoints.dropped).toEqual([arnOf('token-1')]);
    expect((await leave()).status).toBe(401);
  });

  it('leaves its refusals behind: they hold when it comes back', async () => {
    await world.put(phone, { marketing: { push: 'denied' }, topics: { offers: 'denied' } });
    await leave();
    const back = await world.register({ marketing: { push: 'granted' } });
    expect(back.preferences).toMatchObject({ marketing: { push: 'denied' }, topics: { offers: 'denied' } });
    expect(await world.everybody()).toHaveLength(1);
    expect((await world.as(back, 'GET /devices/{id}/preferences')).status).toBe(200);
  });

  it('brings no grant back', async () => {
    await leave();
    expect((await world.register()).preferences.marketing.push).toBe('denied');
  });

  it('gives its token to the next owner after a reset', async () => {
    await world.put(phone, { marketing: { push: 'denied' } });
    await leave();
    const next = await world.register({ factoryReset: true, marketing: { push: 'granted' } });
    expect(next.preferences.marketing.push).toBe('granted');
    expect(await world.everybody()).toHaveLength(2);
  });
});
