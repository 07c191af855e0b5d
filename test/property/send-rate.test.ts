/** The send rate of an office, over all its workers (N-07). */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createRateStore } from '../../shared/adapters/rate-store.ts';
import { addSeconds } from '../../shared/domain/local-time.ts';
import { createPace } from '../../shared/use-cases/pace-sends.ts';
import { randomTurns } from '../support/crash-world.ts';
import { createMemoryTable } from '../support/memory-table.ts';
import { createPacedWorld, type PacedSend, paceStart } from '../support/paced-world.ts';

/** The most sends in any stretch of time, compared with what the rate allows in it. */
function excessOf(sends: readonly PacedSend[], perSecond: number): number {
  const times = sends.map(({ at }) => Date.parse(at)).sort((left, right) => left - right);
  let most = 0;
  // Worst stretch that ends at each send: a running maximum, because the allowance grows evenly.
  let credit = Number.NEGATIVE_INFINITY;
  for (const [index, at] of times.entries()) {
    const allowed = (at / 1000) * perSecond;
    credit = Math.max(credit, allowed - index);
    most = Math.max(most, index + 1 - allowed + credit);
  }
  return most;
}

const batch = 100;

describe('the sends of an office', () => {
  it('are in no stretch of time more than its rate allows, and one batch (N-07)', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: batch }), { minLength: 1, maxLength: 25 }),
        fc.integer({ min: 3, max: 400 }),
        fc.integer({ min: 1, max: 8 }),
        fc.constantFrom(0, 30, 200),
        async (counts, perSecond, workers, handOverMs) => {
          const world = await createPacedWorld({ workers, handOverMs });
          await world.givenDevices('de', counts);
          await world.setRate('de', perSecond);
          await world.begin(world.campaignOf('cmp_1', 'de'));
          await world.send();
          const total = counts.reduce((sum, count) => sum + count, 0);
          expect(new Set(world.sends.map(({ contactId }) => contactId)).size).toBe(total);
          expect(world.sends).toHaveLength(total);
          // A batch hands over 8 at a time from its slot on; what it still hands over then falls into the time of the next ones.
          const tail = (Math.ceil(batch / 8) * handOverMs * perSecond) / 1000;
          expect(excessOf(world.sends, perSecond)).toBeLessThanOrEqual(batch + tail + 1);
          expect((await world.messages.load('cmp_1'))?.state).toBe('completed');
        },
      ),
      { numRuns: 25 },
    );
  });

  it('take slots that do not overlap, however workers come between each other', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: batch }), { minLength: 2, maxLength: 12 }),
        fc.nat(),
        async (sends, seed) => {
          const turns = randomTurns(seed);
          const rates = createRateStore(createMemoryTable(() => turns(6)));
          const settings = { load: async () => ({ settings: { testContacts: [] }, version: 0 }) };
          const pause = randomTurns(seed + 1);
          const slots: { at: number; until: number }[] = [];
          await Promise.all(
            sends.map(async (count, index) => {
              // Each worker has a clock of its own, which goes on while it waits.
              let now = paceStart;
              const pace = createPace({
                rates,
                settings,
                percent: 100,
                clock: () => now,
                wait: async (milliseconds) => {
                  now = addSeconds(now, Math.ceil(milliseconds) / 1000);
                  await pause(20);
                },
                random: () => ((seed + index) % 10) / 10,
              });
              const answer = await pace({ office: 'de', channel: 'push', messageId: 'm', sends: count });
              if (answer.kind === 'later') return;
              const at = Date.parse(now);
              slots.push({ at, until: at + (count / 500) * 1000 });
            }),
          );
          expect(slots.length).toBeGreaterThan(0);
          slots.sort((left, right) => left.at - right.at);
          for (const [index, { at }] of slots.slice(1).entries())
            expect(at).toBeGreaterThanOrEqual(slots[index]?.until ?? 0);
        },
      ),
      { numRuns: 60 },
    );
  });
});
