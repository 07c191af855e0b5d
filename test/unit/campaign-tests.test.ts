/** Test sends: to staff only, marked, with no way to opt anybody out, and in no count. */
import { beforeEach, describe, expect, it } from '@jest/globals';
import { createCampaignWorld, draft, problemOf } from '../support/campaign-world.ts';
import { quietTelemetry } from '../support/http-service.ts';

const now = '2026-11-23T12:00:00.000Z';
let world: ReturnType<typeof createCampaignWorld>;
let id: string;

const push = { title: 'Neu', body: 'Für {{deviceModel}}', image: 'https://www.example.com/a.png' };
const content = {
  defaultLocale: 'de',
  locales: {
    de: {
      email: { subject: 'Neues', html: '<p>Neues</p><a href="{{reconfirmUrl}}">weiter</a>' },
      push: { ...push, body: 'Hier' },
    },
    fr: { email: { subject: 'Du nouveau', html: '<p>Du nouveau</p>' } },
  },
};
const personalised = {
  defaultLocale: 'de',
  locales: { de: { email: { subject: 'Ihr {{deviceModel}}', html: '<p>{{interests}}</p>' }, push } },
};
const arms = [
  {
    name: 'B',
    percent: 50,
    content: {
      defaultLocale: 'de',
      locales: { de: { email: { subject: 'Arm B', html: '<p>B</p>' }, push: { ...push, body: 'B' } } },
    },
  },
];

beforeEach(async () => {
  quietTelemetry();
  world = createCampaignWorld(now);
  const testContacts = [
    { name: 'Desk', email: 'desk@example.com' },
    { name: 'Phone', deviceToken: 'token-1' },
    { name: 'Both', email: 'both@example.com', deviceToken: 'token-2' },
    { name: 'Refused', deviceToken: 'refused' },
  ];
  const saved = { settings: { testContacts }, version: 1 };
  await world.settings.save('de', saved, 0);
  await world.settings.save('kr', { settings: { testContacts }, version: 1 }, 0);
  const body = { ...draft, channels: ['email', 'push'], content, personalised, arms };
  const created = await world.call('marketer-de', 'POST /campaigns', { body });
  id = created.body.id;
});

const send = (body: object, who = 'marketer-de', campaign = id) =>
  world.call(who, 'POST /campaigns/{id}/test-sends', { params: { id: campaign }, body });

