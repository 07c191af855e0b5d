/** Registrations after an erasure: its refusal stays on tokens and accounts, and nobody is shut out (N-13). */
import { beforeEach, describe, expect, it } from '@jest/globals';
import { addPhone } from '../../shared/domain/contacts.ts';
import { maxDevices } from '../../shared/domain/device.ts';
import { buildChange } from '../../shared/use-cases/change-person.ts';
import { createDeviceWorld, type DeviceWorld, keyring, type Phone } from '../support/device-world.ts';
import { quietTelemetry } from '../support/http-service.ts';

const anna = { accountToken: 'account-of-anna' };

let world: DeviceWorld;

beforeEach(() => {
  quietTelemetry();
  world = createDeviceWorld();
});

async function pushOf(phone: Phone): Promise<unknown> {
  const { contacts } = await world.ownerOf(phone);
  return contacts.find(({ id }) => id === phone.deviceId)?.marketing.state;
}

/** The person's own word, on the phone. */
async function grant(phone: Phone): Promise<void> {
  const answer = await world.put(phone, { marketing: { push: 'granted' } }, phone.etag);
  expect(answer).toMatchObject({ status: 200, body: { marketing: { push: 'granted' } } });
}

describe('after an erasure (N-13)', () => {
  it('account, address and token keep the refusal; what had merged is erased too', async () => {
    await world.giveAccount('anna');
    const phone = await world.register();
    const alone = await world.ownerOf(phone);
    await world.register(anna);
    expect(await world.erase('per_anna')).toBe(true);
    expect(await world.people.load(alone.person.id)).toBeUndefined();
    expect(
      world.table.all().filter(({ pk }) => !pk.startsWith('LOOKUP#') && !pk.startsWith('OPTOUT#')),
    ).toEqual([]);
    const again = await world.register({ ...anna, marketing: { push: 'granted', email: 'granted' } });
    expect(again.preferences.marketing.push).toBe('denied');
    expect((await world.ownerOf(again)).person.refusals).toEqual({
      email: expect.anything(),
      push: expect.anything(),
    });
  });

  it('the token of a phone that had left keeps the refusal too, and registers again', async () => {
    await world.giveAccount('anna');
    const phone = await world.register({ ...anna, marketing: { push: 'denied' } });
    expect((await world.as(phone, 'DELETE /devices/{id}')).status).toBe(204);
    expect(await world.erase('per_anna')).toBe(true);
    const again = await world.register({ marketing: { push: 'granted' } });
    expect(again.preferences.marketing.push).toBe('denied');
    expect((await world.ownerOf(again)).person.id).not.toBe('per_anna');
  });

  it('what is granted after it stays granted when the phone registers again', async () => {
    const phone = await world.register();
    expect(await world.erase((await world.ownerOf(phone)).person.id)).toBe(true);
    const again = await world.register();
    await grant(again);
    expect((await world.registerAgain(again)).preferences.marketing.push).toBe('granted');
  });

  it('a second erasure of the same addresses leaves them usable for notices', async () => {
    await world.register(anna);
    for (const receipt of ['er_1', 'er_2', 'er_3']) {
      const { person } = await world.ownerOf(await world.register(anna));
      expect(await world.erase(person.id, receipt)).toBe(true);
    }
    const last = await world.register(anna);
    expect(await pushOf(last)).toBe('denied');
    expect(await world.erase('nobody')).toBe(false);
  });

  it('what was granted after it ends with the installation, and the refusal holds again', async () => {
    await world.erase((await world.ownerOf(await world.register())).person.id);
    await grant(await world.register());
    const fresh = await world.register({ marketing: 'granted' });
    expect(fresh.preferences.marketing.push).toBe('denied');
  });

  it('the refusal on a token holds also when its phone joins an account', async () => {
    await world.erase((await world.ownerOf(await world.register())).person.id);
    await world.giveAccount('anna');
    await grant(await world.register());
    const linked = await world.register({ ...anna, marketing: 'granted' });
    expect((await world.ownerOf(linked)).person.id).toBe('per_anna');
    expect(linked.preferences.marketing.push).toBe('denied');
  });

  it.each([
    ['with a new installation', false],
    ['with the same installation', true],
  ])('the refusal of an account holds for a phone that was known before, %s', async (_, isSame) => {
    await world.giveAccount('anna');
    await world.erase('per_anna');
    const phone = await world.register({ marketing: 'granted' });
    const change = { ...anna, marketing: 'granted' };
    const linked = await (isSame ? world.registerAgain(phone, change) : world.register(change));
    expect(linked.preferences.marketing.push).toBe('denied');
    expect(Object.keys((await world.ownerOf(linked)).person.refusals).sort()).toEqual(['email', 'push']);
  });

  it('a phone that was erased, came back, left and was erased again still registers, refused', async () => {
    for (const receipt of ['er_1', 'er_2', 'er_3']) {
      const phone = await world.register();
      const { person } = await world.ownerOf(phone);
      await world.as(phone, 'DELETE /devices/{id}');
      expect(await world.erase(person.id, receipt)).toBe(true);
    }
    const last = await world.register({ marketing: 'granted' });
    expect(await pushOf(last)).toBe('denied');
  });

  it('the tokens of a phone that went to somebody else are theirs', async () => {
    await world.giveAccount('anna');
    const phone = await world.register(anna);
    await world.as(phone, 'DELETE /devices/{id}');
    const buyer = await world.register({ factoryReset: true, marketing: 'granted' });
    await world.erase('per_anna');
    expect(await pushOf(await world.registerAgain(buyer))).toBe('granted');
  });

  it('no address leads to somebody who is no longer there', async () => {
    await world.giveAccount('anna');
    for (const token of ['t1', 't2', 't3']) await world.register({ ...anna, token });
    const left = await world.register({ ...anna, token: 't4' });
    await world.as(left, 'DELETE /devices/{id}');
    await world.erase('per_anna');
    const kinds = world.table
      .all()
      .filter(({ pk }) => pk.startsWith('LOOKUP#'))
      .map(({ kind }) => kind);
    expect(kinds).toEqual(Array.from({ length: 6 }, () => 'refused'));
  });

  it('the largest record fits into the one transaction of its erasure', async () => {
    await world.giveAccount('anna');
    for (let phone = 1; phone <= maxDevices; phone++) {
      const left = await world.register({ ...anna, token: `left-${phone}` });
      await world.as(left, 'DELETE /devices/{id}');
    }
    for (let phone = 1; phone <= maxDevices; phone++) await world.register({ ...anna, token: `t${phone}` });
    const before = await world.load('per_anna');
    const edited = addPhone(before, { id: 'con_phone', phone: '+33123456789' });
    const claims = [{ hash: keyring.hashAddress('phone', '+33123456789'), contactId: 'con_phone' }];
    const context = { now: before.person.updatedAt, source: 'staff', actor: { kind: 'staff' } } as const;
    const { change } = buildChange(before, edited, [], context, { claims });
    expect(change && (await world.people.save([change]))).toBe(true);
    expect(await world.erase('per_anna')).toBe(true);
  });
});
