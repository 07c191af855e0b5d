/** What leaves the house: who it is from, in which words, with which label and tags, and what a dead address teaches. */
import type { PublishCommandInput } from '@aws-sdk/client-sns';
import { describe, expect, it } from '@jest/globals';
import { simpleParser } from 'mailparser';
import type { Publish } from '../../shared/adapters/pusher.ts';
import { decide, noFacts } from '../../shared/domain/decide.ts';
import { toMandatoryMessage, toMarketingMessage } from '../../shared/domain/lifecycle.ts';
import type { Contact } from '../../shared/domain/person.ts';
import type { Answer } from '../../shared/domain/preferences.ts';
import { ruleBook } from '../../shared/domain/rules/rule-book.ts';
import { createEmailGateway } from '../../shared/use-cases/email-gateway.ts';
import type { Gateway } from '../../shared/use-cases/hand-over.ts';
import type { NoticeLink } from '../../shared/use-cases/notice-link.ts';
import { createPushGateway } from '../../shared/use-cases/push-gateway.ts';
import { createSmsGateway } from '../../shared/use-cases/sms-gateway.ts';
import { createWorld, type GivenPerson, type World } from '../support/world.ts';

const start = '2026-11-23T03:00:00.000Z';
const wave = '20261123T030000Z';
const words = {
  email: { subject: 'News', html: '<p>News</p>' },
  push: { title: 'News', body: 'News' },
  sms: { text: 'Stop charging' },
};
const content = { defaultLocale: 'en', locales: { en: { email: words.email, push: words.push } } };
const granted: Answer[] = [
  { purpose: 'marketing', channel: 'email', state: 'granted' },
  { purpose: 'marketing', channel: 'push', state: 'granted' },
];

const noticeLink: NoticeLink = (notice, { id }) => `https://notify.example/n/${notice.id}.${id}`;

async function givenContact(
  world: World,
  channel: Contact['channel'],
  person: Omit<GivenPerson, 'id'>,
): Promise<Contact> {
  const { contacts } = await world.givenPerson({
    id: 'per_a',
    email: 'a@example.com',
    tokens: ['t1'],
    ...person,
  });
  const contact = contacts.find((known) => known.channel === channel);
  if (!contact) throw new Error('No such contact');
  return contact;
}

/** Sends a campaign or a notice to a contact with the permit that the decision gives. */
async function send(world: World, gateway: Gateway, contact: Contact, kind: 'campaign' | 'notice') {
  const to = { contact, wave, office: contact.office };
  if (kind === 'notice') {
    const record = world.notice({ content: { ...content, locales: { en: words } } });
    const decision = decide(toMandatoryMessage(record), contact, noFacts, ruleBook, start);
    if (decision.kind === 'skip') throw new Error(decision.reason);
    return gateway.sendMandatory(decision.permit, { ...to, record, expressGrant: false });
  }
  const record = world.campaign({ office: contact.office, content });
  const decision = decide(toMarketingMessage(record), contact, noFacts, ruleBook, start);
  if (decision.kind === 'skip') throw new Error(decision.reason);
  const { permit, variant, grounds } = decision;
  const { expressGrant, measured } = grounds;
  return gateway.sendMarketing(permit, { ...to, record, variant, expressGrant, measured });
}

