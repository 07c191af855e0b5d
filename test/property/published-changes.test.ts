/**
 * Over generated lives of people (import, phone, page, staff, merge, erasure), with a publisher that is killed again and again: what others get is, repeats aside,
 * the ledger entry by entry, in the order of each person, and no address, token or word of staff is in it (P-11, P-12, N-23).
 */
import { beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { publishChanges } from '../../functions/publish-changes/publish-changes.ts';
import { Conflict } from '../../shared/domain/faults.ts';
import type { LedgerEntry } from '../../shared/domain/ledger.ts';
import { changePerson } from '../../shared/use-cases/change-person.ts';
import { quietTelemetry } from '../support/http-service.ts';
import {
  type Act,
  acts,
  actsOnOnePhone,
  allEmails,
  allTokens,
  createScene,
  now,
  perform,
  type Scene,
} from '../support/promise-scene.ts';
import { createBus, publishAll, publisherOf } from '../support/published.ts';

/** What only this test does: staff act on a letter, and the publisher runs, or dies at one of its steps. */
const ownActs = fc.oneof(
  fc.record({
    kind: fc.constant('staff' as const),
    state: fc.constantFrom('granted' as const, 'denied' as const),
  }),
  fc.record({ kind: fc.constant('publish' as const), dies: fc.constantFrom('never', 'before', 'between') }),
);
type OwnAct = typeof ownActs extends fc.Arbitrary<infer One> ? One : never;

const evidence = `letter of ${allEmails[0]}, phone ${allTokens[0]}`;

async function actAsStaff({ people, log }: Scene, state: 'granted' | 'denied'): Promise<void> {
  const personId = log.at(-1)?.personId;
  if (personId === undefined) return;
  const context = { now, source: 'staff', actor: { kind: 'staff', id: 'support-gb', evidence } } as const;
  const answers = [{ purpose: 'profiling', state } as const];
  await changePerson(people, personId, context, (edited) => ({ edited, answers }));
}

class Killed extends Error {}

async function runPublisher(scene: Scene, bus: ReturnType<typeof createBus>, dies: string): Promise<void> {
  const { outbox, ...deps } = publisherOf(scene.world.table, bus);
  const kill = async () => {
    throw new Killed();
  };
  const doomed = {
    ...deps,
    outbox: dies === 'between' ? { ...outbox, remove: kill } : outbox,
    publish: dies === 'before' ? kill : deps.publish,
  };
  await publishChanges(doomed).catch((error: unknown) => {
    if (!(error instanceof Killed)) throw error;
  });
}

/** The part of an entry that others get. */
function asEvent(entry: LedgerEntry) {
  const { id, at, personId, office, purpose, channel, topic, contactId, state, source } = entry;
  return { id, at, personId, office, purpose, channel, topic, contactId, state, source };
}

async function play(all: readonly (Act | OwnAct)[], seed: number, inOrder: boolean) {
  const scene = createScene(seed);
  const bus = createBus();
  const run = async (act: Act | OwnAct) => {
    try {
      if (act.kind === 'staff') await actAsStaff(scene, act.state);
      else if (act.kind === 'publish') await runPublisher(scene, bus, act.dies);
      else await perform(scene, act);
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
    }
  };
  const runLater = async (act: Act | OwnAct) => {
    await scene.turns(25);
    await run(act);
  };
  if (inOrder) for (const act of all) await run(act);
  else await Promise.all(all.map(runLater));
  await publishAll(scene.world.table, bus);
  return { scene, bus };
}

function expectLedger({ log }: Scene, bus: ReturnType<typeof createBus>): void {
  const published = bus
    .distinct()
    .map(
      ({
        name: _name,
        version: _version,
        externalId: _external,
        country: _country,
        ...event
      }: Record<string, unknown>) => event,
    );
  const byId = (left: { id?: unknown }, right: { id?: unknown }) =>
    String(left.id) < String(right.id) ? -1 : 1;
  expect(published.sort(byId)).toEqual(log.map(asEvent).sort(byId));
}

function expectNothingPersonal(bus: ReturnType<typeof createBus>): void {
  const text = JSON.stringify(bus.taken);
  for (const word of [...allEmails, 'example.com', '@', evidence, 'letter']) expect(text).not.toContain(word);
  for (const token of allTokens) expect(text).not.toContain(`"${token}"`);
}

beforeEach(() => {
  quietTelemetry();
});

describe('what others get', () => {
  it('is the ledger, entry by entry, whatever happens to people and publisher, and names nobody', async () => {
    let events = 0;
    let repeats = 0;
    const sources = new Set<string>();
    const anyActs = fc.array(
      fc.oneof(
        { weight: 3, arbitrary: acts },
        { weight: 2, arbitrary: actsOnOnePhone },
        { weight: 2, arbitrary: ownActs },
      ),
      { minLength: 3, maxLength: 14 },
    );
    const lives = fc.asyncProperty(anyActs, fc.nat(), fc.boolean(), async (all, seed, inOrder) => {
      const { scene, bus } = await play(all, seed, inOrder);
      expectLedger(scene, bus);
      expectNothingPersonal(bus);
      events += bus.distinct().length;
      repeats += bus.taken.length - bus.distinct().length;
      for (const { source } of scene.log) sources.add(source);
    });
    await fc.assert(lives, { numRuns: 250 });
    expect(events).toBeGreaterThan(500);
    expect(repeats).toBeGreaterThan(20);
    for (const source of ['import', 'setup-wizard', 'one-click', 'account', 'staff', 'merge'])
      expect(sources).toContain(source);
  });

  it('comes in the order of each person while nobody publishes at the same time', async () => {
    const lives = fc.asyncProperty(
      fc.array(acts, { minLength: 3, maxLength: 12 }),
      fc.nat(),
      async (all, seed) => {
        const { bus } = await play(all, seed, true);
        const last = new Map<string, string>();
        for (const event of bus.taken) {
          if (event.name !== 'preference-changed') continue;
          expect(event.id > (last.get(event.personId) ?? '')).toBe(true);
          last.set(event.personId, event.id);
        }
      },
    );
    await fc.assert(lives, { numRuns: 100 });
  });
});
