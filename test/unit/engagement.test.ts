/** What people do with a campaign, from the hand-over to the report: counted once, and only for who agrees to profiling (P-17). */
import { describe, expect, it } from '@jest/globals';
import {
  recordEngagement,
  recordOutcome,
  recordReceipt,
} from '../../functions/record-feedback/record-outcome.ts';
import type { MarketingContent } from '../../shared/domain/message.ts';
import { type Contact, shardOf } from '../../shared/domain/person.ts';
import type { Answer } from '../../shared/domain/preferences.ts';
import { reportMessage } from '../../shared/use-cases/report-message.ts';
import { createWorld, type GivenPerson, type World } from '../support/world.ts';

const start = '2026-11-23T12:00:00.000Z';
const wave = '20261123T120000Z';
const marketing: Answer[] = [
  { purpose: 'marketing', channel: 'email', state: 'granted' },
  { purpose: 'marketing', channel: 'push', state: 'granted' },
];
const profiling: Answer = { purpose: 'profiling', state: 'granted' };

async function collect<T>(all: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const one of all) found.push(one);
  return found;
}

const contactOf = async (world: World, personId: string, channel: Contact['channel']): Promise<Contact> => {
  const found = (await world.people.load(personId))?.contacts.find((contact) => contact.channel === channel);
  if (!found) throw new Error(`${personId} has no ${channel}`);
  return found;
};

async function outcomesOf(world: World, id = 'cmp_1') {
  const record = await world.messages.load(id);
  if (!record) throw new Error('The message has gone');
  return reportMessage(world, record);
}

/** Two people, one of whom agrees to profiling, and a campaign that both got by mail and push. */
async function givenSent(): Promise<World> {
  const world = createWorld(start);
  const common = { country: 'GB', timezone: 'Europe/London' };
  await world.givenPerson({
    ...common,
    id: 'per_yes',
    email: 'y@example.com',
    tokens: ['y'],
    answers: [...marketing, profiling],
  });
  await world.givenPerson({
    ...common,
    id: 'per_no',
    email: 'n@example.com',
    tokens: ['n'],
    answers: marketing,
  });
  await world.start(world.campaign({ office: 'gb' }));
  await world.drain();
  return world;
}

const pointerOf = ({ personId, id: contactId }: Contact) => ({
  messageId: 'cmp_1',
  personId,
  contactId,
  office: 'gb',
  wave,
});

describe('a campaign', () => {
  it('is measured for who agrees to profiling at the hand-over, on record and in the report', async () => {
    const world = await givenSent();
    const measured = world.sent.map(({ personId, measured: is }) => [personId, is]).toSorted();
    expect(measured).toEqual([
      ['per_no', false],
      ['per_no', false],
      ['per_yes', true],
      ['per_yes', true],
    ]);
    const { outcomes, byChannel } = await outcomesOf(world);
    expect(outcomes).toMatchObject({ accepted: 4, measured: 2, opened: 0, clicked: 0 });
    expect(byChannel['email']?.outcomes).toMatchObject({ accepted: 2, measured: 1 });
    for (const [personId, is] of [
      ['per_yes', true],
      ['per_no', undefined],
    ] as const) {
      const contact = await contactOf(world, personId, 'email');
      const series = {
        messageId: 'cmp_1',
        wave,
        channel: 'email',
        office: 'gb',
        shard: shardOf(personId),
      } as const;
      const batch = await world.batches.findBatch(series, `${personId}#${contact.id}`);
      expect([...(batch?.outcomes.values() ?? [])].map((outcome) => outcome.measured)).toEqual([is]);
    }
  });

  it('counts a click as an opening too, each once, whatever the order and however often (N-29)', async () => {
    const world = await givenSent();
    const pointer = pointerOf(await contactOf(world, 'per_yes', 'email'));
    for (const kind of ['clicked', 'opened', 'clicked'] as const)
      await recordEngagement(world, pointer, kind);
    await recordOutcome(world, pointer, 'delivered', world.clock());
    expect((await outcomesOf(world)).outcomes).toMatchObject({
      opened: 1,
      clicked: 1,
      delivered: 1,
      accepted: 4,
    });
  });

  it('counts what a phone says of its push once: delivered for all, opened where the hand-over was measured', async () => {
    const world = await givenSent();
    for (const personId of ['per_yes', 'per_no']) {
      const contact = await contactOf(world, personId, 'push');
      const receipt = { kind: 'receipt', messageId: 'cmp_1', personId, contactId: contact.id } as const;
      for (const said of ['opened', 'delivered', 'opened', 'delivered'] as const)
        await recordReceipt(world, contact, { ...receipt, said }, start);
    }
    const { byChannel } = await outcomesOf(world);
    expect(byChannel['push']?.outcomes).toMatchObject({ accepted: 2, delivered: 2, measured: 1, opened: 1 });
    expect(byChannel['email']?.outcomes).toMatchObject({ delivered: 0, opened: 0 });
  });

  it('finds the push of a phone whose owner has moved to another time zone since', async () => {
    const world = createWorld('2026-11-23T01:00:00.000Z');
    const person: GivenPerson = {
      id: 'per_yes',
      country: 'KR',
      tokens: ['y'],
      answers: [...marketing, profiling],
    };
    await world.givenPerson({ ...person, timezone: 'Asia/Seoul' });
    const schedule = { at: '2026-11-23T12:00', timezone: 'recipient' };
    await world.start(world.campaign({ office: 'kr', channels: ['push'], schedule }));
    await world.expand();
    world.setNow('2026-11-23T03:00:00.000Z');
    const [pointer] = await collect(
      world.batches.listPointers({
        messageId: 'cmp_1',
        wave: '20261123T030000Z',
        channel: 'push',
        office: 'kr',
        shard: shardOf('per_yes'),
      }),
    );
    if (!pointer) throw new Error('Nothing is planned');
    await world.deliver(pointer);
    const contact = { ...(await contactOf(world, 'per_yes', 'push')), timezone: 'Europe/London' };
    const receipt = {
      messageId: 'cmp_1',
      personId: 'per_yes',
      contactId: contact.id,
      said: 'opened',
    } as const;
    await recordReceipt(world, contact, { kind: 'receipt', ...receipt }, world.clock());
    expect((await outcomesOf(world)).outcomes).toMatchObject({ accepted: 1, measured: 1, opened: 1 });
  });
});

