/** Answers reach the bus whatever happens in between (pain N-23, policy P-11). */
import { describe, expect, it } from '@jest/globals';
import { publishChanges } from '../../functions/publish-changes/publish-changes.ts';
import type { Answer } from '../../shared/domain/preferences.ts';
import { changePerson } from '../../shared/use-cases/change-person.ts';
import { createBus, publishAll, publisherOf } from '../support/published.ts';
import { createWorld, type World } from '../support/world.ts';

const start = '2026-11-23T12:00:00.000Z';
const email = (state: 'granted' | 'denied'): Answer => ({ purpose: 'marketing', channel: 'email', state });

async function say(world: World, personId: string, answers: Answer[]) {
  const context = { now: world.clock(), source: 'account', actor: { kind: 'person' } } as const;
  await changePerson(world.people, personId, context, (record) => ({ edited: record, answers }));
}

const waiting = ({ peopleTable }: World) => peopleTable.all().filter(({ pk }) => pk.startsWith('CHANGES#'));

/** People with an address each who refuse, and one who then agrees, and refuses again. */
async function givenChanges(): Promise<World> {
  const world = createWorld(start);
  for (const id of ['per_a', 'per_b', 'per_c', 'per_d', 'per_e', 'per_f'])
    await world.givenPerson({ id, country: 'US', email: `${id}@example.com`, answers: [email('denied')] });
  await say(world, 'per_a', [email('granted')]);
  await say(world, 'per_a', [email('denied'), { purpose: 'profiling', state: 'denied' }]);
  return world;
}

describe('the publisher', () => {
  it('publishes each answer once, those of one person in their order, and keeps nothing', async () => {
    const world = await givenChanges();
    const bus = createBus();
    expect(waiting(world).length).toBeGreaterThan(1);
    expect(await publishAll(world.peopleTable, bus)).toBe(9);
    const ofA = bus.taken.flatMap((event) =>
      event.name === 'preference-changed' && event.personId === 'per_a' ? [event] : [],
    );
    expect(ofA.map(({ purpose, state }) => [purpose, state])).toEqual([
      ['marketing', 'denied'],
      ['marketing', 'granted'],
      ['marketing', 'denied'],
      ['profiling', 'denied'],
    ]);
    expect(ofA.map(({ id }) => id)).toEqual(ofA.map(({ id }) => id).sort());
    expect(waiting(world)).toEqual([]);
    expect(await publishAll(world.peopleTable, bus)).toBe(0);
  });

  it('writes nothing to publish where the change was not saved', async () => {
    const world = await givenChanges();
    const before = waiting(world);
    const record = await world.people.load('per_a');
    if (!record) throw new Error('There is nobody');
    const stale = { ...record, person: { ...record.person, version: record.person.version - 1 } };
    const ledger = await world.people.readLedger('per_a');
    const entries = ledger.slice(0, 1).map((entry) => ({ ...entry, id: 'zz' }));
    const none = { claims: [], releases: [], optOuts: [], letters: [] };
    expect(await world.people.save([{ before: stale, after: record, entries, ...none }])).toBe(false);
    expect(waiting(world)).toEqual(before);
  });

  it('starts again where it was killed before the call: nothing is lost (N-23)', async () => {
    const world = await givenChanges();
    const bus = createBus();
    const killed = async () => {
      throw new Error('killed');
    };
    const deps = { ...publisherOf(world.peopleTable, bus), publish: killed };
    await expect(publishChanges(deps)).rejects.toThrow('killed');
    await publishAll(world.peopleTable, bus);
    expect(bus.taken).toHaveLength(9);
  });

  it('repeats with the same ids what it had published when it was killed before taking it out', async () => {
    const world = await givenChanges();
    const bus = createBus();
    const { outbox, ...deps } = publisherOf(world.peopleTable, bus);
    const remove = async () => {
      throw new Error('killed');
    };
    await expect(publishChanges({ ...deps, outbox: { ...outbox, remove } })).rejects.toThrow('killed');
    expect(bus.taken).toHaveLength(9);
    await publishAll(world.peopleTable, bus);
    expect(bus.taken).toHaveLength(18);
    expect(bus.distinct()).toHaveLength(9);
  });

  it('sets aside what the bus will never take, and goes on', async () => {
    const world = await givenChanges();
    const bus = createBus();
    const deps = publisherOf(world.peopleTable, bus);
    const refuseB: typeof deps.publish = async (events) => {
      await bus.publish(events);
      return events
        .filter((event) => 'personId' in event && event.personId === 'per_b')
        .map((event) => ({ event, code: 'MalformedDetail' }));
    };
    await publishChanges({ ...deps, publish: refuseB });
    expect(bus.aside.map(({ event, code }) => ['personId' in event && event.personId, code])).toEqual([
      ['per_b', 'MalformedDetail'],
    ]);
    expect(waiting(world)).toEqual([]);
  });

  it('does not take out what could not be set aside', async () => {
    const world = await givenChanges();
    const bus = createBus();
    const setAside = async () => {
      throw new Error('the queue is away');
    };
    const before = waiting(world);
    await expect(publishChanges({ ...publisherOf(world.peopleTable, bus), setAside })).rejects.toThrow(
      'away',
    );
    expect(waiting(world)).toEqual(before);
  });

  it('lets the other lanes come to their end when one has a fault, and tells of it', async () => {
    const world = await givenChanges();
    const bus = createBus();
    const { outbox, ...deps } = publisherOf(world.peopleTable, bus);
    const broken = waiting(world)[0]?.pk;
    const listWaiting: typeof outbox.listWaiting = async (lane) => {
      if (broken === `CHANGES#${lane}`) throw new Error('a bad row');
      return outbox.listWaiting(lane);
    };
    await expect(publishChanges({ ...deps, outbox: { ...outbox, listWaiting } })).rejects.toThrow(
      'a bad row',
    );
    expect(new Set(waiting(world).map(({ pk }) => pk))).toEqual(new Set([broken]));
  });

  it('stops when its time is over, and leaves the rest for the next minute', async () => {
    const world = createWorld(start);
    for (let index = 0; index < 60; index++)
      await world.givenPerson({
        id: `per_${index}`,
        country: 'US',
        answers: [{ purpose: 'profiling', state: 'denied' }],
      });
    const bus = createBus();
    let rounds = 0;
    await publishChanges({ ...publisherOf(world.peopleTable, bus), mayGoOn: () => rounds++ < 2 });
    expect(bus.taken.length).toBeGreaterThan(0);
    expect(waiting(world).length).toBeGreaterThan(0);
    await publishAll(world.peopleTable, bus);
    expect(bus.taken).toHaveLength(60);
    expect(bus.distinct()).toHaveLength(60);
  });
});
