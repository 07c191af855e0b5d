/** Waves of a campaign: the instants at which its batches are due, and which of them have been woken. A part of the store of messages. */
import * as z from 'zod';
import { Instant } from '../domain/vocabulary.ts';
import { messagePartition, waveKey, wavePrefix } from './campaign-keys.ts';
import { type Item, queryAll, type Table } from './table.ts';

/** `waiting`: nobody has woken its batches yet. `expiredAt`: that would have been too late. */
interface Wave {
  wave: string;
  waiting: boolean;
  expiredAt?: Instant | undefined;
}

const WaveRow = z.object({ wave: z.string(), due: z.string().optional(), expiredAt: Instant.optional() });

/** The store over the table `campaigns`. */
export function createWaveStore(table: Table) {
  return {
    /** AP-24: the waves that batches were planned for, and which of them still wait for their hour. */
    async listWaves(messageId: string): Promise<Wave[]> {
      const waves: Wave[] = [];
      const range = { prefix: wavePrefix };
      for await (const item of queryAll(table, {
        partition: messagePartition(messageId),
        range,
        consistent: true,
      })) {
        waves.push(waveOf(item));
      }
      return waves;
    },

    /** AP-24: one wave. */
    async loadWave(messageId: string, wave: string): Promise<Wave | undefined> {
      const item = await table.get(waveKey(messageId, wave));
      return item && waveOf(item);
    },

    /** AP-24: a wave that still waits has expired, and waits no longer. False: it did not wait any more. */
    async expireWave(messageId: string, wave: string, expiredAt: Instant): Promise<boolean> {
      const key = waveKey(messageId, wave);
      const result = await table.write([
        {
          kind: 'update',
          key,
          set: { expiredAt },
          remove: ['due', 'dueAt'],
          if: { equals: { due: 'DUE', expiredAt: undefined } },
        },
      ]);
      return result.ok;
    },

    /** AP-24: a wave is no longer waiting: its batches have been woken. */
    async markWaveWoken(messageId: string, wave: string): Promise<void> {
      await table.write([
        { kind: 'update', key: waveKey(messageId, wave), remove: ['due', 'dueAt'], if: { exists: true } },
      ]);
    },
  };
}

function waveOf(item: Item): Wave {
  const { wave, due, expiredAt } = WaveRow.parse(item);
  return { wave, waiting: due !== undefined, expiredAt };
}
