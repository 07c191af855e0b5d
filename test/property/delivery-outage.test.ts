/** Crashes and an outage: what was slept through is not sent late, and nothing else is lost (N-06). */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addSeconds, instantOf } from '../../shared/domain/local-time.ts';
import { startWindowSeconds } from '../../shared/domain/wave.ts';
import { expectSoundRecord, givenPeople, kills, populations } from '../support/crash-histories.ts';
import { createCrashWorld, neighbours } from '../support/crash-world.ts';

const runs = { numRuns: 15 };

/** 14:30 there is at 10:00 UTC, two hours before the start and so too late for it, at 13:30 and at 14:30. */
const places = ['Asia/Kabul', 'Europe/Berlin', 'Africa/Abidjan'] as const;
const roundSeconds = 300;
/** What four crashes can cost until a wave has been woken and expanded. */
const roundsOfRepair = 8;

const outages = fc.record({
  afterRound: fc.integer({ min: 0, max: 36 }),
  seconds: fc.integer({ min: 60, max: 14_400 }),
});

/** Rounds of the clock in the hour from `due` on. */
function roundsIn(
  due: string,
  began: string,
  { afterRound, seconds }: { afterRound: number; seconds: number },
) {
  const rounds = Array.from({ length: 100 }, (_, round) =>
    addSeconds(began, round * roundSeconds + (round > afterRound ? seconds : 0)),
  );
  const back = addSeconds(began, afterRound * roundSeconds + seconds);
  return [...rounds, back].filter((at) => at >= due && at <= addSeconds(due, startWindowSeconds)).length;
}

describe('a campaign over crashes and an outage', () => {
  it('begins no wave that was slept through, sends each that was not, and its counts add up (N-06, N-05)', async () => {
    await fc.assert(
      fc.asyncProperty(
        populations,
        kills,
        outages,
        fc.boolean(),
        async (people, killed, outage, losesLater) => {
          const world = createCrashWorld({ kills: killed, losesLater });
          await givenPeople(world, people, (index) => places[index % places.length]);
          const began = world.clock();
          await world.start(
            world.campaign({ office: 'de', schedule: { at: '2026-11-23T14:30', timezone: 'recipient' } }),
          );
          await world.live({ rounds: 120, seconds: roundSeconds, outage });
          expect((await world.loadCampaign()).state).toBe('completed');
          const lines = await expectSoundRecord(world);
          for (const [index, place] of places.entries()) {
            const isOwn = ({ personId }: { personId: string }) =>
              neighbours.indexOf(personId) % places.length === index;
            const hour = instantOf('2026-11-23T14:30', place);
            const isOver = addSeconds(hour, startWindowSeconds) < began;
            const awake = isOver ? 0 : roundsIn(hour, began, outage);
            if (awake === 0) expect(world.handOvers.filter(isOwn)).toEqual([]);
            if (awake < roundsOfRepair) continue;
            const stopped = lines.filter(isOwn).filter(({ reason }) => reason === 'message-expired');
            expect(stopped).toEqual([]);
          }
        },
      ),
      runs,
    );
  });
});
