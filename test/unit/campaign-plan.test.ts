/** What a marketer and an approver see before a campaign runs: plan, changes, and how many have to approve. */
import { beforeEach, describe, expect, it } from '@jest/globals';
import { sha256 } from '../../shared/adapters/keyring.ts';
import { canonicalText } from '../../shared/domain/ledger.ts';
import { createCampaignWorld, draft, problemOf } from '../support/campaign-world.ts';
import { quietTelemetry } from '../support/http-service.ts';

const now = '2026-11-23T12:00:00.000Z';
let world: ReturnType<typeof createCampaignWorld>;

const granted = [{ purpose: 'marketing', channel: 'email', state: 'granted' }] as const;

/** People of a country who have granted email. */
async function givePeople(country: string, count: number, change: object = {}): Promise<void> {
  for (let index = 0; index < count; index++) {
    const id = `per_${country}${index}`;
    await world.givenPerson({ id, country, email: `${id}@example.com`, answers: granted, ...change });
  }
}

beforeEach(() => {
  quietTelemetry();
  world = createCampaignWorld(now);
});

const hashOf = (written: unknown) => sha256(canonicalText(written));
const on = (id: string, body?: object) => ({ params: { id }, body: body ?? {} });
const create = async (change: object = {}) => {
  const answer = await world.call('marketer-de', 'POST /campaigns', { body: { ...draft, ...change } });
  expect(answer.status).toBe(201);
  return answer.body.id as string;
};
const planOf = async (id: string) =>
  (await world.call('marketer-de', 'GET /campaigns/{id}/plan', on(id))).body;
const submit = (id: string, who = 'marketer-de') => world.call(who, 'POST /campaigns/{id}/submit', on(id));
const approve = (id: string, who: string) => world.call(who, 'POST /campaigns/{id}/approve', on(id));
const setTwoAbove = (twoApproversAbove: number) =>
  world.settings.save('de', { settings: { testContacts: [], twoApproversAbove }, version: 1 }, 0);

describe('a plan', () => {
  it('adds up by country and language, with small groups among the others (N-05, P-13)', async () => {
    await givePeople('DE', 30);
    await givePeople('AT', 9, { language: 'fr' });
    const plan = await planOf(await create());
    expect(plan).toMatchObject({ audience: 39, willSend: 39, excluded: {} });
    expect(plan.byCountry).toEqual({ other: { audience: 39, willSend: 39 } });
    expect(plan.byLocale).toEqual({ de: { audience: 39, willSend: 39 } });
    expect(plan.missingLocales).toEqual([]);
  });

  it('names the languages of its readers that it has no text in', async () => {
    await givePeople('DE', 30);
    await givePeople('AT', 12, { language: 'fr' });
    const plan = await planOf(await create());
    expect(plan.byCountry).toEqual({
      AT: { audience: 12, willSend: 12 },
      DE: { audience: 30, willSend: 30 },
    });
    expect(plan.missingLocales).toEqual(['fr']);
    expect(plan.warnings.map(({ code }: { code: string }) => code)).toEqual(['everyone', 'missing-locale']);
  });

  it('says how long it takes at the rate of the office and what it costs', async () => {
    await givePeople('DE', 30);
    const settings = { testContacts: [], sendRates: { emailPerSecond: 4, pushPerSecond: 1 } };
    await world.settings.save('de', { settings, version: 1 }, 0);
    const plan = await planOf(await create());
    expect(plan.duration).toEqual({ seconds: 8, email: 8 });
    expect(plan.cost).toEqual({ currency: 'USD', amount: 0.0048, email: 0.0048 });
    expect(plan.reach).toEqual({ contacts: 30, approversNeeded: 1 });
  });

  it('shows each wave with the time that its readers see', async () => {
    await givePeople('DE', 11, { timezone: 'Europe/Berlin' });
    await givePeople('AT', 2, { timezone: 'Europe/Vienna' });
    const plan = await planOf(await create({ schedule: { at: '2026-12-01T10:00', timezone: 'recipient' } }));
    expect(plan.waves).toEqual([
      {
        at: '2026-12-01T09:00:00.000Z',
        contacts: 13,
        localTimes: [{ timezone: 'Europe/Berlin', time: '2026-12-01T10:00' }],
      },
    ]);
  });

  it('says when nobody would get it', async () => {
    await givePeople('DE', 12);
    const plan = await planOf(await create({ audience: { deviceModels: ['none'] } }));
    expect(plan).toMatchObject({ willSend: 0, excluded: { 'not-in-audience': 12 } });
    expect(plan.warnings).toEqual([{ code: 'nobody', message: 'Nobody would get this campaign.' }]);
  });

  it('of a draft uses the cap that the office has set now, and a submitted campaign keeps it (P-08)', async () => {
    await givePeople('DE', 12);
    const first = await create();
    await submit(first);
    await approve(first, 'approver-de');
    await world.drain();
    const frequencyCap = { max: 1, days: 7 };
    await world.settings.save('de', { settings: { testContacts: [], frequencyCap }, version: 1 }, 0);
    const second = await create();
    expect(await planOf(second)).toMatchObject({ willSend: 0, excluded: { 'frequency-cap': 12 } });
    expect((await submit(second)).body.pacing).toEqual({ frequencyCap });
    await world.settings.save('de', { settings: { testContacts: [] }, version: 2 }, 1);
    world.setNow('2026-11-23T12:01:00.000Z');
    expect(await planOf(second)).toMatchObject({ excluded: { 'frequency-cap': 12 } });
  });
});

