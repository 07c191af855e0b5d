/** A campaign while it is being written: checks and previews keep nothing and tell all. */
import { beforeEach, describe, expect, it } from '@jest/globals';
import { stableHash } from '../../shared/domain/hash.ts';
import { createCampaignWorld, draft, problemOf } from '../support/campaign-world.ts';
import { quietTelemetry } from '../support/http-service.ts';

const now = '2026-11-23T12:00:00.000Z';
let world: ReturnType<typeof createCampaignWorld>;

beforeEach(() => {
  quietTelemetry();
  world = createCampaignWorld(now);
});

const emailOf = (email: object, more: object = {}) => ({
  ...draft,
  content: { defaultLocale: 'de', locales: { de: { email }, ...more } },
});

describe('checks', () => {
  const check = async (body: object, who = 'marketer-de') =>
    (await world.call(who, 'POST /campaigns/checks', { body })).body;
  const codesOf = async (body: object) =>
    (await check(body)).warnings.map(
      ({ code, field }: { code: string; field: string }) => `${code} ${field}`,
    );

  it('find in a finished draft what refuses it when it is saved', async () => {
    const broken = emailOf({ subject: 'x\ny', html: '<p>{{nobody}}</p>' });
    const { errors } = await check(broken);
    const saved = await world.call('marketer-de', 'POST /campaigns', { body: broken });
    expect(errors).toEqual(saved.body.errors);
    expect(errors.map(({ field }: { field: string }) => field)).toEqual([
      'content.locales.de.email.subject',
      'content.locales.de.email.html',
    ]);
  });

  it('look at the texts before the rest is there, and say what is missing', async () => {
    const { errors } = await check({
      office: 'de',
      content: {
        defaultLocale: 'de',
        locales: { de: { email: { subject: '{{nobody}}', html: '<p>x</p>' } } },
      },
    });
    const fields = errors.map(({ field }: { field: string }) => field);
    expect(fields).toEqual(
      expect.arrayContaining(['name', 'topic', 'channels', 'content.locales.de.email.subject']),
    );
  });

  it('take any object, and say what is not known in it', async () => {
    expect((await check({})).errors.length).toBeGreaterThan(3);
    expect((await check({ ...draft, content: 'x', extra: 1 })).errors).toEqual(
      expect.arrayContaining([expect.objectContaining({ field: 'extra' })]),
    );
    expect((await check({ office: 7, content: { defaultLocale: 1, locales: [] } })).errors).not.toEqual([]);
  });

  it('list the variables with samples; only the personalised ones say something of a profile (P-17)', async () => {
    const { variables } = await check({ office: 'de' });
    const names = (list: { name: string }[]) => list.map(({ name }) => name);
    expect(names(variables.generic)).toEqual(['officeName', 'country', 'language']);
    expect(names(variables.personalised)).toEqual(expect.arrayContaining(['deviceModel', 'interests']));
    for (const { sample } of variables.personalised) expect(sample).not.toBe('');
  });

  it.each([
    ['a language that there is not', { defaultLocale: 'qq', locales: { qq: {} } }, 'content.locales.qq'],
    ['a script', { html: '<p>x</p>\n<script>1</script>' }, 'content.locales.de.email.html'],
    ['a handler', { html: '<p onclick="x()">x</p>' }, 'content.locales.de.email.html'],
    [
      'a link that runs something',
      { html: '<a href="javascript:x()">x</a>' },
      'content.locales.de.email.html',
    ],
    ['a redirection', { html: '<meta http-equiv="refresh" content="0">' }, 'content.locales.de.email.html'],
  ])('refuse %s, as saving does', async (_case, change, field) => {
    const isContent = 'locales' in change;
    const body = isContent ? { ...draft, content: change } : emailOf({ subject: 'x', ...change });
    const saved = await world.call('marketer-de', 'POST /campaigns', { body });
    expect(saved.status).toBe(422);
    for (const errors of [saved.body.errors, (await check(body)).errors])
      expect(errors.map((error: { field: string }) => error.field)).toContain(field);
  });

  it.each(['a\nb', 'a\u202eb', '\u200b'])('refuse a name with hidden characters: %j', async (name) => {
    const saved = await world.call('marketer-de', 'POST /campaigns', { body: { ...draft, name } });
    expect(problemOf(saved)).toEqual({ status: 400, fields: ['name'] });
  });

  it('say that a draft is too large before it is saved', async () => {
    const random = (seed: number) =>
      Array.from({ length: 60_000 }, (_, index) => stableHash(`${seed}:${index}`).toString(36)).join('');
    const locales = Object.fromEntries(
      ['de', 'en', 'fr'].map((locale, seed) => [
        locale,
        { email: { subject: 'x', html: `<p>${random(seed).slice(0, 190_000)}</p>` } },
      ]),
    );
    const body = { ...draft, content: { defaultLocale: 'de', locales } };
    const fields = (await check(body)).errors.map(({ field }: { field: string }) => field);
    expect(fields).toEqual(['content']);
    expect(problemOf(await world.call('marketer-de', 'POST /campaigns', { body }))).toEqual({
      status: 422,
      fields: ['content'],
    });
  });

  it('warn of images without alt text and of links without https, line by line', async () => {
    const html =
      '<p>x</p>\n<img src="https://www.example.com/a.png">\n<a href="http://www.example.com">x</a>';
    const { warnings } = await check(emailOf({ subject: 'x', html }));
    const messages = warnings.map(({ code, message }: { code: string; message: string }) => [
      code,
      message.slice(0, 7),
    ]);
    expect(messages).toEqual(
      expect.arrayContaining([
        ['missing-alt', 'Line 2:'],
        ['link-not-https', 'Line 3:'],
      ]),
    );
    const clean = '<img alt="" src="https://www.example.com/a.png"><a href="https://www.example.com">x</a>';
    expect(await codesOf(emailOf({ subject: 'x', html: clean }))).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/missing-alt|link-not-https/)]),
    );
  });

  it('warn of languages and channels without a text, and of what phones cut off', async () => {
    const both = {
      ...emailOf({ subject: 'x'.repeat(61), html: '<p>x</p>' }, { en: {} }),
      channels: ['email', 'push'],
    };
    expect(await codesOf(both)).toEqual(
      expect.arrayContaining([
        'missing-text content.locales.en.email',
        'missing-text content.locales.de.push',
        'subject-length content.locales.de.email.subject',
      ]),
    );
    expect(await codesOf(emailOf({ subject: 'x', html: '<p>x</p>' }))).toContain(
      'missing-locale content.locales.en.email',
    );
  });

  it('count what phones show in characters, and warn of one too many', async () => {
    const pushOf = (title: string) => ({
      ...draft,
      channels: ['push'],
      content: { defaultLocale: 'de', locales: { de: { push: { title, body: 'x' } } } },
    });
    const isLong = async (body: object) =>
      (await codesOf(body)).some((words: string) => words.startsWith('subject-length'));
    const mailOf = (subject: string) => emailOf({ subject, html: '<p>x</p>' });
    expect([await isLong(mailOf('📷'.repeat(60))), await isLong(mailOf('📷'.repeat(61)))]).toEqual([
      false,
      true,
    ]);
    expect([await isLong(pushOf('x'.repeat(45))), await isLong(pushOf('x'.repeat(46)))]).toEqual([
      false,
      true,
    ]);
  });

  it('warn of twenty places in a text and no more', async () => {
    const html = '<img src="https://www.example.com/a.png">'.repeat(21);
    const codes = await codesOf(emailOf({ subject: 'x', html }));
    expect(codes.filter((words: string) => words.startsWith('missing-alt'))).toHaveLength(20);
  });

  it('say whom a label is for: everybody, or those who never agreed', async () => {
    const labelOf = async (office: string) =>
      (await check({ ...draft, office }, `marketer-${office}`)).warnings.find(
        ({ code }: { code: string }) => code === 'label',
      ).message;
    expect(await labelOf('kr')).toContain('every reader');
    expect(await labelOf('sg')).toContain('readers without an express grant');
  });

  it('warn of a campaign without a filter, of labels, and of hours that never come (N-16)', async () => {
    expect(await codesOf(draft)).toContain('everyone audience');
    expect(await codesOf({ ...draft, audience: { countries: ['AT'] } })).not.toContain('everyone audience');
    const { warnings } = await check({ ...draft, office: 'kr' }, 'marketer-kr');
    expect(warnings).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ code: 'label', message: expect.stringContaining('(광고)') }),
      ]),
    );
    const sendWindow = { days: [1, 2, 3, 4, 5], start: '22:00', end: '06:00' };
    await world.settings.save('kr', { settings: { testContacts: [], sendWindow }, version: 1 }, 0);
    const night = await check({ ...draft, office: 'kr', channels: ['push'] }, 'marketer-kr');
    expect(night.warnings).toEqual(
      expect.arrayContaining([expect.objectContaining({ code: 'window-closed' })]),
    );
  });

  it('are for the own office (P-20)', async () => {
    expect((await world.call('marketer-fr', 'POST /campaigns/checks', { body: draft })).status).toBe(403);
  });
});

