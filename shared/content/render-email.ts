/** Marketing mails and notice mails, whole: what is the same for all readers is prepared once, what differs is filled in per reader. */
import type { EmailContent } from '../domain/message.ts';
import type { Office } from '../domain/offices.ts';
import { escapeHtml } from '../pages/html.ts';
import { withLabel } from './country-label.ts';
import { compileBody, markFor, withFooter } from './mail-body.ts';
import { marketingFooter, type NoticeFacts, noticeFooter } from './mail-footer.ts';
import { composeMail } from './mime.ts';
import { remember } from './remember.ts';
import { asIs, fillTemplate, type Template, type Values } from './template.ts';
import { asTest } from './test-mark.ts';

interface EmailMessage {
  readonly office: Office;
  readonly content: EmailContent;
  /** BCP 47, the language the content is written in. */
  readonly locale: string;
}

export interface MarketingEmail extends EmailMessage {
  /** SES counts opens and clicks of it; absent: it does not. */
  readonly measured?: boolean | undefined;
}

export interface NoticeEmail extends EmailMessage, NoticeFacts {}

interface EmailReader {
  readonly to: string;
  /** BCP 47: the language of the footer and of the privacy policy; without it, that of the content. */
  readonly language?: string | undefined;
  readonly values: Values;
}

export interface NoticeReader extends EmailReader {
  /** The signed link to the page of the notice. */
  readonly noticeUrl: string;
}

export interface MarketingReader extends EmailReader {
  /** From `labelFor`. */
  readonly label?: string | undefined;
  /** The signed link that answers the one-click POST (RFC 8058). */
  readonly unsubscribeUrl: string;
  /** The signed link to the preference centre. */
  readonly preferencesUrl: string;
}

/** Raw MIME of a marketing mail for one reader after the other. Throws `UnusableAddress` for what is not one mailbox. */
export function prepareMarketingEmail(message: MarketingEmail): (reader: MarketingReader) => Buffer {
  return prepare(message, (subject, unsubscribeUrl) => ({
    subject,
    headers: {
      'List-Unsubscribe': `<${unsubscribeUrl}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  }));
}

/** The same mail as a test: it says so, and has no header by which a mail program could opt anybody out. */
export function prepareTestEmail(message: MarketingEmail): (reader: MarketingReader) => Buffer {
  return prepare(message, (subject) => ({ subject: asTest(subject), headers: { 'X-Notify-Test': '1' } }));
}

function prepare(
  message: MarketingEmail,
  envelopeOf: (subject: string, unsubscribeUrl: string) => Pick<Filled, 'subject' | 'headers'>,
): (reader: MarketingReader) => Buffer {
  const { office, content, locale, measured } = message;
  const body = compileBody(content, locale, measured);
  const bodyFor = remember((language) =>
    withFooter(
      body,
      marketingFooter(office, language, {
        unsubscribe: markFor('unsubscribeUrl'),
        preferences: markFor('preferencesUrl'),
        measured,
      }),
    ),
  );
  return (reader) => {
    const unsubscribeUrl = webAddress(reader.unsubscribeUrl);
    return compose(message, reader, {
      body: bodyFor(reader.language ?? locale),
      values: { ...reader.values, unsubscribeUrl, preferencesUrl: webAddress(reader.preferencesUrl) },
      ...envelopeOf(withLabel(fillTemplate(body.subject, reader.values, asIs), reader.label), unsubscribeUrl),
    });
  };
}

/** Raw MIME of a notice for one reader after the other: no unsubscribe header or link, and it says why it is sent (policy P-19). */
export function prepareNoticeEmail(message: NoticeEmail): (reader: NoticeReader) => Buffer {
  const { office, content, locale } = message;
  const body = compileBody(content, locale);
  const bodyFor = remember((language) =>
    withFooter(body, noticeFooter(office, language, message, markFor('noticeUrl'))),
  );
  return (reader) =>
    compose(message, reader, {
      body: bodyFor(reader.language ?? locale),
      values: { ...reader.values, noticeUrl: webAddress(reader.noticeUrl) },
      subject: fillTemplate(body.subject, reader.values, asIs),
      headers: {},
    });
}

interface Filled {
  readonly body: { readonly html: Template; readonly text: Template };
  readonly values: Values;
  readonly subject: string;
  readonly headers: Readonly<Record<string, string>>;
}

function compose(
  { office, locale }: EmailMessage,
  { to }: EmailReader,
  { body, values, subject, headers }: Filled,
): Buffer {
  const { name, address, replyTo } = office.sender;
  return composeMail({
    from: { name, address },
    replyTo,
    to,
    subject,
    language: locale,
    headers,
    html: fillTemplate(body.html, values, escapeHtml),
    text: fillTemplate(body.text, values, asIs),
  });
}

/** The address in its normal form, in which nothing can end the angle brackets of a header. */
function webAddress(address: string): string {
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    throw new Error('A link in a mail must be a web address');
  return url.href;
}
