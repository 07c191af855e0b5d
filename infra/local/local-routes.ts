/** What the local run answers itself: tokens, outboxes, clock, figures and pages. */
import type { IncomingMessage } from 'node:http';
import * as z from 'zod';
import type { LocalClock } from './clock.ts';
import type { FunctionHost } from './function-host.ts';
import type { Identity } from './identity.ts';
import { createInboxRoutes } from './inbox-routes.ts';
import { collect, type Journal } from './journal.ts';
import type { LocalHandler } from './local-handler.ts';
import { createOAuthRoutes } from './oauth/oauth-routes.ts';
import type { EventEntry, PushEntry, SmsEntry } from './outbox/entries.ts';
import type { MailOutbox } from './outbox/mail-outbox.ts';
import { homePage } from './pages/home.ts';
import { sendPage } from './pages/layout.ts';
import { phonesPage } from './pages/phones.ts';
import { signInPage } from './pages/sign-in.ts';
import { createReaderRoutes } from './reader-routes.ts';
import { readBody, sendJson, sendText } from './respond.ts';
import type { Route } from './routes.ts';
import type { Schedules } from './schedules.ts';
import { createShownMails } from './shown-mails.ts';
import type { MailReader } from './stand-ins/ses-reader.ts';
import { streamLines } from './stream-lines.ts';

export interface LocalRoutesOptions {
  identity: Identity;
  mails: MailOutbox;
  pushes: Journal<PushEntry>;
  texts: Journal<SmsEntry>;
  events: Journal<EventEntry>;
  clock: LocalClock;
  schedules: Schedules;
  functions: FunctionHost;
  reader: MailReader;
  /** Base address of this run. */
  url: string;
  /** Whether the service itself answers a GET of a path. */
  isServed(path: string): boolean;
}

const shownPushes = 300;
const TimeBody = z.object({ now: z.iso.datetime({ offset: true }) });

/** `?since=N`: the number of lines to leave out. */
function sinceOf(url: URL): number {
  const since = Number(url.searchParams.get('since') ?? 0);
  return Number.isInteger(since) && since > 0 ? since : 0;
}

/** The instant of the body; undefined where it is none. */
async function readInstant(request: IncomingMessage): Promise<number | undefined> {
  const body = await readBody(request, 10_000);
  try {
    return Date.parse(TimeBody.parse(JSON.parse(body?.toString('utf8') ?? '')).now);
  } catch {
    return undefined;
  }
}

function createTimeRoutes({ clock, schedules }: LocalRoutesOptions): Route<LocalHandler>[] {
  const show: LocalHandler = async ({ response }) => sendJson(response, 200, { now: clock.iso() });
  const move: LocalHandler = async ({ request, response }) => {
    const time = await readInstant(request);
    if (time === undefined) {
      return sendJson(response, 400, {
        message: 'Send {"now":"<ISO 8601 instant>"}, for example {"now":"2030-01-01T09:00:00Z"}.',
      });
    }
    if (!clock.moveTo(time)) {
      return sendJson(response, 400, { message: `The clock only goes forward; it shows ${clock.iso()}.` });
    }
    await schedules.runAll();
    sendJson(response, 200, { now: clock.iso() });
  };
  return [
    { key: 'GET /local/time', target: show },
    { key: 'POST /local/time', target: move },
  ];
}

function createIdentityRoutes({ identity }: LocalRoutesOptions): Route<LocalHandler>[] {
  const token: LocalHandler = async ({ response, pathParameters }) => {
    const user = pathParameters.user ?? '';
    const text = await identity.tokenFor(user);
    if (text) return sendText(response, 200, text);
    sendText(
      response,
      404,
      `There is no sample user "${user}". /local/sign-in lists them; person-<externalId> is an account holder.\n`,
    );
  };
  const keys: LocalHandler = async ({ response, pathParameters }) => {
    const found = identity.publicKeys(pathParameters.pool ?? '');
    sendJson(response, found ? 200 : 404, found ?? { message: 'There is no such user pool.' });
  };
  return [
    { key: 'GET /local/token/{user}', target: token },
    { key: 'GET /local/identity/{pool}/.well-known/jwks.json', target: keys },
    { key: 'GET /local/sign-in', target: async ({ response }) => sendPage(response, signInPage()) },
  ];
}

function createOutboxRoutes({ mails, pushes, texts, events }: LocalRoutesOptions): Route<LocalHandler>[] {
  const outbox = (lines: (from: number) => AsyncIterable<string>): LocalHandler => {
    return ({ response, url }) => streamLines(response, lines(sinceOf(url)));
  };
  const phones: LocalHandler = async ({ response }) => {
    const total = pushes.length();
    const latest = await collect(pushes.entries(Math.max(0, total - shownPushes), total));
    sendPage(response, phonesPage(latest.reverse(), total));
  };
  return [
    { key: 'GET /local/outbox/email', target: outbox(mails.lines) },
    { key: 'GET /local/outbox/push', target: outbox(pushes.lines) },
    { key: 'GET /local/outbox/sms', target: outbox(texts.lines) },
    { key: 'GET /local/outbox/events', target: outbox(events.lines) },
    { key: 'GET /local/phones', target: phones },
  ];
}

/** All routes of the local run. */
export function createLocalRoutes(options: LocalRoutesOptions): Route<LocalHandler>[] {
  const { functions } = options;
  const shown = createShownMails(options.mails, options.reader);
  return [
    { key: 'GET /', target: async ({ response }) => sendPage(response, homePage(options.isServed)) },
    {
      key: 'GET /local/workers',
      target: async ({ response }) => sendJson(response, 200, await functions.figures()),
    },
    ...createTimeRoutes(options),
    ...createIdentityRoutes(options),
    ...createOAuthRoutes(options),
    ...createOutboxRoutes(options),
    ...createInboxRoutes(options.mails, shown),
    ...createReaderRoutes(options.reader, shown),
  ];
}
