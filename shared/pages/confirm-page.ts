/** The pages behind a confirmation link: double opt-in, and the renewal of a consent that ends. Only their buttons change anything (pain N-10). */

import { controller, type Office } from '../domain/offices.ts';
import type { Catalog } from '../i18n/catalog.ts';
import { say } from '../i18n/messages.ts';
import { postButton, whatContinues } from './forms.ts';
import { type Html, html } from './html.ts';
import { type Frame, layOut } from './layout.ts';

export interface ConfirmPage extends Frame {
  readonly office: Office;
  readonly action: string;
  /** Masked. */
  readonly address: string;
  /** Address of the preference centre. */
  readonly centre: string;
}

/** Name and values of the form's buttons. */
export const confirmAct = { name: 'act', confirm: 'confirm', resend: 'resend' } as const;

/** Ids of the texts that the buttons ask for consent with. */
export const confirmWordings = {
  confirm: 'confirm.detail',
  renew: 'reconfirm.detail',
  renewLate: 'reconfirm.late',
} as const;

/** Asks to confirm a pending grant. */
export function renderConfirmQuestion(page: ConfirmPage): string {
  const { catalog, office, address } = page;
  const named = { office: office.name, controller: controller.legalName, address };
  return layOut(
    { ...page, title: say(catalog, 'confirm.question', { office: office.name }) },
    html`<p>${say(catalog, confirmWordings.confirm, named)}</p>
${confirmButton(page, say(catalog, 'confirm.button'))}
<p class="more quiet">${say(catalog, 'confirm.ignore')}</p>`,
  );
}

/** Asks to renew a consent. @param end when it ends or has ended, as a date in words; absent: it does not end */
export function renderRenewQuestion(
  page: ConfirmPage,
  end: { date: string; isPast: boolean } | undefined,
): string {
  const { catalog, office } = page;
  const named = { office: office.name, controller: controller.legalName };
  const text = end
    ? say(catalog, end.isPast ? confirmWordings.renewLate : confirmWordings.renew, {
        ...named,
        date: end.date,
      })
    : say(catalog, 'centre.email.detail', named);
  return layOut(
    { ...page, title: say(catalog, 'reconfirm.question', { office: office.name }) },
    html`<p>${text}</p>
${confirmButton(page, say(catalog, 'reconfirm.button'))}
${centreLink(page)}`,
  );
}

/** A step that is done, or that needs nothing more. */
export function renderConfirmed(
  page: ConfirmPage,
  kind: 'confirm.done' | 'confirm.already' | 'reconfirm.done',
  date: string | undefined,
): string {
  const { catalog, office } = page;
  const detail =
    kind === 'confirm.already' && date
      ? say(catalog, 'confirm.already.detail', { office: office.name, date })
      : kind === 'reconfirm.done' && date
        ? say(catalog, 'reconfirm.done.detail', { date })
        : say(catalog, 'confirm.done.detail', { office: office.name });
  return told({ ...page, title: say(catalog, `${kind}.title`) }, detail);
}

/** The link came too late; the reader can have a new one. @param date until when it could be used */
export function renderConfirmExpired(page: ConfirmPage, date: string): string {
  const { catalog, action } = page;
  return layOut(
    { ...page, title: say(catalog, 'confirm.expired.title') },
    html`<p>${say(catalog, 'confirm.expired.detail', { date })}</p>
${resendButton(catalog, action)}`,
  );
}

function resendButton(catalog: Catalog, action: string): Html {
  const label = say(catalog, 'confirm.resend.button');
  return postButton({ action, name: confirmAct.name, value: confirmAct.resend, label });
}

/** A grant waits for its confirmation. @param news what to do, or why no mail comes */
export function renderConfirmWaiting(page: ConfirmPage, news: string): string {
  const { catalog, action } = page;
  return layOut(
    { ...page, title: say(catalog, 'history.pending') },
    html`<p role="status">${news}</p>
${resendButton(catalog, action)}
${centreLink(page)}`,
  );
}

/** A new mail is on its way. @param count of days for which its link can be used */
export function renderConfirmResent(page: ConfirmPage, count: number): string {
  const { catalog, address } = page;
  const detail = say(catalog, 'confirm.resent.detail', { address, count });
  return told({ ...page, title: say(catalog, 'confirm.resent.title') }, detail);
}

/** Refused after the link was made: the refusal stands. */
export function renderConfirmRefused(page: ConfirmPage): string {
  const { catalog } = page;
  return layOut(
    { ...page, title: say(catalog, 'confirm.refused.title') },
    html`<p role="status">${say(catalog, 'confirm.refused.detail')}</p>
${whatContinues(catalog)}
${centreLink(page)}`,
  );
}

function told(page: ConfirmPage & { readonly title: string }, detail: string): string {
  return layOut(
    page,
    html`<p role="status">${detail}</p>
${centreLink(page)}`,
  );
}

function confirmButton({ action }: ConfirmPage, label: string): Html {
  return postButton({ action, name: confirmAct.name, value: confirmAct.confirm, label });
}

function centreLink({ catalog, centre }: ConfirmPage): Html {
  return html`<p class="more"><a href="${centre}">${say(catalog, 'unsubscribe.centre')}</a></p>`;
}
