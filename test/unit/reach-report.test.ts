/** What staff see of a notice that is under way: its reach in figures, the list of the unreached, and the document for a regulator. */
import { beforeEach, describe, expect, it } from '@jest/globals';
import { listUnreached, listUnreachedCsv } from '../../functions/notices/list-unreached.ts';
import { Reach } from '../../shared/api/notice-reach.ts';
import { addEmail } from '../../shared/domain/contacts.ts';
import type { Notice } from '../../shared/domain/lifecycle.ts';
import { addSeconds } from '../../shared/domain/local-time.ts';
import { shardOf } from '../../shared/domain/person.ts';
import { changePerson } from '../../shared/use-cases/change-person.ts';
import { writePlace } from '../../shared/use-cases/list-cursor.ts';
import { quietTelemetry } from '../support/http-service.ts';
import { createNoticeWorld } from '../support/notice-world.ts';

const start = '2026-11-23T12:10:00.000Z';
const author = 'notice-author';
type NoticeWorld = ReturnType<typeof createNoticeWorld>;

beforeEach(() => {
  quietTelemetry();
});

/** Contacts whose id says so fail at the provider, or stay with it. */
function createScene(): NoticeWorld {
  return createNoticeWorld(start, async ({ contactId }) =>
    contactId.includes('dead') ? { kind: 'disabled' } : { kind: 'accepted', providerId: 'p' },
  );
}

const denied = [{ purpose: 'marketing', channel: 'email', state: 'denied' }] as const;

/** Ten people of Germany and France, after the first round of a notice. */
async function givenRunning(world: NoticeWorld, change: Partial<Notice> = {}): Promise<Notice> {
  const email = (id: string) => ({ id, email: `${id}@example.com` });
  await world.givenPerson({ ...email('per_mail'), country: 'DE', externalId: '=1+1' });
  await world.givenPerson({ ...email('per_refused'), country: 'DE', answers: denied });
  await world.givenPerson({ id: 'per_push', country: 'DE', tokens: ['live'] });
  await world.givenPerson({ id: 'per_answered', country: 'DE', tokens: ['live2'] });
  await world.givenPerson({ id: 'per_dead', country: 'DE', tokens: ['dead'] });
  await world.givenPerson({ ...email('per_bounced'), country: 'FR' });
  for (const name of ['a', 'b', 'c', 'd'])
    await world.givenPerson({ ...email(`per_${name}`), country: 'FR' });
  const notice = {
    ...world.notice({
      escalateAfter: 'P1D',
      acknowledge: true,
      audience: { countries: ['DE', 'FR'] },
      content: {
        defaultLocale: 'en',
        locales: {
          en: { email: { subject: 'Battery', html: '<p>Stop <b>charging</b> &amp; read.</p>' } },
          ar: { push: { title: 'بطارية', body: 'اقرأ' } },
        },
      },
    }),
    contentHash: 'c0ffee',
    submittedBy: author,
    releasedBy: 'notice-releaser',
    openUntil: addSeconds(start, 86_400 * 30),
    history: [
      { action: 'create', at: start, by: author },
      { action: 'submit', at: start, by: author },
      { action: 'release', at: start, by: 'notice-releaser' },
    ],
    ...change,
  };
  await world.start(notice);
  await world.drain();
  return notice;
}

/** Feedback of the provider about the mail of somebody. */
async function say(world: NoticeWorld, personId: string, office: string, kind: 'delivered' | 'bounced') {
  const [wave] = await world.messages.listWaves('ntc_1');
  const shard = shardOf(personId);
  const series = { messageId: 'ntc_1', wave: wave?.wave ?? '', channel: 'email', office, shard } as const;
  const batch = await world.batches.findBatch(series, `${personId}#~`);
  if (!batch) throw new Error(`Nothing is on record of ${personId}`);
  const position = batch.entries.findIndex((entry) => entry.personId === personId);
  const slice = { office, firstShard: shard - (shard % 8) };
  await world.batches.recordFeedback(batch, position, { kind, at: world.clock() }, slice);
}

async function givenMixed(): Promise<NoticeWorld> {
  const world = createScene();
  await givenRunning(world);
  await world.answers.record('ntc_1', { personId: 'per_answered', at: addSeconds(start, 60), way: 'push' });
  world.setNow(addSeconds(start, 7200));
  await say(world, 'per_mail', 'de', 'delivered');
  await say(world, 'per_bounced', 'fr', 'bounced');
  return world;
}

