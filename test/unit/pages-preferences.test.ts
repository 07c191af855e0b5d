/** The preference centre over the real HTTP bundle: what it shows, what its form changes, and what nobody can do with its link. */
import { beforeEach, describe, expect, it } from '@jest/globals';
import { readChoices } from '../../functions/pages/read-choices.ts';
import { sha256 } from '../../shared/adapters/keyring.ts';
import { verifyChain } from '../../shared/domain/ledger.ts';
import { choicesOf } from '../../shared/domain/person-preferences.ts';
import { policyVersion } from '../../shared/domain/policy-version.ts';
import type { Answer } from '../../shared/domain/preferences.ts';
import { ruleBook } from '../../shared/domain/rules/rule-book.ts';
import { catalogFor } from '../../shared/i18n/catalog.ts';
import { wordingId } from '../../shared/i18n/wording.ts';
import { quietTelemetry } from '../support/http-service.ts';
import { createPageWorld, type PageWorld, readForm } from '../support/page-world.ts';

const grantAll: Answer[] = [
  { purpose: 'marketing', channel: 'email', state: 'granted' },
  { purpose: 'marketing', channel: 'push', state: 'granted' },
  { purpose: 'profiling', state: 'granted' },
  { purpose: 'diagnostics', contactId: 'dev_1', state: 'granted' },
];
const british = { country: 'GB', language: 'en', phones: 1 } as const;
const german = { country: 'DE', language: 'de', phones: 1 } as const;

let pages: PageWorld;

beforeEach(() => {
  quietTelemetry();
  pages = createPageWorld();
});

async function choices() {
  const record = await pages.load();
  const now = new Date().toISOString();
  return choicesOf(record, ruleBook.ruleFor(record.person, now), now);
}

const without = (form: Record<string, string>, ...names: string[]) =>
  Object.fromEntries(Object.entries(form).filter(([name]) => !names.includes(name)));

describe('the page', () => {
  it('names office and controller, shows all choices, and says that notices still come (P-01, P-15, P-18, P-19)', async () => {
    await pages.givePerson({ ...british, answers: grantAll });
    const { status, text } = await pages.get('p');
    expect(status).toBe(200);
    for (const words of [
      'Xperia United Kingdom',
      'Sony Corporation',
      'Emails',
      'Notifications',
      'News',
      'Offers',
    ])
      expect(text).toContain(words);
    for (const name of ['topics.articles', 'topics.recommendations', 'profiling', 'diagnostics'])
      expect(text).toContain(`name="${name}"`);
    expect(text).toContain('Messages about the safety of your phone');
    expect(text).toContain('Refuse all marketing');
  });

  it('shows a masked address, and neither tokens, ids nor models of phones (N-11, P-12)', async () => {
    await pages.givePerson({ ...british, answers: grantAll });
    const { text } = await pages.get('p');
    expect(text).toContain('o•••@e•••.com');
    expect(text.replaceAll(pages.tokenOf(), '')).not.toMatch(/one@example|per_1|con_1|dev_1|XQ-EC54/);
  });

  it('shows the history with dates and sources (N-12)', async () => {
    await pages.givePerson({ ...british, timezone: 'Europe/London', answers: grantAll });
    await pages.post('u', { 'List-Unsubscribe': 'One-Click' });
    const { text } = await pages.get('p');
    expect(text).toContain('Unsubscribe button of the mail program');
    expect(text).toContain('Account');
    expect(text).toMatch(/<time datetime="2026-11-01T00:00:00\.000Z">[^<]*Nov[^<]*2026/);
    expect(text.indexOf('Unsubscribe button')).toBeLessThan(text.indexOf('>Account<'));
  });

  it.each(['GET', 'HEAD'] as const)('%s changes nothing, however often (N-10)', async (method) => {
    await pages.givePerson({ ...british, answers: grantAll });
    const before = JSON.stringify(pages.table.all());
    for (let time = 0; time < 3; time++)
      expect((await pages.ask(`${method} /p/{token}`, pages.tokenOf())).status).toBe(200);
    expect(JSON.stringify(pages.table.all())).toBe(before);
  });

  it('says until when a consent is valid, and when it has ended (Korea 24 months, France 36)', async () => {
    const [email] = grantAll.slice(0, 1);
    await pages.givePerson({
      country: 'KR',
      language: 'en',
      timezone: 'Asia/Seoul',
      answers: [email as Answer],
    });
    expect((await pages.get('p')).text).toContain('Your consent is valid until November 1, 2028.');
    pages = createPageWorld();
    await pages.givePerson({
      country: 'FR',
      language: 'en',
      answers: [email as Answer],
      at: '2023-01-31T10:00:00.000Z',
    });
    const { text } = await pages.get('p');
    expect(text).toContain('Your consent ended on 31 January 2026.');
    expect(readForm(text)['marketing.email']).toBeUndefined();
  });
});

