/** The unsubscribe link over the real HTTP bundle: who may change what, and how it is asked. */
import { beforeEach, describe, expect, it } from '@jest/globals';
import * as z from 'zod';
import { readAcceptLanguage } from '../../functions/pages/accept-language.ts';
import { pageRoutes } from '../../functions/pages/routes.ts';
import { createKeyring } from '../../shared/adapters/keyring.ts';
import { createPeopleStore } from '../../shared/adapters/people-store.ts';
import { pageContracts } from '../../shared/api/pages.ts';
import { addDevice, addEmail, createPerson } from '../../shared/domain/contacts.ts';
import { httpHandler } from '../../shared/middleware/http-handler.ts';
import { buildChange } from '../../shared/use-cases/change-person.ts';
import { type EventParts, httpEvent, lambdaContext } from '../support/http-event.ts';
import { quietTelemetry } from '../support/http-service.ts';
import { createMemoryTable } from '../support/memory-table.ts';

const now = '2026-11-01T00:00:00.000Z';
const keyring = createKeyring({ seed: 'a seed that is long enough for every test here' });
const claim = { purpose: 'unsubscribe', personId: 'per_1', contactId: 'con_1', messageId: 'cmp_1' } as const;
const token = keyring.signLink(claim);
const oneClick = 'List-Unsubscribe=One-Click';
const urlencoded = { 'content-type': 'application/x-www-form-urlencoded' };

const createPages = () => {
  const table = createMemoryTable();
  const people = createPeopleStore(table);
  const deps = { people, keyring };
  return {
    table,
    people,
    deps,
    handler: httpHandler(z.object({}), pageContracts, () => pageRoutes(async () => deps)),
  };
};

let pages: ReturnType<typeof createPages>;

/** A German with two addresses and a phone, all of which have granted. */
async function givePerson(language: string | undefined = 'de'): Promise<void> {
  const attributes = { office: 'de', country: 'DE', language, interests: [], devices: [] };
  let record = createPerson('per_1', attributes, now);
  record = addEmail(record, { id: 'con_1', address: 'one@example.com', emailSource: 'direct' });
  record = addEmail(record, { id: 'con_2', address: 'two@example.com', emailSource: 'direct' });
  record = addDevice(record, { id: 'dev_1', token: 't', device: { model: 'XQ-EC54' } });
  const context = { now, source: 'app', actor: { kind: 'person' } } as const;
  const channels = ['email', 'push'] as const;
  const answers = channels.map((channel) => ({ purpose: 'marketing', channel, state: 'granted' }) as const);
  const { change } = buildChange(undefined, record, answers, context);
  if (!change || !(await pages.people.save([change]))) throw new Error('The person could not be saved');
}

async function ask(method: 'GET' | 'HEAD' | 'POST', parts: EventParts = {}, given = token) {
  const event = httpEvent(`${method} /u/{token}`, { params: { token: given }, ...parts });
  const { statusCode, headers, body } = await pages.handler(event, lambdaContext);
  return { status: statusCode, headers, text: body ?? '' };
}

const post = (body: string | Uint8Array, headers: Record<string, string> = urlencoded, given = token) =>
  ask('POST', { body, headers }, given);

const states = async () =>
  (await pages.people.load('per_1'))?.contacts.map(({ marketing }) => marketing.state);

beforeEach(async () => {
  quietTelemetry();
  pages = createPages();
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
    expect((await ask('GET')).text).not.toContain('<button');
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
    pages = createPages();
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
    expect(event).toMatchObject({ source: 'link', wording: 'unsubscribe.question', wordingLanguage: 'de' });
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

describe('a damaged or foreign link', () => {
  const foreign = createKeyring({ seed: 'the seed of somebody else, also long enough' }).signLink(claim);

  it.each([
    ['truncated', token.slice(0, -2)],
    ['changed', token.replace('k0.', 'k1.')],
    ['signed by somebody else', foreign],
    ['a bare id', 'con_1'],
  ])('that is %s answers 404 with kind words, and says nothing about anybody', async (_, given) => {
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