describe('approval', () => {
  beforeEach(() => givePeople('DE', 12));

  it('by one other person is enough below the reach that the office has set (N-15)', async () => {
    await setTwoAbove(12);
    const id = await create();
    await submit(id);
    expect((await approve(id, 'approver-de')).body).toMatchObject({ state: 'running', approversNeeded: 1 });
  });

  it('takes two other people above it: the first, the author and the submitter do not count twice (N-15)', async () => {
    await setTwoAbove(11);
    const id = await create();
    await submit(id, 'approver-de-3');
    expect((await approve(id, 'approver-de-3')).status).toBe(403);
    const first = await approve(id, 'approver-de');
    expect(first.body).toMatchObject({ state: 'approved', approversNeeded: 2 });
    expect(first.body.approvals).toMatchObject([{ by: 'approver-de' }]);
    expect((await approve(id, 'approver-de')).status).toBe(403);
    expect((await approve(id, 'approver-de-2')).body).toMatchObject({ state: 'running' });
  });

  it('at once by two people who are needed counts both; by two of whom one is enough, one is told', async () => {
    await setTwoAbove(11);
    const [needsTwo, needsOne] = [await create(), await create({ audience: { deviceModels: ['none'] } })];
    for (const id of [needsTwo, needsOne]) await submit(id);
    const both = await Promise.all([approve(needsTwo, 'approver-de'), approve(needsTwo, 'approver-de-2')]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect((await world.messages.load(needsTwo))?.state).toBe('running');
    const one = await Promise.all([approve(needsOne, 'approver-de'), approve(needsOne, 'approver-de-2')]);
    expect(one.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('is about what was seen: with If-Match another version is not approved, submitted or rejected', async () => {
    const id = await create();
    const seen = (await submit(id)).etag;
    await world.call('marketer-de', 'PUT /campaigns/{id}', on(id, { ...draft, name: 'Other' }));
    await submit(id);
    const headers = { 'if-match': seen ?? '' };
    for (const step of ['approve', 'reject', 'submit'] as const)
      expect(
        (await world.call('approver-de', `POST /campaigns/{id}/${step}`, { ...on(id), headers })).status,
      ).toBe(412);
    const { etag } = await world.call('approver-de', 'GET /campaigns/{id}', on(id));
    const current = { ...on(id), headers: { 'if-match': etag ?? '' } };
    expect((await world.call('approver-de', 'POST /campaigns/{id}/approve', current)).status).toBe(200);
  });

  it('waits for the plan where the reach decides', async () => {
    await setTwoAbove(11);
    const id = await create();
    await submit(id);
    world.planning.works = false;
    const refused = await approve(id, 'approver-de');
    expect(refused).toMatchObject({ status: 409, body: { state: 'submitted' } });
    expect(refused.body.detail).toMatch(/plan is still being made/);
  });

  it('is undone by a change: what was approved is what runs', async () => {
    await setTwoAbove(11);
    const id = await create();
    await submit(id);
    await approve(id, 'approver-de');
    const changed = await world.call('marketer-de', 'PUT /campaigns/{id}', on(id, { ...draft, name: 'New' }));
    expect(changed.body.state).toBe('draft');
    for (const left of ['approvals', 'approversNeeded', 'contentHash', 'pacing'])
      expect(changed.body).not.toHaveProperty(left);
  });
});

describe('a campaign whose hour has passed (N-06)', () => {
  const at = (hours: number) => new Date(Date.parse(now) + hours * 3_600_000).toISOString().slice(0, 16);

  it('is not approved any more: it would fire late', async () => {
    const { draft: known } = await world.given();
    const schedule = { at: '2026-11-01T10:00', timezone: 'Europe/Berlin' };
    const { id } = await world.given({ state: 'draft', draft: { ...known, ...draft, schedule } });
    const record = await world.messages.load(id);
    if (record?.type !== 'campaign') throw new Error('not saved');
    const submitted = { ...record, state: 'submitted', contentHash: hashOf(record.draft) } as const;
    await world.messages.save({ ...submitted, version: record.version + 1 }, record.version);
    const refused = await approve(id, 'approver-de');
    expect(refused).toMatchObject({ status: 409, body: { state: 'submitted' } });
    expect(refused.body.detail).toMatch(/does not fire late/);
  });

  it('in one time zone goes to the readers of the others only', async () => {
    await givePeople('DE', 5, { timezone: 'Europe/Berlin' });
    await givePeople('AT', 7, { timezone: 'America/New_York' });
    const schedule = { at: at(-2), timezone: 'recipient' } as const;
    const { draft: known } = await world.given();
    await world.start({
      ...world.campaign({ office: 'de' }),
      id: 'cmp_late',
      draft: { ...known, ...draft, schedule } as never,
    });
    await world.drain();
    const plan = await planOf('cmp_late');
    expect(plan).toMatchObject({ willSend: 7, excluded: { 'message-expired': 5 } });
  });
});

describe('changes since the last submission', () => {
  const changesOf = async (id: string) =>
    (await world.call('approver-de', 'GET /campaigns/{id}/changes', on(id))).body;

  it('are none at the first submission', async () => {
    const id = await create();
    await submit(id);
    expect(await changesOf(id)).toEqual({ items: [] });
  });

  it('name each field with what it was and is, against the submission before', async () => {
    const id = await create();
    await submit(id);
    world.setNow('2026-11-23T13:00:00.000Z');
    await world.call('approver-de', 'POST /campaigns/{id}/reject', on(id, { reason: 'subject' }));
    const content = {
      defaultLocale: 'de',
      locales: { de: { email: { subject: 'Besser', html: '<p>Neues</p>' } } },
    };
    await world.call(
      'marketer-de',
      'PUT /campaigns/{id}',
      on(id, { ...draft, content, audience: { countries: ['DE'] } }),
    );
    const items = [
      { field: 'audience.countries', after: 'DE' },
      { field: 'content.locales.de.email.subject', before: 'Neues', after: 'Besser' },
    ];
    expect(await changesOf(id)).toMatchObject({ by: 'marketer-de', items });
    await submit(id);
    expect((await changesOf(id)).items).toEqual(items);
  });

  it('are for the office alone (P-20)', async () => {
    const id = await create();
    expect((await world.call('approver-fr', 'GET /campaigns/{id}/changes', on(id))).status).toBe(403);
  });
});

it('arms that leave nobody for the own content, or share a name, are refused with the field', async () => {
  const arm = (name: string, percent: number) => ({ name, percent, content: draft.content });
  const post = async (arms: object[]) =>
    problemOf(await world.call('marketer-de', 'POST /campaigns', { body: { ...draft, arms } }));
  expect(await post([arm('B', 60), arm('C', 40)])).toEqual({ status: 400, fields: ['arms'] });
  expect(await post([arm('B', 10), arm('B', 10)])).toEqual({ status: 400, fields: ['arms'] });
  const broken = { ...arm('B', 10), content: { defaultLocale: 'de', locales: { de: {} } } };
  expect(await post([broken])).toEqual({ status: 422, fields: ['arms.0.content.locales.de.email'] });
});
