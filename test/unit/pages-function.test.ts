/** The unsubscribe link over the real HTTP bundle: who may change what, and how it is asked. */
import { beforeEach, describe, expect, it } from '@jest/globals';
import { readAcceptLanguage } from '../../functions/pages/accept-language.ts';
import { createKeyring } from '../../shared/adapters/keyring.ts';
import { policyVersion } from '../../shared/domain/policy-version.ts';
import { catalogFor } from '../../shared/i18n/catalog.ts';
import { wordingId } from '../../shared/i18n/wording.ts';
import type { EventParts } from '../support/http-event.ts';
import { quietTelemetry } from '../support/http-service.ts';
import { createPageWorld, type PageWorld, urlencoded } from '../support/page-world.ts';

const now = '2026-11-01T00:00:00.000Z';
const claim = { purpose: 'preferences', personId: 'per_1', contactId: 'con_1', messageId: 'cmp_1' } as const;
const oneClick = 'List-Unsubscribe=One-Click';

let pages: PageWorld;
let token: string;

/** A German with two addresses and a phone, all of which have granted. */
async function givePerson(language: string | undefined = 'de'): Promise<void> {
  const channels = ['email', 'push'] as const;
  await pages.givePerson({
    country: 'DE',
    language,
    emails: ['one@example.com', 'two@example.com'],
    phones: 1,
    answers: channels.map((channel) => ({ purpose: 'marketing', channel, state: 'granted' })),
    at: now,
  });
}

const ask = (method: 'GET' | 'HEAD' | 'POST', parts: EventParts = {}, given = token) =>
  pages.ask(`${method} /u/{token}`, given, parts);

const post = (body: string | Uint8Array, headers: Record<string, string> = urlencoded, given = token) =>
  ask('POST', { body, headers }, given);

const states = async () =>
  (await pages.people.load('per_1'))?.contacts.map(({ marketing }) => marketing.state);

beforeEach(async () => {
  quietTelemetry();
  pages = createPageWorld();
  token = pages.tokenOf();
  await givePerson();
});

describe('opening the link', () => {
  it.each(['GET', 'HEAD'] as const)('with %s changes nothing, however often (N-10)', async (method) => {
    const before = JSON.stringify(pages.table.all());
    for (let time = 0; time < 3; time++) expect((await ask(method)).status).toBe(200);
    expect(JSON.stringify(pages.table.all())).toBe(before);
  });

  it('shows one button that posts to the link itself, and no personal data (N-11)', async () => {
    const { text, headers } = await ask('GET');
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(text).toContain(`action="/u/${token}"`);
    expect(text.match(/<button/g)).toHaveLength(1);
    expect(text).not.toMatch(/example\.com|per_1|con_1/);
  });

  it('runs no script, is kept nowhere and passes its address on to nobody', async () => {
    const { headers } = await ask('GET');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).not.toContain('unsafe-inline');
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
  });

  it('says so when everything was refused before', async () => {
    await post(oneClick);
    expect((await ask('GET')).text).not.toContain('value="unsubscribe"');
  });

  it('answers HEAD without a body', async () => {
    expect(await ask('HEAD')).toMatchObject({ status: 200, text: '' });
  });
});

describe('the language of the page (P-07)', () => {
  const languageOf = (text: string) => /<html lang="([^"]+)"/.exec(text)?.[1];

  it("is the person's own before the browser's", async () => {
    expect(languageOf((await ask('GET', { headers: { 'accept-language': 'fr' } })).text)).toBe('de');
  });

  it("is the one picked on the page before the person's own, also after the button", async () => {
    const { text } = await ask('GET', { query: 'lang=ja' });
    expect(languageOf(text)).toBe('ja');
    expect(text.replaceAll('&#61;', '=')).toContain(`action="/u/${token}?lang=ja"`);
  });

  it("is the browser's where the person's is not known, and else the office's", async () => {
    pages = createPageWorld();
    await givePerson('');
    expect(
      languageOf((await ask('GET', { headers: { 'accept-language': 'xx, sv;q=0.5, pl;q=0.8' } })).text),
    ).toBe('pl');
    expect(languageOf((await ask('GET')).text)).toBe('de');
  });

  it.each([
    ['de-CH, de;q=0.9, en;q=0.8', ['de-CH', 'de', 'en']],
    ['en;q=0.1, ar', ['ar', 'en']],
    ['fr;q=0, *;q=0.5, it', ['it']],
    [';;q=x,,', []],
    [undefined, []],
  ])('reads Accept-Language %j', (header, tags) => {
    expect(readAcceptLanguage(header)).toEqual(tags);
  });
});

