/** A message from its start to its last outcome, over the stores in memory. */
import { describe, expect, it } from '@jest/globals';
import { resumeCampaign, takeStep } from '../../functions/campaigns/run-campaign.ts';
import { optOutKey } from '../../shared/adapters/people-keys.ts';
import { waveId } from '../../shared/domain/batch.ts';
import type { Campaign } from '../../shared/domain/lifecycle.ts';
import { addSeconds } from '../../shared/domain/local-time.ts';
import { shardOf } from '../../shared/domain/person.ts';
import type { Answer } from '../../shared/domain/preferences.ts';
import { changePerson } from '../../shared/use-cases/change-person.ts';
import { readDecisions } from '../../shared/use-cases/read-decisions.ts';
import { reportMessage } from '../../shared/use-cases/report-message.ts';
import { seriesOf } from '../../shared/use-cases/series.ts';
import { slicesOf } from '../../shared/use-cases/slices.ts';
import { createWorld, type World } from '../support/world.ts';

const start = '2026-11-23T12:00:00.000Z';
const grantEmail: Answer = { purpose: 'marketing', channel: 'email', state: 'granted' };
const grantPush: Answer = { purpose: 'marketing', channel: 'push', state: 'granted' };

async function optOut(world: World, personId: string) {
  await changePerson(
    world.people,
    personId,
    { now: world.clock(), source: 'one-click', actor: { kind: 'person' } },
    (record) => ({ edited: record, answers: [{ purpose: 'marketing', channel: 'email', state: 'denied' }] }),
  );
}

async function givenGermans(world: World, count: number) {
  for (let index = 0; index < count; index++) {
    const id = `per_${String(index).padStart(4, '0')}`;
    await world.givenPerson({
      id,
      country: 'DE',
      email: `${id}@example.com`,
      tokens: [`t${index}`],
      answers: [grantEmail, grantPush],
    });
  }
}

async function stateOf(world: World, id: string) {
  return (await world.messages.load(id))?.state;
}

/** Puts the campaign into a state, and gives it as it is then. */
async function setState(world: World, state: Campaign['state'] | undefined): Promise<Campaign> {
  const record = await world.messages.load('cmp_1');
  if (record?.type !== 'campaign') throw new Error('The campaign has gone');
  if (state === undefined || record.state === state) return record;
  const changed = { ...record, state, version: record.version + 1 };
  await world.messages.save(changed, record.version);
  return changed;
}

