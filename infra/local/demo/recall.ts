/** What became of the recall, person by person: whom it has reached, and the rest by name, for letters. */
import * as z from 'zod';
import { Reach, UnreachedPerson } from '../../../shared/api/notice-reach.ts';
import type { Sent } from './checks.ts';
import { awaitCount, type Follow, type Line } from './follow.ts';
import { type DemoPerson, recalledModel } from './people.ts';
import { formatTable } from './tables.ts';

const author = 'notice-author';
const shownUnreached = 8;

const Unreached = z.object({ items: z.array(UnreachedPerson), cursor: z.string().optional() });

export interface Recall {
  reach: Reach;
  unreached: readonly UnreachedPerson[];
}

/** Asks for the figures and the list, and shows them. */
export async function followRecall(follow: Follow, { id }: Pick<Sent, 'id'>): Promise<Recall> {
  const { client, screen } = follow;
  const path = `/notices/${id}`;
  const source = { path: `${path}/reach`, user: author };
  const reach = await awaitCount(follow, source, { label: 'Counting', schema: Reach });
  const unreached: UnreachedPerson[] = [];
  let cursor: string | undefined;
  do {
    const query = cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page = await client.read(Unreached, { path: `${path}/unreached?limit=100${query}`, user: author });
    unreached.push(...page.items);
    cursor = page.cursor;
  } while (cursor !== undefined);
  screen.say(
    `${reach.affected} people are affected: ${reachedBy(reach)} are reached, ${reach.unreachable} cannot be`,
  );
  const rows = unreached
    .slice(0, shownUnreached)
    .map(({ externalId = '', country = '', why }) => [externalId, country, why.join(', ')]);
  screen.show(formatTable([['to write a letter to', 'in', 'because'], ...rows]));
  if (unreached.length > shownUnreached) screen.say(`… and ${unreached.length - shownUnreached} more`);
  return { reach, unreached };
}

/** Everybody to whom it was handed over, whatever is known of it since. */
export function reachedBy({ acknowledged, delivered, handedOver }: Reach): number {
  return acknowledged + delivered + handedOver;
}

const reachedOutcomes: readonly Line['outcome'][] = ['accepted', 'delivered', 'complained'];

/** Each affected person is reached or on the list, nobody is both, and nobody else is either. */
export function checkRecall(
  people: readonly DemoPerson[],
  { lines }: Pick<Sent, 'lines'>,
  { reach, unreached }: Recall,
): string[] {
  const reached = new Set(
    lines.flatMap(({ outcome, externalId }) => (reachedOutcomes.includes(outcome) ? (externalId ?? []) : [])),
  );
  const listed = new Set(unreached.map(({ externalId }) => externalId));
  const affected = people.filter(({ devices }) => devices.some(({ model }) => model === recalledModel));
  const ids = new Set(affected.map(({ externalId }) => externalId));
  const sum = reachedBy(reach) + reach.inProgress + reach.unreachable;
  return [
    ...[...ids].flatMap((id) =>
      reached.has(id) === listed.has(id)
        ? [`${id} is ${reached.has(id) ? 'reached, and' : 'neither reached nor'} on the list`]
        : [],
    ),
    ...[...reached, ...listed].flatMap((id) => (ids.has(id ?? '') ? [] : [`${id} is not affected`])),
    ...(reach.affected === ids.size && sum === ids.size
      ? []
      : [`${ids.size} are affected, the figures say ${reach.affected}, and ${sum} in sum`]),
    ...(reach.inProgress === 0 ? [] : [`${reach.inProgress} are still in progress`]),
  ];
}
