/**
 * A recall over the local run: from phone to mail to text message, at once after a bounce, to a phone that registers while it is open, and until it
 * is acknowledged; the rest by name (P-05, P-19, N-22; point 10 of docs/pains.md).
 */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type LocalClient, startProcess } from '../support/local-process.ts';
import { type CsvRow, toCsv } from '../support/people-csv.ts';

jest.setTimeout(120_000);

const model = 'XQ-EC54';
const at = '2026-01-05T10:00:00Z';
const german = (externalId: string, more: CsvRow): CsvRow => ({
  externalId,
  country: 'DE',
  language: 'de',
  deviceModel: model,
  ...more,
});
const refused = { emailMarketing: 'denied', emailMarketingAt: at };
const rows: CsvRow[] = [
  german('anna', { deviceToken: 'tok-anna', email: 'anna@example.com', emailSource: 'direct', ...refused }),
  german('ben', { email: 'bounce@simulator.amazonses.com', emailSource: 'direct', phone: '+491701234567' }),
  german('emil', { email: 'emil@example.com', emailSource: 'direct', ...refused, birthYear: '2014' }),
  german('nora', {}),
  { ...german('otto', { email: 'otto@example.com', emailSource: 'direct' }), deviceModel: 'XQ-OTHER' },
];

const words = 'Laden Sie Ihr Telefon nicht mehr.';
const draft = {
  kind: 'safety',
  legalReason: 'product-safety',
  reference: 'SN-2026-11',
  audience: { deviceModels: [model], countries: ['DE'] },
  channels: ['push', 'email', 'sms'],
  escalateAfter: 'PT1H',
  acknowledge: true,
  content: {
    defaultLocale: 'de',
    locales: {
      de: {
        email: { subject: 'Sicherheitshinweis', html: `<p>${words}</p>` },
        push: { title: 'Sicherheitshinweis', body: words },
        sms: { text: words },
      },
    },
  },
};

let service: LocalClient;
let path: string;
let id: string;

beforeAll(async () => {
  service = await startProcess(['--port', '0', '--empty', '--memory']);
  const answer = await service.call('admin', 'POST', '/people/import', toCsv(rows));
  expect(answer.body).toMatchObject({ accepted: rows.length, rejected: [] });
  const created = await service.call('notice-author', 'POST', '/notices', draft);
  id = created.body.id;
  path = `/notices/${id}`;
  await service.call('notice-author', 'POST', `${path}/submit`);
  expect((await service.call('notice-releaser', 'POST', `${path}/release`)).status).toBe(200);
}, 180_000);

afterAll(() => service?.stop());

const mailed = async () =>
  (await service.mails())
    .filter(({ tags }) => tags['message'] === id)
    .flatMap(({ to }) => to)
    .sort();
const texted = async () =>
  (await service.lines<{ phoneNumber: string }>('/local/outbox/sms')).map(({ phoneNumber }) => phoneNumber);
const pushesOf = async (token: string) => (await service.pushes()).filter((push) => push.token === token);
const stateOf = async () => (await service.call('auditor', 'GET', path)).body.state;

async function hoursLater(hours: number): Promise<void> {
  const now = new Date(Date.now() + hours * 3_600_000).toISOString();
  expect((await service.call(undefined, 'POST', '/local/time', { now })).status).toBe(200);
}

async function reach() {
  return service.until(
    async () => (await service.call('notice-author', 'GET', `${path}/reach`)).body,
    ({ affected }) => affected !== undefined,
  );
}

describe('a recall', () => {
  it('goes to each phone first, by mail at once to who has none, and by text message at once after a bounce', async () => {
    await service.until(
      () => pushesOf('tok-anna'),
      (pushes) => pushes.length === 1,
    );
    await service.until(mailed, (to) => to.length === 2);
    expect(await service.until(texted, (to) => to.length > 0)).toEqual(['+491701234567']);
    expect(await mailed()).toEqual(['bounce@simulator.amazonses.com', 'emil@example.com']);
    expect(await stateOf()).toBe('running');
  });

  it('goes to a phone that registers while it is open, and takes its acknowledgement once', async () => {
    const registered = await service.call(undefined, 'POST', '/devices', {
      token: 'tok-greta',
      platform: 'fcm',
      country: 'DE',
      language: 'de',
      timezone: 'Europe/Berlin',
      model,
      osVersion: '15',
      source: 'setup-wizard',
    });
    await service.until(
      () => pushesOf('tok-greta'),
      (pushes) => pushes.length === 1,
    );
    const { deviceId, credential } = registered.body;
    const acknowledge = () =>
      service.call(
        undefined,
        'POST',
        `/devices/${deviceId}/receipts`,
        { messageId: id, kind: 'acknowledged' },
        {
          authorization: `Bearer ${credential}`,
        },
      );
    expect([(await acknowledge()).status, (await acknowledge()).status]).toEqual([204, 204]);
    expect(await reach()).toMatchObject({ affected: 5, acknowledged: 1, answersByWay: { push: 1 } });
  });

  it('goes on by mail after its hour, and ends for whoever has answered on the page', async () => {
    await hoursLater(1.1);
    await service.until(mailed, (to) => to.includes('anna@example.com'));
    const [push] = await pushesOf('tok-anna');
    const { noticeUrl = '' } = push?.payload.GCM.fcmV1Message.message.data ?? {};
    const page = await fetch(noticeUrl);
    expect(await page.text()).toContain(words);
    const body = new URLSearchParams({ act: 'acknowledge' });
    const answered = await fetch(noticeUrl, { method: 'POST', body });
    expect(answered.status).toBe(200);
    await hoursLater(2.3);
    expect(await service.until(stateOf, (state) => state === 'completed')).toBe('completed');
    expect(await mailed()).toEqual([
      'anna@example.com',
      'bounce@simulator.amazonses.com',
      'emil@example.com',
    ]);
  });

  it('has its figures, what it went past, and the names of the rest', async () => {
    const figures = await reach();
    expect(figures).toMatchObject({ affected: 5, acknowledged: 2, unreachable: 1, inProgress: 0 });
    expect(figures.bypassed).toMatchObject({ 'opt-out': 2, minor: 1 });
    const unreached = await service.call('notice-author', 'GET', `${path}/unreached`);
    expect(
      unreached.body.items.map(({ externalId, why }: { externalId: string; why: string[] }) => [
        externalId,
        ...why,
      ]),
    ).toEqual([['nora', 'no-contact']]);
    const document = await service.call('notice-releaser', 'GET', `${path}/document`);
    expect(document.text).toContain('SN-2026-11');
  });

  it('was of no concern to anybody else', async () => {
    expect(await mailed()).not.toContain('otto@example.com');
  });
});
