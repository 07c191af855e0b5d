/** Mails as they leave, read back by a mail parser: headers, scripts, footers (policy P-01, P-08, P-15, P-18, P-19, P-25; pains N-14, N-28). */
import { describe, expect, test } from '@jest/globals';
import { simpleParser } from 'mailparser';
import { labelFor } from '../../shared/content/country-label.ts';
import { UnusableAddress } from '../../shared/content/mime.ts';
import {
  type MarketingEmail,
  type MarketingReader,
  type NoticeEmail,
  prepareMarketingEmail,
  prepareNoticeEmail,
} from '../../shared/content/render-email.ts';
import { type Office, officeById, policyLink } from '../../shared/domain/offices.ts';
import { catalogFor } from '../../shared/i18n/catalog.ts';

const office = (id: string) => officeById(id) as Office;
const unsubscribeUrl = 'https://notify.example/u/token-1';
const preferencesUrl = 'https://notify.example/p/token-1';

function marketing(message: Partial<MarketingEmail> = {}, reader: Partial<MarketingReader> = {}): string {
  const content = { subject: 'News', html: '<p>Hello</p>' };
  const send = prepareMarketingEmail({ office: office('de'), locale: 'de', content, ...message });
  return send({ to: 'anna@mail.example', values: {}, unsubscribeUrl, preferencesUrl, ...reader }).toString(
    'latin1',
  );
}

const noticeUrl = 'https://notify.example/n/k0.token.signature';

function notice(message: Partial<NoticeEmail> = {}, language?: string): string {
  const content = { subject: 'Battery', html: '<p>Stop charging.</p>' };
  const all = {
    office: office('de'),
    locale: 'de',
    content,
    kind: 'safety',
    reference: 'SR-7',
    asks: undefined,
    ...message,
  } as const;
  const reader = { to: 'anna@mail.example', values: {}, language, noticeUrl };
  return prepareNoticeEmail(all)(reader).toString('latin1');
}

const parse = (mail: string) => simpleParser(Buffer.from(mail, 'latin1'));
const headersOf = (mail: string) => mail.slice(0, mail.indexOf('\r\n\r\n')).replaceAll(/\r\n[ \t]+/g, ' ');
const headerNames = (mail: string) =>
  headersOf(mail)
    .split('\r\n')
    .map((line) => line.split(':')[0]?.toLowerCase());

