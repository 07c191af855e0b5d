/** Rates of offices: what takes time, what does not, and who waits for whom (N-07, promise 6). */
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { stepCampaign } from '../../shared/domain/lifecycle.ts';
import { addSeconds } from '../../shared/domain/local-time.ts';
import { officeById } from '../../shared/domain/offices.ts';
import { sendRateOf, slotAheadSeconds, takeSlot, takeTimeFirst } from '../../shared/domain/send-rate.ts';
import { deliverBatch } from '../../shared/use-cases/deliver-batch.ts';
import type { Gateway } from '../../shared/use-cases/hand-over.ts';
import { createPace, createTakeTime } from '../../shared/use-cases/pace-sends.ts';
import { createPacedWorld, paceStart } from '../support/paced-world.ts';
import { createWorld } from '../support/world.ts';

const secondsAfter = (at: string | undefined) => (Date.parse(at ?? '') - Date.parse(paceStart)) / 1000;
const ask = (messageId: string, sends = 100, perSecond = 10) => ({ messageId, sends, perSecond });

type Paced = Awaited<ReturnType<typeof createPacedWorld>>;

async function take(world: Paced, id: string, action: 'pause' | 'resume' | 'cancel') {
  const record = await world.messages.load(id);
  if (record?.type !== 'campaign') throw new Error('There is no such campaign');
  const step = stepCampaign(record, action, { by: 'staff', at: world.clock() });
  if (step.kind === 'taken') await world.messages.save(step.message, record.version);
}

function sendsOf(world: Paced, id: string) {
  return world.sends.filter(({ messageId }) => messageId === id);
}

describe('the rate', () => {
  const office = officeById('de');
  if (!office) throw new Error('The directory lacks de');

  it('is the directory’s, unless the office has set its own, at the stage’s percentage', () => {
    expect(sendRateOf(office, {}, 'email', 100)).toBe(office.sendRates.emailPerSecond);
    const own = { sendRates: { emailPerSecond: 7, pushPerSecond: 9 } };
    expect(sendRateOf(office, own, 'email', 100)).toBe(7);
    expect(sendRateOf(office, own, 'push', 10_000)).toBe(900);
  });
});

describe('a slot', () => {
  it('is now when nothing is taken, and takes the time of the whole batch', () => {
    const { clock, slot } = takeSlot(undefined, ask('a'), paceStart);
    expect(slot).toEqual({ kind: 'slot', at: paceStart });
    expect(clock.next).toBe(addSeconds(paceStart, 10));
  });

  it('is never saved up: what nobody used is over', () => {
    const known = { next: addSeconds(paceStart, -3600), turns: {} };
    expect(takeSlot(known, ask('a'), paceStart).clock.next).toBe(addSeconds(paceStart, 10));
  });

  it('is taken up to 5 seconds ahead; further ahead nothing is taken, and each message gets its own turns', () => {
    const near = { next: addSeconds(paceStart, slotAheadSeconds), turns: {} };
    expect(takeSlot(near, ask('a'), paceStart).slot).toEqual({ kind: 'slot', at: near.next });
    const far = { next: addSeconds(paceStart, slotAheadSeconds + 0.001), turns: {} };
    const first = takeSlot(far, ask('a'), paceStart);
    const second = takeSlot(first.clock, ask('a'), paceStart);
    const other = takeSlot(second.clock, ask('b'), paceStart);
    expect([first, second, other].map(({ slot }) => [slot.kind, secondsAfter(slot.at)])).toEqual([
      ['later', 5.001],
      ['later', 15.001],
      ['later', 5.001],
    ]);
    expect(other.clock.next).toBe(far.next);
  });

  it('forgets turns that are over, so that the item stays small', () => {
    const known = { next: paceStart, turns: { old: paceStart, open: addSeconds(paceStart, 60) } };
    expect(Object.keys(takeSlot(known, ask('a'), paceStart).clock.turns)).toEqual(['open']);
  });

  it('is whole milliseconds, rounded up: a fast office is not faster than its rate', () => {
    expect(takeSlot(undefined, ask('a', 1, 3000), paceStart).clock.next).toBe(addSeconds(paceStart, 0.001));
  });
});

