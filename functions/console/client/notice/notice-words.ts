/** Findings and fields of a notice in the words of the page. */
import type { Catalog } from '../i18n/catalog.ts';
import type { Format } from '../i18n/format.ts';
import type { NoticeFinding } from './views.ts';

/** Characters of a quote that are said again. */
const quoteLength = 80;

export function findingWords({ code, quote }: NoticeFinding, { notices }: Pick<Catalog, 'notices'>): string {
  const characters = [...quote.trim()];
  const short =
    characters.length > quoteLength ? `${characters.slice(0, quoteLength).join('')}…` : quote.trim();
  return notices.finding[code](short);
}

/** `content.locales.de.email.subject` → `Email: Subject – German`; `audience.countries.0` → `Countries` */
export function noticeFieldName(
  path: string,
  { noticeWriting, terms, notices }: Pick<Catalog, 'noticeWriting' | 'terms' | 'notices'>,
  format: Pick<Format, 'language'>,
): string {
  const names: Readonly<Record<string, string>> = noticeWriting.fields;
  const channels: Readonly<Record<string, string>> = terms.channel;
  const parts = path.split('.');
  const last = parts.findLast((part) => !/^\d+$/.test(part)) ?? path;
  if (parts[0] !== 'content' || parts[1] !== 'locales' || parts[2] === undefined) return names[last] ?? path;
  const [, , locale, channel = '', name = ''] = parts;
  const own = channel === 'email' && name === 'text' ? noticeWriting.plainText : (names[name] ?? '');
  const field = [channels[channel] ?? names['content'] ?? '', own].filter(Boolean).join(': ');
  return notices.place(field, format.language(locale));
}
