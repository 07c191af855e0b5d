/** What an office sets for itself: who reads it, who writes it, and that nobody overwrites what they have not seen. */
import { beforeEach, describe, expect, it } from '@jest/globals';
import { createCampaignWorld, problemOf } from '../support/campaign-world.ts';
import { quietTelemetry } from '../support/http-service.ts';

let world: ReturnType<typeof createCampaignWorld>;

beforeEach(() => {
  quietTelemetry();
  world = createCampaignWorld('2026-11-23T12:00:00.000Z');
});

const settings = {
  sendWindow: { days: [1, 2, 3], start: '09:00', end: '20:00' },
  testContacts: [{ name: 'Desk', email: 'desk@example.com' }],
};
const read = (who: string, id = 'de') => world.call(who, 'GET /offices/{id}/settings', { params: { id } });
const write = (who: string, body: unknown, ifMatch?: string, id = 'de') =>
  world.call(who, 'PUT /offices/{id}/settings', {
    params: { id },
    body,
    headers: ifMatch === undefined ? {} : { 'if-match': ifMatch },
  });

describe('settings of an office', () => {
  it('are empty at version 0 until somebody sets them, and then what was set', async () => {
    const before = await read('marketer-de');
    expect(before).toEqual({
      status: 200,
      etag: '"0"',
      body: { settings: { testContacts: [] }, version: 0 },
    });
    expect(await write('admin-de', settings, '"0"')).toEqual({
      status: 200,
      etag: '"1"',
      body: { settings, version: 1 },
    });
    expect((await read('admin-de')).body).toEqual({ settings, version: 1 });
    const [contact] = (await read('approver-de')).body.settings.testContacts;
    expect(contact).toEqual({ name: 'Desk', email: 'd---@example.com' });
  });

  it('are written from the version that was read: 428 without one, 412 from an older one', async () => {
    await write('admin', settings, '"0"');
    expect((await write('admin', settings)).status).toBe(428);
    for (const stale of ['"0"', '"2"', 'W/"1"', 'x'])
      expect((await write('admin', { testContacts: [] }, stale)).status).toBe(412);
    expect((await read('admin')).body).toEqual({ settings, version: 1 });
  });

  it('written by two at once are those of one, and the other is told', async () => {
    const answers = await Promise.all(
      ['10:00', '11:00'].map((end) =>
        write('admin', { sendWindow: { days: [1], start: '09:00', end } }, '"0"'),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    const winner = answers.find(({ status }) => status === 200);
    expect((await read('admin')).body).toEqual(winner?.body);
  });

  it('are read by staff of the office and by headquarters, and written by admins (P-20)', async () => {
    for (const who of ['marketer-de', 'approver-de', 'admin-de', 'admin', 'auditor'])
      expect([who, (await read(who)).status]).toEqual([who, 200]);
    for (const who of [
      'marketer-fr',
      'admin-fr',
      'approver',
      'privacy-officer',
      'support-de',
      'notice-author',
    ])
      expect([who, (await read(who)).status]).toEqual([who, 403]);
    for (const who of ['marketer-de', 'approver-de', 'auditor', 'admin-fr'])
      expect([who, (await write(who, settings, '"0"')).status]).toEqual([who, 403]);
    expect((await read('admin')).body.version).toBe(0);
  });

  it('of an office that does not exist are not found', async () => {
    expect((await read('admin', 'atlantis')).status).toBe(404);
    expect((await write('admin', settings, '"0"', 'atlantis')).status).toBe(404);
  });

  it.each([
    [
      'a window that never opens',
      { sendWindow: { days: [1], start: '09:00', end: '09:00' } },
      'sendWindow.end',
    ],
    [
      'a day that there is not',
      { sendWindow: { days: [8], start: '09:00', end: '10:00' } },
      'sendWindow.days.0',
    ],
    ['a contact without an address', { testContacts: [{ name: 'Desk' }] }, 'testContacts.0'],
    [
      'two contacts of one name',
      { testContacts: [...settings.testContacts, ...settings.testContacts] },
      'testContacts.1.name',
    ],
    ['an unknown member', { colour: 'red' }, 'colour'],
  ])('are refused with %s', async (_case, body, field) => {
    expect(problemOf(await write('admin', body, '"0"'))).toEqual({ status: 400, fields: [field] });
  });
});
