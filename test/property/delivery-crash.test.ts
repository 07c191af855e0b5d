/** Crashes at any step, repaired by the clock alone: nothing is lost, no marketing is repeated, what is in doubt is shown (promises 3 and 5). */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addSeconds } from '../../shared/domain/local-time.ts';
import {
  decisionsOf,
  expectNobodyTwice,
  expectSoundRecord,
  givenPeople,
  kills,
  type Population,
  populations,
} from '../support/crash-histories.ts';
import {
  type CrashWorld,
  createCrashWorld,
  neighbours,
  randomTurns,
  type Taken,
} from '../support/crash-world.ts';

/** At most so many are in doubt after one crash (design, section 5). */
const windowSize = 25;
const graceSeconds = 5;
const runs = { numRuns: 15 };

const paces = fc.array(fc.constantFrom(0, 0, 0, 1, 3), { minLength: 1, maxLength: 7 });
const oddAnswers = fc
  .array(
    fc.tuple(fc.nat({ max: 120 }), fc.constantFrom('retry', 'unknown', 'failed', 'disabled', 'throws')),
    { maxLength: 5 },
  )
  .map((pairs) => new Map(pairs));

function expectNoneAfter(
  { handOvers }: CrashWorld,
  isMeant: (one: Taken) => boolean,
  since: string,
  until = '9999',
) {
  const latest = addSeconds(since, graceSeconds);
  expect(handOvers.filter((one) => one.at > latest && one.at < until && isMeant(one))).toEqual([]);
}

/** Lives a campaign to its end. */
async function expectCompleted(world: CrashWorld, people: Population) {
  await givenPeople(world, people);
  await world.start(world.campaign({ office: 'de' }));
  await world.live();
  expect((await world.loadCampaign()).state).toBe('completed');
  await expectSoundRecord(world);
}

/** Only what a crash interrupted is in doubt, and no more than one window of it. */
async function expectAllAcceptedButDoubts(world: CrashWorld) {
  const lines = await decisionsOf(world);
  const open = lines.filter(({ decision, outcome }) => decision === 'send' && outcome !== 'accepted');
  expect(open.every(({ outcome }) => outcome === 'in-doubt')).toBe(true);
  expect(open.length).toBeLessThanOrEqual(windowSize * world.crashes());
}

