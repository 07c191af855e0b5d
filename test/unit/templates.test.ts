/** Templates of an office: who may, what is refused, and that one office never touches another one's. */
import { beforeEach, describe, expect, it } from '@jest/globals';
import { createCampaignWorld, draft, problemOf } from '../support/campaign-world.ts';
import { quietTelemetry } from '../support/http-service.ts';

let world: ReturnType<typeof createCampaignWorld>;

beforeEach(() => {
  quietTelemetry();
  world = createCampaignWorld('2026-11-23T12:00:00.000Z');
});

const { content } = draft;
const body = { office: 'de', name: 'Weekly offers', content };
const create = (who = 'marketer-de', change: object = {}, headers = {}) =>
  world.call(who, 'POST /templates', { body: { ...body, ...change }, headers });
const on = (id: string, ifMatch?: string) => ({
  params: { id },
  headers: ifMatch === undefined ? {} : { 'if-match': ifMatch },
});

describe('a template', () => {
  it('is kept, read, changed and deleted by the writers of its office', async () => {
    const made = await create();
    expect(made).toMatchObject({ status: 201, etag: '"1"', body: { ...body, createdBy: 'marketer-de' } });
    const { id } = made.body;
    expect(id).toMatch(/^tpl_de_[0-9A-Z]{26}$/);
    const change = { name: 'Daily offers', content, personalised: content };
    const changed = await world.call('approver-de', 'PUT /templates/{id}', { ...on(id), body: change });
    expect(changed).toMatchObject({
      status: 200,
      etag: '"2"',
      body: { ...change, createdBy: 'marketer-de' },
    });
    expect((await world.call('auditor', 'GET /templates/{id}', on(id))).body).toEqual(changed.body);
    const gone = await world.call('marketer-de', 'DELETE /templates/{id}', on(id));
    expect([gone.status, gone.body]).toEqual([204, undefined]);
    expect((await world.call('marketer-de', 'GET /templates/{id}', on(id))).status).toBe(404);
    expect((await world.call('marketer-de', 'DELETE /templates/{id}', on(id))).status).toBe(404);
  });

  it('is made once for one Idempotency-Key, which is another one for another kind of request', async () => {
    const key = { 'idempotency-key': 'k' };
    const [first, second] = [await create('marketer-de', {}, key), await create('marketer-de', {}, key)];
    expect(second.body).toEqual(first.body);
    const campaign = await world.call('marketer-de', 'POST /campaigns', { body: draft, headers: key });
    expect([campaign.status, campaign.body.id.slice(0, 4)]).toEqual([201, 'cmp_']);
  });

  it('changed or deleted from an older version is not: 412 in words', async () => {
    const { id } = (await create()).body;
    const change = { name: 'Second', content };
    await world.call('marketer-de', 'PUT /templates/{id}', { ...on(id, '"1"'), body: change });
    const stale = await world.call('marketer-de', 'PUT /templates/{id}', {
      ...on(id, '"1"'),
      body: { name: 'Third', content },
    });
    expect(stale).toMatchObject({ status: 412, body: { etag: '"2"' } });
    expect(stale.body.detail).toMatch(/^Somebody else changed it/);
    expect((await world.call('marketer-de', 'DELETE /templates/{id}', on(id, '"1"'))).status).toBe(412);
    expect((await world.call('marketer-de', 'GET /templates/{id}', on(id))).body.name).toBe('Second');
  });

  it('is not touched from another office, by any route (P-20)', async () => {
    const { id } = (await create()).body;
    const other = { ...on(id), body: { name: 'Taken', content } };
    for (const who of ['marketer-fr', 'auditor-fr'])
      expect((await world.call(who, 'GET /templates/{id}', on(id))).status).toBe(403);
    for (const who of ['marketer-fr', 'approver-fr', 'marketer']) {
      expect((await world.call(who, 'PUT /templates/{id}', other)).status).toBe(403);
      expect((await world.call(who, 'DELETE /templates/{id}', on(id))).status).toBe(403);
      expect((await create(who)).status).toBe(403);
      expect((await world.call(who, 'GET /templates', { query: 'office=de' })).status).toBe(403);
    }
    expect((await world.call('marketer-de', 'GET /templates/{id}', on(id))).body.version).toBe(1);
  });

  it('does not move to another office', async () => {
    const { id } = (await create()).body;
    const moved = { ...on(id), body: { ...body, office: 'fr' } };
    expect(problemOf(await world.call('marketer-de', 'PUT /templates/{id}', moved))).toEqual({
      status: 400,
      fields: ['office'],
    });
  });

  it('is read and not written by an auditor; other roles see none (P-20)', async () => {
    const { id } = (await create()).body;
    expect((await create('auditor-de')).status).toBe(403);
    expect((await world.call('auditor-de', 'DELETE /templates/{id}', on(id))).status).toBe(403);
    for (const who of ['support-de', 'admin', 'notice-author'])
      expect((await world.call(who, 'GET /templates', { query: 'office=de' })).status).toBe(403);
  });

  it.each([
    ['an unknown office', { office: 'atlantis' }, 403],
    ['no name', { name: ' ' }, 400],
    ['an unknown member', { colour: 'red' }, 400],
    ['a variable that there is not', { content: withSubject('{{firstName}}') }, 422],
    ['no text in its own default language', { content: { ...content, defaultLocale: 'fr' } }, 422],
  ])('is refused with %s', async (_case, change, status) => {
    expect((await create('marketer-de', change)).status).toBe(status);
    expect((await world.call('marketer-de', 'GET /templates')).body.items).toEqual([]);
  });

  it.each(['tpl_de_x', 'cmp_1', 'tpl__01ARZ3NDEKTSV4RRFFQ69G5FAV', 'tpl_de_01ARZ3NDEKTSV4RRFFQ69G5FAV'])(
    'of the id %s is not found',
    async (id) => {
      expect((await world.call('marketer-de', 'GET /templates/{id}', on(id))).status).toBe(404);
    },
  );

  it('too large to be kept is refused with the field, and one of many languages is not', async () => {
    expect((await create('marketer-de', { content: withNoise(300_000) })).body).toMatchObject({
      status: 422,
      errors: [{ field: 'content', message: expect.stringMatching(/^Takes \d+ KB when compressed/) }],
    });
    expect((await create('marketer-de', { content: withText(900_000) })).status).toBe(201);
  });
});