describe('saving', () => {
  it('changes only what the reader changed, with wording, language and policy version on the ledger (P-24, N-12)', async () => {
    await pages.givePerson({ ...british, answers: grantAll });
    const form = await pages.formOf();
    const answer = await pages.post('p', {
      ...without(form, 'marketing.push', 'topics.offers'),
      act: 'save',
    });
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('role="status"');
    const now = await choices();
    expect([now.email?.on, now.push?.on, now.topics.offers, now.profiling]).toEqual([
      true,
      false,
      'denied',
      'granted',
    ]);
    const entries = (await pages.people.readLedger('per_1')).filter(({ source }) => source === 'link');
    expect(entries).toHaveLength(2);
    const catalog = catalogFor(['en']);
    expect(entries[0]).toMatchObject({
      purpose: 'marketing',
      channel: 'push',
      state: 'denied',
      wording: wordingId(catalog, 'centre.push.detail'),
      wordingLanguage: 'en',
      policyVersion,
      actor: { kind: 'person' },
    });
    expect(entries[1]).toMatchObject({
      topic: 'offers',
      wording: wordingId(catalog, 'centre.topics.detail'),
    });
    const { person } = await pages.load();
    expect(verifyChain(await pages.people.readLedger('per_1'), person.ledgerHead?.hash, sha256)).toEqual({
      valid: true,
    });
  });

  it('an untouched form changes nothing and says so', async () => {
    await pages.givePerson({ ...british, answers: grantAll });
    const before = JSON.stringify(pages.table.all());
    const { text } = await pages.post('p', { ...(await pages.formOf()), act: 'save' });
    expect(text).toContain('Nothing was changed');
    expect(JSON.stringify(pages.table.all())).toBe(before);
  });

  it('one button refuses all marketing, also on phones and addresses to come (P-15)', async () => {
    await pages.givePerson({ ...british, answers: grantAll });
    const { text } = await pages.post('p', { act: 'refuse' });
    expect(text).toContain('All marketing from');
    const now = await choices();
    expect([now.email?.on, now.push?.on]).toEqual([false, false]);
    expect(Object.keys((await pages.load()).person.refusals).sort()).toEqual(['email', 'push']);
  });

  it('the language is kept, and the page goes on in it (P-07)', async () => {
    await pages.givePerson({ ...british, answers: grantAll });
    const { text } = await pages.post('p', { ...(await pages.formOf()), language: 'ar', act: 'save' });
    expect(text).toContain('<html lang="ar" dir="rtl">');
    expect((await pages.load()).person.language).toBe('ar');
  });

  it('a form on an older version loses its grants and keeps its refusals', async () => {
    await pages.givePerson({ ...british, answers: grantAll });
    await pages.post('p', { 'topics.news': 'denied', act: 'save' });
    const stale = await pages.formOf();
    await pages.post('u', { 'List-Unsubscribe': 'One-Click' });
    const form = { ...without(stale, 'profiling'), 'topics.news': 'granted', act: 'save' };
    const answer = await pages.post('p', form);
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('role="alert"');
    const now = await choices();
    expect([now.email?.on, now.topics.news, now.profiling]).toEqual([false, 'denied', 'denied']);
  });

  it('an address that is another person’s by now can only refuse, and is shown nothing (N-11)', async () => {
    await pages.givePerson({ ...british, answers: grantAll });
    const token = pages.tokenOf({ contactId: 'con_of_before' });
    const { text } = await pages.get('p', token);
    expect(text).not.toMatch(/•••|type="checkbox"|<li><time/);
    await pages.post('p', { 'marketing.push': 'granted', version: '1', act: 'save' }, token);
    expect([(await choices()).email?.on, (await choices()).push?.on]).toEqual([false, false]);
  });

  it('a grant of an address from a social sign-in is asked for expressly (P-03)', async () => {
    await pages.givePerson({ country: 'US', subdivision: 'US-NY', language: 'en', emailSource: 'facebook' });
    const form = await pages.formOf();
    expect(form['was.marketing.email']).toBe('denied');
    await pages.post('p', { ...form, 'marketing.email': 'granted', act: 'save' });
    expect((await choices()).email).toMatchObject({ on: true, status: 'granted' });
  });
});

