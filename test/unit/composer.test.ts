/** The logic of the composer without a page: where a finding belongs, what is said of it, and which answer counts. */
import { describe, expect, it, jest } from '@jest/globals';
import { checkCampaign } from '../../functions/campaigns/check-campaign.ts';
import type { Api } from '../../functions/console/client/api/client.ts';
import { createLatest } from '../../functions/console/client/api/latest.ts';
import { ApiProblem } from '../../functions/console/client/api/problem.ts';
import { emptyForm, toDraft } from '../../functions/console/client/composer/campaign-form.ts';
import { exclusionsOf, profilingOf } from '../../functions/console/client/composer/estimate-figures.ts';
import { placeOf } from '../../functions/console/client/composer/field-places.ts';
import { countIn, findingsOf, isShown } from '../../functions/console/client/composer/findings.ts';
import { insertText } from '../../functions/console/client/composer/insert-text.ts';
import { campaignCreator } from '../../functions/console/client/composer/saved-campaign.ts';
import { instantAt, wallTime } from '../../functions/console/client/composer/zoned-time.ts';
import { createFormat } from '../../functions/console/client/i18n/format.ts';
import { catalogs } from '../../functions/console/client/i18n/languages.ts';
import { nearestField } from '../../functions/console/client/ui/field-path.ts';
import { knownWords } from '../../functions/console/client/ui/finding-words.ts';
import { defaultSettings } from '../../shared/domain/office-settings.ts';

const now = '2026-11-25T12:00:00.000Z';
const actor = { kind: 'staff', user: 'marketer-de', roles: ['marketer'], office: 'de' } as const;

describe('where a field is', () => {
  it.each([
    ['name', { step: 'basics', name: 'name' }],
    ['audience.countries.3', { step: 'audience', name: 'countries' }],
    ['frequencyCap.max', { step: 'schedule', name: 'max' }],
    ['holdoutPercent', { step: 'test', name: 'holdoutPercent' }],
    ['arms', { step: 'test', name: 'arms' }],
    ['arms.1.percent', { step: 'test', arm: 2, name: 'percent' }],
    ['content.defaultLocale', { step: 'content', arm: 0, variant: 'generic', name: 'defaultLocale' }],
    [
      'personalised.locales.de.push',
      { step: 'content', arm: 0, variant: 'personalised', locale: 'de', channel: 'push', name: 'push' },
    ],
    [
      'arms.0.content.locales.pt-BR.email.subject',
      { step: 'content', arm: 1, variant: 'generic', locale: 'pt-BR', channel: 'email', name: 'subject' },
    ],
  ])('%s', (path, place) => expect(placeOf(path)).toMatchObject(place));

  it('goes to the field itself, to one within, or to the nearest around', () => {
    const shown = ['audience.countries', 'frequencyCap', 'frequencyCap.max', 'frequencyCap.days'];
    expect(nearestField('frequencyCap.days', shown)).toBe('frequencyCap.days');
    expect(nearestField('audience.countries.3', shown)).toBe('audience.countries');
    expect(nearestField('audience', shown)).toBe('audience.countries');
    expect(nearestField('content', shown)).toBeUndefined();
  });
});

