/** The pages of the inbox, and the unsubscribe button of a mail program. */
import { collect } from './journal.ts';
import type { LocalHandler } from './local-handler.ts';
import type { MailOutbox } from './outbox/mail-outbox.ts';
import { inboxPage, type ListedMail, mailPage, oneClickAddress } from './pages/inbox.ts';
import { sendPage } from './pages/layout.ts';
import { wordsOf } from './problem.ts';
import { sendText } from './respond.ts';
import type { Route } from './routes.ts';
import { splitMail } from './stand-ins/mail-headers.ts';

const pageSize = 50;

/** Posts as a mail program does (RFC 8058, 3.2): the one field, no cookies, no redirects. */
async function pressUnsubscribe(address: string): Promise<string> {
  try {
    const answer = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
      redirect: 'manual',
    });
    return answer.ok ? 'You are unsubscribed.' : `The sender answered ${answer.status}.`;
  } catch (error) {
    return `The sender could not be reached: ${wordsOf(error)}`;
  }
}

export function createInboxRoutes(mails: MailOutbox): Route<LocalHandler>[] {
  const find = async (text: string | undefined): Promise<ListedMail | undefined> => {
    const position = Number(text);
    if (!Number.isInteger(position) || position < 0 || position >= mails.length()) return undefined;
    for await (const mail of mails.entries(position, position + 1)) return { position, mail };
    return undefined;
  };
  const list: LocalHandler = async ({ response, url }) => {
    const total = mails.length();
    const before = Math.min(Number(url.searchParams.get('before') ?? total) || total, total);
    const first = Math.max(0, before - pageSize);
    const shown = await collect(mails.entries(first, before));
    const listed = shown.map((mail, index) => ({ position: first + index, mail })).reverse();
    sendPage(response, inboxPage(listed, total, first > 0 ? first : undefined));
  };
  const show: LocalHandler = async ({ response, pathParameters }) => {
    const found = await find(pathParameters.position);
    if (!found) return sendText(response, 404, 'There is no such mail.');
    const raw = (await mails.raw(found.position)) ?? '';
    sendPage(response, mailPage(found, splitMail(raw).head));
  };
  const unsubscribe: LocalHandler = async ({ response, pathParameters }) => {
    const found = await find(pathParameters.position);
    const address = found && oneClickAddress(found.mail);
    if (!found || !address)
      return sendText(response, 404, 'There is no such mail, or it has no one-click unsubscribe.');
    const raw = (await mails.raw(found.position)) ?? '';
    sendPage(response, mailPage(found, splitMail(raw).head, await pressUnsubscribe(address)));
  };
  return [
    { key: 'GET /local/inbox', target: list },
    { key: 'GET /local/inbox/{position}', target: show },
    { key: 'POST /local/inbox/{position}/unsubscribe', target: unsubscribe },
  ];
}