const reachOf = async (world: NoticeWorld) => {
  const { status, body } = await world.call(author, 'GET /notices/{id}/reach');
  expect(status).toBe(200);
  return Reach.parse(body);
};

const idsOf = async (world: NoticeWorld, query: string, who = author) => {
  const { body } = await world.call(who, 'GET /notices/{id}/unreached', { query });
  return body.items.map(({ personId }: { personId: string }) => personId);
};

describe('reach', () => {
  it('counts everybody once, opted out or not, with the channel and the hour (N-04, N-22)', async () => {
    const world = await givenMixed();
    expect(await reachOf(world)).toEqual({
      at: addSeconds(start, 7200),
      affected: 10,
      acknowledged: 1,
      delivered: 1,
      handedOver: 6,
      inProgress: 0,
      unreachable: 2,
      byChannel: { push: 2, email: 6 },
      answersByWay: { push: 1 },
      whyUnreachable: { disabled: 1, bounced: 1 },
      bypassed: { 'opt-out': 1 },
      byCountry: {
        other: {
          affected: 10,
          acknowledged: 1,
          delivered: 1,
          handedOver: 6,
          inProgress: 0,
          unreachable: 2,
        },
      },
      curve: [
        { at: '2026-11-23T13:00:00.000Z', handedOver: 8, delivered: 0, acknowledged: 1 },
        { at: addSeconds(start, 7200), handedOver: 8, delivered: 1, acknowledged: 1 },
      ],
    });
  });

  it('has those in progress whose first round or whose next channel is still to come', async () => {
    const world = await givenMixed();
    await world.givenPerson({ id: 'per_late', country: 'DE', email: 'late@example.com' });
    const address = { id: 'per_dead-mail', address: 'dead@example.com', emailSource: 'direct' } as const;
    const context = { now: world.clock(), source: 'system', actor: { kind: 'system' } } as const;
    await changePerson(world.people, 'per_dead', context, (record) => ({
      edited: addEmail(record, address),
      answers: [],
    }));
    await world.givenPerson({ id: 'per_other', country: 'JP', email: 'jp@example.com' });
    expect(await reachOf(world)).toMatchObject({ affected: 11, inProgress: 2, unreachable: 1 });
  });

  it.each([
    ['running', 5],
    ['completed', 15],
  ] as const)(
    'of a %s notice is the same count for whoever asks within %i seconds',
    async (state, seconds) => {
      const world = await givenMixed();
      const record = (await world.messages.load('ntc_1')) as Notice;
      await world.messages.save({ ...record, state, version: record.version + 1 }, record.version);
      const first = await reachOf(world);
      await world.answers.record('ntc_1', { personId: 'per_mail', at: world.clock(), way: 'page' });
      world.setNow(addSeconds(first.at, seconds));
      expect(await reachOf(world)).toEqual(first);
      world.setNow(addSeconds(first.at, seconds + 1));
      expect(await reachOf(world)).toMatchObject({ acknowledged: 2, answersByWay: { push: 1, page: 1 } });
    },
  );

  it('that took long is shown again for longer: workers have a notice to send', async () => {
    const world = await givenMixed();
    world.counting.works = false;
    await world.call(author, 'GET /notices/{id}/reach');
    const began = world.clock();
    world.setNow(addSeconds(began, 60));
    await world.count(world.counts.length);
    world.setNow(addSeconds(began, 240));
    expect(await reachOf(world)).toMatchObject({ at: began });
    world.setNow(addSeconds(began, 241));
    expect((await world.call(author, 'GET /notices/{id}/reach')).status).toBe(202);
    expect(world.counts.length).toBeGreaterThan(0);
  });

  it('says how far the count is while workers are at it, and begins no second one', async () => {
    const world = await givenMixed();
    world.counting.works = false;
    const asked = await world.call(author, 'GET /notices/{id}/reach');
    expect(asked).toMatchObject({ status: 202, body: { progress: 0 } });
    const slices = world.counts.length;
    await world.count(slices / 2);
    const half = await world.call('auditor', 'GET /notices/{id}/document');
    expect(half).toMatchObject({ status: 202, body: { progress: 0.5 } });
    expect(world.counts).toHaveLength(slices / 2);
    await world.count(slices);
    expect(await reachOf(world)).toMatchObject({ affected: 10 });
  });

  it('of a notice that was stopped has nobody in progress, and tells who was never tried', async () => {
    const world = createScene();
    await world.givenPerson({ id: 'per_a', country: 'DE', email: 'a@example.com' });
    const notice = world.notice({ audience: { countries: ['DE'] } });
    await world.messages.save({ ...notice, state: 'stopped' }, 0);
    expect(await reachOf(world)).toMatchObject({
      affected: 1,
      inProgress: 0,
      unreachable: 1,
      whyUnreachable: { 'not-tried': 1 },
    });
  });

  it('stands beside the report of sends, which counts what they went past (P-19)', async () => {
    const world = await givenMixed();
    const { body } = await world.call(author, 'GET /notices/{id}/report');
    expect(body).toMatchObject({ decisions: { send: 10 }, bypassed: { 'opt-out': 1 } });
  });

  it('is of nobody before the release', async () => {
    const world = createScene();
    const { startedAt: _none, ...draft } = world.notice();
    await world.messages.save({ ...draft, state: 'draft' }, 0);
    for (const key of ['reach', 'unreached', 'document'] as const)
      expect(await world.call(author, `GET /notices/{id}/${key}`)).toMatchObject({
        status: 409,
        body: { state: 'draft' },
      });
  });
});

