/** A campaign that is disguised as a notice is refused when it is saved, with one entry per finding that marks its words (N-20, P-19). */
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Finding } from '../../shared/domain/promotion/finding.ts';
import { quietTelemetry } from '../support/http-service.ts';
import { createNoticeApi, honestNotice, noticeWith } from '../support/notice-api.ts';

const now = '2026-11-25T12:00:00.000Z';
const subject = 'Battery safety notice';
const paragraph =
  'The new Xperia films at night as you have never seen it, with a sensor as large as that of a camera and a battery for two days.';
const hero = 'https://www.sony.com/media/autumn-night.jpg';

let api: ReturnType<typeof createNoticeApi>;

beforeEach(async () => {
  quietTelemetry();
  api = createNoticeApi(now);
  await api.givenCampaign({
    office: 'de',
    name: 'Autumn nights',
    content: {
      defaultLocale: 'en',
      locales: {
        en: {
          email: { subject: 'See more at night', html: `<img src="${hero}?w=600"><p>It is here.</p>` },
          push: { title: 'See more at night', body: 'It is here.' },
        },
      },
    },
  });
  await api.templates.create(
    {
      id: 'tpl_de_1',
      office: 'de',
      name: 'Night camera',
      content: {
        defaultLocale: 'en',
        locales: { en: { email: { subject: 'Night', html: `<p>${paragraph}</p>` } } },
      },
      version: 1,
      createdBy: 'm',
      createdAt: now,
      updatedBy: 'm',
      updatedAt: now,
    },
    undefined,
  );
});

const inEmail = (html: string) => noticeWith({ email: { subject, html: `<p>Stop charging.</p>${html}` } });
const html = 'content.locales.en.email.html';

/** The way, the notice, and what is found: code, words, field. */
const ways: readonly [string, object, readonly (readonly [string, string, string])[]][] = [
  [
    'with an unsubscribe link',
    inEmail('<a href="https://www.sony.com/mail">Unsubscribe</a>'),
    [['unsubscribe', 'Unsubscribe', html]],
  ],
  [
    'with a link that counts its readers',
    inEmail('<a href="https://www.sony.com/recall?utm_source=mail">Read</a>'),
    [['tracked-link', '?utm_source=', html]],
  ],
  [
    'with a picture that counts its readers',
    inEmail('<img src="https://www.sony.com/o.gif" width="1" height="1">'),
    [['tracked-link', '<img src="https://www.sony.com/o.gif" width="1" height="1"', html]],
  ],
  ['with a price', inEmail('<p>The new model is yours for 199,00 €.</p>'), [['price', '199,00 €', html]]],
  ['with a discount', inEmail('<p>20 % off for owners.</p>'), [['offer', '20 % off', html]]],
  ['with a call to buy', inEmail('<p>Order yours now.</p>'), [['call-to-buy', 'Order yours now', html]]],
  [
    'with a link that leads elsewhere',
    inEmail('<a href="https://www.sony.com.example.org/">Read</a>'),
    [['foreign-link', 'https://www.sony.com.example.org/', html]],
  ],
  [
    'with a link to the shop',
    inEmail('<a href="https://www.sony.com/shop/xperia">Read</a>'),
    [['call-to-buy', 'https://www.sony.com/shop/xperia', html]],
  ],
  [
    'with the picture of a campaign',
    inEmail(`<img src="${hero}" alt="">`),
    [['marketing-image', hero, html]],
  ],
  [
    'with the subject of a campaign',
    noticeWith({ email: { subject: 'See  more at NIGHT', html: '<p>Stop charging.</p>' } }),
    [['marketing-template', 'See  more at NIGHT', 'content.locales.en.email.subject']],
  ],
  [
    'with a paragraph of a template that is laid out anew',
    inEmail(`<ul><li>${paragraph.replace(', with', '</li><li>With')}</li></ul>`),
    [['marketing-template', paragraph.replace(', with', '</li><li>With').slice(0, -1).slice(0, 120), html]],
  ],
  [
    'with what only marketing knows of its readers',
    inEmail('<p>Because you like {{interests}}</p>'),
    [['marketing-template', '{{interests}}', html]],
  ],
  [
    'with words whose letters are taken apart by markup and invisible characters',
    inEmail('<p>A dis<b>c</b>o\u200but and a dis<b>c</b>o\u200bunt.</p>'),
    [['offer', 'dis<b>c</b>o\u200bunt', html]],
  ],
  ['with words in letters of another alphabet', inEmail('<p>Your vоuсhеr</p>'), [['offer', 'vоuсhеr', html]]],
  [
    'with words that its reader does not see',
    inEmail('<div style="display:none">Nothing</div>'),
    [['hidden-text', 'style="display:none', html]],
  ],
  [
    'in one language of several',
    {
      ...honestNotice,
      content: {
        ...honestNotice.content,
        locales: {
          ...honestNotice.content.locales,
          ja: {
            email: { subject: '重要なお知らせ', html: '<p>充電を中止してください。クーポン進呈中。</p>' },
          },
        },
      },
    },
    [['offer', 'クーポン', 'content.locales.ja.email.html']],
  ],
  [
    'in the text message alone',
    { ...noticeWith({ sms: { text: 'Stop charging. Black Friday at sony.com' } }), channels: ['sms'] },
    [['offer', 'Black Friday', 'content.locales.en.sms.text']],
  ],
];

