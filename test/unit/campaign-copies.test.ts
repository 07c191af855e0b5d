/** Copies, the archive, the list, and two people who change one campaign. */
import { beforeEach, describe, expect, it } from '@jest/globals';
import { CampaignState } from '../../shared/domain/lifecycle.ts';
import { createCampaignWorld, draft, problemOf } from '../support/campaign-world.ts';
import { quietTelemetry } from '../support/http-service.ts';

const now = '2026-11-23T12:00:00.000Z';
let world: ReturnType<typeof createCampaignWorld>;

beforeEach(() => {
  quietTelemetry();
  world = createCampaignWorld(now);
});

const on = (id: string, headers = {}) => ({ params: { id }, headers });
const create = async (change: object = {}) =>
  (await world.call('marketer-de', 'POST /campaigns', { body: { ...draft, ...change } })).body;

describe('a copy', () => {
  const clone = (id: string, who = 'marketer-de', headers = {}) =>
    world.call(who, 'POST /campaigns/{id}/clone', on(id, headers));

  it('is a new draft with the same content, whatever became of the first', async () => {
    for (const state of CampaignState.options) {
      const source = await world.given({
        state,
        approvedBy: 'b',
        contentHash: 'h',
        startsAt: now,
        archivedAt: now,
      });
      const copy = await clone(source.id);
      expect(copy).toMatchObject({ status: 201, etag: '"1"' });
      const { name, ...rest } = source.draft;
      expect(copy.body).toMatchObject({
        ...rest,
        name: `${name} (copy)`,
        state: 'draft',
        clonedFrom: source.id,
        createdBy: 'marketer-de',
      });
      for (const left of ['approvedBy', 'contentHash', 'startsAt', 'startedAt', 'archivedAt'])
        expect(copy.body).not.toHaveProperty(left);
    }
  });

  it('does not start in the past: a start that has passed becomes now, an end that has passed is dropped', async () => {
    const { draft: known } = await world.given();
    const cloned = async (change: object) =>
      (await clone((await world.given({ draft: { ...known, ...change } })).id)).body;
    const passed = { at: '2026-01-01T10:00', timezone: 'Europe/Berlin' };
    const ahead = { at: '2027-01-01T10:00', timezone: 'Europe/Berlin' };
    expect(await cloned({ schedule: passed, expiresAt: '2026-02-01T10:00:00+01:00' })).toMatchObject({
      schedule: { ...passed, at: 'now' },
    });
    expect(await cloned({ schedule: passed, expiresAt: '2026-02-01T10:00:00+01:00' })).not.toHaveProperty(
      'expiresAt',
    );
    const end = '2027-02-01T10:00:00+01:00';
    expect(await cloned({ schedule: ahead, expiresAt: end })).toMatchObject({
      schedule: ahead,
      expiresAt: end,
    });
  });

  it('can be submitted as it is, also of the longest name', async () => {
    const { id } = await create({ name: `${'x'.repeat(198)}😀` });
    const copy = (await clone(id)).body;
    expect(copy.name).toHaveLength(200);
    expect(copy.name.isWellFormed()).toBe(true);
    expect((await world.call('marketer-de', 'POST /campaigns/{id}/submit', on(copy.id))).status).toBe(200);
  });

  it('and a new campaign are not confused by a key that was used for another body', async () => {
    const headers = { 'idempotency-key': 'one' };
    const post = (name: string) =>
      world.call('marketer-de', 'POST /campaigns', { body: { ...draft, name }, headers });
    const first = await post('First');
    expect((await post('First')).body.id).toBe(first.body.id);
    expect(problemOf(await post('Second'))).toEqual({ status: 422, fields: ['Idempotency-Key'] });
  });

  it('is made once for one Idempotency-Key and campaign', async () => {
    const [one, other] = [await create(), await create()];
    const key = { 'idempotency-key': 'k' };
    const first = await clone(one.id, 'marketer-de', key);
    expect((await clone(one.id, 'marketer-de', key)).body.id).toBe(first.body.id);
    expect((await clone(other.id, 'marketer-de', key)).body.clonedFrom).toBe(other.id);
  });
});