describe('an office', () => {
  it('sends at its rate, without long gaps, however many workers there are', async () => {
    const world = await createPacedWorld({ workers: 6, handOverMs: 20 });
    await world.givenDevices('de', Array(40).fill(100));
    await world.setRate('de', 50);
    await world.begin(world.campaignOf('cmp_1', 'de'));
    await world.send();
    const took = secondsAfter(world.sends.at(-1)?.at);
    expect(took).toBeGreaterThanOrEqual((4000 - 100) / 50);
    expect(took).toBeLessThanOrEqual((4000 / 50) * 1.1 + 5);
  });

  it('does not wait for another office', async () => {
    const world = await createPacedWorld({ workers: 4 });
    await world.givenDevices('de', Array(20).fill(100));
    await world.givenDevices('fr', Array(5).fill(20));
    await world.setRate('de', 20);
    await world.begin(world.campaignOf('cmp_de', 'de'));
    await world.begin(world.campaignOf('cmp_fr', 'fr'));
    await world.send();
    expect(secondsAfter(sendsOf(world, 'cmp_fr').at(-1)?.at)).toBeLessThan(30);
    expect(secondsAfter(sendsOf(world, 'cmp_de').at(-1)?.at)).toBeGreaterThan(90);
  });

  it.each(['pause', 'cancel'] as const)(
    'does not wait for a campaign of its own after a %s, longer than for one batch',
    async (action) => {
      const world = await createPacedWorld({ workers: 4 });
      await world.givenDevices('de', Array(30).fill(100));
      await world.setRate('de', 20);
      await world.begin(world.campaignOf('cmp_big', 'de'));
      await world.send(() => world.sends.length > 0);
      await take(world, 'cmp_big', action);
      const stopped = world.clock();
      const before = world.sends.length;
      await world.begin({ ...world.campaignOf('cmp_next', 'de'), startedAt: stopped });
      await world.send(() => sendsOf(world, 'cmp_next').length === 3000);
      const waited = secondsAfter(sendsOf(world, 'cmp_next')[0]?.at) - secondsAfter(stopped);
      expect(waited).toBeLessThanOrEqual(100 / 20 + slotAheadSeconds);
      const took = secondsAfter(sendsOf(world, 'cmp_next').at(-1)?.at) - secondsAfter(stopped);
      expect(took).toBeLessThanOrEqual((3000 / 20) * 1.1 + 2 * slotAheadSeconds);
      expect(sendsOf(world, 'cmp_big').length - before).toBeLessThanOrEqual(0);
    },
  );
});

describe('a notice', () => {
  const perSecond = 10;

  it('takes its time first, however far ahead: what asks after it waits until its time is over (promise 6)', () => {
    const taken = takeTimeFirst(
      { next: addSeconds(paceStart, 60), turns: {} },
      { sends: 100, perSecond },
      paceStart,
    );
    expect(secondsAfter(taken.next)).toBe(70);
    expect(takeSlot(taken, ask('cmp_1'), paceStart).slot).toEqual({ kind: 'later', at: taken.next });
    expect(secondsAfter(takeTimeFirst(undefined, { sends: 100, perSecond }, paceStart).next)).toBe(10);
  });

  it('keeps the turns of the campaigns that wait', () => {
    const turns = { cmp_1: addSeconds(paceStart, 9) };
    expect(takeTimeFirst({ next: paceStart, turns }, { sends: 1, perSecond }, paceStart).turns).toEqual(
      turns,
    );
  });

  it.each([
    [3, 4],
    [99, 10],
  ])(
    'tries on where others were faster %s times, and is not held up by it: %s tries',
    async (losses, wanted) => {
      let tries = 0;
      const takeTime = createTakeTime({
        rates: { load: async () => undefined, save: async () => ++tries > losses },
        settings: { load: async () => ({ settings: { testContacts: [] }, version: 0 }) },
        percent: 100,
        clock: () => paceStart,
      });
      await takeTime({ office: 'de', channel: 'push', sends: 100 });
      expect(tries).toBe(wanted);
    },
  );

  it('is handed over, and done, also where its time cannot be taken; the fault is told after it (promise 6)', async () => {
    const world = createWorld(paceStart);
    await world.givenPerson({ id: 'per_1', country: 'DE', email: 'a@example.com' });
    await world.start(world.notice({ channels: ['email'] }));
    await world.expand();
    const [pointer] = world.deliverQueue;
    if (!pointer) throw new Error('Nothing was planned');
    const handOvers: string[] = [];
    const deps = {
      ...world,
      gateway: createSlowGateway(handOvers),
      takeTime: async () => {
        throw new Error('The settings cannot be read');
      },
      wakeLater: async () => {},
    };
    await expect(deliverBatch(deps, pointer)).rejects.toThrow('The settings cannot be read');
    expect(handOvers).toEqual(['per_1-mail']);
    expect(await deliverBatch(deps, pointer)).toBe('done');
    expect(handOvers).toHaveLength(1);
  });
});

/** Notes a hand-over when it ends, some turns of the event loop after it began. */
function createSlowGateway(handOvers: string[]): Gateway {
  return {
    sendMarketing: async () => ({ kind: 'failed' }),
    sendMandatory: async (_permit, { contact }) => {
      await wait(5);
      handOvers.push(contact.id);
      return { kind: 'accepted', providerId: 'p' };
    },
  };
}

