/** The life of a notice through its API: who may take which step, what is refused in words, and what replaces and follows up (N-15, N-20, P-19). */
import { beforeEach, describe, expect, it } from '@jest/globals';
import { createNoticeTurns } from '../../functions/record-feedback/notice-turns.ts';
import { addSeconds } from '../../shared/domain/local-time.ts';
import { shardOf } from '../../shared/domain/person.ts';
import { changePerson } from '../../shared/use-cases/change-person.ts';
import { noticeSliceOf } from '../../shared/use-cases/slices.ts';
import { quietTelemetry } from '../support/http-service.ts';
import { honestNotice } from '../support/notice-api.ts';
import { createNoticeWorld } from '../support/notice-world.ts';
import { tickOf } from '../support/tick-of.ts';

/** Requests are on the clock of this machine; the world is a minute ahead of it. */
const start = addSeconds(new Date().toISOString(), 60);
const later = (hours: number) => addSeconds(start, hours * 3600);
type NoticeWorld = ReturnType<typeof createNoticeWorld>;

async function givenAnna(world: NoticeWorld) {
  await world.givenPerson({
    id: 'per_a',
    country: 'DE',
    email: 'a@example.com',
    devices: [{ model: 'XQ-EC54' }],
  });
}

async function written(world: NoticeWorld, more: object = {}, who = 'notice-author'): Promise<string> {
  const { status, body } = await world.call(who, 'POST /notices', { body: { ...honestNotice, ...more } });
  if (status !== 201) throw new Error(JSON.stringify(body));
  return body.id;
}

const stepOf = (world: NoticeWorld, id: string) => ({
  take: (who: string, step: 'submit' | 'release' | 'reject' | 'stop', body: object = {}, headers = {}) =>
    world.call(who, `POST /notices/{id}/${step}`, { params: { id }, body, headers }),
  read: async () => (await world.call('auditor', 'GET /notices/{id}', { params: { id } })).body,
});

async function released(world: NoticeWorld, more: object = {}): Promise<string> {
  const id = await written(world, more);
  const { take } = stepOf(world, id);
  expect((await take('notice-author', 'submit')).status).toBe(200);
  expect((await take('notice-releaser', 'release')).status).toBe(200);
  await world.drain();
  return id;
}

const sentTo = (world: NoticeWorld, id: string) =>
  world.sent.filter(({ messageId }) => messageId === id).map(({ personId }) => personId);

beforeEach(() => {
  quietTelemetry();
});

describe('a release', () => {
  it('is by another person than who wrote, changed or submitted it', async () => {
    const world = createNoticeWorld(start);
    await givenAnna(world);
    const id = await written(world, {}, 'notice-releaser');
    const { take, read } = stepOf(world, id);
    await take('notice-releaser', 'submit');
    expect((await take('notice-releaser', 'release')).status).toBe(403);
    expect((await take('notice-author', 'release')).status).toBe(403);
    expect((await read()).state).toBe('submitted');
    expect((await take('notice-releaser-2', 'release')).status).toBe(403);
  });

  it('is of what was seen and of nothing else: a change in between makes a draft of it', async () => {
    const world = createNoticeWorld(start);
    await givenAnna(world);
    const id = await written(world);
    const { take, read } = stepOf(world, id);
    const submitted = await take('notice-author', 'submit');
    const etag = submitted.headers['etag'] ?? '';
    const change = (headers: object) =>
      world.call('notice-author', 'PUT /notices/{id}', {
        params: { id },
        body: { ...honestNotice, reference: 'SN-2026-12' },
        headers: { ...headers },
      });
    expect((await change({})).status).toBe(428);
    expect((await change({ 'If-Match': '"1"' })).status).toBe(412);
    expect(await change({ 'If-Match': etag })).toMatchObject({ status: 200, body: { state: 'draft' } });
    expect((await read()).contentHash).toBeUndefined();
    expect(await take('notice-releaser', 'release')).toMatchObject({ status: 409, body: { state: 'draft' } });
    await take('notice-author', 'submit');
    expect((await take('notice-releaser', 'release', {}, { 'If-Match': etag })).status).toBe(412);
    expect((await take('notice-releaser', 'release')).body).toMatchObject({
      state: 'running',
      reference: 'SN-2026-12',
    });
    expect((await change({ 'If-Match': '"9"' })).status).toBe(412);
    const { version } = await read();
    expect((await change({ 'If-Match': `"${version}"` })).status).toBe(409);
  });

  it('that is rejected is changed and submitted again', async () => {
    const world = createNoticeWorld(start);
    await givenAnna(world);
    const id = await written(world);
    const { take, read } = stepOf(world, id);
    await take('notice-author', 'submit');
    await take('notice-releaser', 'reject', { reason: 'The model is wrong.' });
    const { version } = await read();
    const headers = { 'If-Match': `"${version}"` };
    const changed = await world.call('notice-author', 'PUT /notices/{id}', {
      params: { id },
      body: honestNotice,
      headers,
    });
    expect(changed.body).toMatchObject({ state: 'draft' });
    expect((await take('notice-author', 'submit')).status).toBe(200);
  });
});