describe('the archive', () => {
  const step = (id: string, name: 'archive' | 'unarchive', who = 'marketer-de') =>
    world.call(who, `POST /campaigns/{id}/${name}`, on(id));

  it.each(CampaignState.options)('takes a campaign that is %s, or says why not', async (state) => {
    const { id } = await world.given({ state });
    const answer = await step(id, 'archive');
    const isOver = ['draft', 'rejected', 'completed', 'cancelled', 'expired'].includes(state);
    expect(answer.status).toBe(isOver ? 200 : 409);
    if (isOver) expect(answer.body).toMatchObject({ state, archivedAt: expect.any(String), version: 2 });
    else expect(answer.body).toMatchObject({ state });
  });

  it('is on the record, is no state, and what is taken twice is noted once', async () => {
    const { id } = await create();
    await step(id, 'archive');
    expect((await step(id, 'archive')).body.version).toBe(2);
    const back = (await step(id, 'unarchive')).body;
    expect(back.state).toBe('draft');
    expect(back).not.toHaveProperty('archivedAt');
    expect(back.history.map(({ action }: { action: string }) => action)).toEqual([
      'create',
      'archive',
      'unarchive',
    ]);
  });

  it('lets nothing begin to run unseen: no step and no change until it is taken out', async () => {
    const { id } = await create();
    await step(id, 'archive');
    const submit = () => world.call('marketer-de', 'POST /campaigns/{id}/submit', on(id));
    expect(await submit()).toMatchObject({ status: 409, body: { state: 'archived' } });
    const change = { ...on(id), body: draft };
    expect((await world.call('marketer-de', 'PUT /campaigns/{id}', change)).status).toBe(409);
    await step(id, 'unarchive');
    expect((await submit()).status).toBe(200);
  });
});

describe('the list', () => {
  const list = async (query: string, who = 'marketer-de') =>
    (await world.call(who, 'GET /campaigns', { query })).body;
  const names = ({ items }: { items: { name: string }[] }) => items.map(({ name }) => name);

  it('leaves out what is archived, unless it is asked for', async () => {
    await create({ name: 'Shown' });
    const { id } = await create({ name: 'Archived' });
    await world.call('marketer-de', 'POST /campaigns/{id}/archive', on(id));
    expect(names(await list(''))).toEqual(['Shown']);
    expect(names(await list('archived=true'))).toEqual(['Archived']);
    expect(names(await list('archived=all')).sort()).toEqual(['Archived', 'Shown']);
  });

  /** `count` campaigns, the newest first, of which every `every`-th is an offer. */
  async function fill(count: number, every: number): Promise<string[]> {
    const wanted: string[] = [];
    const { draft: known } = await world.given({ office: 'fr' });
    for (let index = 0; index < count; index++) {
      const name = index % every === 0 ? `Offer ${index}` : `News ${index}`;
      const createdAt = new Date(Date.parse(now) + index * 1000).toISOString();
      await world.given({ createdAt, draft: { ...known, office: 'de', name } });
      if (index % every === 0) wanted.unshift(name);
    }
    return wanted;
  }

  it('fills each page to its limit over what the filter drops, and loses and repeats nothing', async () => {
    const wanted = await fill(130, 20);
    const found: string[][] = [];
    let cursor = '';
    do {
      const page = await list(`q=oFFer&limit=3${cursor && `&cursor=${cursor}`}`);
      found.push(names(page));
      cursor = page.cursor ?? '';
    } while (cursor !== '');
    expect(found.map(({ length }) => length)).toEqual([3, 3, 1]);
    expect(found.flat()).toEqual(wanted);
  });

  it('looks through a bounded part of the office per request, and says where to go on', async () => {
    await fill(520, 1000);
    const first = await list('q=Offer&limit=1');
    expect([first.items, typeof first.cursor]).toEqual([[], 'string']);
    const second = await list(`q=Offer&limit=1&cursor=${first.cursor}`);
    expect(names(second)).toEqual(['Offer 0']);
  });

  it('stays within what a function may answer, however large its drafts are', async () => {
    const html = `<p>${'Ein Satz. '.repeat(15_000)}</p>`;
    const locales = Object.fromEntries(
      ['de', 'fr', 'it', 'es', 'nl', 'pl'].map((tag) => [tag, { email: { subject: 'x', html } }]),
    );
    for (let index = 0; index < 8; index++)
      await create({ name: String(index), content: { defaultLocale: 'de', locales } });
    const page = await list('limit=100');
    expect(Buffer.byteLength(JSON.stringify(page))).toBeLessThan(5_000_000);
    const rest = await list(`limit=100&cursor=${page.cursor}`);
    expect([...names(page), ...names(rest)].sort()).toEqual(['0', '1', '2', '3', '4', '5', '6', '7']);
  });

  it.each(['cursor=e30', 'cursor=x', 'archived=maybe', 'q=', 'state=dreaming'])(
    'refuses %s',
    async (query) => {
      expect((await world.call('marketer-de', 'GET /campaigns', { query })).status).toBe(400);
    },
  );
});

