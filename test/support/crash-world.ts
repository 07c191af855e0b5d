/** A world whose workers can be killed at any step, and that only the clock repairs. */
import { createRateStore } from '../../shared/adapters/rate-store.ts';
import { stableHash } from '../../shared/domain/hash.ts';
import {
  type Campaign,
  type CampaignAction,
  type Notice,
  stepCampaign,
} from '../../shared/domain/lifecycle.ts';
import { addSeconds } from '../../shared/domain/local-time.ts';
import { shardOf } from '../../shared/domain/person.ts';
import { changePerson } from '../../shared/use-cases/change-person.ts';
import type { HandOver } from '../../shared/use-cases/hand-over.ts';
import { createPace, type PaceRequest } from '../../shared/use-cases/pace-sends.ts';
import { tickOf } from './tick-of.ts';
import { createWorld, type Sent } from './world.ts';

const start = '2026-11-23T12:00:00.000Z';

/** A worker dies at a step (a write to the campaigns or a hand-over), before or after it took effect. */
interface Kill {
  at: number;
  when: 'before' | 'after';
}

export interface CrashPlan {
  kills?: readonly Kill[];
  /** Seconds that hand-overs take, one after another, over and over. */
  seconds?: readonly number[];
  /** What the sender says to the n-th hand-over, where it is not "accepted". */
  answers?: ReadonlyMap<number, HandOver['kind'] | 'throws'>;
  /** What the sender says to a contact, where it is not "accepted". */
  answerOf?: (sent: Sent) => HandOver['kind'] | undefined;
  /** What happens in the world while the n-th hand-over is under way. */
  during?: ReadonlyMap<number, (world: CrashWorld) => Promise<unknown>>;
  /** Sends a second of the office; without it there is no limit. */
  perSecond?: number;
  /** Pointers that are to come back later are lost on the way. */
  losesLater?: boolean;
  /** Awaited before each operation on a table, so that workers come between each other. */
  latency?: () => Promise<void>;
}

interface Life {
  rounds?: number;
  /** Between two rounds. */
  seconds?: number;
  outage?: { afterRound: number; seconds: number };
}

/** One hand-over as the sender saw it. */
export interface Taken extends Sent {
  at: string;
  taken: boolean;
}

/** Reads of the tables take no time: all that wait for one go on before the clock moves. */
const turnOfTheLoop = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Waits of some turns of the event loop, fewer than `most`, the same ones for the same seed. */
export function randomTurns(seed: number) {
  let calls = 0;
  return async (most = 4) => {
    for (let turns = stableHash(`${seed}.${calls++}`) % most; turns > 0; turns--) await turnOfTheLoop();
  };
}

class Killed extends Error {}
class GatewayFault extends Error {}

/** People of one shard, so that their contacts share batches. */
export const neighbours: readonly string[] = Array.from({ length: 4000 }, (_, index) => `per_${index}`)
  .filter((id) => shardOf(id) === 7)
  .slice(0, 12);

export type CrashWorld = ReturnType<typeof createCrashWorld>;