describe('a campaign over crashes', () => {
  it('completes; nobody gets it twice, and whoever consents is accepted or in doubt (N-01, N-02, N-23)', async () => {
    await fc.assert(
      fc.asyncProperty(
        populations,
        kills,
        paces,
        fc.boolean(),
        async (people, killed, seconds, losesLater) => {
          const world = createCrashWorld({ kills: killed, seconds, losesLater });
          await expectCompleted(world, people);
          await expectAllAcceptedButDoubts(world);
        },
      ),
      runs,
    );
  });

  it('completes at its office’s rate, also when a worker dies between taking time and using it (N-07, N-23)', async () => {
    const rates = fc.integer({ min: 1, max: 40 });
    await fc.assert(
      fc.asyncProperty(
        populations,
        kills,
        rates,
        fc.boolean(),
        async (people, killed, perSecond, losesLater) => {
          const world = createCrashWorld({ kills: killed, perSecond, losesLater });
          await expectCompleted(world, people);
          await expectAllAcceptedButDoubts(world);
        },
      ),
      runs,
    );
  });

  it('completes whatever the sender says, and takes each word for what it is (N-03)', async () => {
    await fc.assert(
      fc.asyncProperty(populations, kills, oddAnswers, async (people, killed, answers) => {
        const world = createCrashWorld({ kills: killed, answers });
        await expectCompleted(world, people);
      }),
      runs,
    );
  });

  it('begins no hand-over after an opt-out, wherever it falls and however slow the sender is (P-15, N-21)', async () => {
    const optOuts = fc.array(
      fc.record({
        at: fc.nat({ max: 90 }),
        person: fc.nat({ max: 3 }),
        channel: fc.constantFrom('push', 'email'),
      }),
      { minLength: 1, maxLength: 4 },
    );
    await fc.assert(
      fc.asyncProperty(populations, kills, paces, optOuts, async (people, killed, seconds, refusals) => {
        const during = new Map(
          refusals
            .filter(({ person }) => person < people.length)
            .map(({ at, person, channel }) => [
              at,
              (world: CrashWorld) => world.optOut(neighbours[person] ?? '', channel),
            ]),
        );
        const world = createCrashWorld({ kills: killed, seconds, during });
        await givenPeople(world, people);
        await world.start(world.campaign({ office: 'de' }));
        await world.live();
        for (const [key, since] of world.optOuts) {
          const [personId, channel] = key.split(' ');
          expectNoneAfter(
            world,
            (one) => one.personId === personId && one.contactId.endsWith('-mail') === (channel === 'email'),
            since,
          );
        }
        await expectSoundRecord(world);
      }),
      runs,
    );
  });

  it('that is paused, resumed or cancelled at any moment stops at once, and its counts add up (N-24, N-05)', async () => {
    const steps = fc.uniqueArray(
      fc.record({ at: fc.nat({ max: 90 }), action: fc.constantFrom('pause', 'cancel') }),
      {
        selector: ({ at }) => at,
        minLength: 1,
        maxLength: 3,
      },
    );
    await fc.assert(
      fc.asyncProperty(populations, kills, paces, steps, async (people, killed, seconds, taken) => {
        const world = createCrashWorld({
          kills: killed,
          seconds,
          during: new Map(taken.map(({ at, action }) => [at, (during: CrashWorld) => during.step(action)])),
        });
        await givenPeople(world, people);
        await world.start(world.campaign({ office: 'de' }));
        await world.live();
        for (const action of ['resume', 'cancel'] as const) {
          if ((await world.loadCampaign()).state !== 'paused') continue;
          world.pass(600);
          await world.step(action);
          await world.live();
        }
        const { state, history } = await world.loadCampaign();
        expect(['completed', 'cancelled']).toContain(state);
        for (const [index, { at, action }] of history.entries()) {
          const until = history[index + 1]?.at;
          if (action === 'pause' || action === 'cancel') expectNoneAfter(world, () => true, at, until);
        }
        expect(await world.messages.listEnding()).toEqual([]);
        await expectSoundRecord(world);
      }),
      runs,
    );
  });

  it('has one hand-over per contact, also when several workers hold the same pointer and leases run out under them (N-30)', async () => {
    await fc.assert(
      fc.asyncProperty(
        populations,
        fc.array(fc.constantFrom(0, 2, 20, 40), { minLength: 1, maxLength: 9 }),
        fc.integer({ min: 2, max: 4 }),
        fc.nat(),
        async (people, seconds, workers, seed) => {
          const latency = randomTurns(seed);
          const world = createCrashWorld({ seconds, latency });
          await givenPeople(world, people);
          await world.start(world.campaign({ office: 'de' }));
          const held: typeof world.deliverQueue = [];
          world.deliverQueue.push = (...pointers) => held.push(...pointers);
          await world.drain();
          const all = Array.from({ length: workers }, () => held).flat();
          await Promise.all(all.map((pointer) => latency(40).then(() => world.deliver(pointer))));
          expectNobodyTwice(world);
        },
      ),
      runs,
    );
  });
});

describe('a notice over crashes', () => {
  it('reaches everybody at least once, and again only those a crash left in doubt (P-19, N-22)', async () => {
    await fc.assert(
      fc.asyncProperty(populations, kills, paces, oddAnswers, async (people, killed, seconds, odd) => {
        const answers = new Map([...odd].filter(([, kind]) => kind !== 'failed' && kind !== 'disabled'));
        const world = createCrashWorld({ kills: killed, seconds, answers });
        await givenPeople(world, people);
        await world.start(world.notice({ audience: { countries: ['DE'] } }));
        await world.live();
        expect((await world.messages.load('ntc_1'))?.state).toBe('completed');
        const contacts = people
          .flatMap(({ devices, email }) => devices + Number(email))
          .reduce((sum, count) => sum + count, 0);
        const taken = world.handOvers.filter((one) => one.taken).map(({ contactId }) => contactId);
        expect(new Set(taken).size).toBe(contacts);
        const unsure = [...answers.values()].filter((kind) => kind === 'unknown').length;
        expect(taken.length - contacts).toBeLessThanOrEqual(windowSize * world.crashes() + unsure);
        const lines = await decisionsOf(world);
        expect(lines.every(({ outcome }) => outcome === 'accepted')).toBe(true);
      }),
      runs,
    );
  });
});