describe('a change', () => {
  const change = (id: string, name: string, ifMatch?: string) =>
    world.call('marketer-de', 'PUT /campaigns/{id}', {
      ...on(id, ifMatch === undefined ? {} : { 'if-match': ifMatch }),
      body: { ...draft, name },
    });

  it('of the version that was read is taken, of an older one not: 412 in words', async () => {
    const { id } = await create();
    expect(await change(id, 'Second', '"1"')).toMatchObject({ status: 200, etag: '"2"' });
    const stale = await change(id, 'Third', '"1"');
    expect(stale).toMatchObject({ status: 412, body: { etag: '"2"' } });
    expect(stale.body.detail).toMatch(/^Somebody else changed it/);
    expect((await change(id, 'Fourth')).status).toBe(200);
  });

  it('by two at once is the change of one, and the other is told', async () => {
    const { id } = await create();
    const answers = await Promise.all([change(id, 'One', '"1"'), change(id, 'Other', '"1"')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    const winner = answers.find(({ status }) => status === 200);
    const { body } = await world.call('marketer-de', 'GET /campaigns/{id}', on(id));
    expect(body).toMatchObject({ name: winner?.body.name, version: 2 });
  });

  it('of content that is too large to be kept is refused with the field', async () => {
    const { id } = await create();
    const noise = () =>
      Array.from({ length: 60_000 }, () => String.fromCharCode(0x4e00 + Math.random() * 8000));
    const locales = Object.fromEntries(
      ['de', 'fr', 'it', 'es', 'nl'].map((tag) => [tag, { email: { subject: 'x', html: noise().join('') } }]),
    );
    const body = { ...draft, content: { defaultLocale: 'de', locales } };
    const answer = await world.call('marketer-de', 'PUT /campaigns/{id}', { ...on(id), body });
    expect(problemOf(answer)).toEqual({ status: 422, fields: ['content'] });
    expect((await world.call('marketer-de', 'GET /campaigns/{id}', on(id))).body.version).toBe(1);
  });
});

describe('another office (P-20)', () => {
  it('touches nothing, by any route', async () => {
    const { id } = await create();
    const routes = ['clone', 'archive', 'unarchive', 'submit', 'approve', 'pause'] as const;
    for (const who of ['approver-fr', 'approver']) {
      for (const route of routes)
        expect((await world.call(who, `POST /campaigns/{id}/${route}`, on(id))).status).toBe(403);
      expect((await world.call(who, 'PUT /campaigns/{id}', { ...on(id), body: draft })).status).toBe(403);
      const test = { ...on(id), body: { contacts: ['Desk'] } };
      expect((await world.call(who, 'POST /campaigns/{id}/test-sends', test)).status).toBe(403);
    }
    expect((await world.call('marketer-fr', 'GET /campaigns', { query: 'office=de' })).status).toBe(403);
    expect((await world.call('marketer-de', 'GET /campaigns/{id}', on(id))).body.version).toBe(1);
  });

  it('nor do an auditor and other roles of the same one', async () => {
    const { id } = await create();
    for (const who of ['auditor-de', 'support-de', 'admin-de', 'notice-author-de'])
      for (const route of ['clone', 'archive', 'unarchive'] as const)
        expect((await world.call(who, `POST /campaigns/{id}/${route}`, on(id))).status).toBe(403);
  });
});
