/** Decisions that need the past: a frequency cap over campaigns, one channel per person, and a notice that goes on to the next channel. */
import { describe, expect, it } from '@jest/globals';
import { waveId } from '../../shared/domain/batch.ts';
import type { Campaign } from '../../shared/domain/lifecycle.ts';
import type { Answer } from '../../shared/domain/preferences.ts';
import { readDecisions } from '../../shared/use-cases/read-decisions.ts';
import { reportMessage } from '../../shared/use-cases/report-message.ts';
import { seriesOf } from '../../shared/use-cases/series.ts';
import { slicesOf } from '../../shared/use-cases/slices.ts';
import { tickOf } from '../support/tick-of.ts';
import { createWorld, type World } from '../support/world.ts';

const start = '2026-11-23T12:00:00.000Z';
const grants: Answer[] = [
  { purpose: 'marketing', channel: 'email', state: 'granted' },
  { purpose: 'marketing', channel: 'push', state: 'granted' },
];

async function givenAnna(world: World) {
  await world.givenPerson({
    id: 'per_a',
    country: 'DE',
    email: 'a@example.com',
    tokens: ['a1', 'a2'],
    answers: grants,
  });
}

async function run(world: World, campaign: Campaign) {
  await world.start(campaign);
  await world.drain();
  const record = await world.messages.load(campaign.id);
  if (!record) throw new Error('The campaign is gone');
  return reportMessage(world, record);
}

describe('a frequency cap', () => {
  const cap = { max: 1, days: 7 };

  it('counts the campaigns of the office that reached the person, not the hand-overs, and ends with its days', async () => {
    const world = createWorld(start);
    await givenAnna(world);
    const first = { ...world.campaign({ office: 'de', frequencyCap: cap }), id: 'cmp_first' };
    expect((await run(world, first)).decisions).toEqual({ send: 3, skip: {} });
    world.setNow('2026-11-25T12:00:00.000Z');
    const second = { ...world.campaign({ office: 'de', frequencyCap: cap }), id: 'cmp_second' };
    expect((await run(world, second)).decisions).toEqual({ send: 0, skip: { 'frequency-cap': 3 } });
    world.setNow('2026-12-01T12:00:00.000Z');
    const third = { ...world.campaign({ office: 'de', frequencyCap: cap }), id: 'cmp_third' };
    expect((await run(world, third)).decisions).toEqual({ send: 3, skip: {} });
  });

  it('counts from the hand-over, not from the start: what was held back over days counts when it comes', async () => {
    const world = createWorld('2026-11-27T18:00:00.000Z');
    await givenAnna(world);
    const daily = { max: 1, days: 1 };
    const sendWindow = { days: [1, 2, 3, 4, 5], start: '09:00', end: '17:00' };
    const first = {
      ...world.campaign({ office: 'de', frequencyCap: daily }),
      id: 'cmp_first',
      pacing: { sendWindow },
    };
    await world.start(first);
    await world.drain();
    world.setNow('2026-11-30T08:30:00.000Z');
    for (const series of seriesOf(first, slicesOf(first), waveId('2026-11-30T08:00:00.000Z')))
      for await (const pointer of world.batches.listPointers(series)) await world.deliver(pointer);
    expect(world.sent).toHaveLength(3);
    world.setNow('2026-11-30T11:00:00.000Z');
    const second = { ...world.campaign({ office: 'de', frequencyCap: daily }), id: 'cmp_second' };
    expect((await run(world, second)).decisions).toEqual({ send: 0, skip: { 'frequency-cap': 3 } });
  });

  it('holds between two campaigns that are expanded side by side: the one that started first comes first', async () => {
    const world = createWorld(start);
    await givenAnna(world);
    const first = { ...world.campaign({ office: 'de', frequencyCap: cap }), id: 'cmp_1' };
    const second = { ...world.campaign({ office: 'de', frequencyCap: cap }), id: 'cmp_2' };
    await world.start(second);
    await world.start(first);
    await world.drain();
    const sent = Map.groupBy(world.sent, ({ messageId }) => messageId);
    expect([...sent.keys()]).toEqual(['cmp_1']);
  });

  it('does not count what a cancelled campaign has not sent', async () => {
    const world = createWorld(start);
    await givenAnna(world);
    const first = { ...world.campaign({ office: 'de' }), id: 'cmp_first' };
    await world.start(first);
    await world.expand();
    await world.messages.save({ ...first, state: 'cancelled', version: 2 }, 1);
    world.deliverQueue.length = 0;
    const second = { ...world.campaign({ office: 'de', frequencyCap: cap }), id: 'cmp_second' };
    expect((await run(world, second)).decisions).toEqual({ send: 3, skip: {} });
  });

  it('counts no campaign whose message the person did not get', async () => {
    const world = createWorld(start, async () => ({ kind: 'failed' }));
    await givenAnna(world);
    await run(world, { ...world.campaign({ office: 'de' }), id: 'cmp_first' });
    const second = { ...world.campaign({ office: 'de', frequencyCap: cap }), id: 'cmp_second' };
    expect((await run(world, second)).decisions.skip).toEqual({});
  });
});