describe('a notice', () => {
  it('is never measured: its phones say that it was delivered, and no more counts (P-17, P-19)', async () => {
    const world = createWorld(start);
    await world.givenPerson({ id: 'per_yes', country: 'GB', tokens: ['y'], answers: [profiling] });
    await world.start(world.notice({ channels: ['push'] }));
    await world.drain();
    const contact = await contactOf(world, 'per_yes', 'push');
    for (const said of ['delivered', 'opened'] as const) {
      const receipt = {
        kind: 'receipt',
        messageId: 'ntc_1',
        personId: 'per_yes',
        contactId: contact.id,
      } as const;
      await recordReceipt(world, contact, { ...receipt, said }, start);
    }
    const { outcomes } = await outcomesOf(world, 'ntc_1');
    expect(outcomes).toMatchObject({ accepted: 1, delivered: 1, measured: 0, opened: 0 });
  });
});

describe('a personalised text', () => {
  const text = (words: string) => ({ email: { subject: words, html: `<p>${words}</p>` } });
  const content: MarketingContent = {
    defaultLocale: 'en',
    locales: { en: text('News'), de: text('Neues'), fr: text('Nouvelles') },
  };
  const personalised: MarketingContent = {
    defaultLocale: 'en',
    locales: { en: text('News for your {{deviceModel}}'), de: text('Neues zu {{interests}}') },
  };

  it.each([
    ['en', { model: 'XQ-EC54' }, 'personalised'],
    ['en', {}, 'generic'],
    ['en', { model: '  ' }, 'generic'],
    ['de', { interests: ['camera'] }, 'personalised'],
    ['de', { model: 'XQ-EC54' }, 'generic'],
    ['fr', { model: 'XQ-EC54', interests: ['camera'] }, 'generic'],
  ])(
    'in %s for somebody with %j is the %s one, at the hand-over and on record',
    async (language, profile, variant) => {
      const world = createWorld(start);
      const { model, ...rest } = { model: undefined, ...profile };
      await world.givenPerson({
        id: 'per_yes',
        country: 'GB',
        language,
        email: 'y@example.com',
        devices: model === undefined ? [] : [{ model }],
        answers: [...marketing, profiling],
        ...rest,
      });
      await world.start(world.campaign({ office: 'gb', channels: ['email'], content, personalised }));
      await world.drain();
      expect(world.sent.map((sent) => sent.variant)).toEqual([variant]);
      const series = {
        messageId: 'cmp_1',
        wave,
        channel: 'email',
        office: 'gb',
        shard: shardOf('per_yes'),
      } as const;
      const [batch] = await collect(world.batches.listBatches(series));
      expect(batch?.entries.map((entry) => entry.variant)).toEqual([variant]);
    },
  );
});
