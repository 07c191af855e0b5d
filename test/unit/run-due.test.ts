/** What the clock does: start, expire, wake waves, repair. */
import { describe, expect, it } from '@jest/globals';
import type { Campaign } from '../../shared/domain/lifecycle.ts';
import type { Answer } from '../../shared/domain/preferences.ts';
import { tickOf } from '../support/tick-of.ts';
import { createWorld, type World } from '../support/world.ts';

const start = '2026-11-23T12:00:00.000Z';
const grantPush: Answer = { purpose: 'marketing', channel: 'push', state: 'granted' };

function scheduled(world: World, startsAt: string): Campaign {
  const { startedAt: _never, ...campaign } = world.campaign({ office: 'kr' });
  return { ...campaign, state: 'scheduled', startsAt };
}

describe('the clock', () => {
  it('starts a campaign when its time has come, and not before', async () => {
    const world = createWorld(start);
    const { tick } = tickOf(world);
    await world.messages.save(scheduled(world, '2026-11-23T12:30:00.000Z'), 0);
    expect(await tick()).toMatchObject({ started: 0, expired: 0 });
    world.setNow('2026-11-23T12:30:20.000Z');
    expect(await tick()).toMatchObject({ started: 1 });
    expect((await world.messages.load('cmp_1'))?.state).toBe('running');
    expect(world.expandQueue).toHaveLength(64);
  });

  it('never fires a campaign late: after an outage it expires (N-06)', async () => {
    const world = createWorld(start);
    const { tick } = tickOf(world);
    await world.messages.save(scheduled(world, '2026-11-23T12:30:00.000Z'), 0);
    world.setNow('2026-11-23T14:00:00.000Z');
    expect(await tick()).toMatchObject({ started: 0, expired: 1 });
    expect((await world.messages.load('cmp_1'))?.state).toBe('expired');
    expect(world.expandQueue).toHaveLength(0);
  });

  it('expires a campaign that ends at the moment at which it would start', async () => {
    const world = createWorld(start);
    const { tick } = tickOf(world);
    const campaign = scheduled(world, start);
    const draft = { ...campaign.draft, expiresAt: '2026-11-23T13:00:00+01:00' };
    await world.messages.save({ ...campaign, draft }, 0);
    expect(await tick()).toMatchObject({ started: 0, expired: 1 });
  });

  it('lets Korean push wait for 08:00 there, and then wakes it (regions: KR quiet hours)', async () => {
    const night = '2026-11-23T13:00:00.000Z';
    const world = createWorld(night);
    const { tick, woken } = tickOf(world);
    await world.givenPerson({
      id: 'per_k',
      country: 'KR',
      timezone: 'Asia/Seoul',
      tokens: ['k'],
      answers: [grantPush],
    });
    await world.start(world.campaign({ office: 'kr', channels: ['push'] }));
    await world.drain();
    expect(world.sent).toHaveLength(0);
    await tick();
    expect(woken).toHaveLength(0);
    world.setNow('2026-11-23T23:00:00.000Z');
    expect(await tick()).toMatchObject({ waves: 1 });
    for (const pointer of woken) await world.deliver(pointer);
    expect(world.sent).toHaveLength(1);
    expect((await world.messages.load('cmp_1'))?.state).toBe('completed');
  });

  it('wakes a slice again whose wake-up was lost (N-23)', async () => {
    const world = createWorld(start);
    const { tick } = tickOf(world);
    await world.start(world.campaign({ office: 'de' }));
    world.expandQueue.splice(0);
    world.setNow('2026-11-23T12:02:00.000Z');
    expect(await tick()).toMatchObject({ repaired: 64 });
    await world.drain();
    expect((await world.messages.load('cmp_1'))?.state).toBe('completed');
  });
});
