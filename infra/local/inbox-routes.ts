/** The pages of the inbox, the unsubscribe button of a mail program, and a reader who opens and clicks. */
import type { ServerResponse } from 'node:http';
import { collect } from './journal.ts';
import type { LocalHandler } from './local-handler.ts';
import type { MailOutbox } from './outbox/mail-outbox.ts';
import { inboxPage, type ListedMail, mailPage, oneClickAddress } from './pages/inbox.ts';
import { sendPage } from './pages/layout.ts';
import { wordsOf } from './problem.ts';
import { readBody, sendText } from './respond.ts';
import type { Route } from './routes.ts';
import { splitMail } from './stand-ins/mail-headers.ts';
import { type MailReader, trackedLinks } from './stand-ins/ses-reader.ts';

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

const linkLimitBytes = 10_000;
const unmeasured =
  'This mail is not measured: it was sent with a configuration set that asks for no opens and clicks.';

export function createInboxRoutes(mails: MailOutbox, reader: MailReader): Route<LocalHandler>[] {
  const find = async (text: string | undefined): Promise<ListedMail | undefined> => {
    const position = Number(text);
    if (!Number.isInteger(position) || position < 0 || position >= mails.length()) return undefined;
    for await (const mail of mails.entries(position, position + 1)) return { position, mail };
    return undefined;
  };
  const findById = async (messageId = '') => {
    const found = await mails.find(messageId);
    const listed = found && (await find(String(found.position)));
    return listed && { stored: found.stored, listed };
  };
  const answer = async (
    response: ServerResponse,
    listed: ListedMail,
    { outcome, status = 200 }: { outcome?: string; status?: number } = {},
  ) => {
    const found = await mails.find(listed.mail.messageId);
    const links = found && reader.isMeasured(found.stored) ? trackedLinks(listed.mail.html) : undefined;
    const raw = (await mails.raw(listed.position)) ?? '';
    sendPage(response, mailPage(listed, { rawHeaders: splitMail(raw).head, links, outcome }), status);
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
    await answer(response, found);
  };
  const unsubscribe: LocalHandler = async ({ response, pathParameters }) => {
    const found = await find(pathParameters.position);
    const address = found && oneClickAddress(found.mail);
    if (!found || !address)
      return sendText(response, 404, 'There is no such mail, or it has no one-click unsubscribe.');
    await answer(response, found, { outcome: await pressUnsubscribe(address) });
  };
  const open: LocalHandler = async ({ response, pathParameters }) => {
    const found = await findById(pathParameters.messageId);
    if (!found) return sendText(response, 404, 'There is no such mail.');
    const done = reader.open(found.stored);
    await answer(
      response,
      found.listed,
      done ? { outcome: 'SES says that it was opened.' } : { outcome: unmeasured, status: 409 },
    );
  };
  const click: LocalHandler = async ({ request, response, pathParameters }) => {
    const found = await findById(pathParameters.messageId);
    if (!found) return sendText(response, 404, 'There is no such mail.');
    const body = await readBody(request, linkLimitBytes);
    const link = new URLSearchParams(body?.toString('utf8')).get('link') ?? '';
    if (!trackedLinks(found.listed.mail.html).includes(link))
      return sendText(
        response,
        400,
        'SES counts no clicks on such a link of this mail: send link=<address>.',
      );
    const done = reader.click(found.stored, link);
    await answer(
      response,
      found.listed,
      done ? { outcome: `SES says that ${link} was clicked.` } : { outcome: unmeasured, status: 409 },
    );
  };
  return [
    { key: 'GET /local/inbox', target: list },
    { key: 'GET /local/inbox/{position}', target: show },
    { key: 'POST /local/inbox/{position}/unsubscribe', target: unsubscribe },
    { key: 'POST /local/inbox/{messageId}/open', target: open },
    { key: 'POST /local/inbox/{messageId}/click', target: click },
  ];
}
