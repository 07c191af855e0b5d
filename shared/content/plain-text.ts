/** The plain-text part of a mail, made from its HTML where the marketer gave none. Links stay as `text (address)`. */
import { type HtmlToken, scanHtml } from './scan-html.ts';

/** ISO 8859-1 names of the characters 160 to 255, in order (HTML 4.01, 24.2.1). */
const latin =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';

const named: ReadonlyMap<string, string> = new Map([
  ...latin.split(' ').map((name, index): [string, string] => [name, String.fromCharCode(160 + index)]),
  ...Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    ndash: '–',
    mdash: '—',
    lsquo: '‘',
    rsquo: '’',
    sbquo: '‚',
    ldquo: '“',
    rdquo: '”',
    bdquo: '„',
    lsaquo: '‹',
    rsaquo: '›',
    hellip: '…',
    bull: '•',
    euro: '€',
    trade: '™',
    rarr: '→',
    larr: '←',
    minus: '−',
    ensp: ' ',
    emsp: ' ',
    thinsp: ' ',
    zwnj: '\u200c',
    zwj: '\u200d',
    lrm: '\u200e',
    rlm: '\u200f',
    OElig: 'Œ',
    oelig: 'œ',
    Scaron: 'Š',
    scaron: 'š',
  }),
]);

/** Character references of HTML as characters; one that is not known stays as it is. */
export function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z][a-zA-Z0-9]{1,9}));/g,
    (source, decimal, hex, name) => {
      if (name) return named.get(name) ?? source;
      const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : source;
    },
  );
}

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