describe('any script', () => {
  test.each([
    ['de', 'de', 'Grüße für Ümit – 50 € gespart?', 'Größe: maßgeschneidert'],
    ['jp', 'ja', '新しいXperiaのお知らせ：カメラがさらに進化しました', '写真をもっと美しく。'],
    ['ae', 'ar', 'جديد من إكسبيريا: كاميرا أفضل', 'صور أجمل كل يوم'],
    ['th', 'th', 'ข่าวสารใหม่จากเอ็กซ์พีเรีย กล้องที่ดีกว่าเดิม', 'ถ่ายภาพได้สวยขึ้น'],
    [
      'us',
      'en',
      'A very long subject that does not fit on one line of a mail because it goes on and on and on, up to a hundred and more',
      'Plain',
    ],
  ])('%s: subject, text and HTML arrive as written', async (id, locale, subject, body) => {
    const mail = marketing({ office: office(id), locale, content: { subject, html: `<p>${body} 😀</p>` } });
    const parsed = await parse(mail);
    expect(parsed.subject).toBe(subject);
    expect(parsed.html).toContain(`<p>${body} 😀</p>`);
    expect(parsed.text).toContain(`${body} 😀`);
    expect(parsed.headers.get('content-language')).toBe(locale);
    expect(mail).toMatch(/^[\r\n\t\x20-\x7e]*$/);
    expect(Math.max(...mail.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(998);
  });

  test('a fragment becomes a document that says its language and direction', async () => {
    const parsed = await parse(marketing({ office: office('ae'), locale: 'ar' }));
    expect(parsed.html).toContain('<html lang="ar" dir="rtl">');
  });

  test('a line of 200,000 characters is broken up', () => {
    const html = `<p>${'é'.repeat(100_000)}${'a'.repeat(100_000)}</p>`;
    const longest = Math.max(
      ...marketing({ content: { subject: 's', html } })
        .split('\r\n')
        .map((line) => line.length),
    );
    expect(longest).toBeLessThanOrEqual(998);
  });
});

describe('headers of a marketing mail', () => {
  const mail = marketing();

  test('P-08, N-14: from the office, under its own name and address', async () => {
    const { from, replyTo, to } = await parse(mail);
    const { sender } = office('de');
    expect(from?.value).toEqual([{ name: sender.name, address: sender.address }]);
    expect(replyTo?.value[0]?.address).toBe(sender.replyTo);
    expect(to).toMatchObject({ value: [{ address: 'anna@mail.example' }] });
  });

  test('P-15, N-28: one-click unsubscribe of RFC 8058', () => {
    expect(headersOf(mail)).toContain(`\r\nList-Unsubscribe: <${unsubscribeUrl}>\r\n`);
    expect(headersOf(mail)).toContain('\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n');
  });

  test('each header exactly once', () => {
    const names = headerNames(mail);
    expect(names).toEqual([...new Set(names)]);
    expect(names).toEqual(
      expect.arrayContaining([
        'from',
        'reply-to',
        'to',
        'subject',
        'content-language',
        'mime-version',
        'auto-submitted',
      ]),
    );
  });

  test('two alternatives, plain text first (RFC 2046, 5.1.4)', () => {
    expect(headersOf(mail)).toContain('Content-Type: multipart/alternative;');
    expect(mail.match(/^Content-Type: text\/\w+/gm)).toEqual([
      'Content-Type: text/plain',
      'Content-Type: text/html',
    ]);
  });

  test('a link that is not a web address, or an address that is not one mailbox, goes nowhere', () => {
    expect(() => marketing({}, { unsubscribeUrl: 'javascript:alert(1)' })).toThrow('web address');
    for (const to of [
      'a@b.example, c@d.example',
      'a@b.example\r\nBcc: c@d.example',
      'Anna <a@b.example>',
      'x',
      '',
    ]) {
      expect(() => marketing({}, { to })).toThrow(UnusableAddress);
    }
  });
});

describe('footer of a marketing mail', () => {
  test.each(['us', 'ca', 'de', 'jp'])(
    'P-01, P-25: %s names office, controller and postal address in both parts',
    async (id) => {
      const { legalName, postalAddress, phone } = office(id);
      const parsed = await parse(marketing({ office: office(id), locale: 'en' }));
      for (const part of [parsed.text, parsed.html]) {
        for (const line of [
          legalName,
          'Sony Corporation',
          ...postalAddress.lines,
          ...(phone ? [phone] : []),
        ]) {
          expect(part).toContain(line);
        }
      }
    },
  );

  test('P-25: the addresses that US and Canadian law require are those of the policy', async () => {
    const us = await parse(marketing({ office: office('us'), locale: 'en' }));
    expect(us.text).toContain('115 West Century Rd., Suite 250\nParamus, NJ 07652');
    const ca = await parse(marketing({ office: office('ca'), locale: 'fr' }));
    expect(ca.text).toContain('2235 Shepard Avenue East, Suite 700\nToronto, ON M2J 5B5');
  });

  test("P-15, P-18: unsubscribe and the office's policy, in the reader's language although the content is in another", async () => {
    const parsed = await parse(marketing({ office: office('ch') }, { language: 'fr-CH' }));
    expect(parsed.text).toContain(`Se désabonner: ${unsubscribeUrl}`);
    expect(parsed.text).toContain(`Politique de confidentialité: ${policyLink(office('ch'), 'fr-CH')}`);
    expect(parsed.html).toContain('<div lang="fr" dir="ltr"');
    expect(parsed.html).toContain(`<a href="${unsubscribeUrl}"`);
  });

  const anchors = (mail: string) => parse(mail).then(({ html }) => String(html).match(/<a\s[^>]*>/g) ?? []);

  test('P-15: where SES counts clicks it leaves the links of the footer, and those with a token of the reader, alone', async () => {
    const html = '<p><a href="https://www.example.com/">Shop</a> <a href="{{reconfirmUrl}}">Renew</a></p>';
    const values = { reconfirmUrl: 'https://notify.example/c/token-1' };
    const links = await anchors(
      marketing({ measured: true, content: { subject: 'News', html } }, { values }),
    );
    const isLeft = Object.fromEntries(
      links.map((anchor) => [/href="([^"]*)"/.exec(anchor)?.[1], /^<a ses:no-track /.test(anchor)]),
    );
    expect(isLeft).toEqual({
      'https://www.example.com/': false,
      'https://notify.example/c/token-1': true,
      [unsubscribeUrl]: true,
      [preferencesUrl]: true,
      [policyLink(office('de'), 'de')]: true,
    });
  });

  test('P-17: a mail that is not measured has no mark of it, and is the same otherwise', async () => {
    const [plain, measured] = [marketing(), marketing({ measured: true })].map(parse);
    const [one, other] = [String((await plain)?.html), String((await measured)?.html)];
    expect(one).not.toContain('no-track');
    expect(notice()).not.toContain('no-track');
    expect(other.replaceAll('<a ses:no-track ', '<a ')).toBe(one);
    expect((await measured)?.text).toBe((await plain)?.text);
  });

  test('a document of its own gets the footer before its end, also where the end is written in a comment', async () => {
    const html = '<html><body><h1>x</h1></BODY><!-- </body> --></html>';
    const parsed = await parse(marketing({ content: { subject: 's', html } }));
    expect(parsed.html).toMatch(
      /<h1>x<\/h1>\s*<div lang="de"[\s\S]*<\/div>\s*<\/BODY><!-- <\/body> --><\/html>\s*$/,
    );
    const open = await parse(marketing({ content: { subject: 's', html: '<body><p>y' } }));
    expect(open.html).toMatch(/^<body><p>y\s*<div lang="de"/);
  });

  test('N-11: each reader gets their own link and no other', () => {
    const send = prepareMarketingEmail({
      office: office('de'),
      locale: 'de',
      content: { subject: 's', html: '<p>x</p>' },
    });
    const mails = ['one', 'two'].map((token) =>
      send({
        to: `${token}@mail.example`,
        values: {},
        unsubscribeUrl: `https://notify.example/u/${token}`,
        preferencesUrl: `https://notify.example/p/${token}`,
      }).toString(),
    );
    expect(mails[0]?.match(/\/u\/\w+/g)).toEqual(['/u/one', '/u/one', '/u/one']);
    expect(mails[1]?.match(/\/u\/\w+/g)).toEqual(['/u/two', '/u/two', '/u/two']);
  });
});

describe('variables', () => {
  const content = {
    subject: '{{deviceModel}} & more',
    html: '<p>{{deviceModel}}</p><a href="https://x.example/?m={{deviceModel}}">go</a>',
  };

  test('escaped in HTML, plain in subject and text, also in a text part made from the HTML', async () => {
    const parsed = await parse(marketing({ content }, { values: { deviceModel: 'A<b>&"' } }));
    expect(parsed.subject).toBe('A<b>&" & more');
    expect(parsed.html).toContain('<p>A&lt;b&gt;&amp;&quot;</p>');
    expect(parsed.text).toContain('A<b>&"\n\ngo (https://x.example/?m=A<b>&")');
  });

  test('a text part of its own is used', async () => {
    const parsed = await parse(
      marketing(
        { content: { ...content, text: 'Only {{deviceModel}}.' } },
        { values: { deviceModel: 'XQ' } },
      ),
    );
    expect(parsed.text).toMatch(/^Only XQ\.\n\n----------/);
  });
});

describe("the country's label in front of the subject", () => {
  const always = (text: string) => ({ label: { text, when: 'always' } }) as const;

  test.each([
    ['KR', always('(광고)'), true, '(광고) News'],
    ['CN', always('广告'), true, '广告 News'],
    [
      'SG without an express grant',
      { label: { text: '<ADV>', when: 'without-express-grant' } } as const,
      false,
      '<ADV> News',
    ],
    [
      'SG with an express grant',
      { label: { text: '<ADV>', when: 'without-express-grant' } } as const,
      true,
      'News',
    ],
    ['DE', {}, false, 'News'],
  ])('%s', async (_country, rule, expressGrant, subject) => {
    const parsed = await parse(marketing({}, { label: labelFor(rule, expressGrant) }));
    expect(parsed.subject).toBe(subject);
  });

  test('a marketer who wrote it already does not get it twice', async () => {
    const content = { subject: '(광고) 새 소식', html: '<p>x</p>' };
    expect((await parse(marketing({ content }, { label: '(광고)' }))).subject).toBe('(광고) 새 소식');
  });
});

describe('a notice', () => {
  test('P-19: has no unsubscribe header and no unsubscribe link', async () => {
    const mail = notice();
    expect(headerNames(mail).filter((name) => name?.startsWith('list-'))).toEqual([]);
    const { text, html } = await parse(mail);
    expect(`${text}${html}`).not.toMatch(/Abbestellen|\/u\//);
  });

  test.each(['safety', 'security', 'terms', 'service'] as const)(
    'P-19: a %s notice says why it is sent, in both parts',
    async (kind) => {
      const { messages } = catalogFor(['sv']);
      const { text, html } = await parse(notice({ office: office('se'), locale: 'en', kind }, 'sv-SE'));
      for (const part of [text, html]) {
        expect(part).toContain(messages[`notice.${kind}`]);
        expect(part).toContain(messages['notice.choices']);
        expect(part).toContain('SR-7');
      }
    },
  );

  test('P-01, P-18: office, controller, address and policy are there too', async () => {
    const { text } = await parse(notice({ office: office('ca'), locale: 'en' }));
    for (const line of [
      'Sony of Canada Ltd.',
      'Sony Corporation',
      'Toronto, ON M2J 5B5',
      policyLink(office('ca'), 'en'),
    ]) {
      expect(text).toContain(line);
    }
  });

  test.each([undefined, 'acknowledge', 'accept'] as const)(
    'has a link to its page in both parts, and a button above the footer where an answer is asked for: %s',
    async (asks) => {
      const { messages } = catalogFor(['sv']);
      const { text, html } = await parse(notice({ office: office('se'), locale: 'en', asks }, 'sv'));
      for (const part of [text, html]) {
        expect(part).toContain(messages['notice.read']);
        expect(String(part).split(noticeUrl)).toHaveLength(asks ? 3 : 2);
        for (const word of ['acknowledge', 'accept'] as const) {
          const at = String(part).indexOf(messages[`notice.${word}`]);
          expect(at >= 0).toBe(word === asks);
          expect(at).toBeLessThan(String(part).indexOf(messages['notice.safety']));
        }
      }
    },
  );

  test('a content that names the unsubscribe variable gets nothing for it', async () => {
    const { html } = await parse(notice({ content: { subject: 's', html: '<p>[{{unsubscribeUrl}}]</p>' } }));
    expect(html).toContain('<p>[]</p>');
  });
});
