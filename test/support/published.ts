/** A bus in memory, and the publisher over it: what it took, and faults on demand. */
import type { PublishedEvent } from '../../events/index.ts';
import { publishChanges } from '../../functions/publish-changes/publish-changes.ts';
import { createChangeOutbox, lanes } from '../../shared/adapters/change-outbox.ts';
import type { RefusedEvent } from '../../shared/adapters/event-bus.ts';
import type { Table } from '../../shared/adapters/table.ts';

export function createBus() {
  const taken: PublishedEvent[] = [];
  const setAside: RefusedEvent[] = [];
  return {
    taken,
    aside: setAside,
    publish: async (events: readonly PublishedEvent[]): Promise<RefusedEvent[]> => {
      taken.push(...events);
      return [];
    },
    setAside: async (refused: readonly RefusedEvent[]) => {
      setAside.push(...refused);
    },
    /** Events without their repeats, as a reader keeps them. */
    distinct: () => [...new Map(taken.map((event) => [event.id, event])).values()],
  };
}

/** The dependencies of the publisher over a table, which a test changes. */
export function publisherOf(table: Table, bus: ReturnType<typeof createBus>) {
  const { publish, setAside } = bus;
  return { outbox: createChangeOutbox(table), lanes, publish, setAside, mayGoOn: () => true };
}

/** Publishes all that waits. */
export function publishAll(table: Table, bus: ReturnType<typeof createBus>): Promise<number> {
  return publishChanges(publisherOf(table, bus));
}