describe('bad input', () => {
  it.each([
    [
      'an oversized form',
      'x='.padEnd(20_000, 'y'),
      { 'content-type': 'application/x-www-form-urlencoded' },
      413,
    ],
    ['a form of another kind', '{}', { 'content-type': 'application/json' }, 415],
    [
      'bytes that are no text',
      new Uint8Array([0xff, 0xfe, 0x00]),
      { 'content-type': 'application/x-www-form-urlencoded' },
      400,
    ],
  ])('%s gets a page with words, and changes nothing', async (_, body, headers, status) => {
    await pages.givePerson({ ...british, answers: grantAll });
    const before = JSON.stringify(pages.table.all());
    const answer = await pages.ask('POST /p/{token}', pages.tokenOf(), { body, headers });
    expect(answer.status).toBe(status);
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(answer.text).toContain('Nothing has changed');
    expect(JSON.stringify(pages.table.all())).toBe(before);
  });

  it('unknown topics and fields are left alone; a field that came twice is a refusal', () => {
    expect(
      readChoices({ 'topics.gossip': 'granted', 'was.marketing.push': 'granted', x: ['1'] }).change,
    ).toMatchObject({
      topics: {},
      marketing: { push: 'denied' },
    });
    expect(readChoices({ profiling: ['granted', 'denied'] }).change.profiling).toBe('denied');
    expect(readChoices(JSON.parse('{"__proto__":{"profiling":"granted"}}')).change.profiling).toBeUndefined();
    expect(readChoices({ language: '<script>', 'was.language': 'en' }).language).toBeUndefined();
  });

  it('a version that is none is no version', async () => {
    await pages.givePerson({ ...british });
    const answer = await pages.post('p', { 'topics.news': 'granted', version: '1e3', profiling: 'granted' });
    expect(answer.status).toBe(409);
    expect((await choices()).profiling).toBe('denied');
  });
});

describe('Global Privacy Control (P-26)', () => {
  const signal = { headers: { 'Sec-GPC': '1' } };
  const californian = {
    country: 'US',
    subdivision: 'US-CA',
    language: 'en',
    answers: grantAll.slice(0, 3),
    phones: 1,
  };

  it('is a refusal of profiling where the law says so: shown, and on the ledger once', async () => {
    await pages.givePerson(californian);
    const { text } = await pages.get('p', pages.tokenOf(), signal);
    expect(text).toContain('Global Privacy Control');
    await pages.get('u', pages.tokenOf(), signal);
    const entries = (await pages.people.readLedger('per_1')).filter(({ source }) => source === 'gpc');
    expect(entries).toMatchObject([{ purpose: 'profiling', state: 'denied', actor: { kind: 'person' } }]);
    expect((await choices()).email?.on).toBe(true);
  });

  it('cannot be granted over by the form as long as the browser sends it', async () => {
    await pages.givePerson(californian);
    const form = await pages.formOf(pages.tokenOf(), signal);
    await pages.post('p', { ...form, profiling: 'granted', act: 'save' }, pages.tokenOf(), signal);
    expect((await choices()).profiling).toBe('denied');
    const later = await pages.formOf();
    await pages.post('p', { ...later, profiling: 'granted', act: 'save' });
    expect((await choices()).profiling).toBe('granted');
  });

  it.each([
    ['Germany', { country: 'DE' }, { 'Sec-GPC': '1' }],
    ['New York', { country: 'US', subdivision: 'US-NY' }, { 'Sec-GPC': '1' }],
    ['another value', californian, { 'Sec-GPC': '0' }],
    ['a prefetch', californian, { 'Sec-GPC': '1', 'Sec-Purpose': 'prefetch;prerender' }],
    ['an old prefetch', californian, { 'Sec-GPC': '1', 'X-Moz': 'prefetch' }],
  ])('changes nothing for %s', async (_, place, headers) => {
    await pages.givePerson({ language: 'en', answers: grantAll.slice(0, 3), ...place });
    await pages.get('p', pages.tokenOf(), { headers });
    await pages.ask('HEAD /p/{token}', pages.tokenOf(), { headers: { 'Sec-GPC': '1' } });
    expect((await choices()).profiling).toBe('granted');
  });

  it('counts for somebody of the US whose state is not known', async () => {
    await pages.givePerson({ country: 'US', language: 'en', answers: grantAll.slice(0, 3) });
    await pages.get('p', pages.tokenOf(), signal);
    expect((await choices()).profiling).toBe('denied');
  });
});

describe('a language that is none', () => {
  it.each(['xx!!', 'en_US', 'a', 'de-DE-DE'])('%s on the link changes nothing of the page', async (lang) => {
    await pages.givePerson(british);
    const query = `lang=${encodeURIComponent(lang)}`;
    expect((await pages.get('p', pages.tokenOf(), { query })).status).toBe(200);
    expect((await pages.post('p', { act: 'refuse' }, pages.tokenOf(), { query })).status).toBe(200);
  });

  it('is not stored, and one that was stored before does not break the page', async () => {
    await pages.givePerson({ ...british, language: 'de-DE-DE' });
    const form = await pages.formOf();
    expect((await pages.post('p', { ...form, language: 'fr-FR-FR' })).status).toBe(200);
    expect((await pages.load()).person.language).toBe('de-DE-DE');
  });
});