it('a release goes first to where the most people are affected', async () => {
  const world = createNoticeWorld(start);
  for (const id of ['per_1', 'per_2', 'per_3'])
    await world.givenPerson({
      id,
      country: 'JP',
      email: `${id}@example.com`,
      devices: [{ model: 'XQ-EC54' }],
    });
  const id = await written(world, { audience: { deviceModels: ['XQ-EC54'] } });
  const { take } = stepOf(world, id);
  await take('notice-author', 'submit');
  await take('notice-releaser', 'release');
  const offices = world.expandQueue.map(({ office }) => office);
  expect(new Set(offices).size).toBeGreaterThan(20);
  const shards = new Set(
    ['per_1', 'per_2', 'per_3'].map((person) => noticeSliceOf('jp', shardOf(person)).firstShard),
  );
  expect(offices.slice(0, shards.size)).toEqual(Array.from(shards, () => 'jp'));
  expect(new Set(world.expandQueue.slice(0, shards.size).map(({ firstShard }) => firstShard))).toEqual(
    shards,
  );
});

describe('the audience', () => {
  it('of nobody is refused when it is submitted, unless it is said that nobody is affected yet', async () => {
    const world = createNoticeWorld(start);
    const id = await written(world);
    const { take, read } = stepOf(world, id);
    const refused = await take('notice-author', 'submit');
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ field: 'audience' }] } });
    expect((await read()).state).toBe('draft');
    expect((await take('notice-author', 'submit', { nobodyYet: true })).body).toMatchObject({
      state: 'submitted',
    });
  });

  it.each([
    ['a country that is none', ['DE', 'XX'], 'audience.countries.1'],
    ['a country twice', ['DE', 'FR', 'DE'], 'audience.countries.2'],
    ['a region beside its own country', ['US', 'US-CA'], 'audience.countries.1'],
  ])('with %s is refused at its field', async (_case, countries, field) => {
    const answer = await createNoticeWorld(start).call('notice-author', 'POST /notices', {
      body: { ...honestNotice, audience: { countries } },
    });
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ field }] } });
  });

  it('of other offices is for headquarters, also when an office names nobody', async () => {
    const world = createNoticeWorld(start);
    await givenAnna(world);
    await world.givenPerson({
      id: 'per_f',
      country: 'FR',
      email: 'f@example.com',
      devices: [{ model: 'XQ-EC54' }],
    });
    const foreign = { ...honestNotice, audience: { countries: ['FR'] } };
    const refused = await world.call('notice-author-de', 'POST /notices', { body: foreign });
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ field: 'audience.countries.0' }] } });
    const id = await written(world, { audience: {} }, 'notice-author-de');
    const { take } = stepOf(world, id);
    await take('notice-author-de', 'submit');
    await take('notice-releaser-de', 'release');
    await world.drain();
    expect(sentTo(world, id)).toEqual(['per_a']);
  });

  it.each([
    ['a reason of another kind', { legalReason: 'terms-change' }, 'legalReason'],
    ['promotion in the reference', { reference: 'SN-1: 20 % off' }, 'reference'],
    ['a channel twice', { channels: ['email', 'email'] }, 'channels'],
    ['an acceptance that only terms can ask for', { acceptance: { version: '2026-12' } }, 'acceptance'],
    ['a notice to replace that does not exist', { supersedes: 'ntc_nowhere' }, 'supersedes'],
    ['a notice to follow up that does not exist', { followUpOf: 'ntc_nowhere' }, 'followUpOf'],
  ])('and %s is refused', async (_case, more, field) => {
    const answer = await createNoticeWorld(start).call('notice-author', 'POST /notices', {
      body: { ...honestNotice, ...more },
    });
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ field }] } });
  });
});

