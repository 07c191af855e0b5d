/** Pages behind signed links. GET never changes what a scanner could change: link scanners open every link (pain N-10). */
import * as z from 'zod';
import type { Contracts } from './contract.ts';

const LinkParams = z.object({ token: z.string().min(1).max(4096) });

/** The language somebody picked on the page; whatever else a mail program adds to the link is ignored. */
const PageLanguage = z.object({ lang: z.string().max(35).optional().catch(undefined) });

const field = z.string().optional().catch(undefined);

/** The buttons of the page and the one-click POST of a mail program (RFC 8058); unknown fields are ignored, so that no opt-out is lost. */
const UnsubscribeForm = z
  .object({ 'List-Unsubscribe': field, confirm: field, version: field, lang: PageLanguage.shape.lang })
  .default({});

/**
 * The switches of the preference centre, each `granted` when on and left out when off, beside `was.<name>` as they were shown. Only what differs is a
 * change. `act=refuse` refuses all marketing. Unknown fields are ignored.
 */
const ChoicesForm = z.record(z.string(), z.unknown()).default({});

const ConfirmForm = z.object({ act: field }).default({});

/** `act`: `acknowledge` or `accept`; `renew.<consent>` is `granted` where the box is ticked. Unknown fields are ignored. */
const NoticeForm = z.record(z.string(), z.unknown()).default({});

const page = { auth: 'public', params: LinkParams, query: PageLanguage } as const;
/** A form of ours has a few hundred bytes. */
const form = { ...page, bodyType: 'form', maxBodyBytes: 16 * 1024 } as const;
const notValid = { description: 'A page that says that the link is not valid', type: 'text/html' } as const;

export const pageContracts = {
  'GET /u/{token}': {
    ...page,
    summary: 'The unsubscribe page',
    responses: {
      200: { description: 'A page with one button', type: 'text/html' },
      404: notValid,
    },
  },
  'POST /u/{token}': {
    ...form,
    summary: 'Unsubscribe, by the button or by one click in a mail program (RFC 8058)',
    body: UnsubscribeForm,
    example: { 'List-Unsubscribe': 'One-Click' },
    responses: {
      200: { description: 'A page that confirms: no mail leaves from now on', type: 'text/html' },
      400: { description: 'Neither the button nor one click: nothing has changed', type: 'text/html' },
      404: notValid,
    },
  },
  'GET /p/{token}': {
    ...page,
    summary: 'The preference centre',
    responses: {
      200: { description: 'A page with all choices and their history', type: 'text/html' },
      404: notValid,
    },
  },
  'POST /p/{token}': {
    ...form,
    summary: 'Change choices: a refusal always, a grant from the version that the page showed',
    body: ChoicesForm,
    example: { 'was.marketing.email': 'granted', version: '3' },
    responses: {
      200: { description: 'The page with what holds now', type: 'text/html' },
      404: notValid,
      409: {
        description: 'The page: refusals are in, grants were made on an older version',
        type: 'text/html',
      },
    },
  },
  'GET /c/{token}': {
    ...page,
    summary: 'The page that confirms a double opt-in, or renews a consent',
    responses: {
      200: { description: 'A page with one button', type: 'text/html' },
      404: notValid,
      410: { description: 'A page that says that it came too late', type: 'text/html' },
    },
  },
  'POST /c/{token}': {
    ...form,
    summary: 'Confirm or renew, or ask for a new confirmation mail (`act=resend`)',
    body: ConfirmForm,
    example: { act: 'confirm' },
    responses: {
      200: { description: 'A page that confirms', type: 'text/html' },
      404: notValid,
      410: { description: 'A page that says that it came too late', type: 'text/html' },
    },
  },
  'GET /n/{token}': {
    ...page,
    summary: 'The page of a notice',
    responses: {
      200: {
        description: 'The text of the notice, with a button where an answer is asked',
        type: 'text/html',
      },
      404: notValid,
    },
  },
  'POST /n/{token}': {
    ...form,
    summary: 'Acknowledge a notice, or accept what it asks to accept (`act=accept`)',
    body: NoticeForm,
    example: { act: 'acknowledge' },
    responses: {
      200: { description: 'The page with the answer on record: the first one stays', type: 'text/html' },
      400: { description: 'Not a button of this page: nothing is recorded', type: 'text/html' },
      404: {
        description: 'The link is not valid, or the notice was not sent to the person',
        type: 'text/html',
      },
      409: { description: 'The notice does not apply any more: nothing is accepted', type: 'text/html' },
    },
  },
} as const satisfies Contracts;
