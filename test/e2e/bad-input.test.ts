/** Bad input over the local run: a clear problem each, and nothing stored. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type LocalClient, startProcess } from '../support/local-process.ts';
import { toCsv } from '../support/people-csv.ts';

jest.setTimeout(60_000);

let service: LocalClient;

const draft = {
  office: 'de',
  name: 'Test',
  topic: 'news',
  channels: ['email'],
  content: { defaultLocale: 'de', locales: { de: { email: { subject: 'Neues', html: '<p>Neues</p>' } } } },
};
const device = {
  token: 'tok-1',
  platform: 'fcm',
  country: 'DE',
  language: 'de',
  timezone: 'Europe/Berlin',
  model: 'XQ-EC54',
  osVersion: '15',
  source: 'setup-wizard',
};
const line = { externalId: 'x', country: 'DE', email: 'x@example.com', emailSource: 'direct' };

beforeAll(async () => {
  service = await startProcess(['--port', '0', '--empty', '--memory']);
}, 120_000);

afterAll(async () => {
  await service?.stop();
});

async function raw(user: string, method: string, path: string, body: BodyInit, type: string) {
  const headers = { authorization: `Bearer ${await service.token(user)}`, 'content-type': type };
  const answer = await fetch(`${service.url}${path}`, { method, headers, body });
  return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text() };
}

function problem(answer: { body: { status: number; title: string; errors: { field: string }[] } }) {
  return { status: answer.body.status, fields: answer.body.errors.map(({ field }) => field) };
}

describe('a campaign', () => {
  it.each([
    ['malformed JSON', '{"office":', 400],
    ['an array', '[]', 400],
    ['nothing', '', 400],
  ])('is refused as %s, in words', async (_case, body, status) => {
    const answer = await raw('marketer-de', 'POST', '/campaigns', body, 'application/json');
    expect(answer.status).toBe(status);
    expect(answer.type).toContain('application/problem+json');
  });

  it.each([
    ['an unknown field', { ...draft, colour: 'red' }, 400, 'colour'],
    ['a wrong type', { ...draft, channels: 'email' }, 400, 'channels'],
    ['an unknown topic', { ...draft, topic: 'gossip' }, 400, 'topic'],
    ['marketing by SMS (P-05)', { ...draft, channels: ['sms'] }, 400, 'channels.0'],
    [
      'a country of another office',
      { ...draft, audience: { countries: ['FR'] } },
      400,
      'audience.countries.0',
    ],
    [
      'a time that has passed',
      { ...draft, schedule: { at: '2020-01-01T10:00', timezone: 'Europe/Berlin' } },
      400,
      'schedule.at',
    ],
    [
      'a zone that does not exist',
      { ...draft, schedule: { at: 'now', timezone: 'Europe/Atlantis' } },
      400,
      'schedule.timezone',
    ],
    [
      'an unknown variable',
      {
        ...draft,
        content: {
          defaultLocale: 'de',
          locales: { de: { email: { subject: 'Hallo {{firstName}}', html: '<p>x</p>' } } },
        },
      },
      422,
      'content.locales.de.email.subject',
    ],
  ])('is refused for %s, and names the field', async (_case, body, status, field) => {
    const answer = await service.call('marketer-de', 'POST', '/campaigns', body);
    expect(problem(answer)).toEqual({ status, fields: [field] });
  });

  it('is refused when it is too large', async () => {
    const answer = await raw(
      'marketer-de',
      'POST',
      '/campaigns',
      JSON.stringify({ ...draft, name: 'x'.repeat(2_000_000) }),
      'application/json',
    );
    expect(answer.status).toBe(413);
  });

  it('is refused for another office, without a role, and with a token that is not ours (P-20)', async () => {
    expect((await service.call('marketer-fr', 'POST', '/campaigns', draft)).status).toBe(403);
    expect((await service.call('support-de', 'POST', '/campaigns', draft)).status).toBe(403);
    const forged = await fetch(`${service.url}/campaigns`, {
      headers: { authorization: 'Bearer eyJhbGciOiJub25lIn0.e30.' },
    });
    expect(forged.status).toBe(401);
    expect((await service.call('marketer-de', 'GET', '/campaigns/cmp_unknown')).status).toBe(404);
  });

  it('none of these was stored', async () => {
    expect((await service.call('marketer-de', 'GET', '/campaigns')).body.items).toEqual([]);
  });

  it('cannot take a step out of turn: 409 with the state', async () => {
    const { id } = (await service.call('marketer-de', 'POST', '/campaigns', draft)).body;
    const answer = await service.call('approver-de', 'POST', `/campaigns/${id}/approve`);
    expect([answer.status, answer.body.state]).toEqual([409, 'draft']);
  });

  it('is made once for one Idempotency-Key', async () => {
    const key = { 'idempotency-key': 'key-1' };
    const first = await service.call('marketer-de', 'POST', '/campaigns', draft, key);
    const second = await service.call('marketer-de', 'POST', '/campaigns', draft, key);
    expect(second.body.id).toBe(first.body.id);
  });
});

describe('what belongs to an office', () => {
  const template = { office: 'de', name: 'Test', content: draft.content };

  it.each([
    [
      'a template with an unknown field',
      'marketer-de',
      'POST',
      '/templates',
      { ...template, colour: 'red' },
      400,
    ],
    ['a template of another office', 'marketer-fr', 'POST', '/templates', template, 403],
    ['a template that is no object', 'marketer-de', 'POST', '/templates', [], 400],
    ['an unknown template', 'marketer-de', 'GET', '/templates/tpl_de_x', undefined, 404],
    ['a cursor that is not ours', 'marketer-de', 'GET', '/templates?cursor=e30', undefined, 400],
    ['a cursor of another list', 'marketer-de', 'GET', '/campaigns?cursor=W10', undefined, 400],
    ['settings without a version', 'admin', 'PUT', '/offices/de/settings', { testContacts: [] }, 428],
    ['settings that are no object', 'admin', 'PUT', '/offices/de/settings', 'null', 415],
    ['settings of no office', 'admin', 'GET', '/offices/atlantis/settings', undefined, 404],
    ['settings by a marketer', 'marketer-de', 'PUT', '/offices/de/settings', { testContacts: [] }, 403],
    ['a copy of nothing', 'marketer-de', 'POST', '/campaigns/cmp_unknown/clone', {}, 404],
    [
      'a test of nothing',
      'marketer-de',
      'POST',
      '/campaigns/cmp_unknown/test-sends',
      { contacts: ['x'] },
      404,
    ],
    ['a test to nobody', 'marketer-de', 'POST', '/campaigns/cmp_unknown/test-sends', { contacts: [] }, 400],
  ])('is refused: %s', async (_case, user, method, path, body, status) => {
    const answer = await service.call(user, method, path, body);
    expect([answer.status, answer.body.status]).toEqual([status, status]);
  });

  it('none of these was stored', async () => {
    expect((await service.call('marketer-de', 'GET', '/templates')).body.items).toEqual([]);
    expect((await service.call('admin', 'GET', '/offices/de/settings')).body.version).toBe(0);
  });
});

describe('a device', () => {
  it.each([
    ['a missing token', { ...device, token: undefined }, 'token'],
    ['a country that does not exist', { ...device, country: 'XX' }, 'country'],
    ['an unknown field', { ...device, imei: '1' }, 'imei'],
  ])('is refused for %s', async (_case, body, field) => {
    expect(problem(await service.call(undefined, 'POST', '/devices', body))).toEqual({
      status: 400,
      fields: [field],
    });
  });

  it('is not shown to another credential', async () => {
    const one = (await service.call(undefined, 'POST', '/devices', device)).body;
    const other = (await service.call(undefined, 'POST', '/devices', { ...device, token: 'tok-2' })).body;
    const wrong = { authorization: `Bearer ${other.credential}` };
    const path = `/devices/${one.deviceId}/preferences`;
    expect((await service.call(undefined, 'GET', path, undefined, wrong)).status).toBe(401);
    expect((await service.call(undefined, 'GET', path)).status).toBe(401);
    const own = { authorization: `Bearer ${one.credential}` };
    expect((await service.call(undefined, 'PUT', path, { profiling: 'granted' }, own)).status).toBe(428);
    expect(
      (await service.call(undefined, 'PUT', path, { profiling: 'granted' }, { ...own, 'if-match': '"99"' }))
        .status,
    ).toBe(412);
    expect((await service.call(undefined, 'PUT', path, { profiling: 'denied' }, own)).status).toBe(200);
  });
});

describe('an import', () => {
  it.each([
    ['is not UTF-8', Buffer.concat([Buffer.from(`${toCsv([line])}\n`), Buffer.from([0xff, 0xfe, 0x41])])],
    ['lacks columns', Buffer.from('externalId,country\nx,DE\n')],
    ['is empty', Buffer.from('')],
  ])('that %s is refused whole', async (_case, bytes) => {
    const answer = await raw('admin', 'POST', '/people/import', new Uint8Array(bytes), 'text/csv');
    expect(answer.status).toBe(400);
    expect(answer.type).toContain('application/problem+json');
  });

  it('takes the good lines, names the bad ones, tolerates a byte order mark, and a dry run stores nothing', async () => {
    const rows = [
      line,
      { ...line, externalId: 'y', email: 'not-an-address' },
      { ...line, externalId: 'z', email: 'z@example.com', emailMarketing: 'granted' },
      { ...line, externalId: 'w', email: 'w@example.com', interests: 'x'.repeat(1_000_000) },
    ];
    const dry = await service.call('admin', 'POST', '/people/import?dryRun=true', `\ufeff${toCsv(rows)}`);
    expect(dry.body).toMatchObject({ accepted: 1, unchanged: 0 });
    const wet = await service.call('admin', 'POST', '/people/import', `\ufeff${toCsv(rows)}`);
    expect(wet.body).toMatchObject({ accepted: 1, unchanged: 0 });
    expect(wet.body.rejected.map((rejected: { line: number }) => rejected.line)).toEqual([3, 4, 5]);
    expect((await service.call('marketer-de', 'POST', '/people/import', toCsv(rows))).status).toBe(403);
  });

  it('looks a person up only with a purpose (P-20)', async () => {
    const path = '/people?externalId=x';
    expect((await service.call('privacy-de', 'GET', path)).status).toBe(400);
    expect(
      (await service.call('privacy-de', 'GET', path, undefined, { 'x-purpose': 'ticket 1' })).body.items,
    ).toHaveLength(1);
    expect(
      (await service.call('privacy-fr', 'GET', path, undefined, { 'x-purpose': 'ticket 1' })).status,
    ).toBe(403);
  });

  it('runs a large file by presigned upload', async () => {
    const started = await service.call('admin', 'POST', '/people/imports', {});
    expect(started.status).toBe(201);
    const rows = Array.from({ length: 2000 }, (_, index) => ({
      ...line,
      externalId: `big-${index}`,
      email: `big-${index}@example.com`,
    }));
    const { url, headers } = started.body.upload;
    expect((await fetch(url, { method: 'PUT', headers, body: toCsv(rows) })).status).toBe(200);
    const ask = async () => (await service.call('admin', 'GET', `/people/imports/${started.body.id}`)).body;
    const done = await service.until(ask, ({ state }) => state === 'completed' || state === 'failed');
    expect(done).toMatchObject({
      state: 'completed',
      lines: 2000,
      accepted: 2000,
      rejected: 0,
      unchanged: 0,
    });
  });
});

describe('an unsubscribe link', () => {
  it.each(['x', 'k0.abc.def', `k0.${'A'.repeat(5000)}.AAAA`])(
    'that is damaged (%#) says so kindly and changes nothing',
    async (token) => {
      const answer = await fetch(`${service.url}/u/${token}`, {
        method: 'POST',
        body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
      });
      expect([400, 404, 414]).toContain(answer.status);
    },
  );
});
