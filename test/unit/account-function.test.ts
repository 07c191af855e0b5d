/** The account API over the real HTTP bundle: a person's own preferences, history and messages, and nobody else's. */
import { beforeEach, describe, expect, it } from '@jest/globals';
import { accountContracts } from '../../shared/api/account.ts';
import { policyVersion } from '../../shared/domain/policy-version.ts';
import type { Answer } from '../../shared/domain/preferences.ts';
import { createAccountWorld } from '../support/account-world.ts';
import { quietTelemetry } from '../support/http-service.ts';

const now = new Date().toISOString();
const grants: Answer[] = [
  { purpose: 'marketing', channel: 'email', state: 'granted' },
  { purpose: 'marketing', channel: 'push', state: 'granted' },
];

let world: ReturnType<typeof createAccountWorld>;

beforeEach(async () => {
  quietTelemetry();
  world = createAccountWorld(now);
  await world.giveAccount({
    id: 'anna',
    country: 'DE',
    language: 'de',
    email: 'anna@example.com',
    tokens: ['t1'],
    answers: grants,
  });
  await world.giveAccount({ id: 'ben', country: 'DE', email: 'ben@example.com' });
});

const put = (body: object, headers: Record<string, string> = {}) =>
  world.call('anna', 'PUT /me/preferences', { body, headers });
const get = async () => world.call('anna', 'GET /me/preferences');

describe('GET /me/preferences', () => {
  it('says what messages may rest on now, with its version', async () => {
    const { status, body, headers } = await get();
    expect(status).toBe(200);
    expect(body).toEqual({
      marketing: { push: 'granted', email: 'granted' },
      topics: { news: 'granted', offers: 'granted', articles: 'granted', recommendations: 'granted' },
      profiling: 'denied',
      diagnostics: 'denied',
      language: 'de',
      pending: [],
    });
    expect(headers['etag']).toMatch(/^"\d+"$/);
  });

  it('is nobody else’s, and needs a sign-in (P-20)', async () => {
    expect((await world.call(undefined, 'GET /me/preferences')).status).toBe(401);
    expect((await world.call('nobody', 'GET /me/preferences')).status).toBe(404);
    expect((await world.call('ben', 'GET /me/preferences')).body.marketing).toEqual({
      push: 'denied',
      email: 'denied',
    });
  });

  it('counts a consent that has lapsed as none, and names what waits for a confirmation', async () => {
    world.setNow(new Date(Date.parse(now) - 3 * 365 * 86_400_000).toISOString());
    await world.giveAccount({
      id: 'kim',
      country: 'KR',
      email: 'kim@example.com',
      tokens: ['t2'],
      answers: grants,
    });
    world.setNow(now);
    const lapsed = await world.call('kim', 'GET /me/preferences');
    expect([lapsed.body.marketing, lapsed.body.pending]).toEqual([{ push: 'denied', email: 'denied' }, []]);
    await world.say('ben', [{ purpose: 'marketing', channel: 'email', state: 'pending' }], 'link');
    expect((await world.call('ben', 'GET /me/preferences')).body).toMatchObject({
      marketing: { email: 'denied' },
      pending: ['marketing.email'],
    });
  });
});

const routeKeys = Object.keys(accountContracts) as (keyof typeof accountContracts)[];

describe.each(routeKeys)('%s for somebody else (P-20)', (routeKey) => {
  const body = routeKey.startsWith('PUT') ? { profiling: 'denied' } : {};
  const params = { id: 'ntc_1' };

  it('has nothing for who is not signed in, or whose account is not known', async () => {
    expect((await world.call(undefined, routeKey, { body, params })).status).toBe(401);
    const { status, body: problem } = await world.call('nobody', routeKey, { body, params });
    expect([status, problem.detail]).toEqual([404, 'Nothing is stored for this account yet.']);
  });

  it('shows and changes nothing of another person, whose ids the caller may know', async () => {
    const before = await world.people.load('anna');
    const { text } = await world.call('ben', routeKey, { body, query: '', params: { id: 'anna' } });
    expect(text).not.toContain('anna');
    expect(await world.people.load('anna')).toEqual(before);
  });
});