describe('findings', () => {
  const checks = {
    errors: [
      { field: 'name', message: 'is missing' },
      {
        field: 'content.locales.de.email',
        message: 'The default language has no text for the channel email',
      },
      { field: 'content.locales.de.email.html', message: 'is missing' },
      {
        field: 'content.locales.en.push.title',
        message: 'Line 1: unknown variable {{x}}; there are {{country}}',
      },
    ],
    warnings: [{ field: 'audience', code: 'everyone' as const, message: 'No filter is set: …' }],
    variables: { generic: [], personalised: [] },
  };
  const findings = findingsOf(checks, [{ field: 'name', message: 'is missing' }]);

  it('come once each, and a group is not blamed beside its fields', () => {
    expect(findings.map(({ field, kind }) => `${kind} ${field}`)).toEqual([
      'missing name',
      'missing content.locales.de.email.html',
      'error content.locales.en.push.title',
      'warning audience',
    ]);
  });

  it('say what is missing only to somebody who tries to save', () => {
    expect(findings.filter((finding) => isShown(finding, false))).toHaveLength(1);
    expect(findings.filter((finding) => isShown(finding, true))).toHaveLength(3);
  });

  it('are counted on every tab that leads to them', () => {
    expect(countIn(findings, true, { step: 'content' })).toBe(2);
    expect(countIn(findings, true, { locale: 'en' })).toBe(1);
    expect(countIn(findings, true, { locale: 'en', arm: 1 })).toBe(0);
    expect(countIn(findings, false, { step: 'basics' })).toBe(0);
  });

  const mail = { subject: 'S', html: '<p>H</p>' };
  const content = (email: object, push?: object) => ({
    defaultLocale: 'de',
    locales: { de: { email, push } },
  });
  const whole = { office: 'de', name: 'N', topic: 'news', channels: ['email'], content: content(mail) };
  it.each([
    ['nothing', { office: 'de' }],
    [
      'lengths',
      { ...whole, name: 'n'.repeat(201), content: content({ subject: 's'.repeat(201), html: '' }) },
    ],
    ['numbers', { ...whole, holdoutPercent: 60, frequencyCap: { max: 0, days: 91 }, channels: [] }],
    ['halves', { ...whole, frequencyCap: { max: 1.5 }, expiresAt: 'soon', audience: { countries: ['xx'] } }],
    [
      'links',
      {
        ...whole,
        content: content(mail, { title: 'T', body: 'B', link: 'www', image: 'https://a.b/{{country}}' }),
      },
    ],
    [
      'arms',
      {
        ...whole,
        arms: [
          { name: 'B', percent: 60, content: content({}) },
          { name: 'B', percent: 50, content: content(mail) },
        ],
      },
    ],
    [
      'times',
      { ...whole, schedule: { at: '2026-01-01T10:00', timezone: 'UTC' }, expiresAt: '2025-01-01T00:00:00Z' },
    ],
    ['zone', { ...whole, schedule: { at: '2027-01-01T10:00', timezone: 'Mars' } }],
    [
      'day',
      { ...whole, schedule: { at: '2027-02-31T10:00', timezone: 'UTC' }, audience: { countries: ['FR'] } },
    ],
    [
      'template',
      {
        ...whole,
        content: content({
          subject: 'a\nb {{x}}',
          html: '<p>{{{country}}} {{#if a}}{{/if}} {{a.b}}</p><!-- ',
        }),
      },
    ],
    ['braces', { ...whole, content: content({ subject: '{{', html: '<img src="http://a.b/c">' }) }],
    ['size', { ...whole, channels: ['push'], content: content(mail, { title: 'T', body: '𝕏'.repeat(490) }) }],
    ['languages', { ...whole, content: { defaultLocale: 'xx', locales: { de: {}, en: { email: mail } } } }],
    [
      'long subject',
      {
        ...whole,
        content: content({ ...mail, subject: 's'.repeat(61) }),
        personalised: { defaultLocale: 'de', locales: { de: {} } },
      },
    ],
  ])('have words in every language of the page: %s', async (_, draft) => {
    const settings = { load: async () => ({ settings: defaultSettings, version: 0 }) };
    const { errors, warnings } = await checkCampaign({ settings }, draft, actor, now);
    const messages = [...errors, ...warnings].map(({ message }) => message);
    expect(messages.length).toBeGreaterThan(0);
    for (const [language, text] of Object.entries(catalogs)) {
      const unknown = messages.filter(
        (message) => knownWords(message, text, createFormat(language)) === undefined,
      );
      expect([language, unknown]).toEqual([language, []]);
    }
  });
});

describe('questions while somebody types', () => {
  const scene = () => {
    const waiting: (() => void)[] = [];
    const answers = new Map<string, (reply: string) => void>();
    const replies: string[] = [];
    const failures: unknown[] = [];
    const latest = createLatest<string, string>({
      ask: (question) => new Promise((resolve) => answers.set(question, resolve)),
      onReply: (reply) => replies.push(reply),
      onFailure: (error) => failures.push(error),
      delayMs: 300,
      later: (run) => {
        waiting.push(run);
        return () => waiting.splice(waiting.indexOf(run), 1);
      },
    });
    const pause = () => {
      for (const run of waiting.splice(0)) run();
    };
    return { latest, answers, replies, pause };
  };
  const settled = () => new Promise((resolve) => setImmediate(resolve));

  it('are asked once for many keys', () => {
    const { latest, answers, pause } = scene();
    for (const typed of ['a', 'ab', 'abc']) latest.ask(typed);
    pause();
    expect([...answers.keys()]).toEqual(['abc']);
  });

  it('give the answer to the latest one only, in whatever order answers come', async () => {
    const { latest, answers, replies, pause } = scene();
    latest.ask('old');
    pause();
    latest.ask('new');
    pause();
    answers.get('new')?.('to new');
    answers.get('old')?.('to old');
    await settled();
    expect(replies).toEqual(['to new']);
  });

  it('have no answer after the end', async () => {
    const { latest, answers, replies, pause } = scene();
    latest.ask('last');
    pause();
    latest.stop();
    answers.get('last')?.('too late');
    await settled();
    expect(replies).toEqual([]);
  });
});

