/** The stand-in of SES: what it refuses, what it changes in a mail, and the events that it publishes. */
import { describe, expect, it } from '@jest/globals';
import { parseHeaders, rewriteHeaders, splitMail } from '../../infra/local/stand-ins/mail-headers.ts';
import { readRawEmail } from '../../infra/local/stand-ins/raw-email.ts';
import { sesEvents } from '../../infra/local/stand-ins/ses-events.ts';
import { createSesPublisher } from '../../infra/local/stand-ins/ses-publisher.ts';
import { createMailReader, trackedLinks } from '../../infra/local/stand-ins/ses-reader.ts';
import { FeedbackMessage } from '../../shared/adapters/feedback-events.ts';

const mail =
  'From: "Xperia, Germany" <news@de.example>\r\nTo: a@b.example\r\nSubject: Neues\r\n\r\nHallo\r\n';

function form(raw: string, more: Record<string, string> = {}): URLSearchParams {
  return new URLSearchParams({ 'RawMessage.Data': Buffer.from(raw).toString('base64'), ...more });
}

describe('a raw mail', () => {
  it('takes sender and recipients from the headers, or from the call', () => {
    expect(readRawEmail(form(mail))).toMatchObject({
      source: 'news@de.example',
      destinations: ['a@b.example'],
    });
    const named = { Source: 'x@y.example', 'Destinations.member.1': 'Z <z@y.example>' };
    expect(readRawEmail(form(mail, named))).toMatchObject({
      source: 'x@y.example',
      destinations: ['z@y.example'],
    });
  });

  it('uses only the tags of the call where both are there', () => {
    const raw = `X-SES-MESSAGE-TAGS: a=1, b=2\r\n${mail}`;
    expect(readRawEmail(form(raw)).tags).toEqual({ a: '1', b: '2' });
    const given = { 'Tags.member.1.Name': 'c', 'Tags.member.1.Value': '3' };
    expect(readRawEmail(form(raw, given)).tags).toEqual({ c: '3' });
  });

  it.each([
    [
      'a tag with an address in it',
      mail,
      { 'Tags.member.1.Name': 'to', 'Tags.member.1.Value': 'a@b' },
      'Invalid tag',
    ],
    [
      'a repeated List-Unsubscribe',
      `List-Unsubscribe: <a>\r\nList-Unsubscribe: <b>\r\n${mail}`,
      {},
      'Duplicate header',
    ],
    ['a malformed address', mail, { 'Destinations.member.1': 'nobody' }, "Illegal address: 'nobody'"],
    ['a header line of 999 characters', `X-Long: ${'x'.repeat(991)}\r\n${mail}`, {}, 'longer than 998'],
    ['more than 10 MB', mail + 'x'.repeat(10_485_760), {}, 'Message length'],
  ])('refuses %s', (_, raw, more, words) => {
    expect(() => readRawEmail(form(raw, { ...more }))).toThrow(words);
  });

  it('refuses 51 recipients', () => {
    const many = Object.fromEntries(
      Array.from({ length: 51 }, (_, index) => [`Destinations.member.${index + 1}`, `p${index}@b.example`]),
    );
    expect(() => readRawEmail(form(mail, many))).toThrow('Recipient count exceeds 50');
  });
});

it('writes its own Message-ID and Date, and takes its commands and blind copies out', () => {
  const added = { messageId: '<1@eu-west-1.amazonses.com>', date: 'Mon, 23 Nov 2026 19:10:56 GMT' };
  const raw = `Message-ID: <own@x>\r\nDate: yesterday\r\nBcc: c@d.example,\r\n e@f.example\r\nX-SES-CONFIGURATION-SET: s\r\n${mail}`;
  const { head, body } = splitMail(rewriteHeaders(raw, added));
  const names = parseHeaders(head).map(({ name }) => name);
  expect(names).toEqual(['From', 'To', 'Subject', 'Message-ID', 'Date']);
  expect(head).toContain(added.messageId);
  expect(body).toBe('Hallo\r\n');
});

