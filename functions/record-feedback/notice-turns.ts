/** What happens to a contact may give its person the next turn of a notice. */
import type { MessageStore } from '../../shared/adapters/message-store.ts';
import type { PeopleStore } from '../../shared/adapters/people-store.ts';
import { isAffected } from '../../shared/domain/audience.ts';
import type { MessagePointer } from '../../shared/domain/delivery-event.ts';
import { type Notice, toMandatoryMessage } from '../../shared/domain/lifecycle.ts';
import type { Contact } from '../../shared/domain/person.ts';
import type { Instant } from '../../shared/domain/vocabulary.ts';
import type { AskTurns } from '../../shared/use-cases/ask-turns.ts';
import type { Holder } from '../../shared/use-cases/find-claim.ts';

export interface NoticeTurns {
  afterBounce(pointer: MessagePointer): Promise<void>;
  afterDeadPhone(owner: Holder, now: Instant): Promise<void>;
  /** @returns why nothing follows */
  afterRegistration(device: Holder, now: Instant): Promise<string | undefined>;
}

interface NoticeTurnsDeps {
  messages: Pick<MessageStore, 'load' | 'listRunning' | 'listOpen'>;
  people: Pick<PeopleStore, 'readContacts'>;
  askTurns: AskTurns;
}

export function createNoticeTurns({ messages, people, askTurns }: NoticeTurnsDeps): NoticeTurns {
  async function load(ids: readonly string[]): Promise<Notice[]> {
    const records = await Promise.all(ids.map((id) => messages.load(id)));
    return records.filter((record) => record?.type === 'notice');
  }

  /** Also those that everybody known so far has got: somebody who came later may have a channel to come. */
  async function loadOpen(now: Instant): Promise<Notice[]> {
    return load([...(await messages.listRunning()), ...(await messages.listOpen(now))]);
  }

  async function find({ personId, contactId: id }: Holder): Promise<Contact | undefined> {
    if (id === undefined) return undefined;
    const found = await people.readContacts([{ personId, channel: 'push', id }]);
    return found.get(`${personId}#${id}`);
  }

  return {
    async afterBounce(pointer) {
      const [notice] = await load([pointer.messageId]);
      if (notice?.draft.escalateAfter !== undefined)
        await askTurns(notice, pointer.office, [pointer.personId]);
    },

    async afterDeadPhone(owner, now) {
      const notices = await loadOpen(now);
      const escalating = notices.filter(({ draft }) => draft.escalateAfter !== undefined);
      const contact = escalating.length > 0 ? await find(owner) : undefined;
      if (contact)
        for (const notice of escalating) await askTurns(notice, contact.office, [contact.personId]);
    },

    async afterRegistration(device, now) {
      const notices = await loadOpen(now);
      if (notices.length === 0) return 'no notice is open';
      const contact = await find(device);
      if (!contact) return 'the device has left';
      const affecting = notices.filter((notice) => isAffected(toMandatoryMessage(notice), contact));
      for (const notice of affecting) await askTurns(notice, contact.office, [contact.personId]);
      return undefined;
    },
  };
}
