/** The people API: look-up with purpose and log (P-20), changes on request (P-16), holds (P-09), imports. */
import { beforeEach, describe, expect, it } from '@jest/globals';
import { quietTelemetry } from '../support/http-service.ts';
import { csvOf } from '../support/import-file.ts';
import {
  admin,
  createPeopleWorld,
  frenchOfficer,
  marketer,
  officer,
  officerWithoutOffice,
  support,
} from '../support/people-world.ts';

const at = '2026-05-04T09:30:00Z';
const kim = {
  externalId: 'kim',
  country: 'DE',
  email: 'kim@mail.example',
  phone: '+4930123456',
  deviceToken: 'token-kim-secret',
  emailMarketing: 'granted',
  emailMarketingAt: at,
};

let world: ReturnType<typeof createPeopleWorld>;
let params: { id: string };

beforeEach(async () => {
  quietTelemetry();
  world = createPeopleWorld();
  await world.take([kim]);
  params = { id: (await world.known('external', 'kim')).person.id };
});

const read = (claims = officer) => world.call('GET /people/{id}', { claims, params });
const put = (body: object, ifMatch?: string, claims = officer) =>
  world.call('PUT /people/{id}/preferences', {
    claims,
    params,
    body,
    headers: ifMatch === undefined ? {} : { 'if-match': ifMatch },
  });

describe('reading a person', () => {
  it('by email in any spelling, by external id, or by id (N-27)', async () => {
    for (const query of ['email=KIM%40mail.example', 'externalId=kim']) {
      const { status, body } = await world.call('GET /people', { claims: officer, query });
      expect([status, body.items.map(({ id }: { id: string }) => id)]).toEqual([200, [params.id]]);
    }
    expect((await read()).body).toMatchObject({
      id: params.id,
      preferences: { marketing: { email: 'granted', push: 'unset' } },
    });
    expect(
      (await world.call('GET /people', { claims: officer, query: 'email=bo%40mail.example' })).body,
    ).toEqual({ items: [] });
  });

  it('is noted with who, why and what, before anything is shown (P-20)', async () => {
    await read();
    await world.call('GET /people/{id}/ledger', {
      claims: support,
      params,
      headers: { 'x-purpose': 'complaint 7' },
    });
    expect(
      (await world.accesses.list(params.id)).map(({ user, office, action, purpose }) => [
        user,
        office,
        action,
        purpose,
      ]),
    ).toEqual([
      ['privacy-officer-de', 'de', 'read', 'ticket 1'],
      ['support-de', 'de', 'ledger', 'complaint 7'],
    ]);
  });

  it('needs a purpose, a role, and the office of the person: nothing is shown or noted otherwise (P-20)', async () => {
    expect(
      (await world.call('GET /people/{id}', { claims: officer, params, headers: { 'x-purpose': ' ' } }))
        .status,
    ).toBe(400);
    expect((await read(marketer)).status).toBe(403);
    expect((await read(frenchOfficer)).status).toBe(403);
    expect((await read(officerWithoutOffice)).status).toBe(403);
    expect((await read(admin)).status).toBe(403);
    expect((await world.call('GET /people', { claims: frenchOfficer, query: 'externalId=kim' })).status).toBe(
      403,
    );
    expect((await world.call('GET /people/{id}', { claims: officer, params: { id: 'per_0' } })).status).toBe(
      404,
    );
    expect(await world.accesses.list(params.id)).toEqual([]);
  });

  it('shows addresses in full to the privacy officer only, and tokens to nobody (P-20)', async () => {
    const full = JSON.stringify((await read()).body);
    const masked = JSON.stringify((await read(support)).body);
    expect(full).toContain('kim@mail.example');
    expect(full).toContain('+4930123456');
    expect(masked).not.toContain('kim@');
    expect(masked).not.toContain('30123456');
    expect(masked).toContain('k•••@m•••.example');
    for (const text of [full, masked]) expect(text).not.toContain('token-kim-secret');
  });

  it('shows the whole history with its proof, and where it was tampered with (N-12)', async () => {
    const ledger = () => world.call('GET /people/{id}/ledger', { claims: officer, params });
    expect((await ledger()).body).toMatchObject({
      valid: true,
      entries: [{ purpose: 'marketing', channel: 'email', state: 'granted' }],
    });
    const entry = world.table.all().find(({ sk }) => sk.startsWith('CONSENT#'));
    if (!entry) throw new Error('There is no entry');
    await world.table.write([{ kind: 'delete', key: entry }]);
    expect((await ledger()).body).toMatchObject({ valid: false, brokenAt: 'head', entries: [] });
  });

  it('lists no message for somebody who got none, page by page to the end', async () => {
    let query = 'limit=5';
    for (let page = 0; page < 3; page++) {
      const { status, body } = await world.call('GET /people/{id}/messages', {
        claims: officer,
        params,
        query,
      });
      expect([status, body.items]).toEqual([200, []]);
      query = `limit=5&cursor=${body.cursor}`;
    }
    expect(query).toBe('limit=5&cursor=undefined');
    expect(
      (await world.call('GET /people/{id}/messages', { claims: officer, params, query: 'cursor=9.x' }))
        .status,
    ).toBe(400);
  });
});

