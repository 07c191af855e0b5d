/** Rounds of a notice over one slice: hours of the night, invocations that run out of time, expanders that come at once, and the waves of each (promise 5; P-19). */
import { describe, expect, it } from '@jest/globals';
import type { ExpandSlice } from '../../events/expand-slice.ts';
import { wavesIn } from '../../shared/domain/batch.ts';
import type { MessageRecord, Notice } from '../../shared/domain/lifecycle.ts';
import { addSeconds } from '../../shared/domain/local-time.ts';
import { shardOf } from '../../shared/domain/person.ts';
import { changePerson } from '../../shared/use-cases/change-person.ts';
import { readDecisions, readPersonDecisions } from '../../shared/use-cases/read-decisions.ts';
import { type RoundDeps, runRound } from '../../shared/use-cases/run-round.ts';
import { noticeSliceOf } from '../../shared/use-cases/slices.ts';
import { tickOf } from '../support/tick-of.ts';
import { createWorld, type World } from '../support/world.ts';

const start = '2026-11-23T12:00:00.000Z';
const escalating = {
  channels: ['push', 'email'],
  escalateAfter: 'PT1H',
  audience: { countries: ['DE', 'JP'] },
} satisfies Partial<Notice['draft']>;

const manyIds = Array.from({ length: 4000 }, (_, index) => `per_${String(index).padStart(4, '0')}`);
/** People of the first slice of their office. */
const ids = Array.from({ length: 400 }, (_, index) => `per_${String(index).padStart(3, '0')}`).filter(
  (id) => shardOf(id) < 8,
);

/** Two of them in the order in which a round looks at them. */
function pairOf(fits: (first: number, second: number) => boolean): [string, string] {
  for (const first of ids)
    for (const second of ids)
      if (first < second && fits(shardOf(first), shardOf(second))) return [first, second];
  throw new Error('No two people fit');
}

const both = (id: string) => ({ id, tokens: [id], email: `${id}@example.com` });

function roundDeps(world: World, change: Partial<RoundDeps> = {}): RoundDeps {
  return {
    ...world,
    wakeSenders: async (pointers) => {
      world.deliverQueue.push(...pointers);
    },
    repeat: async (again) => {
      world.expandQueue.push(again);
    },
    remainingMs: () => 60_000,
    ...change,
  };
}

const commandOf = (office = 'de'): ExpandSlice => ({
  name: 'expand-slice',
  version: 1,
  messageId: 'ntc_1',
  ...noticeSliceOf(office, 0),
});

async function minutesLater(world: World, minutes: number): Promise<void> {
  world.setNow(addSeconds(world.clock(), minutes * 60));
  await tickOf(world, world.deliverQueue).tick();
  await world.drain();
}

const sentTo = (world: World) => world.sent.map(({ contactId }) => contactId);