describe('the email gateway', () => {
  function mailGateway(world: World) {
    const sent: { raw: Buffer; from: string; to: string; configurationSet: string; tags: object }[] = [];
    const gateway = createEmailGateway({
      send: async (mail) => {
        sent.push(mail);
        return { kind: 'accepted', providerId: 'ses-1' };
      },
      keyring: world.keyring,
      configurationSet: 'marketing-set',
      measuredConfigurationSet: 'measured-set',
      publicUrl: 'https://notify.example',
      clock: world.clock,
    });
    return { gateway, sent };
  }

  it.each([
    ['KR', granted, '(광고) News'],
    ['SG', [], '<ADV> News'],
    ['SG', granted, 'News'],
    ['DE', granted, 'News'],
  ])(
    'puts the label of %s in front of the subject where the law asks for it',
    async (country, answers, subject) => {
      const world = createWorld(start);
      const { gateway, sent } = mailGateway(world);
      await send(world, gateway, await givenContact(world, 'email', { country, answers }), 'campaign');
      expect((await simpleParser(sent[0]?.raw ?? '')).subject).toBe(subject);
    },
  );

  it("sends as the reader's office, with ids for tags and a link that unsubscribes this very contact (P-08, P-12, P-15)", async () => {
    const world = createWorld(start);
    const { gateway, sent } = mailGateway(world);
    const contact = await givenContact(world, 'email', { country: 'DE', answers: granted });
    expect(await send(world, gateway, contact, 'campaign')).toEqual({
      kind: 'accepted',
      providerId: 'ses-1',
    });
    const [mail] = sent;
    expect(mail).toMatchObject({
      from: 'no-reply@news.de.xperia.example',
      to: 'a@example.com',
      configurationSet: 'marketing-set',
    });
    expect(mail?.tags).toEqual({
      message: 'cmp_1',
      person: 'per_a',
      contact: contact.id,
      office: 'de',
      wave,
    });
    const { from } = await simpleParser(mail?.raw ?? '');
    expect(from?.text).toContain('Xperia Germany');
    const token = /\/u\/([^>\s]+)>/.exec(mail?.raw.toString().replace(/\r\n\s+/g, '') ?? '')?.[1] ?? '';
    expect(world.keyring.verifyLink(token)).toMatchObject({ personId: 'per_a', contactId: contact.id });
  });

  it('has opens and clicks counted for who agrees to profiling, and for nobody else (P-17)', async () => {
    const profiled: Answer = { purpose: 'profiling', state: 'granted' };
    const refused: Answer = { purpose: 'profiling', state: 'denied' };
    for (const [answers, set, isMarked] of [
      [[...granted, profiled], 'measured-set', true],
      [granted, 'marketing-set', false],
      [[...granted, refused], 'marketing-set', false],
    ] as const) {
      const world = createWorld(start);
      const { gateway, sent } = mailGateway(world);
      const contact = await givenContact(world, 'email', { country: 'DE', answers });
      await send(world, gateway, contact, 'campaign');
      await send(world, gateway, contact, 'notice');
      expect(sent.map(({ configurationSet }) => configurationSet)).toEqual([set, 'marketing-set']);
      const htmls = await Promise.all(sent.map(async ({ raw }) => String((await simpleParser(raw)).html)));
      expect(htmls.map((html) => html.includes('ses:no-track'))).toEqual([isMarked, false]);
    }
  });

  it('renders for each reader, measured or not, from one gateway', async () => {
    const world = createWorld(start);
    const { gateway, sent } = mailGateway(world);
    const contact = await givenContact(world, 'email', { country: 'DE', answers: granted });
    const record = world.campaign({ office: 'de', content });
    const decision = decide(toMarketingMessage(record), contact, noFacts, ruleBook, start);
    if (decision.kind === 'skip') throw new Error(decision.reason);
    const { permit, variant } = decision;
    for (const measured of [false, true, false]) {
      const to = { contact, wave, office: 'de', record, variant, expressGrant: true, measured };
      await gateway.sendMarketing(permit, to);
    }
    const htmls = await Promise.all(sent.map(async ({ raw }) => String((await simpleParser(raw)).html)));
    expect(htmls.map((html) => html.includes('ses:no-track'))).toEqual([false, true, false]);
  });

  it('renders each arm of a test with its own text, from one gateway', async () => {
    const world = createWorld(start);
    const { gateway, sent } = mailGateway(world);
    const contact = await givenContact(world, 'email', { country: 'DE', answers: granted });
    const own = (subject: string) => ({
      defaultLocale: 'en',
      locales: { en: { email: { subject, html: `<p>${subject}</p>` } } },
    });
    const arms = [{ name: 'B' as const, percent: 50, content: own('Text B') }];
    const record = world.campaign({ office: 'de', content: own('Text A'), arms });
    const decision = decide(toMarketingMessage(record), contact, noFacts, ruleBook, start);
    if (decision.kind === 'skip') throw new Error(decision.reason);
    const { permit, variant } = decision;
    for (const arm of ['A', 'B', 'A'])
      await gateway.sendMarketing(permit, {
        ...{ contact, wave, office: 'de', record, variant, arm, expressGrant: true },
      });
    const mails = await Promise.all(sent.map(({ raw }) => simpleParser(raw)));
    expect(mails.map(({ subject }) => subject)).toEqual(['Text A', 'Text B', 'Text A']);
    expect(mails.map(({ html }) => /Text [AB]/.exec(String(html))?.[0])).toEqual([
      'Text A',
      'Text B',
      'Text A',
    ]);
  });

  it('sends a notice without a way to unsubscribe (P-19)', async () => {
    const world = createWorld(start);
    const { gateway, sent } = mailGateway(world);
    await send(world, gateway, await givenContact(world, 'email', { country: 'DE' }), 'notice');
    expect(sent[0]?.raw.toString()).not.toMatch(/list-unsubscribe/i);
  });

  it('fails for one reader whose address is not one mailbox, and sends nothing', async () => {
    const world = createWorld(start);
    const { gateway, sent } = mailGateway(world);
    const contact = await givenContact(world, 'email', {
      country: 'DE',
      answers: granted,
      email: 'a@x.example, b@x.example',
    });
    expect(await send(world, gateway, contact, 'campaign')).toEqual({ kind: 'failed' });
    expect(sent).toEqual([]);
  });
});