describe('PUT /me/preferences (P-15)', () => {
  it('takes a refusal without a version, for all phones, with what was shown (P-24)', async () => {
    const wording = { id: 'app.settings@7', language: 'de', policyVersion: '2021-01' };
    const { status, body } = await put({ marketing: { push: 'denied' }, wording });
    expect([status, body.marketing]).toEqual([200, { push: 'denied', email: 'granted' }]);
    const ledger = await world.people.readLedger('anna');
    expect(ledger.at(-1)).toMatchObject({
      source: 'account',
      actor: { kind: 'person', id: 'anna' },
      wording: 'app.settings@7',
      wordingLanguage: 'de',
      policyVersion: '2021-01',
    });
    await put({ topics: { news: 'denied' } });
    expect((await world.people.readLedger('anna')).at(-1)?.policyVersion).toBe(policyVersion);
  });

  it('grants at once, also where a web form would wait for a confirmation', async () => {
    await put({ marketing: { email: 'denied' } });
    const { headers } = await get();
    const { status, body } = await put(
      { marketing: { email: 'granted' } },
      { 'if-match': headers['etag'] ?? '' },
    );
    expect([status, body.marketing.email, body.pending]).toEqual([200, 'granted', []]);
  });

  it.each([
    [428, {}],
    [412, { 'if-match': '"99"' }],
    [412, { 'if-match': 'W/"2"' }],
  ])('answers %i to a grant with %j; a refusal in the same request is in', async (status, headers) => {
    const answer = await put({ profiling: 'granted', marketing: { email: 'denied' } }, headers);
    expect(answer.status).toBe(status);
    expect(answer.body.preferences).toMatchObject({ profiling: 'denied', marketing: { email: 'denied' } });
  });

  it('refuses a grant after a change from elsewhere, and takes it from the version that its answer names', async () => {
    await put({ profiling: 'denied' });
    const { headers } = await get();
    await world.say('anna', [{ purpose: 'marketing', channel: 'push', state: 'denied' }], 'app');
    const stale = await put({ profiling: 'granted' }, { 'if-match': headers['etag'] ?? '' });
    expect([stale.status, stale.body.preferences.marketing.push]).toEqual([412, 'denied']);
    const again = await put({ profiling: 'granted' }, { 'if-match': stale.body.etag });
    expect([again.status, again.body.profiling]).toEqual([200, 'granted']);
  });

  it('of two grants from one version takes one, and a refusal at the same moment always', async () => {
    const { headers } = await get();
    const from = { 'if-match': headers['etag'] ?? '' };
    const answers = await Promise.all([
      put({ profiling: 'granted' }, from),
      put({ diagnostics: 'granted' }, from),
      put({ marketing: { email: 'denied' } }),
    ]);
    const statuses = answers.map(({ status }) => status);
    expect(statuses[2]).toBe(200);
    const { body } = await get();
    expect(body.marketing.email).toBe('denied');
    expect([body.profiling, body.diagnostics]).toEqual(
      statuses.slice(0, 2).map((status) => (status === 200 ? 'granted' : 'denied')),
    );
    expect(statuses.slice(0, 2).filter((status) => status === 200).length).toBeLessThan(2);
    expect((await world.call('anna', 'GET /me/receipt')).body.xn_chain.valid).toBe(true);
  });

  it('answers 409 to a grant for which there is no address or phone', async () => {
    const { headers } = await world.call('ben', 'GET /me/preferences');
    const given = {
      body: { marketing: { push: 'granted' } },
      headers: { 'if-match': headers['etag'] ?? '' },
    };
    expect((await world.call('ben', 'PUT /me/preferences', given)).status).toBe(409);
  });

  it('keeps the language, without an event', async () => {
    const before = (await world.people.readLedger('anna')).length;
    expect((await put({ language: 'pt-BR' })).body.language).toBe('pt-BR');
    expect(await world.people.readLedger('anna')).toHaveLength(before);
  });

  it.each([
    [{ topics: { gossip: 'denied' } }, 'topics.gossip'],
    [{ marketing: { sms: 'denied' } }, 'marketing.sms'],
    [{ language: 'not a language' }, 'language'],
    [{ wording: { id: 'x' } }, 'wording.language'],
    [{ profiling: 'maybe' }, 'profiling'],
  ])('refuses %j by its field', async (body, field) => {
    const before = await world.people.load('anna');
    const answer = await put(body);
    expect(answer.status).toBe(400);
    const fields = answer.body.errors.map((error: { field: string }) => error.field);
    expect(new Set(fields)).toEqual(new Set([field]));
    expect(await world.people.load('anna')).toEqual(before);
  });
});