describe('a routine notice', () => {
  it('waits for the end of each reader’s night, and is sent then', async () => {
    const world = createWorld('2026-11-23T20:30:00.000Z');
    await world.givenPerson({
      id: 'per_berlin',
      country: 'DE',
      timezone: 'Europe/Berlin',
      email: 'b@example.com',
    });
    await world.givenPerson({
      id: 'per_lisbon',
      country: 'DE',
      timezone: 'Europe/Lisbon',
      email: 'l@example.com',
    });
    const draft = {
      channels: ['email'] as const,
      urgency: 'routine' as const,
      audience: { countries: ['DE'] },
    };
    await world.start(world.notice({ ...draft, channels: [...draft.channels] }));
    await world.drain();
    expect(sentTo(world)).toEqual(['per_lisbon-mail']);
    const slices = await world.messages.listSlices('ntc_1');
    const waves = slices.flatMap(({ counters }) => wavesIn(counters)).sort();
    expect(waves).toEqual(['20261123T203000Z', '20261124T070000Z']);
    world.setNow('2026-11-24T06:59:00.000Z');
    await minutesLater(world, 0);
    expect(sentTo(world)).toHaveLength(1);
    await minutesLater(world, 1);
    expect(sentTo(world)).toEqual(['per_lisbon-mail', 'per_berlin-mail']);
    expect((await world.messages.load('ntc_1'))?.state).toBe('completed');
  });

  it('that is late for the day waits in the sender too: a batch that comes at night is not sent', async () => {
    const world = createWorld('2026-11-23T19:59:00.000Z');
    await world.givenPerson({
      id: 'per_berlin',
      country: 'DE',
      timezone: 'Europe/Berlin',
      email: 'b@example.com',
    });
    await world.start(
      world.notice({ channels: ['email'], urgency: 'routine', audience: { countries: ['DE'] } }),
    );
    await world.expand();
    world.setNow('2026-11-23T20:01:00.000Z');
    await world.drain();
    expect(sentTo(world)).toEqual([]);
    world.setNow('2026-11-24T07:00:00.000Z');
    world.deliverQueue.push(...world.later.splice(0));
    await world.drain();
    expect(sentTo(world)).toEqual(['per_berlin-mail']);
  });
});

describe('an answer', () => {
  const asking = { ...escalating, acknowledge: true };

  it('that comes while a mail waits for the morning stops it', async () => {
    const world = createWorld('2026-11-23T19:30:00.000Z');
    await world.givenPerson({ ...both('per_1'), country: 'DE', timezone: 'Europe/Berlin' });
    await world.start(world.notice({ ...asking, urgency: 'routine', escalateAfter: 'PT45M' }));
    await world.drain();
    await minutesLater(world, 45);
    await world.answers.record('ntc_1', { personId: 'per_1', at: world.clock(), way: 'push' });
    world.setNow('2026-11-24T07:01:00.000Z');
    await minutesLater(world, 0);
    expect(sentTo(world)).toEqual(['per_1-per_1']);
    const record = (await world.messages.load('ntc_1')) as MessageRecord;
    const { lines } = await readDecisions(world, record, undefined, 1e6);
    expect(lines.map((line) => JSON.parse(line).reason)).toContain('already-reached');
  });

  it('that was given under another office holds for the new one', async () => {
    const world = createWorld(start);
    await world.givenPerson({ ...both('per_1'), country: 'DE' });
    await world.start(world.notice(asking));
    await world.drain();
    await world.answers.record('ntc_1', { personId: 'per_1', at: world.clock(), way: 'push' });
    const context = { now: world.clock(), source: 'system', actor: { kind: 'system' } } as const;
    await changePerson(world.people, 'per_1', context, ({ person, contacts }) => ({
      edited: {
        person: { ...person, office: 'jp', country: 'JP' },
        contacts: contacts.map((contact) => ({ ...contact, office: 'jp', country: 'JP' })),
      },
      answers: [],
    }));
    await minutesLater(world, 61);
    expect(sentTo(world)).toEqual(['per_1-per_1']);
  });

  it('that has read terms and not accepted them leaves the next channel to come', async () => {
    const world = createWorld(start);
    await world.givenPerson({ ...both('per_1'), country: 'DE' });
    await world.givenPerson({ ...both('per_2'), country: 'DE' });
    const acceptance = { version: '2026-12', renewConsents: false };
    await world.start(
      world.notice({ ...escalating, kind: 'terms', legalReason: 'terms-change', acceptance }),
    );
    await world.drain();
    const read = { at: world.clock(), way: 'push' } as const;
    await world.answers.record('ntc_1', { ...read, personId: 'per_1' });
    await world.answers.record('ntc_1', { ...read, personId: 'per_2', accepted: '2026-12' });
    await minutesLater(world, 61);
    expect(sentTo(world).sort()).toEqual(['per_1-mail', 'per_1-per_1', 'per_2-per_2']);
  });
});

