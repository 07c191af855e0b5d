/** The contacts of a shard over several channels, person by person in order: each channel is read page by page, and they are joined on the way. */
import type { PeopleStore } from '../adapters/people-store.ts';
import { type Contact, contactKey } from '../domain/person.ts';
import type { Channel } from '../domain/vocabulary.ts';
import { pageSize } from './slice-work.ts';

/** @param after the person to go on behind; undefined: from the first one */
export async function* contactsByPerson(
  people: Pick<PeopleStore, 'listAudience'>,
  channels: readonly Channel[],
  where: { office: string; shard: number },
  after: string | undefined,
): AsyncGenerator<readonly Contact[]> {
  // Behind all contacts of that person: their ids are letters, digits, `-` and `_`.
  const from = after === undefined ? undefined : contactKey({ personId: after, id: '~' });
  const streams = channels.map((channel) => contactsOf(people, { ...where, channel }, from));
  const heads = await Promise.all(streams.map(async (stream) => (await stream.next()).value));
  for (;;) {
    const personId = heads
      .flatMap((head) => head?.personId ?? [])
      .sort()
      .at(0);
    if (personId === undefined) return;
    const own: Contact[] = [];
    for (const [index, stream] of streams.entries()) {
      for (let head = heads[index]; head?.personId === personId; head = heads[index]) {
        own.push(head);
        heads[index] = (await stream.next()).value;
      }
    }
    yield own;
  }
}

async function* contactsOf(
  people: Pick<PeopleStore, 'listAudience'>,
  where: { office: string; shard: number; channel: Channel },
  from: string | undefined,
): AsyncGenerator<Contact, undefined> {
  let after = from;
  for (let more = true; more; ) {
    const { contacts, cursor } = await people.listAudience({ ...where, after }, pageSize);
    yield* contacts;
    after = cursor;
    more = cursor !== undefined;
  }
  return undefined;
}
