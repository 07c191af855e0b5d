/** The circuit breaker: when it pauses a campaign, by the clock and by feedback, and what it leaves alone (N-19). */
import { describe, expect, it } from '@jest/globals';
import { resumeCampaign } from '../../functions/campaigns/run-campaign.ts';
import { runDue } from '../../functions/tick/run-due.ts';
import { breakerReason, figuresSince, type MailFigures } from '../../shared/domain/circuit-breaker.ts';
import {
  type Campaign,
  type MessageRecord,
  stepCampaign,
  tripBreaker,
} from '../../shared/domain/lifecycle.ts';
import { reportMessage } from '../../shared/use-cases/report-message.ts';
import { createBreakerWatch } from '../../shared/use-cases/watch-breaker.ts';
import { createWorld, type World } from '../support/world.ts';

const start = '2026-11-23T12:00:00.000Z';
const figures = (accepted: number, bounced: number, complained: number): MailFigures => ({
  accepted,
  bounced,
  complained,
});

describe('the rule', () => {
  it.each([
    [999, 999, 999, undefined],
    [1000, 0, 0, undefined],
    [1000, 0, 1, 'complaints'],
    [1001, 0, 1, undefined],
    [1999, 0, 1, undefined],
    [2000, 0, 2, 'complaints'],
    [1000, 49, 0, undefined],
    [1000, 50, 0, 'bounces'],
    [100_000, 4999, 99, undefined],
    [100_000, 5000, 99, 'bounces'],
    [100_000, 5000, 100, 'complaints'],
  ])('%d accepted, %d bounced, %d complained: %s', (accepted, bounced, complained, kind) => {
    expect(breakerReason(figures(accepted, bounced, complained))?.kind).toBe(kind);
  });

  it('says why, in words and as a rate', () => {
    expect(breakerReason(figures(1430, 0, 2))).toEqual({
      kind: 'complaints',
      rate: 2 / 1430,
      words: 'Paused by the circuit breaker: 0.14 % complaints (2 of 1,430 accepted mails)',
    });
    expect(breakerReason(figures(20_000, 1200, 0))?.words).toBe(
      'Paused by the circuit breaker: 6 % bounces (1,200 of 20,000 accepted mails)',
    );
  });

  it('counts from the last time on', () => {
    expect(figuresSince(figures(3000, 200, 5), figures(1000, 150, 5))).toEqual(figures(2000, 50, 0));
    expect(figuresSince(figures(3000, 200, 5), undefined)).toEqual(figures(3000, 200, 5));
  });

  it('pauses a running campaign only, as the system, with the reason on record', () => {
    const campaign = createWorld(start).campaign({ office: 'de' });
    const tripped = tripBreaker(campaign, figures(1000, 0, 2), start);
    expect(tripped).toMatchObject({ state: 'paused', breaker: { at: start, ...figures(1000, 0, 2) } });
    expect(tripped?.history.at(-1)).toMatchObject({
      action: 'pause',
      by: 'system',
      reason: expect.stringContaining('circuit breaker'),
    });
    for (const state of ['paused', 'cancelled', 'completed', 'scheduled'] as const)
      expect(tripBreaker({ ...campaign, state }, figures(1000, 0, 2), start)).toBeUndefined();
  });
});

/** A slice of a running message with these figures, and work left to do. */
async function givenFigures(world: World, record: MessageRecord, known: MailFigures) {
  const place = { office: 'de', firstShard: 0 };
  await world.messages.claimSlice(
    record.id,
    {
      ...place,
      lastShard: 0,
      attempt: 1,
      position: { shard: 0, channel: 0 },
      expanded: false,
      touchedAt: world.clock(),
      planned: 0,
      done: 0,
      counters: {},
    },
    undefined,
  );
  const counters = Object.fromEntries(
    Object.entries(known).map(([name, count]) => [`o#email#${name}`, count]),
  );
  const advance = { slice: place, attempt: 1, set: {}, counters };
  if (!(await world.batches.plan(record.id, [], advance, start)))
    throw new Error('The figures are not written');
}

const tick = (world: World) =>
  runDue({
    messages: world.messages,
    batches: world.batches,
    wakeSenders: async () => {},
    wakeExpanders: async () => {},
    letters: world.letters,
    wakeLetters: async () => {},
    clock: world.clock,
  });

async function loadCampaign(world: World): Promise<Campaign> {
  const record = await world.messages.load('cmp_1');
  if (record?.type !== 'campaign') throw new Error('The campaign has gone');
  return record;
}

async function givenCampaign(known: MailFigures): Promise<World> {
  const world = createWorld(start);
  const campaign = world.campaign({ office: 'de' });
  await world.messages.save(campaign, 0);
  await givenFigures(world, campaign, known);
  return world;
}

/** Staff have read the reason, and go on. */
const resume = (world: World) =>
  resumeCampaign(
    {
      messages: world.messages,
      batches: world.batches,
      wakeSenders: async () => {},
      queue: { send: async () => {}, queueUrl: 'q' },
    } as unknown as Parameters<typeof resumeCampaign>[0],
    {
      id: 'cmp_1',
      actor: { kind: 'staff', user: 'anna', office: 'de', roles: ['marketer'] },
      now: world.clock(),
      reason: 'The list was cleaned',
    } as Parameters<typeof resumeCampaign>[1],
  );

