/** The end of a campaign is published once, with exact totals, whatever happens in between (pain N-23, policy P-11, P-13). */
import { describe, expect, it } from '@jest/globals';
import { type AnnounceDeps, announceCampaigns } from '../../functions/publish-changes/announce-campaigns.ts';
import { runDue } from '../../functions/tick/run-due.ts';
import { createAnnouncementStore } from '../../shared/adapters/announcement-store.ts';
import { type Campaign, type CampaignAction, stepCampaign } from '../../shared/domain/lifecycle.ts';
import { addSeconds } from '../../shared/domain/local-time.ts';
import type { Answer } from '../../shared/domain/preferences.ts';
import { reportMessage } from '../../shared/use-cases/report-message.ts';
import { createBus } from '../support/published.ts';
import { createWorld, type World } from '../support/world.ts';

const start = '2026-11-23T12:00:00.000Z';
const grantEmail: Answer = { purpose: 'marketing', channel: 'email', state: 'granted' };

function announcerOf(world: World) {
  const bus = createBus();
  const deps: AnnounceDeps = {
    announcements: createAnnouncementStore(world.campaignsTable),
    messages: world.messages,
    publish: bus.publish,
    setAside: bus.setAside,
    clock: world.clock,
    mayGoOn: () => true,
  };
  return { bus, deps, announce: () => announceCampaigns(deps) };
}

function tick(world: World) {
  return runDue({
    messages: world.messages,
    batches: world.batches,
    wakeSenders: async (_lane, pointers) => {
      world.deliverQueue.push(...pointers);
    },
    wakeExpanders: async () => {},
    letters: world.letters,
    wakeLetters: async () => {},
    clock: world.clock,
  });
}

async function load(world: World): Promise<Campaign> {
  const record = await world.messages.load('cmp_1');
  if (record?.type !== 'campaign') throw new Error('The campaign has gone');
  return record;
}

async function step(world: World, action: CampaignAction): Promise<void> {
  const record = await load(world);
  const taken = stepCampaign(record, action, { by: 'm', at: world.clock() });
  if (taken.kind !== 'taken' || !(await world.messages.save(taken.message, record.version)))
    throw new Error('This step is not possible');
}

async function givenCampaign(): Promise<World> {
  const world = createWorld(start);
  for (const id of ['per_a', 'per_b', 'per_c'])
    await world.givenPerson({ id, country: 'DE', email: `${id}@example.com`, answers: [grantEmail] });
  await world.givenPerson({ id: 'per_d', country: 'DE', email: 'per_d@example.com' });
  await world.start(world.campaign({ office: 'de', channels: ['email'] }));
  return world;
}

const none = {
  audience: 0,
  send: 0,
  skipped: 0,
  accepted: 0,
  failed: 0,
  disabled: 0,
  inDoubt: 0,
  stopped: 0,
};

describe('the end of a campaign', () => {
  it('is published once when it completes, with the totals of the report', async () => {
    const world = await givenCampaign();
    const { bus, announce } = announcerOf(world);
    await announce();
    expect(bus.taken).toEqual([]);
    await world.drain();
    await announce();
    await announce();
    const report = await reportMessage(world, await load(world));
    expect(bus.taken).toEqual([
      {
        name: 'campaign-finished',
        version: 1,
        id: 'cmp_1-finished',
        at: start,
        campaignId: 'cmp_1',
        office: 'de',
        state: 'completed',
        createdAt: start,
        startedAt: start,
        totals: { ...none, audience: 4, send: 3, skipped: 1, accepted: 3 },
      },
    ]);
    expect(report).toMatchObject({ audience: 4, decisions: { send: 3 }, outcomes: { accepted: 3 } });
  });

  it('is published again, with the same id, only where the publisher died in between (N-23)', async () => {
    const world = await givenCampaign();
    await world.drain();
    const { bus, deps, announce } = announcerOf(world);
    const markAnnounced = async () => {
      throw new Error('killed');
    };
    const dying = { ...deps, announcements: { ...deps.announcements, markAnnounced } };
    await expect(announceCampaigns(dying)).rejects.toThrow('killed');
    await announce();
    await announce();
    expect(bus.taken.map(({ id }) => id)).toEqual(['cmp_1-finished', 'cmp_1-finished']);
    expect(bus.distinct()).toHaveLength(1);
  });

  it('waits, for a campaign cancelled under way, until what was begun has ended: the totals are exact', async () => {
    const world = await givenCampaign();
    await world.expand();
    const [begun] = world.deliverQueue.splice(0);
    if (!begun) throw new Error('There is no batch');
    const run = {
      state: 'claimed',
      attempt: 1,
      leaseUntil: addSeconds(start, 30),
      inFlight: [0],
      outcomes: new Map(),
    } as const;
    await world.batches.saveRun(begun, run, undefined);
    await step(world, 'cancel');
    const { bus, announce } = announcerOf(world);
    for (let minute = 1; minute <= 5; minute++) {
      await announce();
      if (minute <= 2) expect(bus.taken).toEqual([]);
      world.setNow(addSeconds(start, minute * 60));
      await tick(world);
      await world.drain();
    }
    await announce();
    const { outcomes } = await reportMessage(world, await load(world));
    expect(outcomes.inDoubt).toBe(1);
    expect(bus.taken).toMatchObject([
      {
        state: 'cancelled',
        at: start,
        totals: { audience: 4, send: 3, skipped: 1, accepted: 0, inDoubt: 1 },
      },
    ]);
  });

  it.each([
    ['cancelled', 'cancel'],
    ['expired', 'expire'],
  ] as const)(
    'is published for one that was %s before it started, with empty totals',
    async (state, action) => {
      const world = createWorld(start);
      const { startedAt: _never, ...campaign } = world.campaign({ office: 'de' });
      await world.messages.save({ ...campaign, state: 'scheduled', startsAt: addSeconds(start, 60) }, 0);
      await step(world, action);
      const { bus, announce } = announcerOf(world);
      await announce();
      await announce();
      expect(bus.taken).toMatchObject([{ state, at: start, totals: none }]);
      expect('startedAt' in JSON.parse(JSON.stringify(bus.taken[0]))).toBe(false);
    },
  );

  it('is neither lost nor repeated by later changes of the record', async () => {
    const world = await givenCampaign();
    await world.drain();
    const { bus, deps, announce } = announcerOf(world);
    const archive = async () => {
      const record = await load(world);
      await world.messages.save(
        { ...record, archivedAt: start, version: record.version + 1 },
        record.version,
      );
    };
    await archive();
    const archiveMeanwhile: AnnounceDeps['publish'] = async (events) => {
      await archive();
      return deps.publish(events);
    };
    await announceCampaigns({ ...deps, publish: archiveMeanwhile });
    await announce();
    await archive();
    await announce();
    expect(bus.taken).toHaveLength(2);
    expect(bus.distinct()).toHaveLength(1);
    expect((await load(world)).announcedAt).toBe(start);
  });

  it('is nobody’s business for a notice', async () => {
    const world = createWorld(start);
    await world.messages.save({ ...world.notice(), state: 'completed' }, 0);
    const { bus, announce } = announcerOf(world);
    await announce();
    expect(bus.taken).toEqual([]);
  });
});