describe('corrections', () => {
  it('a stop takes two people and a reason, also after everybody has got it; nobody gets it after that', async () => {
    const world = createNoticeWorld(start);
    await givenAnna(world);
    const id = await released(world);
    const { take, read } = stepOf(world, id);
    expect((await read()).state).toBe('completed');
    expect((await take('notice-author', 'stop')).status).toBe(400);
    const reason = { reason: 'The model list is wrong.' };
    expect((await take('notice-author', 'stop', reason)).body.state).toBe('completed');
    expect((await take('notice-author', 'stop', reason)).status).toBe(403);
    expect((await take('notice-releaser', 'stop', reason)).body.state).toBe('stopped');
    await world.givenPerson({
      id: 'per_late',
      country: 'DE',
      email: 'l@example.com',
      devices: [{ model: 'XQ-EC54' }],
    });
    world.setNow(later(2));
    await tickOf(world, world.deliverQueue).tick();
    await world.drain();
    expect(sentTo(world, id)).toEqual(['per_a']);
  });

  it('a notice that replaces another one ends it, and both say so', async () => {
    const world = createNoticeWorld(start);
    await givenAnna(world);
    const first = await released(world, { escalateAfter: 'PT1H', acknowledge: true });
    const second = await released(world, { supersedes: first, reference: 'SN-2026-11b' });
    expect(await stepOf(world, first).read()).toMatchObject({ state: 'stopped', supersededBy: second });
    expect(await stepOf(world, second).read()).toMatchObject({ supersedes: first, state: 'completed' });
    expect(sentTo(world, second)).toEqual(['per_a']);
  });

  it('a notice that cannot be released ends no other one, and both are saved as one', async () => {
    const world = createNoticeWorld(start);
    await givenAnna(world);
    const first = await released(world, { escalateAfter: 'PT1H', acknowledge: true });
    const second = await written(world, { supersedes: first, reference: 'SN-2026-11b' });
    const { take, read } = stepOf(world, second);
    await take('notice-author', 'submit');
    expect((await take('notice-author', 'release')).status).toBe(403);
    expect((await stepOf(world, first).read()).state).toBe('completed');
    const { write } = world.campaignsTable;
    const sizes: number[] = [];
    world.campaignsTable.write = async (writes) => {
      sizes.push(writes.length);
      return write(writes);
    };
    expect((await take('notice-releaser', 'release')).status).toBe(200);
    expect(sizes).toEqual([2]);
    expect([(await read()).state, (await stepOf(world, first).read()).state]).toEqual(['running', 'stopped']);
  });

  it('a follow-up goes to those who got the first one, and to nobody else', async () => {
    const world = createNoticeWorld(start);
    await givenAnna(world);
    const first = await released(world);
    await world.givenPerson({
      id: 'per_late',
      country: 'DE',
      email: 'l@example.com',
      devices: [{ model: 'XQ-EC54' }],
    });
    const second = await released(world, { followUpOf: first, audience: {} });
    expect(sentTo(world, second)).toEqual(['per_a']);
    const report = await world.call('auditor', 'GET /notices/{id}/report', { params: { id: second } });
    expect(report.body.decisions.skip).toEqual({ 'not-affected': 1 });
  });
});