export function createCrashWorld(plan: CrashPlan) {
  const { seconds = [0], answers, during } = plan;
  const kills = [...(plan.kills ?? [])].sort((left, right) => left.at - right.at);
  const handOvers: Taken[] = [];
  const optOuts = new Map<string, string>();
  let steps = 0;
  let crashes = 0;
  let isDead = false;
  let outsiders = 0;

  /** One step of a worker, which may be its last. */
  async function step<T>(work: () => Promise<T>): Promise<T> {
    if (isDead) throw new Killed();
    const [next] = kills;
    if (outsiders > 0 || !next || next.at > steps++) return work();
    kills.shift();
    crashes++;
    if (next.when === 'after') await work();
    isDead = true;
    throw new Killed();
  }

  async function handOver(entry: Sent): Promise<HandOver> {
    const index = handOvers.length;
    const kind = answers?.get(index) ?? plan.answerOf?.(entry) ?? 'accepted';
    handOvers.push({ ...entry, at: world.clock(), taken: kind === 'accepted' || kind === 'unknown' });
    await turnOfTheLoop();
    pass(seconds[index % seconds.length] ?? 0);
    await outside(async () => during?.get(index)?.(crashWorld));
    if (kind === 'throws') throw new GatewayFault();
    return kind === 'accepted' ? { kind, providerId: `p${index}` } : { kind };
  }

  const pace = plan.perSecond === undefined ? undefined : (request: PaceRequest) => paced(request);
  const world = createWorld(start, (entry) => step(() => handOver(entry)), pace);
  for (const table of [world.campaignsTable, world.peopleTable]) {
    const { write, get, getMany, query } = table;
    const alive =
      <A extends unknown[], R>(ask: (...args: A) => Promise<R>) =>
      async (...args: A): Promise<R> => {
        if (isDead) throw new Killed();
        await plan.latency?.();
        return ask(...args);
      };
    Object.assign(table, {
      get: alive(get),
      getMany: alive(getMany),
      query: alive(query),
      write: alive(write),
    });
  }
  const { write } = world.campaignsTable;
  world.campaignsTable.write = (writes) => step(() => write(writes));

  const sendRates = { emailPerSecond: plan.perSecond ?? 1, pushPerSecond: plan.perSecond ?? 1 };
  const paced = createPace({
    rates: createRateStore(world.campaignsTable),
    settings: { load: async () => ({ settings: { sendRates, testContacts: [] }, version: 1 }) },
    percent: 100,
    clock: world.clock,
    wait: async (milliseconds) => pass(milliseconds / 1000),
    random: () => 0.5,
  });

  function pass(elapsed: number) {
    world.setNow(addSeconds(world.clock(), elapsed));
  }

  /** Staff and people act from elsewhere, in no time: what kills a worker does not touch them. */
  async function outside(act: () => Promise<unknown>) {
    outsiders++;
    await act().finally(() => {
      outsiders--;
    });
  }

  /** Runs one worker until it ends or dies. */
  async function work(job: () => Promise<unknown>) {
    await job().catch((error: unknown) => {
      if (!(error instanceof Killed || error instanceof GatewayFault)) throw error;
    });
    isDead = false;
  }

  const { tick } = tickOf(world, world.deliverQueue);

  async function drain() {
    while (world.expandQueue.length + world.deliverQueue.length > 0) await work(world.drain);
  }

  const crashWorld = {
    ...world,
    outside,
    start: (record: Campaign | Notice) => outside(() => world.start(record)),
    handOvers,
    optOuts,
    crashes: () => crashes,
    pass,
    work,
    tick,

    /** Rounds of the clock go by until nothing is left to do. In the outage, after a round of it, neither the clock nor a worker runs. */
    async live({ rounds = 40, seconds: between = 60, outage }: Life = {}) {
      for (let round = 0; round < rounds; round++) {
        if (round === outage?.afterRound) {
          pass(outage.seconds);
          await work(tick);
        }
        await drain();
        const again = world.later.splice(0);
        if (!plan.losesLater) world.deliverQueue.push(...again);
        const open = [await world.messages.listRunning(), await world.messages.listEnding(), again];
        if (open.flat().length === 0) return;
        pass(between);
        await work(tick);
      }
    },

    async step(action: CampaignAction) {
      const record = await world.messages.load('cmp_1');
      if (record?.type !== 'campaign') return;
      const step = stepCampaign(record, action, { by: 'staff', at: world.clock() });
      if (step.kind === 'taken') await outside(() => world.messages.save(step.message, record.version));
    },

    async optOut(personId: string, channel: 'email' | 'push') {
      const context = { now: world.clock(), source: 'one-click', actor: { kind: 'person' } } as const;
      await changePerson(world.people, personId, context, (record) => ({
        edited: record,
        answers: [{ purpose: 'marketing', channel, state: 'denied' }],
      }));
      const key = `${personId} ${channel}`;
      if (!optOuts.has(key)) optOuts.set(key, world.clock());
    },

    async loadCampaign(): Promise<Campaign> {
      const record = await world.messages.load('cmp_1');
      if (record?.type !== 'campaign') throw new Error('The campaign has gone');
      return record;
    },
  };
  return crashWorld;
}
