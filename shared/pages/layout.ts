/** The frame of every page: language, office, controller, postal address and privacy policy (policy P-01, P-18). */
import { controller, type Office, policyLink } from '../domain/offices.ts';
import type { Catalog } from '../i18n/catalog.ts';
import { directionOf } from '../i18n/locale.ts';
import { say } from '../i18n/messages.ts';
import { type Html, html, raw } from './html.ts';
import { style } from './style.ts';

export interface Frame {
  readonly catalog: Catalog;
  readonly title: string;
  /** Absent where a link does not say whose it is: the page then names the controller alone. */
  readonly office: Office | undefined;
  /** The reader's own BCP 47 tag: the policy may be there in it although the page is not. */
  readonly language?: string | undefined;
}

/** A complete HTML document around `main`. */
export function layOut({ catalog, title, office, language }: Frame, main: Html): string {
  const { locale } = catalog;
  const owner = office?.name ?? controller.legalName;
  return html`<!doctype html>
<html lang="${locale}" dir="${directionOf(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} – ${owner}</title>
${raw(`<style>${style}</style>`)}
</head>
<body>
<header class="head"><bdi>${owner}</bdi></header>
<main class="main">
<h1>${title}</h1>
${main}
</main>
<footer class="foot">
${office ? officeFooter(catalog, office, language ?? locale) : controllerFooter(catalog)}
</footer>
</body>
</html>
`.text;
}

function officeFooter({ messages }: Catalog, office: Office, language: string): Html {
  const parties = { office: office.legalName, controller: controller.legalName };
  return html`<p>${say(messages, 'page.sender', parties)}</p>
${addressOf(office.postalAddress.lines)}
<p><a href="${policyLink(office, language)}" rel="noreferrer">${say(messages, 'mail.policy')}</a></p>`;
}

function controllerFooter({ messages }: Catalog): Html {
  return html`<p>${say(messages, 'page.controller', { controller: controller.legalName })}</p>
${addressOf(controller.postalAddress.lines)}`;
}

function addressOf(lines: readonly string[]): Html {
  const parts = lines.map((line, index) => html`${index > 0 ? raw('<br>') : undefined}<bdi>${line}</bdi>`);
  return html`<address>${parts}</address>`;
}
