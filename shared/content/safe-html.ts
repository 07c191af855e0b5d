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

/** Linear in the length of the source. @param source HTML with its variables filled in */
export function safeHtml(source: string): Html {
  const pieces: Html[] = [];
  const open = createOpenElements();
  for (const token of scanHtml(source)) {
    if (token.kind === 'text') pieces.push(html`${decodeEntities(token.source)}`);
    else if (token.kind === 'open') pieces.push(...opening(token, open));
    else if (token.kind === 'close') for (const name of open.close(token.name)) pieces.push(endOf(name));
  }
  for (const name of open.closeAll()) pieces.push(endOf(name));
  return html`${pieces}`;
}

function opening(token: HtmlToken, open: OpenElements): Html[] {
  const { name } = token;
  if (empty.has(name)) return [raw(`<${name}>`)];
  if (name === 'img') return [html`${attributeOf(token, 'alt')}`];
  const element = elements.get(name);
  if (element === undefined) return [];
  const target = name === 'a' ? targetOf(token) : undefined;
  if (name === 'a' && target === undefined) return [];
  open.add(name);
  return [target === undefined ? raw(`<${element}>`) : html`<a href="${target}" rel="noreferrer noopener">`];
}

/** Where a link leads, if it is one that a mail may have. */
function targetOf(token: HtmlToken): string | undefined {
  const target = attributeOf(token, 'href');
  return /^(https?:\/\/|mailto:|tel:)/i.test(target) ? target : undefined;
}

type OpenElements = ReturnType<typeof createOpenElements>;

/** The elements that are open, outermost first. Each is looked at once on its way out, and none for an end without a beginning. */
function createOpenElements() {
  const names: string[] = [];
  const counts = new Map<string, number>();
  const countOf = (name: string) => counts.get(name) ?? 0;

  function* closeAll(isLast = (_name: string) => false): Generator<string> {
    for (let name = names.pop(); name !== undefined; name = names.pop()) {
      counts.set(name, countOf(name) - 1);
      yield name;
      if (isLast(name)) return;
    }
  }

  return {
    add(name: string): void {
      names.push(name);
      counts.set(name, countOf(name) + 1);
    },
    closeAll: () => closeAll(),
    /** An element with all that is still open in it, innermost first; nothing for an end without a beginning. */
    close: (name: string): Iterable<string> => (countOf(name) === 0 ? [] : closeAll((each) => each === name)),
  };
}

function endOf(name: string): Html {
  return raw(`</${elements.get(name)}>`);
}