describe('events', () => {
  const sent = {
    messageId: 'm-1',
    at: '2026-11-23T19:10:56.929Z',
    source: 'news@de.example',
    headers: parseHeaders(splitMail(mail).head),
    tags: { campaign: 'c-1' },
    configurationSet: 'marketing',
    region: 'eu-west-1',
  };
  const typesFor = (address: string) =>
    sesEvents({ ...sent, destinations: [address] }).map(({ eventType }) => eventType);

  it.each([
    ['a@b.example', ['Send', 'Delivery']],
    ['success@simulator.amazonses.com', ['Send', 'Delivery']],
    ['ooto@simulator.amazonses.com', ['Send', 'Delivery']],
    ['bounce@simulator.amazonses.com', ['Send', 'Bounce']],
    ['Bounce+label@simulator.amazonses.com', ['Send', 'Bounce']],
    ['suppressionlist@simulator.amazonses.com', ['Send', 'Bounce']],
    ['complaint@simulator.amazonses.com', ['Send', 'Delivery', 'Complaint']],
  ])('a mail to %s brings %j', (address, types) => {
    expect(typesFor(address)).toEqual(types);
  });

  it('carry the mail with its tags as lists, as event publishing does', () => {
    const [event] = sesEvents({ ...sent, destinations: ['a@b.example'] });
    expect(event).toMatchObject({
      eventType: 'Send',
      mail: {
        messageId: 'm-1',
        source: 'news@de.example',
        destination: ['a@b.example'],
        headersTruncated: false,
        commonHeaders: { to: ['a@b.example'], subject: 'Neues' },
        tags: { campaign: ['c-1'], 'ses:configuration-set': ['marketing'] },
      },
    });
  });

  it('tell a hard bounce from an address on the suppression list', () => {
    const bounceOf = (address: string) => sesEvents({ ...sent, destinations: [address] })[1]?.bounce;
    expect(bounceOf('bounce@simulator.amazonses.com')).toMatchObject({
      bounceType: 'Permanent',
      bounceSubType: 'General',
      bouncedRecipients: [
        { emailAddress: 'bounce@simulator.amazonses.com', action: 'failed', status: '5.1.1' },
      ],
    });
    expect(bounceOf('suppressionlist@simulator.amazonses.com')).toMatchObject({
      bounceType: 'Permanent',
      bounceSubType: 'OnAccountSuppressionList',
    });
  });

  it('cut the headers at 10 KB and say so', () => {
    const headers = [...sent.headers, { name: 'X-Long', value: 'x'.repeat(10_001) }];
    const [event] = sesEvents({ ...sent, headers, destinations: ['a@b.example'] });
    expect(event?.mail.headersTruncated).toBe(true);
    expect(event?.mail.headers).toHaveLength(3);
  });
});

describe('a reader', () => {
  const published: { topicArn: string; event: Record<string, unknown> }[] = [];
  const publisher = createSesPublisher(
    [
      { configurationSet: 'measured', eventTypes: ['delivery', 'open', 'click'], topicArn: 'events' },
      { configurationSet: 'plain', eventTypes: ['delivery', 'bounce'], topicArn: 'events' },
    ],
    {
      publish: (topicArn: string, message: string) =>
        published.push({ topicArn, event: JSON.parse(message) }),
    } as unknown as Parameters<typeof createSesPublisher>[1],
  );
  const clock = { iso: () => '2026-11-23T19:15:00.000Z' } as Parameters<typeof createMailReader>[0]['clock'];
  const reader = createMailReader({ publisher, clock, region: 'eu-west-1' });
  const tags = {
    message: 'cmp_1',
    person: 'per_1',
    contact: 'con_1',
    office: 'de',
    wave: '20261123T180500Z',
  };
  const stored = (configurationSet?: string) => ({
    messageId: 'm-1',
    at: '2026-11-23T19:10:56.929Z',
    to: ['a@b.example'],
    tags,
    configurationSet,
    raw: Buffer.from(mail).toString('base64'),
  });

  it('who opens and clicks brings the events of SES, as the service reads them (N-29)', () => {
    published.length = 0;
    expect(reader.isMeasured(stored('measured'))).toBe(true);
    expect(reader.open(stored('measured'))).toBe(true);
    expect(reader.click(stored('measured'), 'https://www.example.com/?a=1&b=2')).toBe(true);
    const [opened, clicked] = published;
    expect(opened).toMatchObject({
      topicArn: 'events',
      event: {
        eventType: 'Open',
        mail: { messageId: 'm-1', source: 'news@de.example', tags: { message: ['cmp_1'] } },
        open: { timestamp: '2026-11-23T19:15:00.000Z' },
      },
    });
    expect(clicked?.event).toMatchObject({
      eventType: 'Click',
      click: { link: 'https://www.example.com/?a=1&b=2' },
    });
    expect(published.map(({ event }) => FeedbackMessage.parse(event))).toMatchObject([
      { kind: 'opened', at: '2026-11-23T19:15:00.000Z', pointer: { personId: 'per_1' } },
      { kind: 'clicked', pointer: { messageId: 'cmp_1' } },
    ]);
  });

  it('of a mail whose configuration set does not ask for it brings nothing', () => {
    published.length = 0;
    for (const set of ['plain', undefined]) {
      expect(reader.isMeasured(stored(set))).toBe(false);
      expect(reader.open(stored(set))).toBe(false);
      expect(reader.click(stored(set), 'https://www.example.com/')).toBe(false);
    }
    expect(published).toEqual([]);
  });

  it('is counted on the links of a mail that do not ask to be left alone, as they were before SES', () => {
    const html = `<a href="https://a.example/?x=1&amp;y=2">a</a> <a class="b" href='https://b.example/'>b</a>
<a ses:no-track href="https://notify.example/u/t">out</a> <a href="mailto:a@b.example">mail</a> <a name="top">top</a>`;
    expect(trackedLinks(html)).toEqual(['https://a.example/?x=1&y=2', 'https://b.example/']);
  });
});
