/**
 * The words and the structure of a mail's HTML for a page of ours: a short list of plain elements, rebuilt one by one, with no attribute but the target of
 * a link. Nothing of the source reaches the page as it is, so there is no style, script, picture or form, and no element stays open.
 */

import { decodeEntities } from '../domain/html-entities.ts';
import { type Html, html, raw } from '../pages/html.ts';
import { attributeOf } from './plain-text.ts';
import { type HtmlToken, scanHtml } from './scan-html.ts';

/** Element of the mail → element of the page. Tables of mails are for layout: their cells become blocks, one below the other. */
const elements: ReadonlyMap<string, string> = new Map([
  ...'p ul ol li dl dt dd blockquote pre strong em b i u s sub sup code'
    .split(' ')
    .map((name): [string, string] => [name, name]),
  // The page has a heading of the first level already.
  ...'h1 h2 h3 h4 h5 h6'.split(' ').map((name): [string, string] => [name, 'h2']),
  ...'div section article header footer main center address figure figcaption table tr td th caption'
    .split(' ')
    .map((name): [string, string] => [name, 'div']),
  ['a', 'a'],
]);

const empty: ReadonlySet<string> = new Set(['br', 'hr']);

/** @param source HTML with its variables filled in */
export function safeHtml(source: string): Html {
  const pieces: Html[] = [];
  const open: string[] = [];
  for (const token of scanHtml(source)) {
    if (token.kind === 'text') pieces.push(html`${decodeEntities(token.source)}`);
    else if (token.kind === 'open') pieces.push(...opening(token, open));
    else if (token.kind === 'close') pieces.push(...closing(token.name, open));
  }
  return html`${[...pieces, ...open.toReversed().map(endOf)]}`;
}

function opening(token: HtmlToken, open: string[]): Html[] {
  const { name } = token;
  if (empty.has(name)) return [raw(`<${name}>`)];
  if (name === 'img') return [html`${attributeOf(token, 'alt')}`];
  const element = elements.get(name);
  if (element === undefined) return [];
  const target = name === 'a' ? targetOf(token) : undefined;
  if (name === 'a' && target === undefined) return [];
  open.push(name);
  return [target === undefined ? raw(`<${element}>`) : html`<a href="${target}" rel="noreferrer noopener">`];
}

/** Where a link leads, if it is one that a mail may have. */
function targetOf(token: HtmlToken): string | undefined {
  const target = attributeOf(token, 'href');
  return /^(https?:\/\/|mailto:|tel:)/i.test(target) ? target : undefined;
}

/** Closes an element with all that is still open in it; an end without a beginning is left out. */
function closing(name: string, open: string[]): Html[] {
  const from = open.lastIndexOf(name);
  return from < 0 ? [] : open.splice(from).toReversed().map(endOf);
}

function endOf(name: string): Html {
  return raw(`</${elements.get(name)}>`);
}
