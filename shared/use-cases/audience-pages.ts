/** The contacts of one shard and channel, page by page. */
import type { PeopleStore } from '../adapters/people-store.ts';
import { type Contact, contactKey } from '../domain/person.ts';
import type { Channel } from '../domain/vocabulary.ts';

interface AudiencePage {
  contacts: readonly Contact[];
  /** The shard goes on behind them. */
  more: boolean;
}

export async function* audiencePages(
  people: Pick<PeopleStore, 'listAudience'>,
  where: { office: string; channel: Channel; shard: number },
  pageSize: number,
): AsyncGenerator<AudiencePage> {
  let after: string | undefined;
  for (let more = true; more; ) {
    const { contacts, cursor } = await people.listAudience({ ...where, after }, pageSize);
    const last = contacts.at(-1);
    after = last ? contactKey(last) : after;
    more = cursor !== undefined;
    yield { contacts, more };
  }
}
