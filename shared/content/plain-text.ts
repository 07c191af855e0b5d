/** The plain-text part of a mail, made from its HTML where the marketer gave none. Links stay as `text (address)`. */
import { decodeEntities } from '../domain/html-entities.ts';
import { type HtmlToken, scanHtml } from './scan-html.ts';

const lineTags: ReadonlySet<string> = new Set([
  'br',
  'div',
  'li',
  'tr',
  'dt',
  'dd',
  'address',
  'figcaption',
  'hr',
]);
const paragraphTags: ReadonlySet<string> = new Set(
  'p h1 h2 h3 h4 h5 h6 ul ol dl table blockquote pre section article header footer main figure form'.split(
    ' ',
  ),
);

/** Text in the making, in pieces: joined once at the end. */
interface Draft {
  readonly pieces: string[];
  atLineStart: boolean;
  link?: { readonly address: string; readonly from: number } | undefined;
}

/** Plain text of an HTML text: its words, its lines, its links and the texts of its pictures. */
export function toPlainText(html: string): string {
  const draft: Draft = { pieces: [], atLineStart: true };
  for (const token of scanHtml(html)) {
    if (token.name === 'a') followLink(draft, token);
    append(draft, token.kind === 'text' ? wordsOf(token) : spacingOf(token, draft.atLineStart));
  }
  return tidy(draft.pieces.join(''));
}

function wordsOf({ source }: HtmlToken): string {
  return decodeEntities(source.replace(/\s+/g, ' '));
}

function append(draft: Draft, piece: string): void {
  draft.pieces.push(piece);
  if (piece.endsWith('\n')) draft.atLineStart = true;
  else if (piece.trim() !== '') draft.atLineStart = false;
}

function followLink(draft: Draft, token: HtmlToken): void {
  const { link, pieces } = draft;
  if (token.kind === 'close' && link)
    append(draft, addressAfter(pieces.slice(link.from).join(''), link.address));
  draft.link =
    token.kind === 'open' ? { address: attributeOf(token, 'href'), from: pieces.length } : undefined;
}

function addressAfter(label: string, address: string): string {
  const isUseful = /^(https?|mailto|tel):/i.test(address) && label.trim() !== address;
  return isUseful ? `${label.trim() === '' ? '' : ' '}(${address})` : '';
}

function spacingOf(token: HtmlToken, atLineStart: boolean): string {
  const { kind, name } = token;
  if (kind !== 'open' && kind !== 'close') return '';
  if (paragraphTags.has(name)) return '\n\n';
  if (lineTags.has(name)) return `${atLineStart ? '' : '\n'}${name === 'li' && kind === 'open' ? '- ' : ''}`;
  if (kind === 'close') return name === 'td' || name === 'th' ? ' ' : '';
  if (name === 'br') return '\n';
  return name === 'img' ? attributeOf(token, 'alt') : '';
}

/** The value of an attribute of a tag, decoded; empty where there is none. */
export function attributeOf({ source }: HtmlToken, name: string): string {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>"']+))`, 'i').exec(source);
  return decodeEntities(found?.[1] ?? found?.[2] ?? found?.[3] ?? '').trim();
}

function tidy(text: string): string {
  const lines = text.split('\n').map((line) => line.replace(/[ \t\u00a0]+/g, ' ').trim());
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