describe('a preview', () => {
  const preview = (body: object, who = 'marketer-de') =>
    world.call(who, 'POST /campaigns/previews', { body: { office: 'de', locale: 'de', ...body } });

  it('fills in samples, escaped in HTML, with the footer of the office (P-01)', async () => {
    const { body } = await preview({ email: { subject: 'Von {{officeName}}', html: '<p>{{country}}</p>' } });
    expect(body.email.subject).toBe('Von Xperia Germany');
    expect(body.email.html).toContain('<p>Deutschland</p>');
    expect(body.email.html).toContain('Sony Corporation');
  });

  it('shows the label of the reader’s country', async () => {
    const push = { title: 'News', body: 'x', image: 'https://www.example.com/a.png' };
    const { body } = await preview({ office: 'kr', locale: 'ko', country: 'KR', push }, 'marketer-kr');
    expect(body).toMatchObject({ label: '(광고)', push: { title: '(광고) News', image: push.image } });
  });

  it('refuses a variable that the text may not have, with the field', async () => {
    const email = { subject: '{{deviceModel}}', html: '<p>x</p>' };
    expect(problemOf(await preview({ email }))).toEqual({
      status: 422,
      fields: ['content.locales.de.email.subject'],
    });
    expect((await preview({ email, variant: 'personalised' })).body.email.subject).toBe('XQ-EC54');
  });

  it('is for the own office (P-20)', async () => {
    expect((await preview({ push: { title: 'x', body: 'x' } }, 'marketer-fr')).status).toBe(403);
  });
});
