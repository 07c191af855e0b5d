/** A world whose senders work side by side at their office's rate, in simulated time. */
import { createRateStore } from '../../shared/adapters/rate-store.ts';
import { createSettingsStore } from '../../shared/adapters/settings-store.ts';
import type { BatchPointer } from '../../shared/domain/batch.ts';
import { stableHash } from '../../shared/domain/hash.ts';
import type { Campaign, MessageRecord } from '../../shared/domain/lifecycle.ts';
import { shardOf } from '../../shared/domain/person.ts';
import type { Answer } from '../../shared/domain/preferences.ts';
import { deliverBatch } from '../../shared/use-cases/deliver-batch.ts';
import type { Gateway, HandOver } from '../../shared/use-cases/hand-over.ts';
import { createPace } from '../../shared/use-cases/pace-sends.ts';
import { createSimulatedTime } from './simulated-time.ts';
import { createWorld } from './world.ts';

export const paceStart = '2026-11-23T12:00:00.000Z';
const grantPush: Answer = { purpose: 'marketing', channel: 'push', state: 'granted' };
const country = { de: 'DE', fr: 'FR' } as const;
const idleMs = 100;

export interface PacedSend {
  at: string;
  messageId: string;
  contactId: string;
}

export interface PacedOptions {
  workers: number;
  /** How long one hand-over takes. */
  handOverMs?: number;
  answer?: (index: number) => HandOver['kind'];
}

/** As many as one transaction saves with their person. */
const devicesOfOne = 40;

function personIn(shard: number, prefix: string): string {
  for (let index = 0; ; index++) if (shardOf(`${prefix}${index}`) === shard) return `${prefix}${index}`;
}

/** Each count of devices is one shard, and so one batch. */
export async function createPacedWorld({ workers, handOverMs = 0, answer = () => 'accepted' }: PacedOptions) {
  const time = createSimulatedTime(paceStart);
  const world = createWorld(paceStart);
  const rates = createRateStore(world.campaignsTable);
  const settings = createSettingsStore(world.campaignsTable);
  const sends: PacedSend[] = [];
  const queue: BatchPointer[] = [];
  let asked = 0;
  let open = 0;

  async function handOver(messageId: string, contactId: string): Promise<HandOver> {
    const at = time.clock();
    if (handOverMs > 0) await time.wait(handOverMs);
    const kind = answer(sends.length);
    sends.push({ at, messageId, contactId });
    return kind === 'accepted' ? { kind, providerId: 'p' } : { kind };
  }
  const gateway: Gateway = {
    sendMarketing: (permit, { contact }) => handOver(permit.messageId, contact.id),
    sendMandatory: (permit, { contact }) => handOver(permit.messageId, contact.id),
  };

  function createWorker(index: number) {
    const pace = createPace({
      rates,
      settings,
      percent: 100,
      clock: time.clock,
      wait: time.wait,
      random: () => (stableHash(`${index}.${asked++}`) % 1000) / 1000,
    });
    const wakeLater = async (pointer: BatchPointer, seconds: number) => {
      open++;
      void time.wait(seconds * 1000).then(() => {
        open--;
        queue.push(pointer);
      });
    };
    return (pointer: BatchPointer) =>
      deliverBatch({ ...world, gateway, pace, wakeLater, clock: time.clock }, pointer);
  }

  /** A worker takes one batch after another, until none is left or comes back. */
  async function work(index: number, isOver: () => boolean) {
    const deliver = createWorker(index);
    while (!isOver() && queue.length + open > 0) {
      const pointer = queue.shift();
      if (!pointer) {
        await time.wait(idleMs);
        continue;
      }
      open++;
      await deliver(pointer);
      open--;
    }
  }

  return {
    ...world,
    ...time,
    rates,
    settings,
    sends,
    queue,
    createWorker,

    async givenDevices(office: keyof typeof country, counts: readonly number[]) {
      for (const [shard, count] of counts.entries()) {
        for (let given = 0; given < count; given += devicesOfOne) {
          const id = personIn(shard, `per_${office}${given}x`);
          const size = Math.min(devicesOfOne, count - given);
          const tokens = Array.from({ length: size }, (_, device) => `t${device}`);
          await world.givenPerson({ id, country: country[office], tokens, answers: [grantPush] });
        }
      }
    },

    async setRate(office: string, pushPerSecond: number) {
      const sendRates = { emailPerSecond: pushPerSecond, pushPerSecond };
      const stored = { settings: { sendRates, testContacts: [] }, version: 1 };
      if (!(await settings.save(office, stored, 0))) throw new Error('The rate was not saved');
    },

    campaignOf: (id: string, office: keyof typeof country): Campaign => ({
      ...world.campaign({ office, channels: ['push'] }),
      id,
    }),

    /** Starts a message: its batches are on the queue. */
    async begin(record: MessageRecord) {
      await world.start(record);
      await world.expand();
      queue.push(...world.deliverQueue.splice(0));
    },

    /** All workers, until everything is sent. */
    async send(isOver: () => boolean = () => false) {
      const all = Promise.all(Array.from({ length: workers }, (_, index) => work(index, isOver)));
      await time.run(isOver);
      if (!isOver()) await all;
    },
  };
}
