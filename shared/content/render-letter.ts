/** Letters about a person's own choice, by mail or as a notification: short, in the reader's language, and without a word of promotion. */

import { confirmableUntil } from '../domain/confirmation.ts';
import type { Letter } from '../domain/letter.ts';
import type { Office } from '../domain/offices.ts';
import { dayIn } from '../i18n/dates.ts';
import { letterCatalogFor } from '../i18n/letter-catalog.ts';
import { directionOf } from '../i18n/locale.ts';
import { type LetterCatalog, say } from '../i18n/messages.ts';
import { type Html, html, raw } from '../pages/html.ts';
import { letterFooter } from './mail-footer.ts';
import { composeMail } from './mime.ts';

export interface LetterReader {
  readonly office: Office;
  /** BCP 47; what the person asked for. */
  readonly language?: string | undefined;
  /** ISO 3166-1 code and IANA zone: dates are told as they are there. */
  readonly country?: string | undefined;
  readonly timezone?: string | undefined;
}

export interface LetterMail extends LetterReader {
  readonly to: string;
  /** Where the reader confirms, or sees their choices. */
  readonly link: string;
}

/** Raw MIME of a letter. Throws `UnusableAddress` for what is not one mailbox. */
export function renderLetterMail({ content }: Letter, mail: LetterMail): Buffer {
  const { office, language, to, link } = mail;
  const catalog = catalogOf(mail);
  const { subject, before, label, after } = textsOf(content, catalog, mail);
  const footer = letterFooter(catalog, office, language ?? catalog.locale);
  const { name, address, replyTo } = office.sender;
  return composeMail({
    from: { name, address },
    replyTo,
    to,
    subject,
    language: catalog.locale,
    html: documentOf(catalog, subject, { before, label, after, link }, footer.html),
    text: `${[...before, link, ...after].join('\n\n')}${footer.text}`,
  });
}

/** Title and body of a letter as a notification. */
export function renderLetterNote({ content }: Letter, reader: LetterReader): { title: string; body: string } {
  const { subject, before } = textsOf(content, catalogOf(reader), reader, 'push');
  return { title: subject, body: before.slice(0, 1).join('') };
}

function catalogOf({ language, office }: LetterReader): LetterCatalog {
  return letterCatalogFor([language, ...office.languages]);
}

interface Texts {
  readonly subject: string;
  readonly before: readonly string[];
  /** What the link is called. */
  readonly label: string;
  readonly after: readonly string[];
}

function textsOf(
  content: Letter['content'],
  catalog: LetterCatalog,
  { office, country, timezone }: LetterReader,
  channel: 'email' | 'push' = 'email',
): Texts {
  const dayOf = (instant: string) => dayIn({ locale: catalog.locale, country, timezone }, instant);
  switch (content.kind) {
    case 'confirm': {
      const asked = { office: office.name, date: dayOf(content.askedAt) };
      return {
        subject: say(catalog, 'letter.confirm.subject', { office: office.name }),
        before: [say(catalog, 'letter.confirm.intro', asked), say(catalog, 'letter.confirm.action')],
        label: say(catalog, 'letter.confirm.button'),
        after: [say(catalog, 'letter.confirm.ignore', { date: dayOf(confirmableUntil(content.askedAt)) })],
      };
    }
    case 'result': {
      const answered = { office: office.name, date: dayOf(content.answeredAt) };
      return {
        subject: say(catalog, 'letter.result.subject'),
        before: [
          say(catalog, `letter.result.${channel}.${content.state}`, answered),
          say(catalog, 'letter.result.change'),
        ],
        label: say(catalog, 'mail.preferences'),
        after: [],
      };
    }
  }
}

const bodyStyle =
  'margin:0;padding:24px 16px;background:#ffffff;color:#14171a;font:16px/1.6 Arial,Helvetica,sans-serif';
const buttonStyle =
  'display:inline-block;padding:12px 28px;border-radius:24px;background:#14171a;color:#ffffff;text-decoration:none;font-weight:bold';

function documentOf(
  { locale }: LetterCatalog,
  title: string,
  { before, label, after, link }: Omit<Texts, 'subject'> & { link: string },
  footer: string,
): string {
  const paragraph = (text: string): Html => html`<p style="margin:0 0 16px">${text}</p>\n`;
  return html`<!doctype html>
<html lang="${locale}" dir="${directionOf(locale)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title></head>
<body style="${raw(bodyStyle)}">
<div style="max-width:560px;margin:0 auto">
${before.map(paragraph)}<p style="margin:0 0 24px"><a href="${link}" style="${raw(buttonStyle)}">${label}</a></p>
${after.map(paragraph)}${raw(footer)}</div>
</body>
</html>
`.text;
}