it('of a form that was overtaken nothing but the refusals is taken, not the language either', async () => {
  await pages.givePerson(british);
  const form = await pages.formOf();
  await pages.post('p', { ...form, 'marketing.push': 'granted' });
  const overtaken = { ...form, 'marketing.email': 'granted', language: 'fr' };
  expect((await pages.post('p', overtaken)).status).toBe(409);
  expect((await pages.load()).person.language).toBe('en');
});

it('the language of a link is not taken for that of the person', async () => {
  await pages.givePerson({ ...british, language: 'fr' });
  const form = await pages.formOf(pages.tokenOf(), { query: 'lang=de' });
  expect([form['language'], form['was.language']]).toEqual(['fr', 'fr']);
});

describe('the unsubscribe page', () => {
  it('can stop the topic of the campaign alone, and undo it', async () => {
    await pages.givePerson({ ...british, answers: grantAll });
    const token = pages.tokenOf({ topic: 'offers' });
    expect((await pages.get('u', token)).text).toContain('Only stop “Offers”');
    const done = await pages.post('u', { confirm: 'topic' }, token);
    expect([(await choices()).topics.offers, (await choices()).email?.on]).toEqual(['denied', true]);
    const undone = await pages.post('u', { ...readForm(done.text), confirm: 'undo-topic' }, token);
    expect(undone.status).toBe(200);
    expect((await choices()).topics.offers).toBe('granted');
  });

  it('a link of before topics offers no topic, and still unsubscribes', async () => {
    await pages.givePerson({ ...british, answers: grantAll });
    expect((await pages.get('u')).text).not.toContain('Only stop');
    await pages.post('u', { confirm: 'topic' });
    expect((await choices()).email?.on).toBe(false);
  });

  it('undoes at once where the country has no double opt-in', async () => {
    await pages.givePerson({ ...british, answers: grantAll });
    const done = await pages.post('u', { confirm: 'unsubscribe' });
    expect((await choices()).email?.on).toBe(false);
    const undone = await pages.post('u', { ...readForm(done.text), confirm: 'undo' });
    expect(undone.text).toContain('Marketing emails are allowed again');
    expect((await choices()).email).toMatchObject({ on: true, status: 'granted' });
  });

  it('undo on an older version is refused, so that no later refusal is undone', async () => {
    await pages.givePerson({ ...british, answers: grantAll });
    const done = await pages.post('u', { confirm: 'unsubscribe' });
    await pages.post('p', { act: 'refuse' });
    const undone = await pages.post('u', { ...readForm(done.text), confirm: 'undo' });
    expect(undone.status).toBe(409);
    expect((await choices()).email?.on).toBe(false);
  });

  it('the second click of undo finds its wish fulfilled', async () => {
    await pages.givePerson({ ...british, answers: grantAll });
    const done = await pages.post('u', { confirm: 'unsubscribe' });
    const form = { ...readForm(done.text), confirm: 'undo' };
    await pages.post('u', form);
    const again = await pages.post('u', form);
    expect([again.status, again.text.includes('Marketing emails are allowed again')]).toEqual([200, true]);
  });

  it.each(['undo', 'undo-topic'])(
    'the link of an address that is no longer the person’s offers no %s and takes none (P-15, N-11)',
    async (confirm) => {
      const answers: Answer[] = [
        { purpose: 'marketing', channel: 'email', state: 'denied' },
        { purpose: 'topic', topic: 'offers', state: 'denied' },
      ];
      const before = await pages.givePerson({ ...british, answers });
      const old = pages.tokenOf({ contactId: 'con_gone', topic: 'offers' });
      expect((await pages.get('u', old)).text).not.toContain('value="undo');
      const form = { confirm, version: String(before.person.version) };
      expect((await pages.post('u', form, old)).status).toBe(409);
      expect((await choices()).topics.offers).toBe('denied');
      expect((await pages.load()).person.refusals.email).toBeDefined();
    },
  );

  it('leads to the preference centre with the same link', async () => {
    await pages.givePerson({ ...german, answers: grantAll });
    const { text } = await pages.get('u', pages.tokenOf(), { query: 'lang=ja' });
    expect(text.replaceAll('&#61;', '=')).toContain(`href="/p/${pages.tokenOf()}?lang=ja"`);
  });
});