describe('people who become affected while it is open', () => {
  const late = { id: 'per_late', country: 'DE', tokens: ['late'], model: 'XQ-EC54' };

  it('get it at once when their phone registers, though everybody else has got it already', async () => {
    const world = createNoticeWorld(start);
    await givenAnna(world);
    const id = await released(world, { channels: ['push', 'email'], content: bothTexts });
    expect((await stepOf(world, id).read()).state).toBe('completed');
    await world.givenPerson(late);
    const turns = createNoticeTurns(world);
    expect(
      await turns.afterRegistration({ personId: 'per_late', contactId: 'per_late-late' }, world.clock()),
    ).toBeUndefined();
    await world.drain();
    expect(sentTo(world, id)).toEqual(['per_a', 'per_late']);
  });

  it('and whose phone turns out to be dead get it over the next channel at once', async () => {
    const world = createNoticeWorld(start);
    await givenAnna(world);
    const more = { channels: ['push', 'email'], content: bothTexts, escalateAfter: 'P7D' };
    const id = await released(world, more);
    expect((await stepOf(world, id).read()).state).toBe('completed');
    await world.givenPerson({ ...late, email: 'l@example.com' });
    const phone = { personId: 'per_late', contactId: 'per_late-late' };
    const turns = createNoticeTurns(world);
    await turns.afterRegistration(phone, world.clock());
    await world.drain();
    const context = { now: world.clock(), source: 'system', actor: { kind: 'system' } } as const;
    await changePerson(world.people, 'per_late', context, (record) => ({
      edited: {
        ...record,
        contacts: record.contacts.map((contact) =>
          contact.id === phone.contactId ? { ...contact, undeliverable: 'endpoint-disabled' } : contact,
        ),
      },
      answers: [],
    }));
    await turns.afterDeadPhone(phone, world.clock());
    await world.drain();
    const contacts = world.sent.filter(({ messageId }) => messageId === id).map(({ contactId }) => contactId);
    expect(contacts).toEqual(['per_a-mail', 'per_late-late', 'per_late-mail']);
  });

  it('by an import or a move get it within the hour', async () => {
    const world = createNoticeWorld(start);
    await givenAnna(world);
    const id = await released(world);
    await world.givenPerson({
      id: 'per_late',
      country: 'DE',
      email: 'l@example.com',
      devices: [{ model: 'XQ-EC54' }],
    });
    const { tick } = tickOf(world, world.deliverQueue);
    for (const [hours, people] of [
      [0.99, ['per_a']],
      [1, ['per_a', 'per_late']],
    ] as const) {
      world.setNow(later(hours));
      await tick();
      await world.drain();
      expect(sentTo(world, id)).toEqual(people);
    }
  });

  it('on its last day get it over all channels: what has begun goes on after it', async () => {
    const world = createNoticeWorld(start);
    await givenAnna(world);
    const id = await released(world, {
      channels: ['push', 'email'],
      content: bothTexts,
      openDays: 1,
      escalateAfter: 'PT3H',
    });
    world.setNow(later(23));
    await world.givenPerson({ ...late, email: 'late@example.com' });
    const turns = createNoticeTurns(world);
    await turns.afterRegistration({ personId: 'per_late', contactId: 'per_late-late' }, world.clock());
    await world.drain();
    expect(sentTo(world, id)).toEqual(['per_a', 'per_late']);
    world.setNow(later(26));
    await world.givenPerson({ ...late, id: 'per_later', tokens: ['later'] });
    await tickOf(world, world.deliverQueue).tick();
    await world.drain();
    expect(sentTo(world, id)).toEqual(['per_a', 'per_late', 'per_late']);
  });

  it('do not get it after its last day, nor one that is not about their phone', async () => {
    const world = createNoticeWorld(start);
    await givenAnna(world);
    const id = await released(world, { channels: ['push', 'email'], content: bothTexts, openDays: 2 });
    await world.givenPerson({ ...late, model: 'XQ-OTHER' });
    const turns = createNoticeTurns(world);
    const register = () =>
      turns.afterRegistration({ personId: 'per_late', contactId: 'per_late-late' }, world.clock());
    await register();
    await world.drain();
    world.setNow(later(48));
    await world.givenPerson({ ...late, id: 'per_later' });
    expect(
      await turns.afterRegistration({ personId: 'per_later', contactId: 'per_later-late' }, world.clock()),
    ).toBe('no notice is open');
    await tickOf(world, world.deliverQueue).tick();
    await world.drain();
    expect(sentTo(world, id)).toEqual(['per_a']);
  });
});

const bothTexts = {
  defaultLocale: 'en',
  locales: {
    en: {
      ...honestNotice.content.locales.en,
      push: { title: 'Battery safety notice', body: 'Stop charging your phone until it has been checked.' },
    },
  },
};
