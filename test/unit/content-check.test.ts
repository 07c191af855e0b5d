/** Content is checked when it is saved: each finding names its place in the body (design, sections 6 and 8). */
import { describe, expect, test } from '@jest/globals';
import { checkCampaignContent, checkNoticeContent } from '../../shared/content/check-content.ts';
import type { MandatoryContent, MarketingContent } from '../../shared/domain/message.ts';
import { type Office, officeById, offices } from '../../shared/domain/offices.ts';

const office = officeById('de') as Office;
const email = { subject: 'News from {{officeName}}', html: '<p>{{country}}</p>' };
const content: MarketingContent = {
  defaultLocale: 'de',
  locales: { de: { email, push: { title: 't', body: 'b' } } },
};
const check = (changed: Partial<Parameters<typeof checkCampaignContent>[0]>) =>
  checkCampaignContent({ channels: ['email', 'push'], content, ...changed }, office);
const withEmail = (changed: Partial<typeof email> & { text?: string }) => ({
  ...content,
  locales: { de: { ...content.locales.de, email: { ...email, ...changed } } },
});

describe('a campaign', () => {
  test('that is right has no findings', () => {
    expect(check({})).toEqual([]);
  });

  test('an unknown variable is found in each place, with its path', () => {
    const bad = '{{firstName}}';
    const locales = {
      de: { email: { subject: bad, html: bad, text: bad }, push: { title: bad, body: bad } },
    };
    expect(check({ content: { defaultLocale: 'de', locales } }).map(({ field }) => field)).toEqual(
      ['email.subject', 'email.html', 'email.text', 'push.title', 'push.body'].map(
        (path) => `content.locales.de.${path}`,
      ),
    );
  });

  test('P-17: profile variables are allowed in the personalised text only', () => {
    const personal = withEmail({ html: '<p>{{deviceModel}}: {{interests}}, {{interest}}</p>' });
    expect(check({ personalised: personal })).toEqual([]);
    expect(check({ content: personal })).toHaveLength(3);
  });

  test('a line break in a subject or a push title is refused', () => {
    expect(check({ content: withEmail({ subject: 'a\r\nBcc: x@y.example' }) })).toEqual([
      { field: 'content.locales.de.email.subject', message: expect.stringContaining('one line') },
    ]);
    const locales = { de: { email, push: { title: 'a\nb', body: 'b' } } };
    expect(check({ content: { defaultLocale: 'de', locales } })[0]?.field).toBe(
      'content.locales.de.push.title',
    );
  });

  test.each(['<p>x<!-- note', '<style>p{}', '<p title="x>y', '<body></bo'])(
    'HTML that would swallow the footer is refused: %s',
    (html) => {
      expect(check({ content: withEmail({ html }) })).toEqual([
        { field: 'content.locales.de.email.html', message: expect.stringContaining('never closed') },
      ]);
    },
  );

  test.each([
    '<script>x</script>',
    '<iframe src="x"></iframe>',
    '<object></object>',
    '<embed src="x">',
    '<base href="x">',
    '<frame>',
    '<applet></applet>',
    '<meta http-equiv="refresh" content="0">',
    '<p onclick="x()">x</p>',
    '<a href="javascript:x()">x</a>',
    '<a href="vbscript:x">x</a>',
  ])('what would run something is refused: %s', (html) => {
    expect(check({ content: withEmail({ html: `<p>x</p>\n${html}` }) })).toEqual([
      { field: 'content.locales.de.email.html', message: expect.stringMatching(/^Line 2: .+ would run/) },
    ]);
  });

  test('the default language must be there, with a text for each channel', () => {
    expect(check({ content: { ...content, defaultLocale: 'fr' } })[0]?.field).toBe('content.defaultLocale');
    expect(check({ content: { defaultLocale: 'de', locales: { de: { email } } } })).toEqual([
      { field: 'content.locales.de.push', message: expect.stringContaining('push') },
    ]);
    expect(check({ personalised: { defaultLocale: 'de', locales: { de: { email } } } })).toEqual([]);
  });

  test('a language that is no language tag is refused', () => {
    const locales = { ...content.locales, 'de-1': { email } };
    expect(check({ content: { ...content, locales } })[0]?.field).toBe('content.locales.de-1');
  });

  test('a variable in a link, and a push that is too large, are refused', () => {
    const push = { title: 't', body: 'b', link: 'https://x.example/{{country}}' };
    expect(check({ content: { defaultLocale: 'de', locales: { de: { email, push } } } })[0]?.field).toMatch(
      /push\.link$/,
    );
    const wide = { title: 't', body: '{{country}}'.repeat(20) };
    expect(
      check({ content: { defaultLocale: 'de', locales: { de: { email, push: wide } } } })[0]?.field,
    ).toMatch(/push$/);
  });
});

describe('a notice', () => {
  const text: MandatoryContent = {
    defaultLocale: 'en',
    locales: {
      en: {
        email: { subject: 'Battery of {{deviceModel}}', html: '<p>{{reference}}</p>' },
        push: { title: 't', body: 'b' },
      },
    },
  };
  const notice = { kind: 'safety', channels: ['push', 'email', 'sms'], content: text } as const;

  test('that is right has no findings; without an SMS text that of the push is sent', () => {
    expect(checkNoticeContent(notice, offices)).toEqual([]);
  });

  test('a push has room for the longest name of the offices that send it, whichever comes first', () => {
    const short = { ...office, name: 'A' };
    const long = { ...office, name: 'A'.repeat(100) };
    const bodyOf = (length: number) => ({
      ...notice,
      content: { defaultLocale: 'en', locales: { en: { push: { title: 't', body: 'b'.repeat(length) } } } },
      channels: ['push'] as const,
    });
    const fits = (length: number, given: readonly Office[]) =>
      checkNoticeContent(bodyOf(length), given).length === 0;
    const longest = Array.from({ length: 4096 }, (_, length) => length).findLast((length) =>
      fits(length, [long]),
    );
    expect(longest).toBeGreaterThan(1);
    for (const both of [
      [short, long],
      [long, short],
    ])
      expect([fits(longest ?? 0, both), fits((longest ?? 0) + 1, both)]).toEqual([true, false]);
  });

  test('P-17: interests are no variable of a notice', () => {
    const locales = { en: { ...text.locales.en, sms: { text: '{{interests}}' } } };
    expect(checkNoticeContent({ ...notice, content: { ...text, locales } }, offices)).toEqual([
      { field: 'content.locales.en.sms.text', message: expect.stringContaining('{{interests}}') },
    ]);
  });
});
