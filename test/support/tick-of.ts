/** The clock of a world in memory: what it wakes is kept, and expanders are queued. */
import { runDue, type TickDeps } from '../../functions/tick/run-due.ts';
import type { BatchPointer } from '../../shared/domain/batch.ts';
import type { World } from './world.ts';

/** What of a world the clock works with. */
type Ticking = Pick<World, 'messages' | 'batches' | 'expandQueue' | 'letters' | 'letterQueue' | 'clock'>;

/** `tick` runs what is due; `woken` gets the batches that it wakes senders for. */
export function tickOf(world: Ticking, woken: BatchPointer[] = []) {
  const deps: TickDeps = {
    messages: world.messages,
    batches: world.batches,
    wakeSenders: async (_lane, pointers) => {
      woken.push(...pointers);
    },
    wakeExpanders: async (record, slices) => {
      for (const slice of slices) {
        world.expandQueue.push({ name: 'expand-slice', version: 1, messageId: record.id, ...slice });
      }
    },
    letters: world.letters,
    wakeLetters: async (letters) => {
      world.letterQueue.push(...letters);
    },
    clock: world.clock,
  };
  return { woken, tick: () => runDue(deps) };
}
