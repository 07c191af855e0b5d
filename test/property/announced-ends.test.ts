/** A campaign whose workers and publisher are killed at any step: its end is published with exact totals, repeats aside once (N-23, P-11). */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { announceCampaigns } from '../../functions/publish-changes/announce-campaigns.ts';
import { createAnnouncementStore } from '../../shared/adapters/announcement-store.ts';
import { reportMessage } from '../../shared/use-cases/report-message.ts';
import { type CrashWorld, createCrashWorld, neighbours } from '../support/crash-world.ts';
import { createBus } from '../support/published.ts';

const lives = fc.record({
  kills: fc.array(
    fc.record({ at: fc.integer({ min: 0, max: 300 }), when: fc.constantFrom('before', 'after') }),
    { maxLength: 4 },
  ),
  seconds: fc.array(fc.constantFrom(0, 0, 1, 3), { minLength: 1, maxLength: 5 }),
  /** The hand-over during which somebody cancels; beyond the last one nobody does. */
  cancelAt: fc.nat({ max: 12 }),
  publisherDies: fc.array(fc.boolean(), { maxLength: 3 }),
});

/** One run of the publisher, which may die between the bus and the mark. */
async function announce(world: CrashWorld, bus: ReturnType<typeof createBus>, dies: boolean): Promise<void> {
  const announcements = createAnnouncementStore(world.campaignsTable);
  const markAnnounced = async () => {
    throw new Error('killed');
  };
  const deps = { messages: world.messages, ...bus, clock: world.clock, mayGoOn: () => true };
  const run = () =>
    announceCampaigns({
      ...deps,
      announcements: dies ? { ...announcements, markAnnounced } : announcements,
    });
  await world.outside(run).catch((error: unknown) => expect(error).toEqual(new Error('killed')));
}

describe('the end of a campaign', () => {
  it('reaches others exactly once, with the totals of its report, however often somebody is killed', async () => {
    const states = new Map<string, number>();
    const property = fc.asyncProperty(lives, async ({ kills, seconds, cancelAt, publisherDies }) => {
      const during = new Map([[cancelAt, (world: CrashWorld) => world.step('cancel')]]);
      const world = createCrashWorld({ kills, seconds, during });
      for (const id of neighbours.slice(0, 4))
        await world.givenPerson({
          id,
          country: 'DE',
          tokens: ['t'],
          email: `${id}@example.com`,
          answers: [
            { purpose: 'marketing', channel: 'push', state: 'granted' },
            { purpose: 'marketing', channel: 'email', state: 'granted' },
          ],
        });
      await world.start(world.campaign({ office: 'de' }));
      const bus = createBus();
      await announce(world, bus, false);
      expect(bus.taken).toEqual([]);
      await world.live();
      for (const dies of publisherDies) await announce(world, bus, dies);
      await announce(world, bus, false);
      await announce(world, bus, false);
      const campaign = await world.loadCampaign();
      const { audience, decisions, outcomes } = await reportMessage(world, campaign);
      const { accepted, failed, disabled, inDoubt } = outcomes;
      expect(bus.distinct()).toMatchObject([
        {
          id: 'cmp_1-finished',
          state: campaign.state,
          totals: { audience, send: decisions.send, accepted, failed, disabled, inDoubt },
        },
      ]);
      // What was taken and not written down by a worker that died is in doubt.
      expect(accepted).toBeLessThanOrEqual(world.sent.length);
      expect(accepted + inDoubt).toBeGreaterThanOrEqual(world.sent.length);
      const lastLife = publisherDies.indexOf(false);
      const deaths = lastLife < 0 ? publisherDies.length : lastLife;
      expect(bus.taken).toHaveLength(1 + deaths);
      states.set(campaign.state, (states.get(campaign.state) ?? 0) + 1);
    });
    await fc.assert(property, { numRuns: 120 });
    expect(states.get('completed')).toBeGreaterThan(10);
    expect(states.get('cancelled')).toBeGreaterThan(10);
  });
});