describe('delivery of a campaign', () => {
  it('sends once to each consenting contact and completes; every decision is on record (N-04, N-05)', async () => {
    const world = createWorld(start);
    await givenGermans(world, 30);
    await world.givenPerson({ id: 'per_no', country: 'DE', email: 'no@example.com' });
    await world.start(world.campaign({ office: 'de' }));
    await world.drain();
    expect(world.sent).toHaveLength(60);
    expect(await stateOf(world, 'cmp_1')).toBe('completed');
    const record = await world.messages.load('cmp_1');
    const { lines } = await readDecisions(world, record as Campaign, undefined, 1e6);
    expect(lines).toHaveLength(61);
    const report = await reportMessage(world, record as Campaign);
    expect(report).toMatchObject({
      audience: 61,
      decisions: { send: 60, skip: { 'no-consent': 1 } },
      outcomes: { accepted: 60, pending: 0 },
      handOversAfterOptOut: 0,
    });
  });

  it('stops at an opt-out that arrives between decision and hand-over (P-15, N-21)', async () => {
    const world = createWorld(start);
    await givenGermans(world, 3);
    await world.start(world.campaign({ office: 'de', channels: ['email'] }));
    await world.expand();
    await optOut(world, 'per_0001');
    await world.drain();
    expect(world.sent.map(({ personId }) => personId).sort()).toEqual(['per_0000', 'per_0002']);
    const record = await world.messages.load('cmp_1');
    expect(await reportMessage(world, record as Campaign)).toMatchObject({
      state: 'completed',
      decisions: { send: 2, skip: { 'consent-withdrawn': 1 } },
      outcomes: { accepted: 2, stopped: 1, pending: 0 },
    });
  });

  it.each([
    ['5 seconds after the opt-out is within the promise', 5, 0],
    ['later than that counts, for the device that refused and no other', 6, 1],
  ])('a hand-over %s (P-15)', async (_case, seconds, count) => {
    const world = createWorld(start);
    const answers = [grantEmail, grantPush];
    await world.givenPerson({
      id: 'per_a',
      country: 'DE',
      email: 'a@example.com',
      tokens: ['a1', 'a2'],
      answers,
    });
    await world.start(world.campaign({ office: 'de' }));
    const optOut = { office: 'de', personId: 'per_a', channel: 'push', contactId: 'per_a-a1', at: start };
    await world.peopleTable.write([{ kind: 'put', item: { ...optOutKey(optOut), ...optOut } }]);
    world.setNow(addSeconds(start, seconds));
    await world.drain();
    const record = await world.messages.load('cmp_1');
    expect((await reportMessage(world, record as Campaign)).handOversAfterOptOut).toBe(count);
  });

  it('waits while it is paused, and a resume wakes exactly what is open', async () => {
    const world = createWorld(start);
    await givenGermans(world, 3);
    await world.start(world.campaign({ office: 'de', channels: ['email'] }));
    await world.expand();
    const [first, ...rest] = world.deliverQueue.splice(0);
    if (first) await world.deliver(first);
    const actor = { kind: 'staff', user: 'm', roles: ['marketer'], office: 'de' } as const;
    const request = { id: 'cmp_1', actor, now: world.clock() };
    const woken: unknown[] = [];
    const deps = {
      ...world,
      queue: { queueUrl: 'q', send: async () => {} },
      wakeSenders: async (pointers: readonly object[]) => {
        woken.push(...pointers);
      },
      wait: async () => {},
    };
    await takeStep(deps, 'pause', request);
    for (const pointer of rest) expect(await world.deliver(pointer)).toBe('paused');
    await resumeCampaign(deps, request);
    const byShard = (left: { shard: number }, right: { shard: number }) => left.shard - right.shard;
    expect((woken as typeof rest).sort(byShard)).toEqual(rest.sort(byShard));
  });

  it('that is paused shows what it has sent, and counts nothing twice when it goes on (N-05)', async () => {
    let handed = 0;
    const world = createWorld(start, async () => {
      handed += 1;
      if (handed === 30) {
        await setState(world, 'paused');
        world.setNow(addSeconds(start, 3));
      }
      return { kind: 'accepted', providerId: `p${handed}` };
    });
    const ids = Array.from({ length: 9000 }, (_, index) => `per_${index}`).filter((id) => shardOf(id) === 7);
    for (const id of ids.slice(0, 60))
      await world.givenPerson({ id, country: 'DE', email: `${id}@example.com`, answers: [grantEmail] });
    await world.start(world.campaign({ office: 'de', channels: ['email'] }));
    await world.drain();
    const paused = await setState(world, 'paused');
    const report = await reportMessage(world, paused);
    expect(world.sent.length).toBeGreaterThan(20);
    expect(report.outcomes).toMatchObject({ accepted: world.sent.length, pending: 60 - world.sent.length });
    await setState(world, 'running');
    for (const series of seriesOf(paused, slicesOf(paused), waveId(start)))
      for await (const pointer of world.batches.listPointers(series)) await world.deliver(pointer);
    const { state, outcomes, byCountry } = await reportMessage(world, await setState(world, undefined));
    expect({ state, ...outcomes }).toMatchObject({ state: 'completed', accepted: 60, pending: 0 });
    expect(byCountry['DE']).toMatchObject({ accepted: 60 });
  });

  it('leaves what was in flight at a crash in doubt, sends the rest, and sends nothing twice (N-01, N-30)', async () => {
    let crashAt = 7;
    const handed: string[] = [];
    const world = createWorld(start, async ({ contactId }) => {
      if (--crashAt === 0) throw new Error('killed');
      handed.push(contactId);
      return { kind: 'accepted', providerId: contactId };
    });
    await givenGermans(world, 1);
    for (let index = 0; index < 40; index++) {
      await world.givenPerson({
        id: `per_0000`.replace('0000', `x${index}`),
        country: 'DE',
        email: `x${index}@example.com`,
        answers: [grantEmail],
      });
    }
    await world.start(world.campaign({ office: 'de' }));
    await world.drain().catch(() => {});
    const waiting = world.deliverQueue.splice(0);
    world.setNow('2026-11-23T12:02:00.000Z');
    const record = world.campaign({ office: 'de' });
    const { slicesOf } = await import('../../shared/use-cases/slices.ts');
    for (const { office, firstShard } of slicesOf(record)) {
      for (const channel of ['email', 'push'] as const) {
        const series = { messageId: 'cmp_1', wave: '20261123T120000Z', channel, office, shard: firstShard };
        for await (const pointer of world.batches.listPointers(series)) waiting.push(pointer);
      }
    }
    for (const pointer of waiting) await world.deliver(pointer);
    expect(new Set(handed).size).toBe(handed.length);
    const loaded = await world.messages.load('cmp_1');
    const report = await reportMessage(world, loaded as Campaign);
    expect(report.outcomes.accepted + report.outcomes.inDoubt).toBe(42);
    expect(report.outcomes.inDoubt).toBeGreaterThan(0);
    expect(loaded?.state).toBe('completed');
  });
});

describe('delivery of a notice', () => {
  it('reaches people who refused all marketing, and minors, and is on record for good like a campaign (P-19, N-08, N-22, N-31)', async () => {
    const world = createWorld(start);
    await world.givenPerson({
      id: 'per_a',
      country: 'DE',
      birthYear: 2015,
      email: 'a@example.com',
      tokens: ['t1'],
      answers: [
        { purpose: 'marketing', channel: 'email', state: 'denied' },
        { purpose: 'marketing', channel: 'push', state: 'denied' },
      ],
    });
    await world.start(world.notice());
    await world.drain();
    expect(world.sent.map(({ lane }) => lane)).toEqual(['mandatory', 'mandatory']);
    expect(await stateOf(world, 'ntc_1')).toBe('completed');
    const record = await world.messages.load('ntc_1');
    const { lines } = await readDecisions(world, record as Campaign, undefined, 1e6);
    expect(lines.map((line) => JSON.parse(line).outcome)).toEqual(['accepted', 'accepted']);
    expect(world.campaignsTable.all().some((item) => 'ttl' in item)).toBe(false);
  });
});