describe('a change on request (P-16)', () => {
  const history = async () => (await world.people.readLedger(params.id)).slice(1);

  it('takes a refusal without a version, with the evidence or at least the purpose in the ledger', async () => {
    expect(
      (await put({ marketing: { email: 'denied' }, evidence: 'letter 9' }, undefined, support)).body,
    ).toMatchObject({ marketing: { email: 'denied' } });
    await put({ profiling: 'denied' });
    expect((await history()).map(({ source, actor }) => [source, actor.id, actor.evidence])).toEqual([
      ['staff', 'support-de', 'letter 9'],
      ['staff', 'privacy-officer-de', 'ticket 1'],
    ]);
  });

  it('takes a grant with evidence and the current version only', async () => {
    const { etag } = (await read()).headers;
    const grant = { profiling: 'granted', evidence: 'call 3' };
    expect((await put({ profiling: 'granted' }, etag)).status).toBe(400);
    expect((await put(grant)).status).toBe(428);
    expect((await put(grant, '"99"')).status).toBe(412);
    const { status, body, headers } = await put(grant, etag);
    expect([status, body.profiling]).toEqual([200, 'granted']);
    expect(headers.etag).not.toBe(etag);
  });

  it('takes the refusals of a request whose grants it cannot take', async () => {
    const { status, body } = await put({
      marketing: { email: 'denied' },
      profiling: 'granted',
      evidence: 'call 3',
    });
    expect(status).toBe(428);
    expect(body.preferences).toMatchObject({ marketing: { email: 'denied' }, profiling: 'unset' });
  });

  it('refuses a grant for which there is no contact', async () => {
    await world.take([{ externalId: 'bo', country: 'DE' }]);
    params = { id: (await world.known('external', 'bo')).person.id };
    const { etag } = (await read()).headers;
    expect((await put({ marketing: { email: 'granted' }, evidence: 'call' }, etag)).status).toBe(409);
  });

  it('leaves a grant by email waiting where the law recommends double opt-in', async () => {
    await world.take([
      { externalId: 'bo', country: 'DE', email: 'bo@mail.example' },
      { externalId: 'al', country: 'FR', email: 'al@mail.example' },
    ]);
    for (const [externalId, claims, state] of [
      ['bo', officer, 'pending'],
      ['al', frenchOfficer, 'granted'],
    ] as const) {
      params = { id: (await world.known('external', externalId)).person.id };
      const { etag } = (await read(claims)).headers;
      const { body } = await put({ marketing: { email: 'granted' }, evidence: 'call' }, etag, claims);
      expect(body.marketing.email).toBe(state);
    }
  });
});

describe('what staff open for a person (N-27)', () => {
  it('their preference centre as they see it, without buttons and with a masked address', async () => {
    const { status, text, headers } = await world.call('GET /people/{id}/page', { claims: support, params });
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(text).toContain('type="checkbox"');
    expect(text).not.toMatch(/<button|<form|kim@/);
    expect((await world.accesses.list(params.id)).at(-1)).toMatchObject({
      action: 'page',
      purpose: 'ticket 1',
    });
  });

  it('their consent receipt, as JSON or as a page', async () => {
    const request = { claims: officer, params };
    expect((await world.call('GET /people/{id}/receipt', request)).body).toMatchObject({
      record_id: params.id,
    });
    const asPage = await world.call('GET /people/{id}/receipt', { ...request, query: 'format=html' });
    expect(asPage.text).toContain('<dl class="facts">');
    const foreign = { claims: frenchOfficer, params };
    expect((await world.call('GET /people/{id}/receipt', foreign)).status).toBe(403);
  });

  it('the letters that were written about their choices, as proof', async () => {
    await put({ marketing: { email: 'denied' } });
    const { etag } = (await read()).headers;
    await put({ marketing: { email: 'granted' }, evidence: 'call' }, etag);
    expect(world.woken.map(({ content }) => content.kind)).toEqual(['confirm']);
    const { body } = await read();
    expect(body.letters).toMatchObject([{ kind: 'confirm', state: 'waiting', channel: 'email' }]);
    expect(body.preferences.marketing.email).toBe('pending');
    expect(body.contacts[0].marketing.state).toBe('denied');
  });
});

