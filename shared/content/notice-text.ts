/** The public text of a notice for one reader: that of its mail, else of its push, else of its text message. */
import type { MandatoryContent } from '../domain/message.ts';
import type { Channel } from '../domain/vocabulary.ts';
import { findLocale } from '../i18n/locale.ts';
import { escapeHtml, type Html, html } from '../pages/html.ts';
import { localesFor, pickLocale } from './pick-locale.ts';
import { safeHtml } from './safe-html.ts';
import { asIs, compileTemplate, fillTemplate, type Values } from './template.ts';

export interface NoticeText {
  /** BCP 47, the language that it is written in. */
  readonly locale: string;
  /** Absent in a text message, which has none. */
  readonly title: string | undefined;
  readonly body: Html;
}

export interface NoticeReader {
  /** BCP 47, most wanted first. */
  readonly languages: readonly string[];
  readonly officeLanguages: readonly string[];
  /** What the variables stand for in a text of this language. */
  readonly valuesFor: (locale: string) => Values;
}

const channels: readonly Channel[] = ['email', 'push', 'sms'];

/** A text in the reader's language goes before a longer one in another. Undefined for a notice without any text. */
export function noticeText(content: MandatoryContent, reader: NoticeReader): NoticeText | undefined {
  const { languages, officeLanguages } = reader;
  const own = channels.flatMap((channel) => {
    const language = languages.find((wanted) => findLocale([wanted], localesFor(content, channel)));
    return language === undefined ? [] : [{ channel, language, rank: languages.indexOf(language) }];
  });
  const [best] = own.toSorted((one, other) => one.rank - other.rank);
  const channel = best?.channel ?? channels.find((each) => localesFor(content, each).length > 0);
  const locale = channel && pickLocale(content, channel, { language: best?.language, officeLanguages });
  return channel && locale ? textIn(content, channel, locale, reader.valuesFor(locale)) : undefined;
}

function textIn(
  content: MandatoryContent,
  channel: Channel,
  locale: string,
  values: Values,
): NoticeText | undefined {
  const plain = (source: string) => fillTemplate(compileTemplate(source), values, asIs);
  const { email, push, sms } = content.locales[locale] ?? {};
  if (channel === 'email' && email) {
    const filled = fillTemplate(compileTemplate(email.html), values, escapeHtml);
    return { locale, title: plain(email.subject), body: safeHtml(filled) };
  }
  if (push) return { locale, title: plain(push.title), body: paragraphs(plain(push.body), push.link) };
  return sms && { locale, title: undefined, body: paragraphs(plain(sms.text)) };
}

function paragraphs(text: string, link?: string): Html {
  const lines = text.split(/\n+/).filter((line) => line.trim() !== '');
  const target = link && html`<p><a href="${link}" rel="noreferrer noopener">${link}</a></p>\n`;
  return html`${lines.map((line) => html`<p>${line}</p>\n`)}${target || undefined}`;
}
