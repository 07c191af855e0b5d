/** A notice while it is being written, and the second look before its release (P-19, N-15, N-20). */
import { beforeEach, describe, expect, it } from '@jest/globals';
import { NoticeChecks, NoticePreview, NoticeReview } from '../../shared/api/notice-drafting.ts';
import type { Finding } from '../../shared/domain/promotion/finding.ts';
import { quietTelemetry } from '../support/http-service.ts';
import { createNoticeApi, honestNotice, noticeWith } from '../support/notice-api.ts';

let api: ReturnType<typeof createNoticeApi>;

beforeEach(() => {
  quietTelemetry();
  api = createNoticeApi('2026-11-25T12:00:00.000Z');
});

describe('checks', () => {
  const check = async (body: object, who = 'notice-author') => {
    const answer = await api.call(who, 'POST /notices/checks', { body });
    expect(answer.status).toBe(200);
    return NoticeChecks.parse(answer.body);
  };
  const fieldsOf = async (body: object, who?: string) =>
    (await check(body, who)).errors.map(({ field }) => field);

  it('find nothing in an honest notice', async () => {
    expect(await check(honestNotice)).toEqual({ errors: [], findings: [] });
  });

  it('find what refuses a finished one when it is saved', async () => {
    const body = noticeWith({ email: { subject: 'Safety', html: '<p>{{nobody}}: 20 % off</p>' } });
    const { errors, findings } = await check(body);
    const saved = await api.call('notice-author', 'POST /notices', { body });
    expect([...errors, ...findings]).toEqual(saved.body.errors);
    expect(findings).toMatchObject([
      { code: 'offer', level: 'refused', quote: '20 % off', start: 15, end: 23 },
    ]);
  });

  it.each([
    ['a subject alone', { content: { locales: { en: { email: { subject: 'Shop now' } } } } }],
    [
      'a text among nonsense',
      {
        kind: 7,
        content: { defaultLocale: 1, locales: { en: { email: 5, push: { body: 'Shop now', link: 3 } } } },
      },
    ],
    [
      'a text message',
      { channels: 'sms', content: { locales: { xx: { sms: { text: 'Shop now', more: 1 } }, de: 'x' } } },
    ],
  ])('look at %s before the rest is there', async (_case, body) => {
    expect((await check(body)).findings).toMatchObject([{ code: 'call-to-buy', quote: 'Shop now' }]);
  });

  it.each([
    [{}],
    [{ content: 'x' }],
    [{ content: { locales: [] } }],
    [{ content: { locales: { en: null } } }],
    [{ audience: 3, supersedes: {} }],
  ])('answer for anything: %j', async (body) => {
    expect(await fieldsOf(body)).toEqual(expect.arrayContaining(['kind', 'reference']));
  });

  it('know the rules beside the texts', async () => {
    const body = {
      ...honestNotice,
      legalReason: 'account',
      channels: ['email', 'email'],
      supersedes: 'ntc_none',
    };
    expect(await fieldsOf(body)).toEqual(['legalReason', 'channels', 'supersedes']);
    expect(await fieldsOf({ audience: { countries: ['FR'] } }, 'notice-author-de')).toContain(
      'audience.countries.0',
    );
  });
});

describe('previews', () => {
  const question = { office: 'de', kind: 'safety', reference: 'SN-1', locale: 'de' };
  const preview = async (body: object, who = 'notice-author') =>
    api.call(who, 'POST /notices/previews', { body: { ...question, ...body } });

  it('show a language as it would be sent, with why it comes and from whom, and no way to unsubscribe (P-19)', async () => {
    const email = { subject: 'Rückruf {{reference}}', html: '<p>Gerät {{deviceModel}}: größte Vorsicht</p>' };
    const push = { title: 'Rückruf', body: 'Nicht mehr laden: {{deviceModel}}' };
    const shown = NoticePreview.parse(
      (await preview({ email, push, sms: { text: `Nicht laden${' bitte'.repeat(20)}` } })).body,
    );
    expect(shown.email?.subject).toBe('Rückruf SN-1');
    for (const text of [shown.email?.html, shown.email?.text]) {
      expect(text).toContain('Gerät XQ-EC54: größte Vorsicht');
      expect(text).toContain('Sony Europe B.V.');
      expect(text).not.toMatch(/abmelden|unsubscribe/i);
    }
    expect(shown.push?.title).toBe('Rückruf');
    expect(shown.push?.body).toMatch(/^Nicht mehr laden: XQ-EC54\n.+\n— Xperia Germany$/s);
    expect(shown.sms?.text).toMatch(/^Nicht laden( bitte){20}\n.*Xperia Germany\. .*SN-1/s);
    expect(shown.sms?.segments).toBe(2);
  });

  it('show texts in other scripts, which are sent in base64', async () => {
    const email = { subject: '安全のお知らせ', html: '<p>充電を中止してください。</p>'.repeat(30) };
    const { body } = await preview({ office: 'jp', locale: 'ja', email });
    expect(body.email.html).toContain('<p>充電を中止してください。</p>');
    expect(body.email.subject).toBe('安全のお知らせ');
  });

  it('refuse what cannot be rendered, other offices, and offices that there are not', async () => {
    const email = { subject: 'x', html: '{{interests}}' };
    const refused = await preview({ email });
    expect([refused.status, refused.body.errors[0].field]).toEqual([422, 'content.locales.de.email.html']);
    expect((await preview({}, 'notice-author-fr')).status).toBe(403);
    expect((await preview({ office: 'xx' })).status).toBe(400);
  });
});