describe('a round', () => {
  it('that runs out of time goes on where it was, and forgets nobody’s next turn', async () => {
    const world = createWorld(start);
    for (const id of ids.slice(0, 20)) await world.givenPerson({ ...both(id), country: 'DE' });
    await world.messages.save(world.notice(escalating), 0);
    let calls = 0;
    const brief = roundDeps(world, { remainingMs: () => (calls++ === 2 ? 0 : 60_000) });
    const outcomes: string[] = [];
    world.expandQueue.push(commandOf());
    for (let command = world.expandQueue.shift(); command; command = world.expandQueue.shift())
      outcomes.push(await runRound(brief, command));
    expect(outcomes).toEqual(['continued', 'expanded']);
    const slice = await world.messages.loadSlice('ntc_1', commandOf());
    expect(slice).toMatchObject({ expanded: true, nextAt: addSeconds(start, 3600), attempt: 2 });
    expect(slice?.counters['n#push#send']).toBe(20);
    await world.drain();
    expect(sentTo(world)).toHaveLength(20);
  });

  it.each([
    ['of one shard', (first: number, second: number) => first === second],
    ['of two shards', (first: number, second: number) => first < second],
  ])(
    'comes when the first of two people %s has a turn, whoever of them was looked at first',
    async (_case, fits) => {
      const [first = '', second = ''] = pairOf(fits);
      for (const [berlin, lisbon] of [
        [first, second],
        [second, first],
      ] as const) {
        const world = createWorld('2026-11-23T20:30:00.000Z');
        await world.givenPerson({ ...both(berlin), country: 'DE', timezone: 'Europe/Berlin' });
        await world.givenPerson({ ...both(lisbon), country: 'DE', timezone: 'Europe/Lisbon' });
        await world.start(world.notice({ ...escalating, urgency: 'routine', escalateAfter: 'PT10M' }));
        await world.drain();
        expect(sentTo(world)).toEqual([`${lisbon}-${lisbon}`]);
        expect(await world.messages.loadSlice('ntc_1', commandOf())).toMatchObject({
          nextAt: '2026-11-23T20:40:00.000Z',
        });
        await minutesLater(world, 10);
        expect(sentTo(world)).toEqual([`${lisbon}-${lisbon}`, `${lisbon}-mail`]);
      }
    },
  );

  it('is not begun by a command that comes again before anybody has a turn', async () => {
    const world = createWorld(start);
    await world.givenPerson({ ...both(ids[0] ?? ''), country: 'DE' });
    await world.messages.save(world.notice(escalating), 0);
    expect(await runRound(roundDeps(world), commandOf())).toBe('expanded');
    world.setNow(addSeconds(start, 3599));
    expect(await runRound(roundDeps(world), commandOf())).toBe('taken');
    expect((await world.messages.loadSlice('ntc_1', commandOf()))?.round).toBeUndefined();
    world.setNow(addSeconds(start, 3600));
    expect(await runRound(roundDeps(world), commandOf())).toBe('expanded');
    expect((await world.messages.loadSlice('ntc_1', commandOf()))?.round).toBe(1);
  });

  it('counts whom the notice is not about in the first round only', async () => {
    const world = createWorld(start);
    await world.givenPerson({ ...both(ids[0] ?? ''), country: 'DE' });
    await world.givenPerson({ ...both(ids[1] ?? ''), country: 'AT' });
    await world.start(world.notice({ ...escalating, audience: { countries: ['DE'] } }));
    await world.drain();
    await minutesLater(world, 60);
    const slice = await world.messages.loadSlice('ntc_1', commandOf());
    expect(slice?.round).toBe(1);
    expect(slice?.counters).toMatchObject({ 'n#push#skip#not-affected': 1, 'n#email#skip#not-affected': 1 });
    expect(sentTo(world)).toHaveLength(2);
  });

  it('is run by one of several expanders that come at once, and each contact is decided once', async () => {
    const world = createWorld(start);
    for (const id of ids.slice(0, 10)) await world.givenPerson({ ...both(id), country: 'DE' });
    await world.messages.save(world.notice(escalating), 0);
    const outcomes = await Promise.all(
      Array.from({ length: 5 }, () => runRound(roundDeps(world), commandOf())),
    );
    expect(outcomes.filter((outcome) => outcome === 'expanded')).toHaveLength(1);
    await world.drain();
    world.setNow(addSeconds(start, 3600));
    const later = await Promise.all(Array.from({ length: 5 }, () => runRound(roundDeps(world), commandOf())));
    expect(later.filter((outcome) => outcome === 'expanded')).toHaveLength(1);
    await world.drain();
    expect(sentTo(world)).toHaveLength(20);
    expect(new Set(sentTo(world)).size).toBe(20);
  });

  it.each([
    ['of many has a wave of its own', 40, '20261123T130000Z-1'],
    ['of few falls into the wave of its month', 6, '20261101T000000Z-late'],
  ])('%s, and every decision is found, in total and by person', async (_case, count, wave) => {
    const world = createWorld(start);
    const shard = shardOf(ids[0] ?? '');
    const people = manyIds.filter((id) => shardOf(id) === shard).slice(0, count);
    for (const id of people) await world.givenPerson({ ...both(id), country: 'DE' });
    await world.start(world.notice(escalating));
    await world.drain();
    await minutesLater(world, 60);
    const slice = await world.messages.loadSlice('ntc_1', noticeSliceOf('de', shard));
    expect(wavesIn(slice?.counters ?? {}).sort()).toEqual(['20261123T120000Z', wave].sort());
    const record = (await world.messages.load('ntc_1')) as MessageRecord;
    const { lines } = await readDecisions(world, record, undefined, 1e6);
    expect(lines).toHaveLength(count * 2);
    const contacts = (await world.people.load(people[3] ?? ''))?.contacts ?? [];
    const own = await readPersonDecisions(world, record, contacts);
    expect(own.map(({ channel, decision, outcome }) => [channel, decision, outcome]).sort()).toEqual([
      ['email', 'send', 'accepted'],
      ['push', 'send', 'accepted'],
    ]);
  });

  it('of one person at a time keeps a notice of two years small: waves by the month, and nobody else is read', async () => {
    const world = createWorld(start);
    await world.start(world.notice({ ...escalating, escalateAfter: undefined }));
    await world.drain();
    const reads: string[] = [];
    const people = {
      ...world.people,
      listAudience: async (...asked: Parameters<World['people']['listAudience']>) => {
        reads.push(asked[0].channel);
        return world.people.listAudience(...asked);
      },
    };
    const joined = ids.slice(0, 12);
    for (const [month, id] of joined.entries()) {
      world.setNow(addSeconds(start, month * 30 * 86_400));
      await world.givenPerson({ ...both(id), country: 'DE' });
      const slice = noticeSliceOf('de', shardOf(id));
      expect(await runRound(roundDeps(world, { people }), { ...commandOf(), ...slice, personId: id })).toBe(
        'expanded',
      );
      await world.drain();
    }
    expect(reads).toEqual([]);
    expect(new Set(sentTo(world)).size).toBe(24);
    const slice = await world.messages.loadSlice('ntc_1', commandOf());
    expect(wavesIn(slice?.counters ?? {}).length).toBeLessThanOrEqual(12);
    expect(slice).toMatchObject({ expanded: true, done: 24, planned: 24 });
    expect(slice?.round).toBeUndefined();
  });

  it('of one person waits for the expander that holds the slice, and for the first round to come', async () => {
    const world = createWorld(start);
    await world.givenPerson({ ...both('per_1'), country: 'DE' });
    const notice = world.notice(escalating);
    await world.messages.save(notice, 0);
    const place = noticeSliceOf('de', shardOf('per_1'));
    const command = { ...commandOf(), ...place, personId: 'per_1' };
    expect(await runRound(roundDeps(world), command)).toBe('not-running');
    await runRound(roundDeps(world), { ...commandOf(), ...place });
    const slice = await world.messages.loadSlice('ntc_1', place);
    if (!slice) throw new Error('The slice has gone');
    const held = {
      ...slice,
      attempt: slice.attempt + 1,
      leaseUntil: addSeconds(start, 120),
      touchedAt: start,
    };
    await world.messages.claimSlice('ntc_1', held, slice);
    world.expandQueue.length = 0;
    expect(await runRound(roundDeps(world), command)).toBe('waiting');
    expect(world.expandQueue).toEqual([command]);
  });

  it('goes on in pages of decisions where the last one ended, also when a round comes in between', async () => {
    const world = createWorld(start);
    for (const id of ids.slice(0, 30)) await world.givenPerson({ ...both(id), country: 'DE' });
    await world.start(world.notice(escalating));
    await world.drain();
    const record = (await world.messages.load('ntc_1')) as MessageRecord;
    const first = await readDecisions(world, record, undefined, 2000);
    expect(first.cursor).toBeDefined();
    await minutesLater(world, 60);
    const lines = [...first.lines];
    let cursor = first.cursor;
    while (cursor !== undefined) {
      const page = await readDecisions(world, record, cursor, 2000);
      lines.push(...page.lines);
      cursor = page.cursor;
    }
    const contacts = lines.map((line) => JSON.parse(line).contactId);
    expect(contacts).toHaveLength(60);
    expect(new Set(contacts).size).toBe(60);
  });

  it('of a notice that was stopped is not run, and what waits is not sent', async () => {
    const world = createWorld(start);
    await world.givenPerson({ ...both('per_1'), country: 'DE' });
    const notice = world.notice(escalating);
    await world.messages.save(notice, 0);
    await runRound(roundDeps(world), { ...commandOf(), ...noticeSliceOf('de', shardOf('per_1')) });
    await world.messages.save({ ...notice, state: 'stopped', version: 2 }, 1);
    expect(await runRound(roundDeps(world), commandOf())).toBe('not-running');
    await world.drain();
    expect(sentTo(world)).toEqual([]);
  });

  it('sends again, later and later, what nobody can say of whether it was taken; then the next channel follows', async () => {
    const tries: string[] = [];
    const world = createWorld(start, async ({ contactId }) => {
      tries.push(contactId);
      return contactId.endsWith('mail') ? { kind: 'accepted', providerId: 'p' } : { kind: 'unknown' };
    });
    await world.givenPerson({ ...both('per_1'), country: 'DE' });
    await world.start(world.notice({ ...escalating, escalateAfter: 'P1D' }));
    await world.drain();
    for (let minute = 0; minute < 180; minute++) {
      world.deliverQueue.push(...world.later.splice(0));
      await minutesLater(world, 1);
    }
    expect(tries).toEqual([...Array.from({ length: 12 }, () => 'per_1-per_1'), 'per_1-mail']);
    expect((await world.messages.load('ntc_1'))?.state).toBe('completed');
  });

  it('sends again what was in flight when a sender died, once its lease is over (N-23)', async () => {
    const world = createWorld(start);
    await world.givenPerson({ ...both('per_1'), country: 'DE' });
    await world.start(world.notice({ channels: ['push'], audience: { countries: ['DE'] } }));
    await world.expand();
    const [pointer] = world.deliverQueue.splice(0);
    if (!pointer) throw new Error('Nothing is due');
    const claim = {
      state: 'claimed',
      attempt: 1,
      leaseUntil: addSeconds(start, 30),
      inFlight: [0],
      outcomes: new Map(),
    } as const;
    await world.batches.saveRun(pointer, claim, undefined);
    await minutesLater(world, 2);
    expect(sentTo(world)).toEqual(['per_1-per_1']);
    expect((await world.messages.load('ntc_1'))?.state).toBe('completed');
  });
});