describe('a worker', () => {
  const taken = { next: paceStart, turns: {}, version: 1 };
  const request = { office: 'de', channel: 'push', messageId: 'cmp_1', sends: 1 } as const;

  /** A pace over an item that others take from the first `losses` times. */
  function pacedBehind(losses: number) {
    let now = paceStart;
    let tries = 0;
    const pace = createPace({
      rates: { load: async () => taken, save: async () => ++tries > losses },
      settings: { load: async () => ({ settings: { testContacts: [] }, version: 0 }) },
      percent: 100,
      clock: () => now,
      wait: async (milliseconds) => {
        now = addSeconds(now, milliseconds / 1000);
      },
      random: () => 0.9,
    });
    return { pace, clock: () => now };
  }

  it('that loses a race tries again a little later; what it had read is old after a second', async () => {
    expect(await pacedBehind(0).pace(request)).toEqual({ kind: 'now' });
    const few = pacedBehind(2);
    expect(await few.pace(request)).toEqual({ kind: 'now' });
    expect(few.clock() > paceStart).toBe(true);
    expect(await pacedBehind(6).pace(request)).toEqual({ kind: 'waited' });
  });

  it('that loses every race gives up for a moment, and holds nothing', async () => {
    const { pace, clock } = pacedBehind(Number.POSITIVE_INFINITY);
    expect(await pace(request)).toEqual({ kind: 'later', at: addSeconds(clock(), 1.9) });
    expect(secondsAfter(clock())).toBeLessThan(10);
  });

  it('works at what its office had set a minute ago at most, on each channel of its own', async () => {
    let now = paceStart;
    let emailPerSecond = 1;
    const took: number[] = [];
    const pace = createPace({
      rates: {
        load: async () => undefined,
        save: async (_office, _channel, { next }) =>
          took.push((Date.parse(next) - Date.parse(now)) / 1000) > 0,
      },
      settings: {
        load: async () => ({
          settings: { sendRates: { emailPerSecond, pushPerSecond: 2 }, testContacts: [] },
          version: 1,
        }),
      },
      percent: 100,
      clock: () => now,
      wait: async () => {},
      random: () => 0.5,
    });
    for (const channel of ['email', 'push'] as const) await pace({ ...request, channel });
    emailPerSecond = 4;
    for (const seconds of [59.999, 60]) {
      now = addSeconds(paceStart, seconds);
      await pace({ ...request, channel: 'email' });
    }
    expect(took).toEqual([1, 0.5, 1, 0.25]);
  });

  it('of an office that does not exist is a fault', async () => {
    await expect(pacedBehind(0).pace({ ...request, office: 'xx' })).rejects.toThrow(
      'There is no office "xx"',
    );
  });
});

describe('a batch', () => {
  it('that the sender throttles takes time again for what is left', async () => {
    const world = await createPacedWorld({
      workers: 1,
      answer: (index) => (index < 40 ? 'retry' : 'accepted'),
    });
    await world.givenDevices('de', [25]);
    await world.setRate('de', 5);
    await world.begin(world.campaignOf('cmp_1', 'de'));
    await world.send();
    expect(world.sends).toHaveLength(65);
    const rounds = [...new Set(world.sends.map(({ at }) => secondsAfter(at)))];
    // 25 sends at 5 a second take 5 seconds each time; after 25 and 15 refusals 15 are left for the third round.
    expect(rounds).toEqual([0, 5, 10]);
    expect(secondsAfter((await world.rates.load('de', 'push'))?.next)).toBe(13);
  });

  it('whose campaign is paused while it waits for its time is not sent (P-15: within 5 seconds)', async () => {
    const world = await createPacedWorld({ workers: 2 });
    await world.givenDevices('de', [100, 100]);
    await world.setRate('de', 25);
    await world.begin(world.campaignOf('cmp_1', 'de'));
    const [first, second] = world.queue.splice(0);
    if (!first || !second) throw new Error('Two batches were planned');
    await world.createWorker(0)(first);
    const waiting = world.createWorker(1)(second);
    await world.run(() => true);
    await take(world, 'cmp_1', 'pause');
    await world.run();
    expect(await waiting).toBe('paused');
    expect(world.sends).toHaveLength(100);
  });

  it('of a notice takes no time and waits for none, also while marketing has taken all of it (promise 6)', async () => {
    const world = await createPacedWorld({ workers: 1 });
    await world.givenDevices('de', [100]);
    const taken = { next: addSeconds(paceStart, 3600), turns: {} };
    await world.rates.save('de', 'push', taken, undefined);
    await world.begin(world.notice({ channels: ['push'], audience: { countries: ['DE'] } }));
    await world.send();
    expect(new Set(world.sends.map(({ at }) => at))).toEqual(new Set([paceStart]));
    expect(await world.rates.load('de', 'push')).toMatchObject({ ...taken, version: 1 });
  });
});
