/**
 * Answers that wait to be published. Their rows are written in the transaction of the change itself, one per transaction and lane, so that a crash loses none (pain N-23).
 * A person is always in the same lane, and the rows of a lane are read in the order of their events.
 */
import * as z from 'zod';
import { PreferenceChanged } from '../../events/preference-changed.ts';
import { stableHash } from '../domain/hash.ts';
import { toPreferenceChanged } from '../domain/published-events.ts';
import { pack, unpack } from './packed.ts';
import { changesPartition } from './people-keys.ts';
import type { PersonChange } from './people-writes.ts';
import type { Item, Key, Table, Write } from './table.ts';

const schemaVersion = 1;

/** DynamoDB takes about 1,000 writes a second of one partition; each lane is one. */
const laneCount = 4;
export const lanes: readonly number[] = Array.from({ length: laneCount }, (_, lane) => lane);

/** Few, because what was published and not yet removed at a crash is published again. */
const rowsAtATime = 10;

const Events = z.array(PreferenceChanged);

export interface WaitingChanges {
  key: Key;
  events: readonly PreferenceChanged[];
}

/** The lane of a person. */
function laneOf(personId: string): number {
  return stableHash(personId) % laneCount;
}

/** The rows of all choices in the changes of one transaction; at most one for each lane. */
export function outboxWrites(changes: readonly PersonChange[]): Write[] {
  const events = changes.flatMap(({ entries, after }) =>
    entries.flatMap((entry) => toPreferenceChanged(entry, after.person) ?? []),
  );
  return lanes.flatMap((lane): Write[] => {
    const own = events.filter(({ personId }) => laneOf(personId) === lane);
    const [first] = own;
    if (!first) return [];
    const key = { pk: changesPartition(lane), sk: first.id };
    return [{ kind: 'put', item: { ...key, events: pack(own), schemaVersion } }];
  });
}

export type ChangeOutbox = ReturnType<typeof createChangeOutbox>;

/** The store over the table `people`. */
export function createChangeOutbox(table: Table) {
  return {
    /** AP-19: the next rows of a lane, the oldest first. */
    async listWaiting(lane: number): Promise<WaitingChanges[]> {
      const page = await table.query({
        partition: changesPartition(lane),
        limit: rowsAtATime,
        consistent: true,
      });
      return page.items.map(readRow);
    },

    /** AP-19: takes out what has been published. */
    async remove(rows: readonly WaitingChanges[]): Promise<void> {
      await Promise.all(rows.map(({ key }) => table.write([{ kind: 'delete', key }])));
    },
  };
}

function readRow({ pk, sk, events }: Item): WaitingChanges {
  return { key: { pk, sk }, events: Events.parse(unpack(events)) };
}
