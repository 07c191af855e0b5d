/** A record that became part of an account, by its old id: staff act on the account, and still read the history that stayed behind. */
import { beforeEach, expect, it } from '@jest/globals';
import { emptiedRecord } from '../../shared/domain/merge-people.ts';
import { quietTelemetry } from '../support/http-service.ts';
import { createPeopleWorld, officer } from '../support/people-world.ts';

const at = '2026-05-04T09:30:00Z';
const given = { country: 'DE', emailMarketing: 'granted', emailMarketingAt: at };

let world: ReturnType<typeof createPeopleWorld>;
let account: string;
let old: { id: string };

beforeEach(async () => {
  quietTelemetry();
  world = createPeopleWorld();
  await world.take([
    { ...given, externalId: 'kim', email: 'kim@mail.example' },
    { ...given, externalId: 'former', email: 'former@mail.example' },
  ]);
  account = (await world.known('external', 'kim')).person.id;
  const before = await world.known('external', 'former');
  const after = emptiedRecord(before, account, before.person.updatedAt);
  const nothing = { entries: [], claims: [], releases: [], optOuts: [], letters: [] };
  expect(await world.people.save([{ before, after, ...nothing }])).toBe(true);
  old = { id: before.person.id };
});

it('a refusal and a hold land on the account, and the access is noted there (P-16, P-23, P-20)', async () => {
  const body = { marketing: { email: 'denied' } };
  expect(
    (await world.call('PUT /people/{id}/preferences', { claims: officer, params: old, body })).status,
  ).toBe(200);
  const hold = { held: true, reference: 'case 1' };
  const held = await world.call('POST /people/{id}/hold', { claims: officer, params: old, body: hold });
  expect([held.status, held.body.id]).toEqual([200, account]);
  const { person, contacts } = await world.known('external', 'kim');
  expect([person.restricted, contacts.map(({ marketing }) => marketing.state)]).toEqual([true, ['denied']]);
  expect((await world.accesses.list(account)).map(({ action }) => action)).toEqual([
    'change-preferences',
    'hold',
  ]);
});

it('its ledger is its own, whole and readable (P-24, N-12)', async () => {
  const { body } = await world.call('GET /people/{id}/ledger', { claims: officer, params: old });
  expect(body).toMatchObject({ valid: true, entries: [{ personId: old.id, state: 'granted' }] });
});
