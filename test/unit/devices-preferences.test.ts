/** Preferences over the device API: who may, which version, what always lands. */
import { beforeEach, describe, expect, it } from '@jest/globals';
import { addEmail } from '../../shared/domain/contacts.ts';
import { buildChange } from '../../shared/use-cases/change-person.ts';
import { createDeviceWorld, type DeviceWorld, type Phone } from '../support/device-world.ts';
import { quietTelemetry } from '../support/http-service.ts';

let world: DeviceWorld;
let phone: Phone;

beforeEach(async () => {
  quietTelemetry();
  world = createDeviceWorld();
  phone = await world.register({ marketing: { push: 'granted' } });
});

async function giveEmail(): Promise<void> {
  const before = await world.personOf(phone);
  if (!before) throw new Error('no owner');
  const edited = addEmail(before, { id: 'con_1', address: 'a@example.com', emailSource: 'direct' });
  const context = { now: new Date().toISOString(), source: 'account', actor: { kind: 'person' } } as const;
  const { change } = buildChange(before, edited, [], context);
  if (change) await world.people.save([change]);
}

const read = async () => (await world.as(phone, 'GET /devices/{id}/preferences')).body;
const etag = async () => (await world.as(phone, 'GET /devices/{id}/preferences')).headers.etag;

describe('reading', () => {
  it('gives every choice as granted or denied, with the version as ETag', async () => {
    const answer = await world.as(phone, 'GET /devices/{id}/preferences');
    expect(answer.status).toBe(200);
    expect(answer.headers.etag).toBe(phone.etag);
    expect(answer.body).toEqual(phone.preferences);
  });

  it('answers a wrong credential, another device and an unknown one with the same words', async () => {
    const stranger = await world.register({ token: 'token-2' });
    const tries = [
      { ...phone, credential: 'wrong' },
      { ...phone, credential: stranger.credential },
      { ...phone, deviceId: 'dev_00000000000000000000000000' },
      { ...phone, deviceId: 'x' },
    ];
    const answers = await Promise.all(tries.map((who) => world.as(who, 'GET /devices/{id}/preferences')));
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401]);
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  });

  it('needs a credential', async () => {
    const { status } = await world.call('GET /devices/{id}/preferences', { params: { id: phone.deviceId } });
    expect(status).toBe(401);
  });
});

describe('a withdrawal', () => {
  it('needs no version and holds at once (P-15)', async () => {
    const answer = await world.put(phone, { marketing: { push: 'denied' } });
    expect(answer).toMatchObject({ status: 200, body: { marketing: { push: 'denied' } } });
    expect((await world.personOf(phone))?.contacts).toMatchObject([{ marketing: { state: 'denied' } }]);
  });

  it('lands with a stale version too', async () => {
    await world.put(phone, { topics: { news: 'denied' } });
    const answer = await world.put(phone, { marketing: { push: 'denied' } }, phone.etag);
    expect(answer).toMatchObject({
      status: 200,
      body: { marketing: { push: 'denied' }, topics: { news: 'denied' } },
    });
  });

  it('of email is remembered although there is no address yet', async () => {
    await world.put(phone, { marketing: { email: 'denied' } });
    await giveEmail();
    expect((await world.personOf(phone))?.contacts).toContainEqual(
      expect.objectContaining({ channel: 'email', marketing: expect.objectContaining({ state: 'denied' }) }),
    );
  });

  it('repeated makes no second event', async () => {
    await world.put(phone, { marketing: { push: 'denied' } });
    const { headers } = await world.put(phone, { marketing: { push: 'denied' } });
    expect(headers.etag).toBe('"2"');
  });

  it('is in the list of opt-outs of the office (N-21)', async () => {
    await world.put(phone, { marketing: { push: 'denied' } });
    const found = [];
    for await (const optOut of world.people.listOptOuts('de', '2000-01-01T00:00:00.000Z')) found.push(optOut);
    expect(found).toMatchObject([{ channel: 'push', office: 'de' }]);
  });

  it('lands also when it comes with a grant that may not', async () => {
    const answer = await world.put(phone, { marketing: { push: 'denied' }, profiling: 'granted' }, '"0"');
    expect(answer).toMatchObject({
      status: 412,
      body: { preferences: { marketing: { push: 'denied' }, profiling: 'denied' }, etag: '"2"' },
    });
    expect(await read()).toMatchObject({ marketing: { push: 'denied' }, profiling: 'denied' });
  });
});

describe('a grant', () => {
  it('is taken with the current version, which moves on', async () => {
    const answer = await world.put(phone, { profiling: 'granted', topics: { news: 'granted' } }, phone.etag);
    expect(answer).toMatchObject({ status: 200, headers: { etag: '"2"' }, body: { profiling: 'granted' } });
  });

  it('without a version answers 428 and changes nothing', async () => {
    const answer = await world.put(phone, { profiling: 'granted' });
    expect(answer).toMatchObject({ status: 428, body: { etag: phone.etag } });
    expect(await read()).toMatchObject({ profiling: 'denied' });
  });

  it.each(['"0"', '"999"', 'W/"1"', '1', '*', '"x"'])(
    'with the version %s answers 412 and the state as it is',
    async (tag) => {
      const answer = await world.put(phone, { profiling: 'granted' }, tag);
      expect(answer).toMatchObject({
        status: 412,
        headers: { 'content-type': 'application/problem+json' },
        body: { preferences: { marketing: { push: 'granted' }, profiling: 'denied' }, etag: phone.etag },
      });
    },
  );

  it('after a refusal elsewhere is stale', async () => {
    const seen = await etag();
    await world.put(phone, { marketing: { push: 'denied' } });
    expect((await world.put(phone, { marketing: { push: 'granted' } }, seen)).status).toBe(412);
    expect(await read()).toMatchObject({ marketing: { push: 'denied' } });
  });

  it('lifts an earlier refusal when it knows of it', async () => {
    await world.put(phone, { marketing: { push: 'denied' } });
    const answer = await world.put(phone, { marketing: { push: 'granted' } }, await etag());
    expect(answer).toMatchObject({ status: 200, body: { marketing: { push: 'granted' } } });
  });

  it('of email without an address answers 409 and says why', async () => {
    const answer = await world.put(phone, { marketing: { email: 'granted' } }, phone.etag);
    expect(answer).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining('no email address') },
    });
  });

  it('of email counts for the address of the person', async () => {
    await giveEmail();
    const answer = await world.put(phone, { marketing: { email: 'granted' } }, await etag());
    expect(answer).toMatchObject({ status: 200, body: { marketing: { email: 'granted' } } });
  });
});

describe('a body', () => {
  it.each([
    ['of an unknown topic', { topics: { gossip: 'denied' } }],
    ['of an unknown field', { newsletter: 'denied' }],
    ['of a wrong state', { profiling: 'maybe' }],
    ['that is a list', []],
  ])('%s answers 400 and changes nothing', async (_, body) => {
    expect((await world.put(phone, body)).status).toBe(400);
    expect(await etag()).toBe(phone.etag);
  });
});