describe('a campaign that is disguised as a notice', () => {
  it.each(ways)('%s is refused', async (_way, notice, expected) => {
    const { status, body } = await api.call('notice-author-de', 'POST /notices', { body: notice });
    expect(status).toBe(422);
    const findings: Finding[] = body.errors.filter((error: object) => 'code' in error);
    expect(findings.map(({ code, quote, field }) => [code, quote.replace(/…$/, ''), field])).toEqual(
      expected,
    );
    for (const { field, message, quote, start, end } of findings) {
      expect(message).toContain(quote);
      expect(textAt(notice, field).slice(start, end)).toContain(quote.replace(/…$/, ''));
    }
  });

  it('has one entry for each finding, in the order of the text', async () => {
    const { body } = await api.call('notice-author-de', 'POST /notices', {
      body: inEmail('<p>Shop now: 20% off, today only €199.</p><p>Unsubscribe</p>'),
    });
    expect(body.errors.map(({ code }: Finding) => code)).toEqual([
      'call-to-buy',
      'offer',
      'price',
      'unsubscribe',
    ]);
  });

  it('is refused as a change of an honest one too', async () => {
    const { body } = await api.call('notice-author-de', 'POST /notices', { body: honestNotice });
    const changed = await api.call('notice-author-de', 'PUT /notices/{id}', {
      params: { id: body.id },
      headers: { 'if-match': '"1"' },
      body: inEmail(`<img src="${hero}" alt="">`),
    });
    expect(changed.status).toBe(422);
  });

  it('is refused at the submission, if a campaign has come to say the same', async () => {
    const written = await api.call('notice-author-de', 'POST /notices', { body: honestNotice });
    const { email } = honestNotice.content.locales.en;
    await api.givenCampaign({
      office: 'de',
      name: 'Later',
      content: { defaultLocale: 'en', locales: { en: { email } } },
    });
    const submitted = await api.call('notice-author-de', 'POST /notices/{id}/submit', {
      params: { id: written.body.id },
      body: { nobodyYet: true },
    });
    expect(submitted.status).toBe(422);
    expect(submitted.body.errors).toMatchObject([{ code: 'marketing-template', quote: email.subject }]);
  });

  it('is refused for the marketing of any office, when headquarters writes it', async () => {
    const copied = inEmail(`<img src="${hero}" alt="">`);
    expect((await api.call('notice-author', 'POST /notices', { body: copied })).status).toBe(422);
    const abroad = { ...copied, audience: { countries: ['FR'] } };
    expect((await api.call('notice-author-fr', 'POST /notices', { body: abroad })).status).toBe(201);
  });
});

it('an honest notice is saved', async () => {
  expect((await api.call('notice-author-de', 'POST /notices', { body: honestNotice })).status).toBe(201);
});

function textAt(value: unknown, path: string): string {
  const found = path
    .split('.')
    .reduce<unknown>((at, name) => new Map(Object.entries(at ?? {})).get(name), value);
  return typeof found === 'string' ? found : '';
}