describe('GET /me/history (N-12)', () => {
  it('shows choices newest first, page by page, and of staff only that it was staff (P-12)', async () => {
    await world.say('anna', [{ purpose: 'marketing', channel: 'email', state: 'denied' }], 'staff', {
      kind: 'staff',
      id: 'support-de',
      evidence: 'call of Anna',
    });
    const first = await world.call('anna', 'GET /me/history', { query: 'limit=2' });
    expect(first.body.items[0]).toMatchObject({ state: 'denied', source: 'staff', actor: { kind: 'staff' } });
    expect(first.text).not.toMatch(/support-de|call of Anna|previousHash/);
    const rest = await world.call('anna', 'GET /me/history', {
      query: `limit=2&cursor=${first.body.cursor}`,
    });
    const ids = [...first.body.items, ...rest.body.items].map(({ id }: { id: string }) => id);
    expect(ids).toEqual((await world.people.readLedger('anna')).map(({ id }) => id).toReversed());
    expect(rest.body.cursor).toBeUndefined();
  });

  it('refuses a cursor that is not its own', async () => {
    const { status, body } = await world.call('anna', 'GET /me/history', { query: 'cursor=zzz' });
    expect([status, body.errors[0].field]).toEqual([400, 'cursor']);
  });
});

describe('GET /me/messages (N-31)', () => {
  it('says of each message whether it came, and why not', async () => {
    const campaign = world.campaign({ office: 'de', channels: ['email', 'push'] });
    await world.say('anna', [{ purpose: 'marketing', channel: 'push', state: 'denied' }], 'app');
    await world.start(campaign);
    await world.drain();
    const { body } = await world.call('anna', 'GET /me/messages');
    expect(body.items).toHaveLength(2);
    expect(body.items).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          channel: 'email',
          decision: 'send',
          message: campaign.id,
          type: 'campaign',
        }),
        expect.objectContaining({ channel: 'push', decision: 'skip', reason: 'consent-withdrawn' }),
      ]),
    );
    expect(JSON.stringify(body)).not.toContain('ben');
  });
});

describe('GET /me/receipt', () => {
  it('is JSON for programs, and a page for browsers and whoever asks for it', async () => {
    const ask = (parts: object) => world.call('anna', 'GET /me/receipt', parts);
    expect((await ask({})).body).toMatchObject({ record_id: 'anna', xn_chain: { valid: true } });
    for (const parts of [
      { query: 'format=html' },
      { headers: { accept: 'text/html,application/xhtml+xml;q=0.9' } },
    ]) {
      const page = await ask(parts);
      expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
      expect(page.text).toContain('<html lang="de"');
      expect(page.text).not.toContain('anna@');
    }
    for (const accept of ['*/*', 'application/json', 'application/json, text/html;q=0.5', 'text/html;q=0'])
      expect((await ask({ headers: { accept } })).body).toMatchObject({ record_id: 'anna' });
    for (const accept of ['text/html, */*;q=0.8', 'application/json;q=0.5, TEXT/*'])
      expect((await ask({ headers: { accept } })).text).toContain('<html lang="de"');
    const both = await ask({ query: 'format=json', headers: { accept: 'text/html' } });
    expect(both.body.record_id).toBe('anna');
    expect((await ask({ query: 'format=pdf' })).status).toBe(400);
  });
});

