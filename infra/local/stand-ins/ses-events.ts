/** The events that SES publishes about one mail (SES guide, event-publishing-retrieving-sns-contents). Pure. */
import { account } from '../references.ts';
import { addressesOf, type HeaderField, headerValue } from './mail-headers.ts';

export interface SentMail {
  messageId: string;
  /** ISO 8601. */
  at: string;
  source: string;
  destinations: readonly string[];
  headers: readonly HeaderField[];
  tags: Readonly<Record<string, string>>;
  configurationSet: string;
  region: string;
}

export interface SesEvent {
  eventType: 'Send' | 'Delivery' | 'Bounce' | 'Complaint' | 'Open' | 'Click';
  mail: Record<string, unknown>;
  [detail: string]: unknown;
}

/** SES cuts the list of headers at this size. */
const headersLimit = 10_000;

/** What the mailbox simulator does with an address; labels such as `bounce+1@` work too (SES guide, send-an-email-from-console). */
function simulatorOf(address: string): 'bounce' | 'complaint' | 'suppressionlist' | 'accept' {
  const [local = '', domain] = address.toLowerCase().split('@');
  if (domain !== 'simulator.amazonses.com') return 'accept';
  const name = local.replace(/\+.*$/, '');
  return name === 'bounce' || name === 'complaint' || name === 'suppressionlist' ? name : 'accept';
}

function headersWithin(fields: readonly HeaderField[]): {
  headers: HeaderField[];
  headersTruncated: boolean;
} {
  const headers: HeaderField[] = [];
  let size = 0;
  for (const field of fields) {
    size += field.name.length + field.value.length;
    if (size > headersLimit) return { headers, headersTruncated: true };
    headers.push(field);
  }
  return { headers, headersTruncated: false };
}

function mailOf(mail: SentMail): Record<string, unknown> {
  const list = (name: string) => [headerValue(mail.headers, name) ?? ''].filter((value) => value !== '');
  const own = Object.entries(mail.tags).map(([name, value]) => [name, [value]] as const);
  return {
    timestamp: mail.at,
    source: mail.source,
    sourceArn: `arn:aws:ses:${mail.region}:${account}:identity/${mail.source.split('@')[1] ?? ''}`,
    sendingAccountId: account,
    messageId: mail.messageId,
    destination: mail.destinations,
    ...headersWithin(mail.headers),
    commonHeaders: {
      from: list('from'),
      to: addressesOf(headerValue(mail.headers, 'to')),
      messageId: mail.messageId,
      subject: headerValue(mail.headers, 'subject') ?? '',
    },
    tags: {
      'ses:configuration-set': [mail.configurationSet],
      'ses:source-ip': ['127.0.0.1'],
      'ses:from-domain': [mail.source.split('@')[1] ?? ''],
      'ses:caller-identity': ['local'],
      ...Object.fromEntries(own),
    },
  };
}

function bounceOf(mail: SentMail, recipients: string[], suppressed: boolean) {
  const diagnosticCode = suppressed
    ? 'Amazon SES did not send the message to this address because it is on the suppression list for your account.'
    : 'smtp; 550 5.1.1 user unknown';
  return {
    feedbackId: `${mail.messageId}-bounce`,
    bounceType: 'Permanent',
    bounceSubType: suppressed ? 'OnAccountSuppressionList' : 'General',
    bouncedRecipients: recipients.map((emailAddress) => ({
      emailAddress,
      action: 'failed',
      status: '5.1.1',
      diagnosticCode,
    })),
    timestamp: mail.at,
    reportingMTA: suppressed ? 'dns; amazonses.com' : 'dsn; a1-1.smtp-out.amazonses.com',
  };
}

function deliveryOf(mail: SentMail, recipients: string[]) {
  return {
    timestamp: mail.at,
    processingTimeMillis: 300,
    recipients,
    smtpResponse: '250 2.6.0 Message received',
    remoteMtaIp: '127.0.0.1',
    reportingMTA: 'a1-1.smtp-out.amazonses.com',
  };
}

function complaintOf(mail: SentMail, recipients: string[]) {
  return {
    feedbackId: `${mail.messageId}-complaint`,
    complaintSubType: null,
    complainedRecipients: recipients.map((emailAddress) => ({ emailAddress })),
    timestamp: mail.at,
    userAgent: 'Amazon SES Mailbox Simulator',
    complaintFeedbackType: 'abuse',
    arrivalDate: mail.at,
  };
}

/** What SES takes down of whoever opens or clicks. */
const visitor = { ipAddress: '127.0.0.1', userAgent: 'Mozilla/5.0 (local run)' };

/** The reader opens the mail: their mail program loads the image that SES put in. */
export function openEvent(sent: SentMail, at: string): SesEvent {
  return { eventType: 'Open', mail: mailOf(sent), open: { ...visitor, timestamp: at } };
}

/** The reader follows a link that SES rewrote. */
export function clickEvent(sent: SentMail, at: string, link: string): SesEvent {
  return {
    eventType: 'Click',
    mail: mailOf(sent),
    click: { ...visitor, timestamp: at, link, linkTags: null },
  };
}

/** All events of a mail in the order in which they happen; recipients with the same fate share one. */
export function sesEvents(sent: SentMail): SesEvent[] {
  const mail = mailOf(sent);
  const fate = (name: string) => sent.destinations.filter((address) => simulatorOf(address) === name);
  const bounced = fate('bounce');
  const suppressed = fate('suppressionlist');
  const complained = fate('complaint');
  const delivered = [...fate('accept'), ...complained];
  const events: SesEvent[] = [{ eventType: 'Send', mail, send: {} }];
  if (bounced.length > 0) events.push({ eventType: 'Bounce', mail, bounce: bounceOf(sent, bounced, false) });
  if (suppressed.length > 0)
    events.push({ eventType: 'Bounce', mail, bounce: bounceOf(sent, suppressed, true) });
  if (delivered.length > 0)
    events.push({ eventType: 'Delivery', mail, delivery: deliveryOf(sent, delivered) });
  if (complained.length > 0) {
    events.push({ eventType: 'Complaint', mail, complaint: complaintOf(sent, complained) });
  }
  return events;
}