describe('one click in a mail program (RFC 8058, P-15, N-28)', () => {
  const multipart = new TextEncoder().encode(
    '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n',
  );

  it.each<[string, string | Uint8Array, Record<string, string>]>([
    ['a url-encoded form', oneClick, urlencoded],
    [
      'a url-encoded form in base64, as API Gateway may pass it on',
      new TextEncoder().encode(oneClick),
      urlencoded,
    ],
    ['a multipart form', multipart, { 'content-type': 'multipart/form-data; boundary=x' }],
    ['a form without a content type', oneClick, {}],
  ])('by %s refuses email for the person, and answers 200 with short text', async (_, body, headers) => {
    const answer = await post(body, headers);
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(answer.headers).not.toHaveProperty('location');
    expect(answer.headers).not.toHaveProperty('set-cookie');
    expect(await states()).toEqual(['denied', 'denied', 'granted']);
    expect((await pages.people.load('per_1'))?.person.refusals.email).toBeDefined();
  });

  it('answers the same again and makes no second event', async () => {
    const first = await post(oneClick);
    const ledger = await pages.people.readLedger('per_1');
    expect(await post(oneClick)).toEqual(first);
    expect(await pages.people.readLedger('per_1')).toEqual(ledger);
  });

  it('is in the ledger as one click of the person', async () => {
    await post(oneClick);
    const events = (await pages.people.readLedger('per_1')).filter(({ state }) => state === 'denied');
    expect(events).toHaveLength(2);
    for (const event of events) {
      expect(event).toMatchObject({
        source: 'one-click',
        actor: { kind: 'person' },
        wording: 'list-unsubscribe-header',
      });
    }
  });
});

describe('the button of the page', () => {
  it('shows the confirmation after the refusal is stored', async () => {
    const answer = await post('confirm=unsubscribe');
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toContain('text/html');
    expect(answer.text).toContain('role="status"');
    expect(await states()).toEqual(['denied', 'denied', 'granted']);
  });

  it('keeps what the person had been shown, and in which language', async () => {
    await post('confirm=unsubscribe');
    const [event] = (await pages.people.readLedger('per_1')).filter(({ state }) => state === 'denied');
    expect(event).toMatchObject({
      source: 'link',
      wording: wordingId(catalogFor(['de']), 'unsubscribe.stops.detail'),
      wordingLanguage: 'de',
      policyVersion,
    });
  });

  it('confirms nothing that could not be stored', async () => {
    pages.deps.people = { ...pages.people, save: async () => false };
    const answer = await post('confirm=unsubscribe');
    expect(answer.status).toBe(500);
    expect(answer.text).toContain('role="alert"');
    expect(await states()).toEqual(['granted', 'granted', 'granted']);
  });
});

describe('a post that says neither', () => {
  it.each(['', 'List-Unsubscribe=maybe', 'x=1'])('%j asks again and changes nothing', async (body) => {
    const answer = await post(body);
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('<button');
    expect(await states()).toEqual(['granted', 'granted', 'granted']);
  });

  it('of another content type is refused', async () => {
    expect((await post('{}', { 'content-type': 'application/json' })).status).toBe(415);
  });
});

describe('the link of a preview or a test', () => {
  it.each(['/u/', '/p/', '/c/'])(
    '%spreview says that it is a sample, in the language of the browser, and changes nothing',
    async (path) => {
      const before = JSON.stringify(pages.table.all());
      for (const method of ['GET', 'POST'] as const) {
        const headers = { ...urlencoded, 'accept-language': 'de' };
        const body = method === 'POST' ? oneClick : undefined;
        const route = `${method} ${path}{token}` as 'GET /u/{token}';
        const { status, text } = await pages.ask(route, 'preview', { headers, body });
        expect(status).toBe(200);
        expect(text).toContain('Dies ist ein Muster');
        expect(text).not.toContain('<form');
      }
      expect(JSON.stringify(pages.table.all())).toBe(before);
    },
  );
});

describe('a damaged or foreign link', () => {
  const foreign = createKeyring({ seed: 'the seed of somebody else, also long enough' }).signLink(claim);

  it.each([
    ['truncated', () => token.slice(0, -2)],
    ['changed', () => token.replace('k0.', 'k1.')],
    ['signed by somebody else', () => foreign],
    ['a bare id', () => 'con_1'],
    ['made to confirm something', () => pages.tokenOf({ purpose: 'confirm', eventId: 'e1' })],
  ])('that is %s answers 404 with kind words, and says nothing about anybody', async (_, make) => {
    const given = make();
    const answers = [await ask('GET', {}, given), await post(oneClick, urlencoded, given)];
    for (const { status, text } of answers) {
      expect(status).toBe(404);
      expect(text).toContain('<h1>');
      expect(text).not.toMatch(/<form|per_1|con_1|Germany|Deutschland/);
    }
    expect(await states()).toEqual(['granted', 'granted', 'granted']);
  });
});

describe('a link of somebody who has been erased', () => {
  beforeEach(async () => {
    const record = await pages.people.load('per_1');
    if (!record) throw new Error('no person');
    await pages.people.erase({ record, hashes: [], receipt: 'r', at: now, actor: { kind: 'person' } });
  });

  it.each([oneClick, 'confirm=unsubscribe'])(
    'says for %s that no mail will come, and stores nothing',
    async (body) => {
      const before = JSON.stringify(pages.table.all());
      expect((await post(body)).status).toBe(200);
      expect(JSON.stringify(pages.table.all())).toBe(before);
    },
  );

  it('shows no button', async () => {
    const { status, text } = await ask('GET');
    expect(status).toBe(200);
    expect(text).not.toContain('<button');
  });
});