describe('the unreached', () => {
  it('are those whom the figures leave out, whatever they lack', async () => {
    const world = await givenMixed();
    const { affected, acknowledged, handedOver, inProgress, unreachable } = await reachOf(world);
    expect(await idsOf(world, '')).toHaveLength(inProgress + unreachable);
    expect(await idsOf(world, 'lacking=delivery')).toHaveLength(handedOver + inProgress + unreachable);
    expect(await idsOf(world, 'lacking=answer')).toHaveLength(affected - acknowledged);
  });

  it('come in pages that go on where the last one ended, also within a shard', async () => {
    const world = await givenMixed();
    const whole = await idsOf(world, 'lacking=answer');
    for (const limit of [1, 4, 9]) {
      const paged: string[] = [];
      let cursor: string | undefined;
      do {
        const query = `lacking=answer&limit=${limit}${cursor === undefined ? '' : `&cursor=${cursor}`}`;
        const { body } = await world.call(author, 'GET /notices/{id}/unreached', { query });
        expect(body.items.length).toBeLessThanOrEqual(limit);
        paged.push(...body.items.map(({ personId }: { personId: string }) => personId));
        cursor = body.cursor;
      } while (cursor !== undefined);
      expect(paged).toEqual(whole);
    }
  });

  it.each(['x#', '1e9#', '-8#', '0.5#', '#', '0', '999999#', ' 0#'])(
    'are not read from %j on, which no page has given',
    async (place) => {
      const world = await givenMixed();
      const query = `cursor=${writePlace(place)}`;
      const { status, body } = await world.call(author, 'GET /notices/{id}/unreached', { query });
      expect({ status, errors: body.errors }).toMatchObject({ status: 400, errors: [{ field: 'cursor' }] });
    },
  );

  it('come in parts where an answer does not hold them all', async () => {
    const world = await givenMixed();
    const notice = (await world.messages.load('ntc_1')) as Notice;
    const request = { lacking: 'answer', actor: { kind: 'staff', user: 'u', roles: ['auditor'] } } as const;
    const whole = await listUnreachedCsv(world, notice, { ...request, maxBytes: 10_000 });
    expect(whole.cursor).toBeUndefined();
    const [header = '', ...lines] = whole.csv.split(/(?<=\r\n)/);
    const parts: string[] = [];
    let cursor: string | undefined;
    do {
      const part = await listUnreachedCsv(world, notice, { ...request, maxBytes: 100, cursor });
      expect(part.csv.startsWith(header)).toBe(true);
      parts.push(part.csv.slice(header.length));
      cursor = part.cursor;
    } while (cursor !== undefined);
    expect(parts.length).toBeGreaterThan(2);
    expect(parts.join('')).toBe(lines.join(''));
  });

  it('come in short pages rather than too late', async () => {
    const world = await givenMixed();
    const notice = (await world.messages.load('ntc_1')) as Notice;
    let calls = 0;
    const slow = { ...world, clock: () => addSeconds(world.clock(), 5 * calls++) };
    const request = {
      lacking: 'hand-over',
      limit: 50,
      actor: { kind: 'staff', user: 'u', roles: [] },
    } as const;
    const found: string[] = [];
    let cursor: string | undefined;
    let pages = 0;
    do {
      const page = await listUnreached(slow, notice, { ...request, cursor });
      found.push(...page.items.map(({ personId }) => personId));
      cursor = page.cursor;
      pages++;
    } while (cursor !== undefined);
    expect(pages).toBeGreaterThan(3);
    expect(found).toEqual(await idsOf(world, ''));
  });

  it('hold everybody it is about who has no contact: a phone known from a purchase, or no contact on its channels', async () => {
    const world = createScene();
    const notice = await givenRunning(world, {
      draft: world.notice({ channels: ['push'], audience: { countries: ['FR'], deviceModels: ['XQ-EC54'] } })
        .draft,
    });
    const devices = [{ model: 'XQ-EC54' }];
    await world.givenPerson({ id: 'per_bought', country: 'FR', externalId: 'crm-7', devices });
    await world.givenPerson({ id: 'per_other', country: 'FR', devices: [{ model: 'XQ-OTHER' }] });
    await world.givenPerson({ id: 'per_abroad', country: 'DE', devices });
    await world.givenPerson({
      id: 'per_other_phone',
      country: 'FR',
      tokens: ['of-another'],
      model: 'XQ-OTHER',
      devices,
    });
    await world.givenPerson({ id: 'per_mail_only', country: 'FR', email: 'm@example.com', devices });
    const { body } = await world.call(author, 'GET /notices/{id}/unreached');
    const why = ['no-contact'];
    const byId = body.items.toSorted((one: { personId: string }, other: { personId: string }) =>
      one.personId < other.personId ? -1 : 1,
    );
    expect(byId).toEqual([
      { personId: 'per_bought', externalId: 'crm-7', country: 'FR', channels: [], why },
      { personId: 'per_mail_only', country: 'FR', channels: [], why },
      { personId: 'per_other_phone', country: 'FR', channels: [], why },
    ]);
    const reach = await world.call(author, 'GET /notices/{id}/reach');
    expect(reach.body).toMatchObject({ affected: 3, unreachable: 3, whyUnreachable: { 'no-contact': 3 } });
    const bought = await world.people.load('per_bought');
    if (!bought) throw new Error('The person has gone');
    const context = { now: world.clock(), source: 'account', actor: { kind: 'person' } } as const;
    await changePerson(world.people, 'per_bought', context, (record) => ({
      edited: addEmail(record, { id: 'new', address: 'new@example.com', emailSource: 'direct' }),
      answers: [],
    }));
    const left = [];
    for await (const { id } of world.people.listUnheard({ office: 'fr', shard: shardOf('per_bought') }))
      left.push(id);
    expect(left).toEqual([]);
    expect(notice.draft.channels).toEqual(['push']);
  });

  it('leave out whoever was erased since', async () => {
    const world = createScene();
    await givenRunning(world);
    const dead = await world.people.load('per_dead');
    if (!dead) throw new Error('The person has gone');
    const names = async () => {
      const { body } = await world.call(author, 'GET /notices/{id}/unreached');
      return body.items.map(({ personId }: { personId: string }) => personId);
    };
    expect(await names()).toContain('per_dead');
    const at = world.clock();
    await world.people.erase({
      record: dead,
      hashes: [],
      releases: [],
      receipt: 'r',
      at,
      actor: { kind: 'system' },
    });
    expect(await names()).not.toContain('per_dead');
  });

  it('say what became of each attempt', async () => {
    const world = await givenMixed();
    const { body } = await world.call(author, 'GET /notices/{id}/unreached');
    expect(body.items).toEqual([
      { personId: 'per_dead', country: 'DE', channels: ['push'], why: ['disabled'] },
      { personId: 'per_bounced', country: 'FR', channels: ['email'], why: ['bounced'] },
    ]);
  });

  it('come as a table that no spreadsheet takes for formulas', async () => {
    const world = await givenMixed();
    const { headers, text } = await world.call(author, 'GET /notices/{id}/unreached', {
      query: 'format=csv&lacking=answer',
    });
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(headers['content-disposition']).toBe('attachment; filename="ntc_1-unreached-answer.csv"');
    expect(headers['x-next-cursor']).toBeUndefined();
    const [header, ...lines] = text.replace('\uFEFF', '').trim().split('\r\n');
    expect(header).toBe('personId,externalId,country,channels,why');
    expect(lines).toHaveLength(9);
    expect(lines).toContain("per_mail,'=1+1,DE,email,delivered");
  });

  it('of an office are for its privacy officer, also of a notice of headquarters (P-20)', async () => {
    const world = await givenMixed();
    expect(await idsOf(world, '', 'privacy-officer-de')).toEqual(['per_dead']);
    expect(await idsOf(world, '', 'privacy-officer-fr')).toEqual(['per_bounced']);
    expect(await idsOf(world, '', 'privacy-officer-jp')).toEqual([]);
    for (const who of ['notice-author-de', 'auditor-de', 'privacy-officer', 'marketer-de'])
      expect((await world.call(who, 'GET /notices/{id}/unreached')).status).toBe(403);
  });

  it('of a notice of an office are not for another one', async () => {
    const world = createScene();
    await givenRunning(world, { office: 'de' });
    expect((await world.call('privacy-officer-fr', 'GET /notices/{id}/unreached')).status).toBe(403);
    expect(await idsOf(world, '', 'privacy-officer-de')).toEqual(['per_dead']);
  });

  it('are not read without a trace (P-20)', async () => {
    const world = await givenMixed();
    await idsOf(world, 'lacking=answer', 'privacy-officer-de');
    expect(await world.listReads.listReads('ntc_1')).toMatchObject([
      { user: 'privacy-officer-de', office: 'de', list: 'unreached answer json' },
    ]);
  });
});