describe('saving a new campaign', () => {
  const draftOf = (name: string) => toDraft({ ...emptyForm({ id: 'de', languages: ['de'] }), name });
  const answer = (etag: string) => ({ body: { id: 'cmp_1' }, etag });
  const lost = new ApiProblem({ status: 0, title: 'No answer', detail: 'The service did not answer.' });
  const refused = new ApiProblem({ status: 422, title: 'Unprocessable', detail: 'The name is missing.' });

  function creatorWith(firstAnswer: ApiProblem | undefined) {
    const answers = [...(firstAnswer ? [firstAnswer] : []), answer('"1"')];
    const post = jest.fn(async (_path: string, _draft: unknown, _options: { idempotencyKey: string }) => {
      const next = answers.shift() ?? answer('"1"');
      if (next instanceof ApiProblem) throw next;
      return next;
    });
    const put = jest.fn(async (..._call: unknown[]) => answer('"2"'));
    return { create: campaignCreator({ post, put } as unknown as Api), post, put };
  }

  it('is done with the first answer', async () => {
    const { create, put } = creatorWith(undefined);
    expect((await create(draftOf('Autumn'))).etag).toBe('"1"');
    expect(put).not.toHaveBeenCalled();
  });

  it('puts what is there now over what a try before, whose answer was lost, has made', async () => {
    const { create, post, put } = creatorWith(lost);
    await expect(create(draftOf('Before'))).rejects.toBe(lost);
    expect((await create(draftOf('Now'))).etag).toBe('"2"');
    const [first, second] = post.mock.calls;
    // The API refuses another body with the same key.
    expect(second).toEqual(first);
    expect(put.mock.calls).toEqual([['/campaigns/cmp_1', draftOf('Now'), { ifMatch: '"1"' }]]);
  });

  it('begins anew after a refusal, which has made nothing', async () => {
    const { create, post, put } = creatorWith(refused);
    await expect(create(draftOf(''))).rejects.toBe(refused);
    await create(draftOf('Now'));
    const [first, second] = post.mock.calls;
    expect(second?.[1]).toEqual(draftOf('Now'));
    expect(second?.[2].idempotencyKey).not.toBe(first?.[2].idempotencyKey);
    expect(put).not.toHaveBeenCalled();
  });
});

describe('small things', () => {
  it('a new campaign begins in the first language of the office', () => {
    expect(emptyForm({ id: 'ch', languages: ['fr', 'de'] }).arms[0].content.defaultLocale).toBe('fr');
  });

  it('a variable takes the place of what is selected', () => {
    expect(insertText('Hello there', { start: 6, end: 11 }, '{{country}}')).toEqual({
      text: 'Hello {{country}}',
      cursor: 17,
    });
    expect(insertText('', { start: 9, end: 9 }, 'x')).toEqual({ text: 'x', cursor: 1 });
  });

  it('a time is that of the office in summer and in winter', () => {
    expect(instantAt('2026-07-01T18:00', 'Europe/Berlin')).toBe('2026-07-01T16:00:00.000Z');
    expect(instantAt('2026-12-24T18:00', 'Europe/Berlin')).toBe('2026-12-24T17:00:00.000Z');
    expect(wallTime('2026-12-24T18:00:00+01:00', 'Asia/Tokyo')).toBe('2026-12-25T02:00');
    expect([instantAt('', 'UTC'), wallTime('soon', 'UTC')]).toEqual(['', '']);
  });

  it('the estimate adds up, and tells who can be chosen by interests (P-17)', () => {
    const estimate = {
      audience: 100,
      willSend: 20,
      excluded: { 'no-consent': 50, 'profiling-refused': 20, 'not-interested': 10, holdout: 0 },
    };
    const rows = exclusionsOf(estimate);
    expect(rows.map(({ reason }) => reason)).toEqual(['no-consent', 'profiling-refused', 'not-interested']);
    expect(rows.reduce((sum, { count }) => sum + count, estimate.willSend)).toBe(estimate.audience);
    expect(profilingOf(estimate)).toEqual({ agreed: 30, of: 50 });
  });
});
