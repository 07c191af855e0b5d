/** Finds a mail of the inbox, and answers with its page. */
import type { ServerResponse } from 'node:http';
import type { StoredMail } from './outbox/entries.ts';
import type { MailOutbox } from './outbox/mail-outbox.ts';
import { type ListedMail, mailPage } from './pages/inbox.ts';
import { sendPage } from './pages/layout.ts';
import { splitMail } from './stand-ins/mail-headers.ts';
import { type MailReader, trackedLinks } from './stand-ins/ses-reader.ts';

export interface ShownMails {
  find(position: string | undefined): Promise<ListedMail | undefined>;
  findById(messageId: string | undefined): Promise<{ stored: StoredMail; listed: ListedMail } | undefined>;
  /** @param outcome what a button brought */
  answer(
    response: ServerResponse,
    listed: ListedMail,
    result?: { outcome: string; status?: number },
  ): Promise<void>;
}

export function createShownMails(mails: MailOutbox, reader: MailReader): ShownMails {
  const find: ShownMails['find'] = async (text) => {
    const position = Number(text);
    if (!Number.isInteger(position) || position < 0 || position >= mails.length()) return undefined;
    for await (const mail of mails.entries(position, position + 1)) return { position, mail };
    return undefined;
  };
  return {
    find,
    findById: async (messageId = '') => {
      const found = await mails.find(messageId);
      const listed = found && (await find(String(found.position)));
      return listed && { stored: found.stored, listed };
    },
    answer: async (response, listed, result) => {
      const found = await mails.find(listed.mail.messageId);
      const links = found && reader.isMeasured(found.stored) ? trackedLinks(listed.mail.html) : undefined;
      const raw = (await mails.raw(listed.position)) ?? '';
      const shown = { rawHeaders: splitMail(raw).head, links, outcome: result?.outcome };
      sendPage(response, mailPage(listed, shown), result?.status);
    },
  };
}
