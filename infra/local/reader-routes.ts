/** What the reader of a mail does and SES counts: for the buttons of the inbox, and for scripts. */
import type { LocalHandler } from './local-handler.ts';
import { readBody, sendText } from './respond.ts';
import type { Route } from './routes.ts';
import type { ShownMails } from './shown-mails.ts';
import { type MailReader, trackedLinks } from './stand-ins/ses-reader.ts';

const linkLimitBytes = 10_000;
const unmeasured = {
  outcome:
    'This mail is not measured: it was sent with a configuration set that asks for no opens and clicks.',
  status: 409,
};

/** 200: the event is on its way; 409: the mail is not measured. */
export function createReaderRoutes(
  reader: MailReader,
  { findById, answer }: ShownMails,
): Route<LocalHandler>[] {
  const open: LocalHandler = async ({ response, pathParameters }) => {
    const found = await findById(pathParameters.messageId);
    if (!found) return sendText(response, 404, 'There is no such mail.');
    const done = reader.open(found.stored);
    await answer(response, found.listed, done ? { outcome: 'SES says that it was opened.' } : unmeasured);
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
    const outcome = `SES says that ${link} was clicked.`;
    await answer(response, found.listed, done ? { outcome } : unmeasured);
  };
  return [
    { key: 'POST /local/inbox/{messageId}/open', target: open },
    { key: 'POST /local/inbox/{messageId}/click', target: click },
  ];
}