describe('a campaign for the first channel', () => {
  it('goes to one channel of each person: all their devices, and then no mail', async () => {
    const world = createWorld(start);
    await givenAnna(world);
    await world.givenPerson({ id: 'per_b', country: 'DE', email: 'b@example.com', answers: grants });
    const report = await run(
      world,
      world.campaign({ office: 'de', channels: ['push', 'email'], deliver: 'first' }),
    );
    expect(world.sent.map(({ contactId }) => contactId).sort()).toEqual([
      'per_a-a1',
      'per_a-a2',
      'per_b-mail',
    ]);
    expect(report.decisions).toEqual({ send: 3, skip: { 'not-in-audience': 1 } });
    const record = await world.messages.load('cmp_1');
    const { lines } = await readDecisions(world, record as Campaign, undefined, 1e6);
    expect(lines).toHaveLength(3);
  });
});

describe('a hold-out', () => {
  it('keeps the same people without the message each time, about as many as asked for', async () => {
    const sends: string[][] = [];
    for (let round = 0; round < 2; round++) {
      const world = createWorld(start);
      for (let index = 0; index < 200; index++) {
        await world.givenPerson({
          id: `per_${index}`,
          country: 'DE',
          email: `${index}@example.com`,
          answers: grants,
        });
      }
      const report = await run(
        world,
        world.campaign({ office: 'de', channels: ['email'], holdoutPercent: 25 }),
      );
      expect(report.decisions.skip['holdout']).toBeGreaterThan(25);
      expect(report.decisions.skip['holdout']).toBeLessThan(80);
      sends.push(world.sent.map(({ personId }) => personId).sort());
    }
    expect(sends[0]).toEqual(sends[1]);
  });
});

describe('a notice with an order of channels', () => {
  it('goes on by mail at once for those whom push cannot reach, and after the time for those who did not get it', async () => {
    const world = createWorld(start, async ({ contactId }) =>
      contactId === 'per_b-b1' ? { kind: 'disabled' } : { kind: 'accepted', providerId: contactId },
    );
    await givenAnna(world);
    await world.givenPerson({ id: 'per_b', country: 'FR', email: 'b@example.com', tokens: ['b1'] });
    await world.givenPerson({ id: 'per_c', country: 'FR', email: 'c@example.com' });
    await world.start(world.notice({ channels: ['push', 'email'], escalateAfter: 'PT24H' }));
    await world.drain();
    const sentTo = () => world.sent.map(({ contactId }) => contactId).sort();
    expect(sentTo()).toEqual(['per_a-a1', 'per_a-a2', 'per_b-mail', 'per_c-mail']);
    expect((await world.messages.load('ntc_1'))?.state).toBe('running');
    world.setNow('2026-11-24T11:59:00.000Z');
    await tickOf(world, world.deliverQueue).tick();
    await world.drain();
    expect(sentTo()).toHaveLength(4);
    world.setNow('2026-11-24T12:00:30.000Z');
    await tickOf(world, world.deliverQueue).tick();
    await world.drain();
    expect(sentTo()).toEqual(['per_a-a1', 'per_a-a2', 'per_a-mail', 'per_b-mail', 'per_c-mail']);
    expect((await world.messages.load('ntc_1'))?.state).toBe('completed');
  });
});
