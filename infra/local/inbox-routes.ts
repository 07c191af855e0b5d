/** The pages of the inbox, and the unsubscribe button of a mail program. */
import { collect } from './journal.ts';
import type { LocalHandler } from './local-handler.ts';
import type { MailOutbox } from './outbox/mail-outbox.ts';
import { inboxPage, oneClickAddress } from './pages/inbox.ts';
import { sendPage } from './pages/layout.ts';
import { wordsOf } from './problem.ts';
import { sendText } from './respond.ts';
import type { Route } from './routes.ts';
import type { ShownMails } from './shown-mails.ts';

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

export function createInboxRoutes(mails: MailOutbox, { find, answer }: ShownMails): Route<LocalHandler>[] {
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
    await answer(response, found);
  };
  const unsubscribe: LocalHandler = async ({ response, pathParameters }) => {
    const found = await find(pathParameters.position);
    const address = found && oneClickAddress(found.mail);
    if (!found || !address)
      return sendText(response, 404, 'There is no such mail, or it has no one-click unsubscribe.');
    await answer(response, found, { outcome: await pressUnsubscribe(address) });
  };
  return [
    { key: 'GET /local/inbox', target: list },
    { key: 'GET /local/inbox/{position}', target: show },
    { key: 'POST /local/inbox/{position}/unsubscribe', target: unsubscribe },
  ];
}