describe('restriction and hold (P-09)', () => {
  const restrict = (restricted: boolean) =>
    world.call('POST /people/{id}/restrict', { claims: officer, params, body: { restricted } });
  const hold = (held: boolean) =>
    world.call('POST /people/{id}/hold', {
      claims: officer,
      params,
      body: { held, ...(held ? { reference: 'case 1' } : {}) },
    });

  it('stop marketing to every contact, and stay on the record', async () => {
    const { body } = await hold(true);
    expect(body).toMatchObject({
      restricted: true,
      restrictions: [{ kind: 'hold', reference: 'case 1', by: 'privacy-officer-de', purpose: 'ticket 1' }],
    });
    const { contacts } = await world.known('external', 'kim');
    expect(contacts.every(({ restricted }) => restricted)).toBe(true);
  });

  it('each holds on its own: the end of one is not the end of the other', async () => {
    await restrict(true);
    await hold(true);
    expect((await restrict(false)).body).toMatchObject({
      restricted: true,
      restrictions: [{ kind: 'hold' }],
    });
    expect((await hold(false)).body).toMatchObject({ restricted: false, restrictions: [] });
  });

  it('the end of a hold that never was lifts no restriction', async () => {
    await restrict(true);
    expect((await hold(false)).body).toMatchObject({
      restricted: true,
      restrictions: [{ kind: 'restriction' }],
    });
  });
});

describe('an import', () => {
  const send = (body: string | Uint8Array, claims: typeof officer | typeof admin = officer, query = '') =>
    world.call('POST /people/import', { claims, body, query, headers: { 'content-type': 'text/csv' } });

  it('answers with what was taken and what was not', async () => {
    const file = csvOf([kim, { externalId: 'bo', country: 'DE' }, { externalId: 'al', country: 'XX' }]);
    const { status, body } = await send(file);
    expect(status).toBe(200);
    expect(body).toMatchObject({ accepted: 1, unchanged: 1, refusalsKept: 0, dryRun: false });
    expect(body.rejected).toEqual([{ line: 4, reason: expect.stringContaining('country') }]);
  });

  it('judges only, with ?dryRun=true', async () => {
    expect(
      (await send(csvOf([{ externalId: 'bo', country: 'DE' }]), officer, 'dryRun=true')).body,
    ).toMatchObject({ accepted: 1, dryRun: true });
    expect(await world.find('external', 'bo')).toBeUndefined();
  });

  it('stays within the office of its importer; headquarters may import for all (P-20)', async () => {
    const file = csvOf([{ externalId: 'bo', country: 'FR' }]);
    expect((await send(file)).body.rejected).toHaveLength(1);
    expect((await send(file, officerWithoutOffice)).status).toBe(403);
    expect((await send(file, support)).status).toBe(403);
    expect((await send(file, admin)).body.accepted).toBe(1);
  });

  it.each([
    ['missing columns', 'externalId,country\nbo,DE\n'],
    ['another encoding', Buffer.from(`${csvOf([{ externalId: 'M\u00fcller', country: 'DE' }])}`, 'latin1')],
    ['UTF-16', Buffer.from(csvOf([{ externalId: 'bo', country: 'DE' }]), 'utf16le')],
    ['no text at all', ''],
  ])('with %s is refused, and nothing is stored', async (_name, file) => {
    const before = world.table.all();
    const { status, body } = await send(file);
    expect([status, body.errors.length > 0]).toEqual([400, true]);
    expect(world.table.all()).toEqual(before);
  });

  it('over 5 MB needs an upload', async () => {
    expect((await send('x'.repeat(5 * 1024 * 1024 + 1))).status).toBe(413);
  });

  it('of a large file begins with an address for its upload; the same request again is the same import', async () => {
    const begin = () =>
      world.call('POST /people/imports', {
        claims: officer,
        body: { dryRun: true },
        headers: { 'idempotency-key': 'k1' },
      });
    const first = await begin();
    expect(first.status).toBe(201);
    expect(first.body.upload.url).toContain(`imports/${first.body.id}.csv`);
    expect((await begin()).body.id).toBe(first.body.id);
    const show = (claims: typeof officer | typeof admin) =>
      world.call('GET /people/imports/{id}', { claims, params: { id: first.body.id } });
    expect((await show(officer)).body).toMatchObject({
      state: 'waiting',
      dryRun: true,
      lines: 0,
      accepted: 0,
      rejected: 0,
      unchanged: 0,
    });
    expect((await show(admin)).status).toBe(200);
    expect((await show(frenchOfficer)).status).toBe(403);
    expect(
      (await world.call('GET /people/imports/{id}', { claims: officer, params: { id: 'imp_0' } })).status,
    ).toBe(404);
  });
});
