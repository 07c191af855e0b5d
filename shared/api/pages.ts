/** Pages behind signed links. GET never changes anything: link scanners open every link (pains N-10). */
import * as z from 'zod';
import type { Contracts } from './contract.ts';

const LinkParams = z.object({ token: z.string().min(1).max(4096) });

/** The language somebody picked on the page; whatever else a mail program adds to the link is ignored. */
const PageLanguage = z.object({ lang: z.string().max(35).optional().catch(undefined) });

/** The button of the page and the one-click POST of a mail program (RFC 8058); unknown fields are ignored, so that no opt-out is lost. */
const UnsubscribeForm = z
  .object({
    'List-Unsubscribe': z.string().optional().catch(undefined),
    confirm: z.string().optional().catch(undefined),
    lang: PageLanguage.shape.lang,
  })
  .default({});

const page = { auth: 'public', params: LinkParams, query: PageLanguage } as const;

export const pageContracts = {
  'GET /u/{token}': {
    ...page,
    summary: 'The unsubscribe page',
    responses: {
      200: { description: 'A page with one button', type: 'text/html' },
      404: { description: 'A page that says that the link is not valid', type: 'text/html' },
    },
  },
  'POST /u/{token}': {
    ...page,
    summary: 'Unsubscribe, by the button or by one click in a mail program (RFC 8058)',
    body: UnsubscribeForm,
    bodyType: 'form',
    example: { 'List-Unsubscribe': 'One-Click' },
    responses: {
      200: { description: 'A page that confirms: no mail leaves from now on', type: 'text/html' },
      400: { description: 'Neither the button nor one click: nothing has changed', type: 'text/html' },
      404: { description: 'A page that says that the link is not valid', type: 'text/html' },
    },
  },
} as const satisfies Contracts;
