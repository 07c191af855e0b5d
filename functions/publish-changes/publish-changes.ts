/** Publishes the answers that wait, lane by lane, each lane in its order. What is published is taken out afterwards: a crash repeats, and loses nothing (pain N-23). */
import type { ChangeOutbox } from '../../shared/adapters/change-outbox.ts';
import type { PublishEvents, RefusedEvent } from '../../shared/adapters/event-bus.ts';

export interface PublishDeps {
  outbox: ChangeOutbox;
  lanes: readonly number[];
  publish: PublishEvents;
  /** Keeps what the bus will never take. */
  setAside: (refused: readonly RefusedEvent[]) => Promise<void>;
  /** Whether there is time for some more rows. */
  mayGoOn: () => boolean;
}

/** @returns how many events were published or set aside */
export function publishChanges(deps: PublishDeps): Promise<number> {
  return sumOf(deps.lanes.map((lane) => publishLane(deps, lane)));
}

/** Lets each piece of work come to its end, whatever becomes of the others. @throws the first fault */
export async function sumOf(works: readonly Promise<number>[]): Promise<number> {
  let count = 0;
  for (const result of await Promise.allSettled(works)) {
    if (result.status === 'rejected') throw result.reason;
    count += result.value;
  }
  return count;
}

async function publishLane(
  { outbox, publish, setAside, mayGoOn }: PublishDeps,
  lane: number,
): Promise<number> {
  let count = 0;
  while (mayGoOn()) {
    const rows = await outbox.listWaiting(lane);
    if (rows.length === 0) return count;
    const events = rows.flatMap((row) => row.events);
    await setAside(await publish(events));
    await outbox.remove(rows);
    count += events.length;
  }
  return count;
}