describe('the document', () => {
  const document = (world: NoticeWorld, query = '') =>
    world.call('auditor', 'GET /notices/{id}/document', { query });

  it('says what, why, whom, when, how many, and by whom, in a page that runs and loads nothing', async () => {
    const world = await givenMixed();
    const { status, headers, text } = await document(world);
    expect(status).toBe(200);
    expect(headers['content-security-policy']).toMatch(/default-src 'none'; style-src 'sha256-/);
    expect(text).not.toMatch(/<script|<img|<link|href|style=/);
    for (const words of [
      '<html lang="en">',
      'Product safety notice',
      'Regulation (EU) 2023/988',
      '<td>R-1</td>',
      '<td>c0ffee</td>',
      'Germany (DE), France (FR)',
      '<th scope="row">Released by, another person</th><td>notice-releaser</td>',
      '<th scope="row">First handed over</th><td>2026-11-23 12:10:00 UTC</td>',
      '<th scope="row">Affected</th><td class="number">10</td>',
      '<td lang="en" dir="ltr">Battery\n\nStop charging &amp; read.</td>',
      'lang="ar" dir="rtl"',
      'the device takes no push messages any more',
      'had refused marketing',
    ])
      expect(text).toContain(words);
    expect(text).not.toContain('per_');
  });

  it('names every correction', async () => {
    const world = createScene();
    const { history } = world.notice();
    const stop = (by: string) => ({ action: 'stop', at: start, by, reason: 'wrong <model>' });
    await givenRunning(world);
    const record = (await world.messages.load('ntc_1')) as Notice;
    await world.messages.save(
      {
        ...record,
        state: 'stopped',
        version: record.version + 1,
        history: [...history, stop('first'), stop('second')],
        supersededBy: 'ntc_2',
      },
      record.version,
    );
    const { text } = await document(world);
    expect(text).toContain(
      '<th scope="row">Stop asked for</th><td>2026-11-23 12:10:00 UTC, first: wrong &lt;model&gt;</td>',
    );
    expect(text).toContain('<th scope="row">Stopped, by a second person</th>');
    expect(text).toContain('<th scope="row">Replaced by</th><td>ntc_2</td>');
  });

  it('has the same as CSV, one value per line', async () => {
    const world = await givenMixed();
    const { headers, text } = await document(world, 'format=csv');
    expect(headers['content-disposition']).toBe('attachment; filename="ntc_1.csv"');
    const lines = text.replace('\uFEFF', '').split('\r\n');
    expect(lines).toEqual(
      expect.arrayContaining([
        'section,item,figure,value',
        'How many,Affected,Number,10',
        'How many,Could not be reached,Share,20.0 %',
        'By whom,Written by,On record,a',
      ]),
    );
  });

  it('is not for the office of somebody else', async () => {
    const world = await givenMixed();
    for (const key of ['reach', 'document'] as const)
      expect((await world.call('privacy-officer-de', `GET /notices/{id}/${key}`)).status).toBe(403);
  });
});