describe('POST /me/notices/{id}/acknowledge', () => {
  const version = '2026-12';
  const terms = { kind: 'terms', acceptance: { version, renewConsents: true } } as const;
  const answer = (who: string, body: object = {}, id = 'ntc_1') =>
    world.call(who, 'POST /me/notices/{id}/acknowledge', { params: { id }, body });
  const termsIn = async (who: string) =>
    (await world.people.readLedger(who)).filter(({ purpose }) => purpose === 'terms');

  /** Runs the notice for everybody there is. */
  async function run(draft: Parameters<typeof world.notice>[0]) {
    await world.start(world.notice(draft));
    await world.drain();
  }

  it('records that the notice was read, once: the first answer stays', async () => {
    await run({ acknowledge: true, audience: { countries: ['DE'] } });
    expect(await answer('anna')).toMatchObject({ status: 200, body: { at: expect.any(String) } });
    const first = await world.answers.load('ntc_1', 'anna');
    expect(first).toMatchObject({ way: 'account' });
    expect((await answer('anna')).body).toEqual({ at: first?.at });
    expect(await world.answers.load('ntc_1', 'anna')).toEqual(first);
    expect(await world.answers.load('ntc_1', 'ben')).toBeUndefined();
  });

  it('records an acceptance in the ledger, with its version and the words that were shown; an acknowledgement may go before (P-24)', async () => {
    await run({ ...terms, audience: { countries: ['DE'] } });
    const wording = { id: 'app.terms@3', language: 'de' };
    expect((await answer('anna')).body).not.toHaveProperty('accepted');
    expect((await answer('anna', { accept: version, wording })).body).toMatchObject({ accepted: version });
    expect((await answer('anna', { accept: version })).body).toMatchObject({ accepted: version });
    expect(await termsIn('anna')).toMatchObject([
      { state: 'granted', policyVersion: version, source: 'account', wording: 'app.terms@3' },
    ]);
    const { body } = await world.call('anna', 'GET /me/history');
    expect(body.items[0]).toMatchObject({ purpose: 'terms', policyVersion: version });
  });

  it('is shown among the messages', async () => {
    await run({ ...terms, audience: { countries: ['DE'] }, channels: ['email'] });
    await answer('anna', { accept: version });
    const campaigns = (await world.call('anna', 'GET /me/messages')).body;
    const query = `cursor=${campaigns.cursor}`;
    const { items } = (await world.call('anna', 'GET /me/messages', { query })).body;
    expect(items).toMatchObject([{ message: 'ntc_1', decision: 'send', accepted: version }]);
  });

  it.each([
    ['of an unknown notice', {}, 'ntc_9', 404],
    ['of a campaign', {}, 'cmp_1', 404],
    ['of a notice that went to others', {}, 'ntc_1', 404],
    ['of terms that went to others', { accept: version }, 'ntc_1', 404],
    ['of another version', { accept: '2025-01' }, 'ntc_1', 400],
    ['of no version', { accept: '' }, 'ntc_1', 400],
    ['with unknown words', { accepted: version }, 'ntc_1', 400],
  ])('refuses an answer %s, and records nothing', async (_what, body, id, status) => {
    await world.messages.save(world.campaign({ office: 'de' }), 0);
    await run({ ...terms, audience: { countries: ['FR'] } });
    expect((await answer('anna', body, id)).status).toBe(status);
    expect(await world.answers.load(id, 'anna')).toBeUndefined();
    expect(await termsIn('anna')).toEqual([]);
  });

  it('takes no acceptance of a notice that was stopped, and no answer to one that was not released', async () => {
    await run({ ...terms, audience: { countries: ['DE'] } });
    const record = await world.messages.load('ntc_1');
    if (record?.type !== 'notice') throw new Error('The notice has gone');
    await world.messages.save({ ...record, state: 'stopped', version: record.version + 1 }, record.version);
    const { status, body } = await answer('anna', { accept: version });
    expect([status, body.state]).toEqual([409, 'stopped']);
    expect(await termsIn('anna')).toEqual([]);
    const { startedAt: _startedAt, ...draft } = world.notice(terms);
    await world.messages.save({ ...draft, id: 'ntc_2', state: 'submitted' }, 0);
    expect((await answer('anna', {}, 'ntc_2')).status).toBe(404);
  });
});
