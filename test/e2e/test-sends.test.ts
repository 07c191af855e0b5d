/** A test of a campaign over the local run: real MIME to the staff whom an admin named, and links that say what they are. */
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { type LocalClient, startProcess } from '../support/local-process.ts';

jest.setTimeout(60_000);

let service: LocalClient;

beforeAll(async () => {
  service = await startProcess(['--port', '0', '--empty', '--memory']);
}, 120_000);

afterAll(async () => {
  await service?.stop();
});

const testContacts = [{ name: 'Desk', email: 'desk@example.com', deviceToken: 'desk-phone' }];

it('a campaign made from a template is tested by mail and push, marked, and without a way to opt anybody out', async () => {
  const settings = await service.call(
    'admin',
    'PUT',
    '/offices/de/settings',
    { testContacts },
    { 'if-match': '"0"' },
  );
  expect(settings.status).toBe(200);
  const locales = {
    de: { email: { subject: 'Neues', html: '<p>Neues</p>' }, push: { title: 'Neues', body: 'Hier' } },
  };
  const kept = { office: 'de', name: 'Neues', content: { defaultLocale: 'de', locales } };
  const template = await service.call('marketer-de', 'POST', '/templates', kept);
  const { content } = (await service.call('approver-de', 'GET', `/templates/${template.body.id}`)).body;
  const draft = { office: 'de', name: 'Neues', topic: 'news', channels: ['email', 'push'], content };
  const { id } = (await service.call('marketer-de', 'POST', '/campaigns', draft)).body;
  const answer = await service.call('marketer-de', 'POST', `/campaigns/${id}/test-sends`, {
    contacts: ['Desk'],
  });
  expect(answer.body.sent).toMatchObject([
    { contact: 'Desk', channel: 'email', outcome: 'accepted' },
    { contact: 'Desk', channel: 'push', outcome: 'accepted' },
  ]);

  const [mail] = await service.mails();
  expect(mail).toMatchObject({ to: ['desk@example.com'], subject: '[TEST] Neues', tags: {} });
  expect(mail?.headers).toMatchObject({ 'x-notify-test': '1' });
  expect(mail?.headers).not.toHaveProperty('list-unsubscribe');
  const [push] = await service.pushes();
  expect(push?.payload.GCM.fcmV1Message.message).toMatchObject({ notification: { title: '[TEST] Neues' } });

  const link = /https?:\/\/[^"\s]+\/u\/preview/.exec(mail?.html ?? '')?.[0] ?? '';
  const page = await fetch(`${service.url}${new URL(link).pathname}`, {
    headers: { 'accept-language': 'de' },
  });
  expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('Dies ist ein Muster')]);

  const report = await service.call('marketer-de', 'GET', `/campaigns/${id}/report`);
  expect(JSON.stringify(report.body)).not.toMatch(/"accepted":[1-9]/);
});
