/** The reader of a mail, as SES sees one: who opens it loads an image, and who clicks follows a rewritten link. */
import type { LocalClock } from '../clock.ts';
import type { StoredMail } from '../outbox/entries.ts';
import { addressesOf, headerValue, parseHeaders, splitMail } from './mail-headers.ts';
import { clickEvent, openEvent, type SentMail } from './ses-events.ts';
import type { SesPublisher } from './ses-publisher.ts';

export interface MailReader {
  /** Whether SES counts opens and clicks of the mail. */
  isMeasured(mail: StoredMail): boolean;
  /** Publishes the event. @returns whether anybody asked for it */
  open(mail: StoredMail): boolean;
  click(mail: StoredMail, link: string): boolean;
}

export function createMailReader({
  publisher,
  clock,
  region,
}: {
  publisher: SesPublisher;
  clock: LocalClock;
  region: string;
}): MailReader {
  const sentOf = ({ messageId, at, to, tags, raw, configurationSet = '' }: StoredMail): SentMail => {
    const headers = parseHeaders(splitMail(Buffer.from(raw, 'base64').toString('latin1')).head);
    const [source = ''] = addressesOf(headerValue(headers, 'from'));
    return { messageId, at, source, destinations: to, headers, tags, configurationSet, region };
  };
  const isAsked = (type: 'Open' | 'Click', { configurationSet }: StoredMail) =>
    configurationSet !== undefined && publisher.isAsked(type, configurationSet);
  return {
    isMeasured: (mail) => isAsked('Open', mail) || isAsked('Click', mail),
    open: (mail) => {
      if (!isAsked('Open', mail)) return false;
      const sent = sentOf(mail);
      publisher.publish(openEvent(sent, clock.iso()), sent.configurationSet);
      return true;
    },
    click: (mail, link) => {
      if (!isAsked('Click', mail)) return false;
      const sent = sentOf(mail);
      publisher.publish(clickEvent(sent, clock.iso(), link), sent.configurationSet);
      return true;
    },
  };
}

/** The links of a mail that SES rewrites: those of the HTML part that do not ask to be left alone (SES guide, faqs-metrics). */
export function trackedLinks(html: string): string[] {
  const anchors = html.match(/<a\s[^>]*>/gi) ?? [];
  const links = anchors
    .filter((anchor) => !/\sses:no-track\b/i.test(anchor))
    .flatMap((anchor) => /\shref=(?:"(https?:[^"]*)"|'(https?:[^']*)')/i.exec(anchor)?.slice(1, 3) ?? [])
    .filter((link) => link !== undefined);
  return [...new Set(links.map((link) => link.replaceAll('&amp;', '&')))];
}
