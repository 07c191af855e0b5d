/** How many phones a person can have, and what becomes of those that go (N-26). */
import { beforeEach, describe, expect, it } from '@jest/globals';
import { countWrites } from '../../shared/adapters/people-writes.ts';
import { addDevice, addEmail, createPerson } from '../../shared/domain/contacts.ts';
import { maxDevices } from '../../shared/domain/device.ts';
import type { Answer } from '../../shared/domain/preferences.ts';
import { buildChange } from '../../shared/use-cases/change-person.ts';
import { createDeviceWorld, type DeviceWorld, registration } from '../support/device-world.ts';
import { quietTelemetry } from '../support/http-service.ts';

const now = '2026-11-01T00:00:00.000Z';
const anna = { accountToken: 'account-of-anna' };

let world: DeviceWorld;

beforeEach(() => {
  quietTelemetry();
  world = createDeviceWorld();
});

describe(`more than ${maxDevices} phones`, () => {
  async function fill(): Promise<void> {
    await world.giveAccount('anna');
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

  it('push out the oldest that nothing reaches any more (N-26)', async () => {
    await fill();
    const phones = (await world.load('per_anna')).contacts.filter(({ channel }) => channel === 'push');
    for (const index of [12, 3, 7]) await world.disable({ deviceId: phones[index]?.id ?? '' });
    const fresh = await world.register({ ...anna, token: 'one-more' });
    const left = (await world.ownerOf(fresh)).contacts.map(({ id }) => id);
    const gone = phones.filter(({ id }) => !left.includes(id));
    expect(gone).toEqual([phones[3]]);
  });

  it('push out none whose refusal would be forgotten: it finds it when it comes back', async () => {
    await world.giveAccount('anna');
    const dead = await world.register({ ...anna, token: 't0', marketing: 'denied' });
    await world.disable(dead);
    for (let phone = 1; phone <= maxDevices; phone++) await world.register({ ...anna, token: `t${phone}` });
    const [other] = (await world.load('per_anna')).contacts.filter(({ channel }) => channel === 'push');
    await world.disable({ deviceId: other?.id ?? '' });
    const back = await world.register({ token: 't0', marketing: 'granted' });
    expect(back.preferences.marketing.push).toBe('denied');
    expect((await world.ownerOf(back)).person.id).toBe('per_anna');
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

  it('would not fit into the merge that refuses everything, which is one transaction', async () => {
    await world.giveAccount('anna');
    for (let phone = 1; phone < maxDevices; phone++)
      await world.register({ ...anna, token: `t${phone}`, marketing: 'granted', diagnostics: 'granted' });
    const topics = { news: 'denied', offers: 'denied', articles: 'denied', recommendations: 'denied' };
    const phone = await world.register({ marketing: { push: 'denied', email: 'denied' } });
    await world.put(phone, { topics, profiling: 'denied', diagnostics: 'denied' });
    await world.as(phone, 'DELETE /devices/{id}');
    await world.register({ ...anna, profiling: 'denied', diagnostics: 'denied' });
    const { person, contacts } = await world.load('per_anna');
    expect(person.mergedFrom).toHaveLength(1);
    expect(contacts.map(({ marketing }) => marketing.state)).not.toContain('granted');
  });
});

describe('phones that leave one after another', () => {
  async function leaveMany(): Promise<void> {
    for (let phone = 1; phone <= 12; phone++) {
      const left = await world.register({ ...anna, token: `l${phone}` });
      expect((await world.as(left, 'DELETE /devices/{id}')).status).toBe(204);
    }
  }

  it('take nothing from one that had left and came back', async () => {
    await world.giveAccount('anna');
    await world.as(await world.register(anna), 'DELETE /devices/{id}');
    const back = await world.register(anna);
    await leaveMany();
    expect((await world.register()).deviceId).toBe(back.deviceId);
  });

  it('can do so also when an earlier one has gone to somebody else', async () => {
    await world.giveAccount('anna');
    await world.as(await world.register(anna), 'DELETE /devices/{id}');
    const buyer = await world.register({ factoryReset: true });
    await leaveMany();
    expect((await world.register()).deviceId).toBe(buyer.deviceId);
  });
});
