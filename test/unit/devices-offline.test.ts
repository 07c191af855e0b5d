/** What a device says of when and how a choice was made: it may have been offline, and its clock may be wrong (P-15, P-24). */
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { LedgerEntry } from '../../shared/domain/ledger.ts';
import { policyVersion } from '../../shared/domain/policy-version.ts';
import { createDeviceWorld, type DeviceWorld, type Phone, registration } from '../support/device-world.ts';
import { quietTelemetry } from '../support/http-service.ts';

const wording = { id: 'app.settings@7', language: 'de', policyVersion: '2021-01' };
const shown = { wording: 'app.settings@7', wordingLanguage: 'de', policyVersion: '2021-01' };
const allGranted = { marketing: 'granted', profiling: 'granted', diagnostics: 'granted' };
const past = '2026-01-02T03:04:05.000Z';

let world: DeviceWorld;
let phone: Phone;

beforeEach(async () => {
  quietTelemetry();
  world = createDeviceWorld();
  phone = await world.register({ marketing: 'granted' });
});

async function ledgerOf(who: Phone): Promise<LedgerEntry[]> {
  return world.people.readLedger((await world.ownerOf(who)).person.id);
}

describe('a choice made offline', () => {
  it('is dated when it was made, and taken down when it arrived', async () => {
    await world.put(phone, { profiling: 'granted', at: past }, phone.etag);
    const last = (await ledgerOf(phone)).at(-1);
    expect(last?.givenAt).toBe(past);
    expect(last && last.at > past).toBe(true);
    expect((await world.ownerOf(phone)).person.profiling).toMatchObject({ state: 'granted', at: past });
  });

  it('holds as a refusal also when a grant has come since: nobody saw that refusal when granting (P-15)', async () => {
    const answer = await world.put(phone, { marketing: { push: 'denied' }, at: past });
    expect(answer).toMatchObject({ status: 200, body: { marketing: { push: 'denied' } } });
  });

  it('lifts no refusal that came in between: a grant starts from what holds now', async () => {
    await world.put(phone, { profiling: 'denied' });
    const late = await world.put(phone, { profiling: 'granted', at: past }, phone.etag);
    expect(late).toMatchObject({ status: 412, body: { preferences: { profiling: 'denied' } } });
  });

  it('of a device whose clock runs ahead is of now', async () => {
    await world.put(phone, { profiling: 'granted', at: '2999-01-01T00:00:00.000Z' }, phone.etag);
    const last = (await ledgerOf(phone)).at(-1);
    expect(last?.givenAt).toBe(last?.at);
    expect(last && last.at <= new Date().toISOString()).toBe(true);
  });
});

describe('what was shown', () => {
  it('stands with every choice of a registration, with the policy in force where it names none (P-24)', async () => {
    const { policyVersion: _older, ...current } = wording;
    for (const [token, given, expected] of [
      ['t1', {}, { policyVersion }],
      ['t2', { wording: current }, { ...shown, policyVersion }],
      ['t3', { wording }, shown],
    ] as const) {
      const ledger = await ledgerOf(await world.register({ ...allGranted, ...given, token }));
      expect(ledger).toHaveLength(3);
      for (const entry of ledger) expect(entry).toMatchObject(expected);
    }
  });

  it('stands with every choice that is changed (P-24)', async () => {
    await world.put(phone, { profiling: 'denied', topics: { news: 'denied' }, wording });
    for (const entry of (await ledgerOf(phone)).slice(-2)) expect(entry).toMatchObject(shown);
  });

  it('is not claimed of answers that a merge brings along: it stands in the history that they come from (P-10)', async () => {
    await world.giveAccount('anna');
    const former = await world.register({ token: 't1', profiling: 'denied', wording });
    const alone = (await world.ownerOf(former)).person.id;
    const joined = await world.register({ token: 't1', accountToken: 'account-of-anna', wording });
    const [merged] = (await ledgerOf(joined)).filter(({ source }) => source === 'merge');
    expect(merged).toMatchObject({ purpose: 'profiling', state: 'denied' });
    expect(merged).not.toHaveProperty('wording');
    const [said] = await world.people.readLedger(alone);
    expect(said).toMatchObject({ ...shown, givenAt: merged?.givenAt });
  });
});

describe('a body that is wrong is refused by its field', () => {
  const send = (method: string, body: object) =>
    method === 'PUT'
      ? world.put(phone, body)
      : world.call('POST /devices', { body: { ...registration, ...body } });

  it.each([
    ['PUT', { topics: { gossip: 'denied' } }, 'topics.gossip'],
    ['PUT', { profiling: 'denied', at: 'yesterday' }, 'at'],
    ['PUT', { profiling: 'denied', at: '2026-01-02' }, 'at'],
    ['PUT', { profiling: 'denied', wording: { id: 'x' } }, 'wording.language'],
    ['POST', { wording: { id: 'x', language: 'german!' } }, 'wording.language'],
    ['POST', { wording: { id: '', language: 'de' } }, 'wording.id'],
    ['POST', { at: past }, 'at'],
  ])('%s %j', async (method, body, field) => {
    const before = world.table.all();
    const answer = await send(method, body);
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ field }] } });
    expect(world.table.all()).toEqual(before);
  });
});
