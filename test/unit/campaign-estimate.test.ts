/** How many contacts a campaign would reach, while it is being written: the plan itself for a small office, a sample with its uncertainty for a large one. */
import { beforeEach, describe, expect, it } from '@jest/globals';
import { stableHash } from '../../shared/domain/hash.ts';
import { shardOf } from '../../shared/domain/person.ts';
import { createCampaignWorld, draft, problemOf } from '../support/campaign-world.ts';
import { quietTelemetry } from '../support/http-service.ts';

const now = '2026-11-23T12:00:00.000Z';
let world: ReturnType<typeof createCampaignWorld>;

beforeEach(() => {
  quietTelemetry();
  world = createCampaignWorld(now);
});

describe('an estimate', () => {
  const people = async (count: number) => {
    for (let index = 0; index < count; index++) {
      const id = `per_${index}`;
      await world.givenPerson({
        id,
        country: 'DE',
        email: `${id}@example.com`,
        tokens: [`t${index}`],
        interests: index % 2 ? ['camera'] : [],
        answers: [
          { purpose: 'marketing', channel: 'email', state: index % 3 ? 'granted' : 'denied' },
          { purpose: 'marketing', channel: 'push', state: 'granted' },
          { purpose: 'profiling', state: index % 4 ? 'granted' : 'denied' },
        ],
      });
    }
  };
  const question = { office: 'de', channels: ['email', 'push'] };
  const estimate = async (change: object = {}, who = 'marketer-de') =>
    (await world.call(who, 'POST /campaigns/estimates', { body: { ...question, ...change } })).body;
  const planOf = async (change: object) => {
    const content = {
      defaultLocale: 'de',
      locales: { de: { email: { subject: 'x', html: '<p>x</p>' }, push: { title: 'x', body: 'x' } } },
    };
    const body = { ...draft, ...question, content, ...change };
    const { id } = (await world.call('marketer-de', 'POST /campaigns', { body })).body;
    return (await world.call('marketer-de', 'GET /campaigns/{id}/plan', { params: { id } })).body;
  };

  it.each([
    ['everybody', {}],
    ['one channel per person', { deliver: 'first' }],
    ['interests', { audience: { interests: ['camera'] } }],
    ['a country without people', { audience: { countries: ['AT'] } }],
  ])('that read all shards is the plan: %s', async (_case, change) => {
    await people(60);
    const [estimated, { audience, willSend, excluded, byChannel }] = [
      await estimate(change),
      await planOf(change),
    ];
    expect(estimated).toMatchObject({ method: 'exact', shardsRead: 64, shards: 64 });
    expect(estimated).toMatchObject({ audience, willSend, excluded, byChannel });
    expect(estimated.interval).toEqual({ low: willSend, high: willSend });
  });

  it('says how many interests leave, and that the others refused profiling (P-17)', async () => {
    await people(60);
    const { willSend, excluded } = await estimate({
      audience: { interests: ['camera'] },
      channels: ['push'],
    });
    expect({ willSend, excluded }).toEqual({
      willSend: 30,
      excluded: { 'profiling-refused': 15, 'not-interested': 15 },
    });
  });

  it('that ran out of time is scaled up, adds up, and says how far off it may be', async () => {
    await people(600);
    const truth = (await planOf({})).willSend;
    let spent = 0;
    world.timing.elapsed = () => {
      spent += 45;
      return spent;
    };
    const sampled = await estimate();
    expect(sampled.method).toBe('sampled');
    expect(sampled.shardsRead).toBeLessThan(64);
    expect(Math.abs(sampled.willSend / truth - 1)).toBeLessThan(0.3);
    expect(sampled.interval.low).toBeLessThan(sampled.willSend);
    expect(sampled.interval.high).toBeGreaterThan(sampled.willSend);
    const parts = Object.values<number>(sampled.excluded).reduce((left, right) => left + right, 0);
    expect(sampled.audience).toBe(sampled.willSend + parts);
  });

  describe('that cannot read one shard in time', () => {
    beforeEach(async () => {
      const place = (shard: number) => stableHash(`estimate:de:${shard}`);
      const shards = Array.from({ length: 64 }, (_, shard) => shard);
      const [first] = shards.sort((left, right) => place(left) - place(right));
      const ids = Array.from({ length: 30_000 }, (_, index) => `per_${String(index).padStart(5, '0')}`);
      const sameShard = ids.filter((id) => shardOf(id) === first).slice(0, 300);
      for (const id of sameShard) await world.givenPerson({ id, country: 'DE', email: `${id}@example.com` });
      let spent = 0;
      world.timing.elapsed = () => {
        spent += 2000;
        return spent;
      };
    });

    it('is scaled by what the last plan counted', async () => {
      await world.totals.save('de', { email: { contacts: 64_000, at: now } });
      const { method, scaledBy, audience, excluded } = await estimate({ channels: ['email'] });
      expect({ method, scaledBy, audience }).toEqual({
        method: 'sampled',
        scaledBy: 'last-plan',
        audience: 64_000,
      });
      expect(excluded).toEqual({ 'no-consent': 64_000 });
    });

    it('names no plan where there was none, and says how many there are at least', async () => {
      const { method, scaledBy, audience } = await estimate({ channels: ['email'] });
      expect({ method, scaledBy }).toEqual({ method: 'sampled', scaledBy: undefined });
      expect(audience).toBe(200 * 64);
    });
  });

  it('refuses what a campaign would refuse', async () => {
    const ask = async (change: object) =>
      problemOf(
        await world.call('marketer-de', 'POST /campaigns/estimates', { body: { ...question, ...change } }),
      );
    expect(await ask({ channels: ['email', 'email'] })).toEqual({ status: 400, fields: ['channels'] });
    expect(await ask({ audience: { countries: ['FR'] } })).toEqual({
      status: 400,
      fields: ['audience.countries.0'],
    });
  });

  it('is for the own office (P-20)', async () => {
    const answer = await world.call('marketer-fr', 'POST /campaigns/estimates', { body: question });
    expect(answer.status).toBe(403);
  });
});
