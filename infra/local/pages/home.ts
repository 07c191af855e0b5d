/** The start page: links to everything that this run offers. */
import { type Html, html } from '../../../shared/pages/html.ts';
import { page } from './layout.ts';

interface Link {
  path: string;
  name: string;
  about: string;
}

const tools: readonly Link[] = [
  {
    path: '/local/inbox',
    name: 'Inbox',
    about: 'Every mail that was handed to SES, with the unsubscribe button of a mail program.',
  },
  {
    path: '/local/phones',
    name: 'Phones',
    about: 'Every push that was handed to SNS, as the phones show it.',
  },
  { path: '/local/sign-in', name: 'Sign-in', about: 'The sample staff and their tokens.' },
];

/** Pages of the service itself; shown where the template has a route for them. */
const servicePages: readonly Link[] = [
  { path: '/console', name: 'Console', about: 'The marketers’ console.' },
  { path: '/docs', name: 'API', about: 'What the API offers, generated from its schemas.' },
  { path: '/openapi.json', name: 'OpenAPI document', about: 'The same for programs.' },
];

const scripts: readonly Link[] = [
  {
    path: '/local/outbox/email',
    name: 'GET /local/outbox/email',
    about: 'All mails, one JSON object a line.',
  },
  {
    path: '/local/outbox/push',
    name: 'GET /local/outbox/push',
    about: 'All pushes, one JSON object a line.',
  },
  {
    path: '/local/outbox/sms',
    name: 'GET /local/outbox/sms',
    about: 'All text messages, one JSON object a line.',
  },
  {
    path: '/local/outbox/events',
    name: 'GET /local/outbox/events',
    about: 'All events for others that were put on the bus, one JSON object a line.',
  },
  {
    path: '/local/token/auditor',
    name: 'GET /local/token/auditor',
    about: 'A bearer token as text; other users are on the sign-in page.',
  },
  {
    path: '/local/time',
    name: 'GET /local/time',
    about: 'The service’s clock. POST {"now":"…"} sets it forward and runs what is then due.',
  },
  {
    path: '/local/workers',
    name: 'GET /local/workers',
    about: 'Memory and processor time of each function’s worker.',
  },
];

const card = ({ path, name, about }: Link): Html =>
  html`<li class="card"><h2><a href="${path}">${name}</a></h2><p class="soft">${about}</p></li>`;

/** @param isServed whether the service itself answers a GET of a path */
export function homePage(isServed: (path: string) => boolean): Html {
  const served = servicePages.filter(({ path }) => isServed(path));
  return page(
    'What runs here',
    html`<ul class="cards">${[...served, ...tools].map(card)}</ul>
<h2>For scripts</h2>
<ul class="cards">${scripts.map(card)}</ul>`,
  );
}