describe('the review', () => {
  const write = async (body: object) => (await api.call('notice-author', 'POST /notices', { body })).body;
  const submit = (id: string) =>
    api.call('notice-author', 'POST /notices/{id}/submit', { params: { id }, body: { nobodyYet: true } });
  const review = async (id: string) =>
    NoticeReview.parse(
      (await api.call('notice-releaser', 'GET /notices/{id}/review', { params: { id } })).body,
    );
  const looksOf = async (html: string, subject = 'Battery safety notice', change: object = {}) => {
    const { id } = await write({ ...noticeWith({ email: { subject, html } }), ...change });
    return (await review(id)).findings.map(
      ({ code, quote }: Pick<Finding, 'code' | 'quote'>) => `${code}: ${quote}`,
    );
  };

  it('has nothing to say of a plain notice', async () => {
    expect(await looksOf('<p>Stop charging your phone until it has been checked.</p>')).toEqual([]);
  });

  it.each([
    ['praise', 'Stop charging the best phone.', 'praise: best'],
    ['words of advertising', 'Stop charging. Win one.', 'promotional-word: Win'],
    ['percentages', 'Stop charging at 80 %.', 'percentage: 80 %'],
    ['exclamation marks', 'Stop charging!!', 'emphasis: !!'],
    ['capitals', 'STOP CHARGING now.', 'emphasis: STOP CHARGING'],
    ['other products', 'Stop charging your WF-1000XM5.', 'other-product: WF-1000XM5'],
    ['links', 'Please read <a href="https://www.sony.com/a">more</a>.', 'link: https://www.sony.com/a'],
    ['pictures', 'Stop. <img src="https://www.sony.com/a.png" alt="">', 'image: https://www.sony.com/a.png'],
    ['an amount that is refunded', 'Please send it: we refund EUR 499.', 'price: EUR 499'],
  ])('tells the releaser to look at %s, which it does not refuse', async (_case, html, expected) => {
    expect(await looksOf(html)).toEqual([expected]);
  });

  it('takes the affected models for what they are', async () => {
    expect(await looksOf('Stop charging your XQ-EC54.')).toEqual([]);
    expect(await looksOf('Stop charging your XQ-EC54.', undefined, { audience: {} })).toEqual([
      'other-product: XQ-EC54',
    ]);
  });

  it('tells that a subject hides its matter, that nothing is to be done, and that there is too much of it', async () => {
    expect(await looksOf('<p>Stop.</p>', 'Hello from us')).toEqual(['unclear-subject: Hello from us']);
    expect(await looksOf('<p>It is blue.</p>')).toEqual(['no-instruction: <p>It is blue.</p>']);
    const long = await looksOf(`<p>${'Stop charging it. '.repeat(200)}</p>`);
    expect(long.map((look) => look.split(':')[0])).toEqual(['long']);
  });

  it('tells that a push does not say its reference', async () => {
    const push = { title: 'Safety notice', body: 'Stop charging.' };
    const codes = async (body: string) => {
      const { id } = await write({ ...noticeWith({ push: { ...push, body } }), channels: ['push'] });
      return (await review(id)).findings.map(({ code }) => code);
    };
    expect(await codes('Stop charging.')).toEqual(['no-reference']);
    expect(await codes('Stop charging. {{reference}}')).toEqual([]);
    expect(await codes('Stop charging. SN-2026-11')).toEqual([]);
  });

  it('compares with the submission before (N-15)', async () => {
    const { id } = await write(honestNotice);
    expect(await review(id)).toMatchObject({ version: 1 });
    expect((await review(id)).changes).toBeUndefined();
    const since = (await submit(id)).body.updatedAt;
    expect(await review(id)).toMatchObject({ version: 2 });
    expect((await review(id)).changes).toBeUndefined();
    const changed = noticeWith({
      email: { subject: 'Battery safety notice', html: '<p>Stop charging it.</p>' },
    });
    await api.call('notice-author', 'PUT /notices/{id}', {
      params: { id },
      headers: { 'if-match': '"2"' },
      body: changed,
    });
    expect((await submit(id)).status).toBe(200);
    expect(await review(id)).toMatchObject({
      version: 4,
      changes: {
        since,
        fields: [
          {
            field: 'content.locales.en.email.html',
            before: '<p>Stop charging your phone until it has been checked.</p>',
            after: '<p>Stop charging it.</p>',
          },
        ],
      },
    });
  });

  it('names the languages of affected people that it has no text for', async () => {
    expect((await review((await write(honestNotice)).id)).missingLocales).toEqual(['de']);
    const { missingLocales } = await review((await write({ ...honestNotice, audience: {} })).id);
    expect(missingLocales).toEqual(expect.arrayContaining(['ar', 'de', 'ja', 'pt-BR']));
    expect(missingLocales).not.toContain('en');
  });

  it('is for those who write and release, of their own office', async () => {
    const { id } = await write(honestNotice);
    const as = async (who: string) =>
      (await api.call(who, 'GET /notices/{id}/review', { params: { id } })).status;
    expect(await as('notice-releaser-de')).toBe(403);
    expect(await as('auditor')).toBe(403);
    expect(await as('marketer-de')).toBe(403);
  });
});