/** Ids made in one millisecond are in no order. */
async function nextMillisecond(): Promise<void> {
  for (const begun = Date.now(); Date.now() === begun; ) await new Promise((done) => setTimeout(done, 1));
}

describe('the list of templates', () => {
  it('is of one office, newest first, by part of the name in any case, page by page', async () => {
    for (const name of ['Offers A', 'News B', 'offers C', 'ＯＦＦＥＲＳ D', 'News E']) {
      await create('marketer-de', { name });
      await nextMillisecond();
    }
    await create('marketer-fr', { office: 'fr', name: 'Offers FR' });
    const names: string[] = [];
    let query = 'q=OFFERS&limit=2';
    for (
      let cursor: string | undefined = '';
      cursor !== undefined;
      query = `q=OFFERS&limit=2&cursor=${cursor}`
    ) {
      const page = (await world.call('marketer-de', 'GET /templates', { query })).body;
      names.push(...page.items.map(({ name }: { name: string }) => name));
      cursor = page.cursor;
      expect(Object.keys(page.items[0])).toEqual(['id', 'office', 'name', 'updatedAt']);
    }
    expect(names).toEqual(['ＯＦＦＥＲＳ D', 'offers C', 'Offers A']);
  });

  it('is refused without an office for headquarters, and with a cursor of somebody else', async () => {
    expect((await world.call('auditor', 'GET /templates')).status).toBe(400);
    expect((await world.call('marketer-de', 'GET /templates', { query: 'cursor=e30' })).status).toBe(400);
  });
});

function withSubject(subject: string) {
  return { defaultLocale: 'de', locales: { de: { email: { subject, html: '<p>x</p>' } } } };
}

/** Content that does not compress. */
function withNoise(length: number) {
  const letters = Array.from({ length }, () => String.fromCharCode(0x4e00 + Math.random() * 8000)).join('');
  return asLocales(letters);
}

function withText(length: number) {
  return asLocales('Ein Satz über das neue Telefon. '.repeat(length / 32));
}

function asLocales(text: string) {
  const size = 100_000;
  const parts = Array.from({ length: Math.ceil(text.length / size) }, (_none, index) =>
    text.slice(index * size, (index + 1) * size),
  );
  const tags = ['de', 'fr', 'it', 'es', 'nl', 'pl', 'sv', 'pt', 'ja', 'ko'];
  const locales = parts.map((part, index) => [
    tags[index],
    { email: { subject: 'x', html: `<p>${part}</p>` } },
  ]);
  return { defaultLocale: 'de', locales: Object.fromEntries(locales) };
}
