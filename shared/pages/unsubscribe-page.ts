/** The page behind the unsubscribe link: it asks, and only its button changes anything (RFC 8058, section 3.1; pain N-10). No personal data on it. */
import type { Office } from '../domain/offices.ts';
import type { Catalog } from '../i18n/catalog.ts';
import { say } from '../i18n/messages.ts';
import { type Html, html } from './html.ts';
import { layOut } from './layout.ts';

export interface UnsubscribePage {
  readonly catalog: Catalog;
  readonly office: Office;
  /** BCP 47, the reader's own. */
  readonly language?: string | undefined;
}

/** Field of the page's form. A mail program's one-click POST sends `List-Unsubscribe=One-Click` instead. */
export const confirmation = { name: 'confirm', value: 'unsubscribe' } as const;

/** The question, with what stops and what continues. @param action where the form posts to: the path of the link itself */
export function renderUnsubscribeQuestion(page: UnsubscribePage & { readonly action: string }): string {
  const { messages } = page.catalog;
  const named = { office: page.office.name };
  return layOut(
    { ...page, title: say(messages, 'unsubscribe.question', named) },
    html`<section class="panel strong"><h2>${say(messages, 'unsubscribe.stops')}</h2>
<p>${say(messages, 'unsubscribe.stops.detail', named)}</p></section>
${whatContinues(page.catalog)}
<p class="quiet">${say(messages, 'unsubscribe.pending')}</p>
${confirmForm(page.action, say(messages, 'unsubscribe.button'))}`,
  );
}

/** The confirmation: shown only after the refusal is stored. */
export function renderUnsubscribeDone(page: UnsubscribePage): string {
  const { messages } = page.catalog;
  return layOut(
    { ...page, title: say(messages, 'done.title') },
    html`<p role="status">${say(messages, 'done.detail', { office: page.office.name })}</p>
${whatContinues(page.catalog)}
<p class="quiet">${say(messages, 'done.undo')}</p>`,
  );
}

/** In place of the question when the person has refused already. */
export function renderAlreadyUnsubscribed(page: UnsubscribePage): string {
  const { messages } = page.catalog;
  return layOut(
    { ...page, title: say(messages, 'already.title') },
    html`<p role="status">${say(messages, 'already.detail', { office: page.office.name })}</p>
${whatContinues(page.catalog)}
<p class="quiet">${say(messages, 'done.undo')}</p>`,
  );
}

/** A link that cannot be read or was not made by us: says nothing about anybody. */
export function renderDamagedLink({ catalog }: { readonly catalog: Catalog }): string {
  const { messages } = catalog;
  return layOut(
    { catalog, office: undefined, title: say(messages, 'damaged.title') },
    html`<p>${say(messages, 'damaged.detail')}</p>
<p>${say(messages, 'damaged.advice')}</p>`,
  );
}

/** Our own fault: nothing is stored, and the same button tries again. */
export function renderUnsubscribeError(page: {
  readonly catalog: Catalog;
  readonly office?: Office | undefined;
  readonly action: string;
}): string {
  const { messages } = page.catalog;
  return layOut(
    { catalog: page.catalog, office: page.office, title: say(messages, 'error.title') },
    html`<p role="alert">${say(messages, 'error.detail')}</p>
${confirmForm(page.action, say(messages, 'error.button'))}`,
  );
}

function whatContinues({ messages }: Catalog): Html {
  return html`<section class="panel"><h2>${say(messages, 'unsubscribe.continues')}</h2>
<p>${say(messages, 'unsubscribe.continues.detail')}</p></section>`;
}

function confirmForm(action: string, label: string): Html {
  return html`<form method="post" action="${action}">
<button type="submit" name="${confirmation.name}" value="${confirmation.value}">${label}</button>
</form>`;
}