describe('the clock', () => {
  it('pauses a campaign whose complaints are too many, and says so in the report', async () => {
    const world = await givenCampaign(figures(1000, 0, 1));
    expect(await tick(world)).toMatchObject({ paused: 1 });
    const campaign = await loadCampaign(world);
    expect(campaign).toMatchObject({
      state: 'paused',
      breaker: { reason: expect.stringContaining('0.1 %') },
    });
    expect((await reportMessage(world, campaign)).breaker).toEqual({
      at: start,
      reason: campaign.breaker?.reason,
    });
    expect(await tick(world)).toMatchObject({ paused: 0 });
  });

  it('leaves a campaign with few complaints and bounces running', async () => {
    const world = await givenCampaign(figures(10_000, 400, 9));
    expect(await tick(world)).toMatchObject({ paused: 0 });
    expect((await loadCampaign(world)).state).toBe('running');
  });

  it('never pauses a notice', async () => {
    const world = createWorld(start);
    const notice = world.notice();
    await world.messages.save(notice, 0);
    await givenFigures(world, notice, figures(1000, 900, 90));
    expect(await tick(world)).toMatchObject({ paused: 0 });
    await createBreakerWatch(world.messages)('ntc_1', start);
    expect((await world.messages.load('ntc_1'))?.state).toBe('running');
  });
});

describe('a campaign that staff resume', () => {
  it('goes on in spite of the old figures, and of what came while it was paused', async () => {
    const world = await givenCampaign(figures(1000, 60, 0));
    await tick(world);
    await givenFigures(world, await loadCampaign(world), figures(40, 30, 2));
    expect((await resume(world)).state).toBe('running');
    expect(await tick(world)).toMatchObject({ paused: 0 });
    await givenFigures(world, await loadCampaign(world), figures(999, 40, 0));
    expect(await tick(world)).toMatchObject({ paused: 0 });
    expect(await loadCampaign(world)).toMatchObject({ state: 'running', breaker: { at: start } });
  });

  it('is judged again by the next 1,000 mails alone', async () => {
    const world = await givenCampaign(figures(1000, 60, 0));
    await tick(world);
    await resume(world);
    await givenFigures(world, await loadCampaign(world), figures(1000, 49, 0));
    expect(await tick(world)).toMatchObject({ paused: 0 });
    await givenFigures(world, await loadCampaign(world), figures(0, 1, 0));
    world.setNow('2026-11-23T12:30:00.000Z');
    expect(await tick(world)).toMatchObject({ paused: 1 });
    expect((await loadCampaign(world)).breaker).toMatchObject({
      at: '2026-11-23T12:30:00.000Z',
      reason: 'Paused by the circuit breaker: 5 % bounces (50 of 1,000 accepted mails)',
      ...figures(2000, 110, 0),
    });
  });

  it('after a pause of their own is judged by all its mails', async () => {
    const world = await givenCampaign(figures(1000, 0, 0));
    const step = stepCampaign(await loadCampaign(world), 'pause', { by: 'anna', at: start });
    if (step.kind !== 'taken') throw new Error('not paused');
    await world.messages.save(step.message, 1);
    await resume(world);
    await givenFigures(world, await loadCampaign(world), figures(0, 50, 0));
    expect(await tick(world)).toMatchObject({ paused: 1 });
  });
});

describe('feedback', () => {
  it('pauses at once, and adds up a campaign at most once in 5 seconds', async () => {
    const world = await givenCampaign(figures(1000, 49, 0));
    let looks = 0;
    const listSlices: typeof world.messages.listSlices = (id) => {
      looks++;
      return world.messages.listSlices(id);
    };
    const watch = createBreakerWatch({ ...world.messages, listSlices });
    await watch('cmp_1', start);
    await givenFigures(world, await loadCampaign(world), figures(0, 1, 0));
    await watch('cmp_1', '2026-11-23T12:00:04.999Z');
    expect([looks, (await loadCampaign(world)).state]).toEqual([1, 'running']);
    await watch('cmp_1', '2026-11-23T12:00:05.000Z');
    expect([looks, (await loadCampaign(world)).state]).toEqual([2, 'paused']);
  });

  it('of several workers at once pauses once', async () => {
    const world = await givenCampaign(figures(1000, 0, 3));
    await Promise.all(Array.from({ length: 5 }, () => createBreakerWatch(world.messages)('cmp_1', start)));
    const { history, version } = await loadCampaign(world);
    expect([history.map(({ action }) => action), version]).toEqual([['pause'], 2]);
  });

  it('of a message that is not there, or not running, does nothing', async () => {
    const world = await givenCampaign(figures(1000, 0, 3));
    await createBreakerWatch(world.messages)('cmp_9', start);
    await world.messages.save({ ...(await loadCampaign(world)), state: 'completed', version: 2 }, 1);
    await createBreakerWatch(world.messages)('cmp_1', start);
    expect(await loadCampaign(world)).toMatchObject({ state: 'completed', version: 2 });
  });
});
