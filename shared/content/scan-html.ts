/** Reads HTML as a run of tags and texts, forward only and in linear time. No tree: mail needs to know where things are, not how they nest. */

export interface HtmlToken {
  /** `hidden`: comments, declarations, and the content of `style`, `script`, `title` and `textarea`. `unclosed`: never ended, takes the rest with it. */
  readonly kind: 'text' | 'open' | 'close' | 'hidden' | 'unclosed';
  /** Tag name in lower case; empty for text. */
  readonly name: string;
  readonly source: string;
  readonly start: number;
}

const hiddenContent: ReadonlySet<string> = new Set(['style', 'script', 'title', 'textarea']);

/** The tokens of an HTML text, in order; their sources joined are the text again. */
export function scanHtml(html: string): HtmlToken[] {
  const tokens: HtmlToken[] = [];
  let position = 0;
  while (position < html.length) {
    const token = tokenAt(html, position);
    tokens.push(token);
    position += token.source.length;
    if (token.kind === 'open' && hiddenContent.has(token.name) && position < html.length) {
      const hidden = contentOf(html, token.name, position);
      tokens.push(hidden);
      position += hidden.source.length;
    }
  }
  return tokens;
}

function tokenAt(html: string, start: number): HtmlToken {
  if (html.startsWith('<!--', start))
    return upTo(html, start, html.indexOf('-->', start + 4), 3, 'hidden', '!--');
  if (/^<[!?]/.test(html.slice(start, start + 2)))
    return upTo(html, start, html.indexOf('>', start), 1, 'hidden', '!');
  const tag = /^<(\/?)([a-zA-Z][^\s/>]{0,40})/.exec(html.slice(start, start + 43));
  if (!tag) return textAt(html, start);
  const name = (tag[2] ?? '').toLowerCase();
  return upTo(html, start, endOfTag(html, start + tag[0].length), 1, tag[1] ? 'close' : 'open', name);
}

/** A token that ends `length` characters after `end`, or one without an end where `end` is -1. */
function upTo(
  html: string,
  start: number,
  end: number,
  length: number,
  kind: HtmlToken['kind'],
  name: string,
): HtmlToken {
  if (end < 0) return { kind: 'unclosed', name, source: html.slice(start), start };
  return { kind, name, source: html.slice(start, end + length), start };
}

function textAt(html: string, start: number): HtmlToken {
  const next = html.indexOf('<', start + 1);
  return { kind: 'text', name: '', source: html.slice(start, next < 0 ? undefined : next), start };
}

/** Where the `>` of a tag is, past quoted attribute values; -1 where there is none. */
function endOfTag(html: string, from: number): number {
  let position = from;
  while (position < html.length) {
    const character = html[position];
    if (character === '>') return position;
    if (character === '"' || character === "'") {
      position = html.indexOf(character, position + 1);
      if (position < 0) return -1;
    }
    position += 1;
  }
  return -1;
}

function contentOf(html: string, name: string, start: number): HtmlToken {
  const closing = new RegExp(`</${name}`, 'gi');
  closing.lastIndex = start;
  const end = closing.exec(html)?.index ?? -1;
  return upTo(html, start, end, 0, 'hidden', name);
}
