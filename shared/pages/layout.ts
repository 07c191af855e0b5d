/** The frame of every page: language, office, controller, postal address and privacy policy (policy P-01, P-18). */
import { controller, type Office, policyLink } from '../domain/offices.ts';
import { type Catalog, locales } from '../i18n/catalog.ts';
import { ownNameOf } from '../i18n/dates.ts';
import { directionOf } from '../i18n/locale.ts';
import { say } from '../i18n/messages.ts';
import { type Html, html, raw } from './html.ts';
import { style } from './style.ts';

export interface Frame {
  readonly catalog: Catalog;
  /** Absent where a link does not say whose it is: the page then names the controller alone. */
  readonly office: Office | undefined;
  /** The reader's own BCP 47 tag: the policy may be there in it although the page is not. */
  readonly language?: string | undefined;
  /** Path of the page, for the choice of another language; absent: none is offered. */
  readonly path?: string | undefined;
  /** The browser's Global Privacy Control counts here, and has been recorded (policy P-26). */
  readonly isSignalled?: boolean | undefined;
}

/** A complete HTML document around `main`. */
export function layOut(
  frame: Frame & {
    readonly title: string /** The title, marked with its language. */;
    readonly heading?: Html | undefined;
  },
  main: Html,
): string {
  const { catalog, title, heading, office, language, path, isSignalled } = frame;
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
<h1>${heading ?? title}</h1>
${isSignalled ? html`<p class="panel" role="note">${say(catalog, 'centre.gpc')}</p>` : undefined}
${main}
</main>
<footer class="foot">
${office ? officeFooter(catalog, office, language ?? locale) : controllerFooter(catalog)}
${path === undefined ? undefined : languagePicker(catalog, path)}
</footer>
</body>
</html>
`.text;
}

/** Links, so that it works without script; each language in its own words. */
function languagePicker(catalog: Catalog, path: string): Html {
  const links = locales.map(
    (locale) =>
      html`<li><a href="${path}?lang=${locale}" lang="${locale}" hreflang="${locale}"${locale === catalog.locale ? raw(' aria-current="true"') : undefined}>${ownNameOf(locale)}</a></li>\n`,
  );
  return html`<details class="languages"><summary>${say(catalog, 'page.language')}: ${ownNameOf(catalog.locale)}</summary>
<ul>
${links}</ul></details>`;
}

function officeFooter(catalog: Catalog, office: Office, language: string): Html {
  const parties = { office: office.legalName, controller: controller.legalName };
  return html`<p>${say(catalog, 'page.sender', parties)}</p>
${addressOf(office.postalAddress.lines)}
<p><a href="${policyLink(office, language)}" rel="noreferrer">${say(catalog, 'mail.policy')}</a></p>`;
}

function controllerFooter(catalog: Catalog): Html {
  return html`<p>${say(catalog, 'page.controller', { controller: controller.legalName })}</p>
${addressOf(controller.postalAddress.lines)}`;
}

function addressOf(lines: readonly string[]): Html {
  const parts = lines.map((line, index) => html`${index > 0 ? raw('<br>') : undefined}<bdi>${line}</bdi>`);
  return html`<address>${parts}</address>`;
}
