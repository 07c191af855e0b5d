/** A wave that the service slept through never fires late; one that people held back, or that is only slow, goes on (N-06). */
import { describe, expect, it } from '@jest/globals';
import { resumeCampaign, takeStep } from '../../functions/campaigns/run-campaign.ts';
import { createBatchStore } from '../../shared/adapters/batch-store.ts';
import { addSeconds } from '../../shared/domain/local-time.ts';
import type { CampaignDraft } from '../../shared/domain/message.ts';
import type { Answer } from '../../shared/domain/preferences.ts';
import { isWaveTooLate, startWindowSeconds } from '../../shared/domain/wave.ts';
import type { HandOver } from '../../shared/use-cases/hand-over.ts';
import { type DecisionLine, readDecisions } from '../../shared/use-cases/read-decisions.ts';
import { reportMessage } from '../../shared/use-cases/report-message.ts';
import { tickOf } from '../support/tick-of.ts';
import { createWorld, type World } from '../support/world.ts';

const start = '2026-11-23T12:00:00.000Z';
/** 14:30 in Berlin, and an hour later in London. */
const inBerlin = '2026-11-23T13:30:00.000Z';
const inLondon = '2026-11-23T14:30:00.000Z';
const granted: Answer[] = [{ purpose: 'marketing', channel: 'email', state: 'granted' }];
const actor = { kind: 'staff', user: 'm', roles: ['marketer'], office: 'de' } as const;

async function givenReaders(world: World) {
  for (const [id, timezone] of [
    ['per_berlin', 'Europe/Berlin'],
    ['per_london', 'Europe/London'],
  ] as const) {
    await world.givenPerson({ id, country: 'DE', timezone, email: `${id}@example.com`, answers: granted });
  }
}

function campaignOf(world: World, draft: Partial<CampaignDraft> = {}) {
  return world.campaign({
    office: 'de',
    channels: ['email'],
    schedule: { at: '2026-11-23T14:30', timezone: 'recipient' },
    ...draft,
  });
}

/** A world whose campaign has started, and been expanded. */
async function begun(draft: Partial<CampaignDraft> = {}, handOver?: () => Promise<HandOver>) {
  const world = createWorld(start, handOver);
  await givenReaders(world);
  await world.start(campaignOf(world, draft));
  await world.drain();
  return { world, ...tickOf(world) };
}

type Begun = Awaited<ReturnType<typeof begun>>;

/** The clock ticks once, and the senders do what it woke. */
async function tickAt({ world, tick, woken }: Begun, at: string) {
  world.setNow(at);
  const result = await tick();
  for (const pointer of woken.splice(0)) await world.deliver(pointer);
  return result;
}

const sentTo = (world: World) => world.sent.map(({ personId }) => personId);

async function linesOf(world: World): Promise<DecisionLine[]> {
  const record = await world.messages.load('cmp_1');
  if (!record) throw new Error('The campaign has gone');
  return (await readDecisions(world, record, undefined, 1e6)).lines.map((line) => JSON.parse(line));
}

async function take(world: World, action: 'pause' | 'resume', at: string) {
  world.setNow(at);
  const request = { id: 'cmp_1', actor, now: at };
  const deps = {
    ...world,
    queue: { queueUrl: 'q', send: async () => {} },
    wakeSenders: async (pointers: readonly (typeof world.deliverQueue)[number][]) => {
      world.deliverQueue.push(...pointers);
    },
    wait: async () => {},
  };
  if (action === 'pause') await takeStep(deps, action, request);
  else await resumeCampaign(deps, request);
}

