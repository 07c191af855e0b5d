/** The pages behind the unsubscribe link: they ask, and only their buttons change anything (RFC 8058, section 3.1; pain N-10). No personal data on them. */
import type { Office } from '../domain/offices.ts';
import type { Topic } from '../domain/vocabulary.ts';
import type { Catalog } from '../i18n/catalog.ts';
import { say } from '../i18n/messages.ts';
import { banner, postButton, whatContinues } from './forms.ts';
import { type Html, html } from './html.ts';
import { type Frame, layOut } from './layout.ts';

export interface UnsubscribePage extends Frame {
  readonly office: Office;
  /** Where the forms post to: the path of the link itself. */
  readonly action: string;
  /** Address of the preference centre. */
  readonly centre: string;
  /** Whether the link may allow anything again: its address is still the person's. */
  readonly canUndo: boolean;
}

/** Field of the page's forms. A mail program's one-click POST sends `List-Unsubscribe=One-Click` instead. */
const confirmation = 'confirm';
const confirmations = ['unsubscribe', 'topic', 'undo', 'undo-topic'] as const;
type Confirmation = (typeof confirmations)[number];

/** The question, with what stops and what continues. @param topic of the campaign that the link came with. @param news what became of the step before */
export function renderUnsubscribeQuestion(
  page: UnsubscribePage,
  topic: Topic | undefined,
  news?: string,
): string {
  const { catalog, office } = page;
  const named = { office: office.name };
  return layOut(
    { ...page, title: say(catalog, 'unsubscribe.question', named) },
    html`${news === undefined ? undefined : banner(news, 'alert')}<section class="panel strong"><h2>${say(catalog, 'unsubscribe.stops')}</h2>
<p>${say(catalog, 'unsubscribe.stops.detail', named)}</p></section>
${whatContinues(catalog)}
<p class="quiet">${say(catalog, 'unsubscribe.pending')}</p>
${button(page, 'unsubscribe', say(catalog, 'unsubscribe.button'))}
${topic ? onlyTopic(page, topic) : undefined}
${centreLink(page)}`,
  );
}

function onlyTopic(page: UnsubscribePage, topic: Topic): Html {
  const { catalog } = page;
  const named = { topic: say(catalog, `topic.${topic}`) };
  return html`<section class="more"><h2>${say(catalog, 'unsubscribe.topic')}</h2>
<p>${say(catalog, 'unsubscribe.topic.detail', named)}</p>
${button(page, 'topic', say(catalog, 'unsubscribe.topic.button', named), { isSecondary: true })}</section>`;
}

/** The confirmation: shown only after the refusal is stored. @param version of the choices after it */
export function renderUnsubscribeDone(page: UnsubscribePage, version: number): string {
  const { catalog, office } = page;
  const named = { office: office.name };
  return layOut(
    { ...page, title: say(catalog, 'done.title') },
    html`<p role="status">${say(catalog, 'done.detail', named)}</p>
${whatContinues(catalog)}
${undo(page, 'undo', say(catalog, 'undo.detail', named), version)}
${centreLink(page)}`,
  );
}

/** In place of the question when the person has refused already. @param news what became of the step before */
export function renderAlreadyUnsubscribed(page: UnsubscribePage, version: number, news?: string): string {
  const { catalog, office } = page;
  const named = { office: office.name };
  return layOut(
    { ...page, title: say(catalog, 'already.title') },
    html`${news === undefined ? undefined : banner(news, 'alert')}<p role="status">${say(catalog, 'already.detail', named)}</p>
${whatContinues(catalog)}
${undo(page, 'undo', say(catalog, 'undo.detail', named), version)}
${centreLink(page)}`,
  );
}

/** One topic is off, the rest goes on. */
export function renderTopicDone(page: UnsubscribePage, topic: Topic, version: number): string {
  const { catalog, office } = page;
  const named = { office: office.name, topic: say(catalog, `topic.${topic}`) };
  return layOut(
    { ...page, title: say(catalog, 'topic-done.title') },
    html`<p role="status">${say(catalog, 'topic-done.detail', named)}</p>
${undo(page, 'undo-topic', say(catalog, 'undo.topic.detail'), version)}
${centreLink(page)}`,
  );
}

/** The step before is undone. @param topic that is on again; undefined: marketing emails are */
export function renderUndone(page: UnsubscribePage, topic: Topic | undefined): string {
  const { catalog, office } = page;
  const title = say(catalog, topic ? 'undone.topic.title' : 'undone.title');
  const detail = topic
    ? say(catalog, 'undone.topic.detail', { office: office.name, topic: say(catalog, `topic.${topic}`) })
    : say(catalog, 'undone.detail', { office: office.name });
  return layOut(
    { ...page, title },
    html`<p role="status">${detail}</p>
${centreLink(page)}`,
  );
}

/** Undone as far as it goes without the person's confirmation by mail. @param news what to do, or why no mail comes */
export function renderUndoPending(page: UnsubscribePage, news: string): string {
  const { catalog } = page;
  return layOut(
    { ...page, title: say(catalog, 'history.pending') },
    html`<p role="status">${news}</p>
${centreLink(page)}`,
  );
}

/** A link that cannot be read or was not made by us: says nothing about anybody. */
export function renderDamagedLink({ catalog }: { readonly catalog: Catalog }): string {
  return layOut(
    { catalog, office: undefined, title: say(catalog, 'damaged.title') },
    html`<p>${say(catalog, 'damaged.detail')}</p>
<p>${say(catalog, 'damaged.advice')}</p>`,
  );
}

/** The link of a preview or a test, behind which there is nobody. */
export function renderSample({ catalog }: { readonly catalog: Catalog }): string {
  return layOut(
    { catalog, office: undefined, title: say(catalog, 'sample.title') },
    html`<p role="status">${say(catalog, 'sample.detail')}</p>`,
  );
}

/** Our own fault: nothing is stored, and the same button tries again. @param pressed the button, as it came */
export function renderUnsubscribeError({
  catalog,
  action,
  ...pressed
}: {
  readonly catalog: Catalog;
  readonly action: string;
  readonly confirm?: string | undefined;
  readonly version?: string | undefined;
}): string {
  const value = confirmations.find((known) => known === pressed.confirm) ?? 'unsubscribe';
  const version = pressed.version === undefined ? {} : { version: Number(pressed.version) };
  const again = { action, name: confirmation, value, label: say(catalog, 'error.button'), ...version };
  return layOut(
    { catalog, office: undefined, title: say(catalog, 'error.title') },
    html`<p role="alert">${say(catalog, 'error.detail')}</p>
${postButton(again)}`,
  );
}

function button(
  page: UnsubscribePage,
  value: Confirmation,
  label: string,
  more: { isSecondary?: boolean } = {},
): Html {
  return postButton({ action: page.action, name: confirmation, value, label, ...more });
}

function undo(
  { catalog, action, canUndo }: UnsubscribePage,
  value: Confirmation,
  detail: string,
  version: number,
): Html | undefined {
  if (!canUndo) return undefined;
  const label = say(catalog, 'undo.button');
  return html`<section class="more"><p class="quiet">${detail}</p>
${postButton({ action, name: confirmation, value, label, version, isSecondary: true })}</section>`;
}

function centreLink({ catalog, centre }: UnsubscribePage): Html {
  return html`<p class="more"><a href="${centre}">${say(catalog, 'unsubscribe.centre')}</a></p>`;
}