describe('the push gateway', () => {
  function pushGateway(
    world: World,
    result: Awaited<ReturnType<Publish>>,
    before: () => Promise<void> = async () => {},
  ) {
    const sent: PublishCommandInput[] = [];
    const created: string[] = [];
    const gateway = createPushGateway({
      publish: async (input) => {
        await before();
        sent.push(input);
        return result;
      },
      createEndpoint: async (token) => {
        created.push(token);
        return `arn:new:${token}`;
      },
      noticeLink,
      people: world.people,
      keyring: world.keyring,
      clock: world.clock,
    });
    return { gateway, sent, created };
  }
  const accepted = { kind: 'accepted', providerId: 'sns-1' } as const;
  const deviceOf = async (world: World) =>
    (await world.people.load('per_a'))?.contacts.find(({ channel }) => channel === 'push');

  it('puts the Korean label in front of the title', async () => {
    const world = createWorld(start);
    const { gateway, sent } = pushGateway(world, accepted);
    await send(
      world,
      gateway,
      await givenContact(world, 'push', { country: 'KR', answers: granted }),
      'campaign',
    );
    const message = JSON.parse(JSON.parse(sent[0]?.Message ?? '').GCM).fcmV1Message.message;
    expect(message.notification.title).toBe('(광고) News');
  });

  it('makes the endpoint of an imported token once, and keeps it findable for the events about it', async () => {
    const world = createWorld(start);
    const { gateway, sent, created } = pushGateway(world, accepted);
    const contact = await givenContact(world, 'push', { country: 'DE', answers: granted });
    if (contact.channel !== 'push') throw new Error('not a device');
    await send(world, gateway, { ...contact, endpointArn: undefined }, 'campaign');
    expect([created, sent[0]?.TargetArn]).toEqual([['t1'], 'arn:new:t1']);
    const stored = await deviceOf(world);
    expect(stored).toMatchObject({ endpointArn: 'arn:new:t1' });
    const hash = world.keyring.hashAddress('endpoint', 'arn:new:t1');
    expect((await world.people.findByHashes([hash])).get(hash)).toMatchObject({
      personId: 'per_a',
      contactId: contact.id,
    });
    if (stored) await send(world, gateway, stored, 'campaign');
    expect(created).toEqual(['t1']);
  });

  it('learns that an endpoint is disabled, so that no later message tries it (N-26)', async () => {
    const world = createWorld(start);
    const { gateway } = pushGateway(world, { kind: 'disabled' });
    const contact = await givenContact(world, 'push', { country: 'DE', answers: granted });
    expect(await send(world, gateway, contact, 'campaign')).toEqual({ kind: 'disabled' });
    const stored = await deviceOf(world);
    expect(stored?.undeliverable).toBe('endpoint-disabled');
    await expect(send(world, gateway, stored ?? contact, 'notice')).rejects.toThrow('undeliverable');
  });

  it('does not blame a token that the device got in the meantime', async () => {
    const world = createWorld(start);
    const contact = await givenContact(world, 'push', { country: 'DE', answers: granted });
    const { gateway } = pushGateway(world, { kind: 'disabled' }, async () => {
      const record = await world.people.load('per_a');
      if (!record) throw new Error('gone');
      const contacts = record.contacts.map((known) =>
        known.channel === 'push' ? { ...known, token: 't2' } : known,
      );
      const after = { contacts, person: { ...record.person, version: record.person.version + 1 } };
      await world.people.save([
        { before: record, after, entries: [], claims: [], releases: [], optOuts: [], letters: [] },
      ]);
    });
    await send(world, gateway, contact, 'campaign');
    expect((await deviceOf(world))?.undeliverable).toBeUndefined();
  });
});

describe('the SMS gateway', () => {
  it('has no door for marketing (P-05)', async () => {
    const world = createWorld(start);
    const gateway = createSmsGateway({
      publish: async () => {
        throw new Error('nothing may be sent');
      },
      noticeLink,
    });
    const contact = await givenContact(world, 'email', { country: 'DE', answers: granted });
    expect(await send(world, gateway, contact, 'campaign')).toEqual({ kind: 'failed' });
  });
});