describe('a wave after an outage', () => {
  it('that is over for more than an hour expires; the later one goes out; the counts add up and the campaign completes (N-06, N-05)', async () => {
    const run = await begun();
    expect(await tickAt(run, '2026-11-23T15:00:00.000Z')).toMatchObject({ waves: 1, expiredWaves: 1 });
    expect(sentTo(run.world)).toEqual(['per_london']);
    const outcomes = (await linesOf(run.world)).map(({ personId, decision, reason, outcome }) => [
      personId,
      decision,
      reason,
      outcome,
    ]);
    expect(outcomes.sort()).toEqual([
      ['per_berlin', 'skip', 'message-expired', 'stopped'],
      ['per_london', 'send', undefined, 'accepted'],
    ]);
    const record = await run.world.messages.load('cmp_1');
    expect(record?.state).toBe('completed');
    expect(record && (await reportMessage(run.world, record))).toMatchObject({
      audience: 2,
      decisions: { send: 1, skip: { 'message-expired': 1 } },
      outcomes: { accepted: 1, stopped: 1, pending: 0 },
    });
  });

  it.each([
    ['in the last moment of its hour goes out', 0, ['per_berlin']],
    ['a moment later does not', 0.001, []],
  ])('%s', async (_case, late, expected) => {
    const run = await begun();
    await tickAt(run, addSeconds(inBerlin, startWindowSeconds + late));
    expect(sentTo(run.world).filter((id) => id === 'per_berlin')).toEqual(expected);
  });

  it('is marked before its batches are woken, once: what a crash leaves the repair settles and does not send', async () => {
    const run = await begun();
    const { world, tick, woken } = run;
    world.setNow('2026-11-23T15:00:00.000Z');
    await tick();
    const [berlin] = await world.messages.listWaves('cmp_1');
    expect(berlin).toMatchObject({ waiting: false, expiredAt: '2026-11-23T15:00:00.000Z' });
    woken.splice(0);
    expect(await tickAt(run, '2026-11-23T15:02:00.000Z')).toMatchObject({ expiredWaves: 0, repaired: 2 });
    expect(sentTo(world)).toEqual(['per_london']);
    expect((await world.messages.listWaves('cmp_1'))[0]?.expiredAt).toBe('2026-11-23T15:00:00.000Z');
    expect((await world.messages.load('cmp_1'))?.state).toBe('completed');
  });

  it('is not sent by a sender either that comes before the clock, or by the repair', async () => {
    const { world } = await begun();
    world.setNow('2026-11-23T15:00:00.000Z');
    const [{ wave = '' } = {}] = await world.messages.listWaves('cmp_1');
    for (let shard = 0; shard < 64; shard++) {
      const series = { messageId: 'cmp_1', wave, channel: 'email', office: 'de', shard } as const;
      for await (const pointer of world.batches.listPointers(series)) await world.deliver(pointer);
    }
    expect(world.sent).toEqual([]);
    expect((await linesOf(world)).map(({ outcome }) => outcome).sort()).toEqual(['pending', 'stopped']);
  });

  it('expires also where nobody had expanded it: the first one of a start that got lost, and later ones', async () => {
    const world = createWorld(start);
    await givenReaders(world);
    // 14:30 is before the start of the campaign there: long before it, and so shortly that they are due with it.
    for (const [id, timezone] of [
      ['per_dubai', 'Asia/Dubai'],
      ['per_istanbul', 'Europe/Istanbul'],
    ] as const)
      await world.givenPerson({ id, country: 'DE', timezone, email: `${id}@example.com`, answers: granted });
    await world.start(campaignOf(world));
    const run = { world, ...tickOf(world) };
    const lost = world.expandQueue.splice(0);
    world.setNow('2026-11-23T15:00:00.000Z');
    world.expandQueue.push(...lost);
    await world.drain();
    await tickAt(run, '2026-11-23T15:00:00.000Z');
    expect(sentTo(world)).toEqual(['per_london']);
    expect((await world.messages.load('cmp_1'))?.state).toBe('completed');
  });

  it('does not come back when another expander adds to it', async () => {
    const { world, tick } = await begun();
    world.setNow('2026-11-23T15:00:00.000Z');
    await tick();
    const { wave } = (await world.messages.listWaves('cmp_1'))[0] ?? { wave: '' };
    const slice = await world.messages.loadSlice('cmp_1', { office: 'de', firstShard: 0 });
    const pointer = {
      messageId: 'cmp_1',
      wave,
      channel: 'email',
      office: 'de',
      shard: 0,
      first: 'per_x#m',
    } as const;
    const entry = { personId: 'per_x', contactId: 'm', decision: 'send' } as const;
    const advance = {
      slice: { office: 'de', firstShard: 0 },
      attempt: slice?.attempt ?? 0,
      set: {},
      counters: {},
    };
    const blind = { ...world.campaignsTable, getMany: async () => [] };
    expect(await createBatchStore(blind).plan('cmp_1', [{ pointer, entries: [entry] }], advance, start)).toBe(
      true,
    );
    expect((await world.messages.loadWave('cmp_1', wave))?.expiredAt).toBe('2026-11-23T15:00:00.000Z');
    await world.deliver(pointer);
    expect(world.sent).toEqual([]);
  });
});