/** The octets of a mail without its encoding: subject and text of this test are ASCII when decoded. */
function readMail(raw = ''): string {
  return raw
    .replace(/=\r\n/g, '')
    .replace(/=\?UTF-8\?Q\?(.*?)\?=/gi, (_all, text: string) => text.replaceAll('_', ' '))
    .replace(/=([0-9A-F]{2})/g, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

describe('a test', () => {
  it('goes to the named contacts on every channel of the campaign that they have an address for', async () => {
    const answer = await send({ contacts: ['Desk', 'Phone', 'Both'] });
    expect(answer.status).toBe(200);
    const accepted = { outcome: 'accepted', messageId: 'provider-1' };
    expect(answer.body.sent).toEqual([
      { contact: 'Desk', channel: 'email', ...accepted },
      { contact: 'Desk', channel: 'push', outcome: 'no-address' },
      { contact: 'Phone', channel: 'email', outcome: 'no-address' },
      { contact: 'Phone', channel: 'push', ...accepted },
      { contact: 'Both', channel: 'email', ...accepted },
      { contact: 'Both', channel: 'push', ...accepted },
    ]);
    expect(world.mails.map(({ to }) => to)).toEqual(['desk@example.com', 'both@example.com']);
    expect(world.pushes.map(({ target }) => target).sort()).toEqual([
      'arn:endpoint/token-1',
      'arn:endpoint/token-2',
    ]);
  });

  it('says that it is one, and offers no way to opt anybody out (P-15)', async () => {
    await send({ contacts: ['Desk'] });
    const mail = readMail(world.mails[0]?.raw);
    expect(mail).toContain('Subject: [TEST] Neues');
    expect(mail).toContain('X-Notify-Test: 1');
    expect(mail).not.toContain('List-Unsubscribe');
    const links = [...mail.matchAll(/https:\/\/notify\.example\/\S+?(?=["\s<])/g)].map(([link]) => link);
    expect([...new Set(links)].sort()).toEqual([
      'https://notify.example/c/preview',
      'https://notify.example/p/preview',
      'https://notify.example/u/preview',
    ]);
  });

  it('is counted nowhere: its own configuration set, no tags, no campaign in the push, no batch, no slice', async () => {
    await send({ contacts: ['Both'] });
    expect(world.mails).toMatchObject([{ configurationSet: 'tests', tags: {} }]);
    expect(world.pushes[0]?.message).toMatchObject({
      notification: { title: '[TEST] Neu', image: push.image },
      data: { messageId: 'test' },
    });
    expect(JSON.stringify([world.mails, world.pushes])).not.toContain(id);
    const kinds = world.campaignsTable.all().map(({ pk }) => pk.replace(/#.*/, ''));
    expect([...new Set(kinds)].sort()).toEqual(['MESSAGE', 'OFFICE']);
    expect(await world.messages.listSlices(id)).toEqual([]);
  });

  it('is on the record with its number of contacts, and neither names nor addresses', async () => {
    const answer = await send({ contacts: ['Desk', 'Both'] }, 'approver-de');
    expect(answer.etag).toBe('"2"');
    const { body } = await world.call('marketer-de', 'GET /campaigns/{id}', { params: { id } });
    expect(body.version).toBe(2);
    expect(body.history.at(-1)).toEqual({
      action: 'test-send',
      at: expect.any(String),
      by: 'approver-de',
      reason: 'contacts: 2',
    });
    expect(JSON.stringify(body)).not.toMatch(/Desk|Both|@example/);
  });

  it('is in the language, the variant and the arm that were asked for, chosen as for a reader', async () => {
    const subjectOf = async (wish: object) => {
      await send({ contacts: ['Desk'], ...wish });
      return /Subject: (.*)\r/.exec(readMail(world.mails.at(-1)?.raw))?.[1];
    };
    expect(await subjectOf({ locale: 'fr' })).toBe('[TEST] Du nouveau');
    expect(await subjectOf({ locale: 'ja' })).toBe('[TEST] Neues');
    expect(await subjectOf({ arm: 'A' })).toBe('[TEST] Neues');
    expect(await subjectOf({ arm: 'B' })).toBe('[TEST] Arm B');
    expect(await subjectOf({ variant: 'personalised' })).toBe('[TEST] Ihr XQ-EC54');
    expect(await subjectOf({ variant: 'personalised', locale: 'fr' })).toBe('[TEST] Du nouveau');
    await send({ contacts: ['Phone'], variant: 'personalised' });
    expect(world.pushes.at(-1)?.message).toMatchObject({
      notification: { body: expect.stringContaining('XQ-EC54') },
    });
  });

  it('says where there is no text for a channel', async () => {
    const mailOnly = { defaultLocale: 'de', locales: { de: { email: { subject: 'x', html: '<p>x</p>' } } } };
    const { draft: known } = await world.given();
    const { id: other } = await world.given({
      draft: { ...known, channels: ['email', 'push'], content: mailOnly },
    });
    expect((await send({ contacts: ['Phone'] }, 'marketer-de', other)).body.sent).toEqual([
      { contact: 'Phone', channel: 'email', outcome: 'no-address' },
      { contact: 'Phone', channel: 'push', outcome: 'no-content' },
    ]);
  });

  it("carries the label of the office's country, behind the mark", async () => {
    const korean = { defaultLocale: 'ko', locales: { ko: { push: { title: 'News', body: 'x' } } } };
    const body = { ...draft, office: 'kr', channels: ['push'], content: korean };
    const made = await world.call('marketer-kr', 'POST /campaigns', { body });
    await send({ contacts: ['Phone'] }, 'marketer-kr', made.body.id);
    expect(world.pushes[0]?.message).toMatchObject({ notification: { title: '[TEST] (광고) News' } });
  });

  it('can be sent in any state, also from the archive', async () => {
    const { draft: known } = await world.given();
    for (const state of ['submitted', 'running', 'completed', 'cancelled'] as const) {
      const record = await world.given({ state, archivedAt: now, draft: { ...known, content } });
      const { status, body } = await send({ contacts: ['Desk'] }, 'marketer-de', record.id);
      expect([status, body.sent[0].outcome]).toEqual([200, 'accepted']);
      expect((await world.messages.load(record.id))?.state).toBe(state);
    }
  });

  it.each([
    [{ kind: 'disabled' } as const, 'disabled'],
    [{ kind: 'failed' } as const, 'failed'],
    [{ kind: 'unknown' } as const, 'unknown'],
    [{ kind: 'retry' } as const, 'not-taken'],
  ])('says what became of it: %j', async (answer, outcome) => {
    world.answers.push(answer);
    expect((await send({ contacts: ['Desk'] })).body.sent[0]).toEqual({
      contact: 'Desk',
      channel: 'email',
      outcome,
    });
  });

  it('says that a push was not taken when its endpoint cannot be had; the others leave', async () => {
    const { sent } = (await send({ contacts: ['Refused', 'Phone'] })).body;
    const pushed = sent.filter(({ channel }: { channel: string }) => channel === 'push');
    expect(pushed.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['not-taken', 'accepted']);
  });

  it.each([
    ['an unknown contact', { contacts: ['Desk', 'Nobody'] }, ['contacts.1']],
    ['a contact named twice', { contacts: ['Desk', 'Desk'] }, ['contacts.1']],
    ['an address', { contacts: ['desk@example.com'] }, ['contacts.0']],
    ['nobody', { contacts: [] }, ['contacts']],
    [
      'more than 20 contacts',
      { contacts: Array.from({ length: 21 }, (_none, index) => `${index}`) },
      ['contacts'],
    ],
    ['an arm that it does not have', { contacts: ['Desk'], arm: 'C' }, ['arm']],
    ['an arm that there never is', { contacts: ['Desk'], arm: 'Z' }, ['arm']],
    ['an unknown member', { contacts: ['Desk'], to: 'x@example.com' }, ['to']],
  ])('is refused for %s, sends nothing, and is not on the record', async (_case, body, fields) => {
    expect(problemOf(await send(body))).toEqual({ status: 400, fields });
    expect([world.mails, world.pushes]).toEqual([[], []]);
    expect((await world.messages.load(id))?.version).toBe(1);
  });

  it('is refused where a campaign has had its number of tests', async () => {
    const history = Array.from({ length: 200 }, () => ({ action: 'test-send', at: now, by: 'm' }));
    const record = await world.given({ history });
    expect((await send({ contacts: ['Desk'] }, 'marketer-de', record.id)).status).toBe(409);
    expect(world.mails).toEqual([]);
  });

  it('is sent by marketers and approvers of the office only (P-20)', async () => {
    for (const who of ['marketer-fr', 'auditor-de', 'admin-de', 'support-de', 'admin', 'marketer'])
      expect([who, (await send({ contacts: ['Desk'] }, who)).status]).toEqual([who, 403]);
    expect(world.mails).toEqual([]);
    expect((await send({ contacts: ['Desk'] }, 'marketer-de', 'cmp_none')).status).toBe(404);
  });
});

describe('a preview', () => {
  const preview = async (query: string) =>
    (await world.call('marketer-de', 'GET /campaigns/{id}/preview', { params: { id }, query })).body;

  it('shows the image, the arm, and sample links', async () => {
    expect((await preview('channel=push')).push).toMatchObject({ title: 'Neu', image: push.image });
    expect((await preview('arm=B')).email.subject).toBe('Arm B');
    expect((await preview('arm=A')).email.html).toContain('https://notify.example/c/preview');
    expect((await preview('arm=C')).status).toBe(404);
  });
});