describe('readers whose hour has been over when the campaign starts', () => {
  it.each([
    ['for an hour get it at once', '2026-11-23T14:30:00.000Z', undefined],
    ['for a second more do not get it', '2026-11-23T14:30:01.000Z', 'message-expired'],
  ])('%s (N-06)', async (_case, startedAt, reason) => {
    const world = createWorld(startedAt);
    await givenReaders(world);
    await world.start(campaignOf(world));
    await world.drain();
    const berlin = (await linesOf(world)).find(({ personId }) => personId === 'per_berlin');
    expect(berlin).toMatchObject({ decision: reason ? 'skip' : 'send' });
    expect([berlin?.reason, sentTo(world).includes('per_berlin')]).toEqual([reason, reason === undefined]);
  });
});

describe('a wave that nobody slept through', () => {
  it('goes on for hours when its sending is slow', async () => {
    let throttled = true;
    const run = await begun({}, async () =>
      throttled ? { kind: 'retry' } : { kind: 'accepted', providerId: 'p' },
    );
    await tickAt(run, addSeconds(inBerlin, 60));
    await tickAt(run, addSeconds(inLondon, 60));
    throttled = false;
    expect(await tickAt(run, '2026-11-23T20:00:00.000Z')).toMatchObject({ expiredWaves: 0 });
    expect(sentTo(run.world).sort()).toEqual(['per_berlin', 'per_london']);
  });

  it('goes on when people paused it over its hour and resume it later', async () => {
    const run = await begun();
    await take(run.world, 'pause', '2026-11-23T13:00:00.000Z');
    await tickAt(run, '2026-11-23T16:00:00.000Z');
    await take(run.world, 'resume', '2026-11-23T18:00:00.000Z');
    await tickAt(run, '2026-11-23T18:01:00.000Z');
    expect(sentTo(run.world).sort()).toEqual(['per_berlin', 'per_london']);
  });

  it('but not when the campaign has expired in the meantime', async () => {
    const run = await begun({ expiresAt: '2026-11-23T17:00:00Z' });
    await take(run.world, 'pause', '2026-11-23T13:00:00.000Z');
    await take(run.world, 'resume', '2026-11-23T18:00:00.000Z');
    await tickAt(run, '2026-11-23T18:01:00.000Z');
    expect(run.world.sent).toEqual([]);
    expect((await linesOf(run.world)).map(({ reason }) => reason)).toEqual([
      'message-expired',
      'message-expired',
    ]);
    expect((await run.world.messages.load('cmp_1'))?.state).toBe('completed');
  });

  it('expires when the pause came only after its hour had been slept through', async () => {
    const run = await begun();
    await take(run.world, 'pause', '2026-11-23T14:45:00.000Z');
    await take(run.world, 'resume', '2026-11-23T15:00:00.000Z');
    await tickAt(run, '2026-11-23T15:00:30.000Z');
    expect(sentTo(run.world)).toEqual(['per_london']);
  });

  it.each([
    ['', []],
    [', also where the clock came by during the pause', ['2026-11-23T13:31:00.000Z']],
  ])('expires when the service sleeps on after the resume%s', async (_case, ticks) => {
    const run = await begun();
    await take(run.world, 'pause', '2026-11-23T13:00:00.000Z');
    for (const at of ticks) await tickAt(run, at);
    await take(run.world, 'resume', '2026-11-23T15:00:00.000Z');
    await tickAt(run, '2026-11-23T16:00:00.001Z');
    expect(run.world.sent).toEqual([]);
  });
});

describe('a notice', () => {
  it('is never too late (P-19)', () => {
    const world = createWorld(start);
    expect(isWaveTooLate(world.notice(), '20261101T000000Z', start)).toBe(false);
    expect(isWaveTooLate(world.campaign({ office: 'de' }), '20261101T000000Z', start)).toBe(true);
  });
});
