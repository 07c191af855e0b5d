/** Feedback of SES and SNS: read in its real shapes, decided in one place, recorded once. */
import { beforeEach, describe, expect, it } from '@jest/globals';
import * as z from 'zod';
import { type FeedbackDeps, recordFeedback } from '../../functions/record-feedback/record-feedback.ts';
import { recordOutcome } from '../../functions/record-feedback/record-outcome.ts';
import type { FeedbackKind } from '../../shared/adapters/batch-store.ts';
import { FeedbackMessage } from '../../shared/adapters/feedback-events.ts';
import { createKeyring } from '../../shared/adapters/keyring.ts';
import { createPeopleStore } from '../../shared/adapters/people-store.ts';
import { addDevice, addEmail, createPerson } from '../../shared/domain/contacts.ts';
import type { DeliveryEvent, MessagePointer, Outcome } from '../../shared/domain/delivery-event.ts';
import { shardOf } from '../../shared/domain/person.ts';
import { queueHandler } from '../../shared/middleware/queue-handler.ts';
import { buildChange, changePerson } from '../../shared/use-cases/change-person.ts';
import { lambdaContext } from '../support/http-event.ts';
import { quietTelemetry } from '../support/http-service.ts';
import { createMemoryTable } from '../support/memory-table.ts';
import { queueEvent } from '../support/queue-event.ts';

const now = '2026-11-23T18:05:00.000Z';
const endpointArn = 'arn:aws:sns:eu-west-1:000000000000:endpoint/GCM/app/aaaa';
const pointer = {
  messageId: 'cmp_1',
  personId: 'per_1',
  contactId: 'con_1',
  office: 'de',
  wave: '20261123T180500Z',
};

const tags = {
  'ses:configuration-set': ['marketing'],
  'ses:source-ip': ['192.0.2.1'],
  message: ['cmp_1'],
  person: ['per_1'],
  contact: ['con_1'],
  office: ['de'],
  wave: ['20261123T180500Z'],
};

const mail = {
  timestamp: '2026-11-23T18:05:01.250Z',
  messageId: '0100-ses-1',
  source: 'news@example.com',
  destination: ['a@example.com'],
  headersTruncated: false,
  headers: [{ name: 'Subject', value: 'x' }],
  commonHeaders: { from: ['news@example.com'], to: ['a@example.com'], subject: 'x' },
  tags,
};

const timestamp = '2026-11-23T18:05:02Z';
const bounced = (bounceType: string, bounceSubType: string) => ({
  eventType: 'Bounce',
  mail,
  bounce: {
    bounceType,
    bounceSubType,
    bouncedRecipients: [{ emailAddress: 'a@example.com', action: 'failed', status: '5.1.1' }],
    timestamp,
    feedbackId: 'f',
    reportingMTA: 'dsn; example.com',
  },
});
const complained = (complaintFeedbackType: string | undefined) => ({
  eventType: 'Complaint',
  mail,
  complaint: {
    complainedRecipients: [{ emailAddress: 'a@example.com' }],
    timestamp,
    feedbackId: 'f',
    complaintSubType: null,
    complaintFeedbackType,
  },
});
const delivered = {
  eventType: 'Delivery',
  mail,
  delivery: { timestamp, processingTimeMillis: 5, recipients: ['a@example.com'], smtpResponse: '250 ok' },
};
const visitor = { ipAddress: '192.0.2.1', userAgent: 'Mozilla/5.0 (Windows NT 10.0)' };
const opened = { eventType: 'Open', mail, open: { ...visitor, timestamp } };
const clicked = {
  eventType: 'Click',
  mail,
  click: { ...visitor, timestamp, link: 'https://example.com/offers?x=1', linkTags: null },
};
const receipt = {
  name: 'device-receipt',
  version: 1,
  messageId: 'cmp_1',
  personId: 'per_1',
  contactId: 'dev_1',
  said: 'opened',
};
const pushFailed = (FailureType: string) => ({
  DeliveryAttempts: 1,
  EndpointArn: endpointArn,
  EventType: 'DeliveryFailure',
  FailureMessage: 'Platform token associated with the endpoint is not valid',
  FailureType,
  MessageId: 'sns-1',
  Resource: 'arn:aws:sns:eu-west-1:000000000000:app/GCM/app',
  Service: 'SNS',
  Time: '2026-01-01T00:00:00.000Z',
});

const read = (body: unknown) => FeedbackMessage.parse(body);
const envelope = (message: string) => ({
  Type: 'Notification',
  MessageId: 'm',
  TopicArn: 'arn:aws:sns:eu-west-1:000000000000:topic',
  Message: message,
  Timestamp: now,
});

describe('reading SES events (N-29)', () => {
  const at = '2026-11-23T18:05:02.000Z';
  const given = { channel: 'email', providerMessageId: '0100-ses-1', pointer };

  it.each([
    ['Send', { eventType: 'Send', mail, send: {} }, { kind: 'sent', at: mail.timestamp }],
    ['Delivery', delivered, { kind: 'delivered', at }],
    [
      'a permanent bounce',
      bounced('Permanent', 'NoEmail'),
      { kind: 'bounced-hard', cause: 'hard-bounce', at },
    ],
    [
      'a bounce off the account suppression list (N-32)',
      bounced('Permanent', 'OnAccountSuppressionList'),
      { kind: 'bounced-hard', cause: 'suppressed', at },
    ],
    [
      'a bounce off the global list',
      bounced('Permanent', 'Suppressed'),
      { kind: 'bounced-hard', cause: 'suppressed', at },
    ],
    ['a full mailbox', bounced('Transient', 'MailboxFull'), { kind: 'bounced-soft', at }],
    ['an unclear bounce', bounced('Undetermined', 'Undetermined'), { kind: 'bounced-soft', at }],
    ['a complaint', complained('abuse'), { kind: 'complained', at }],
    ['a complaint without a type', complained(undefined), { kind: 'complained', at }],
    [
      'a reject',
      { eventType: 'Reject', mail, reject: { reason: 'Bad content' } },
      { kind: 'rejected', at: mail.timestamp },
    ],
    [
      'a delay',
      {
        eventType: 'DeliveryDelay',
        mail,
        deliveryDelay: { timestamp, delayType: 'MailboxFull', delayedRecipients: [] },
      },
      { kind: 'delayed', at },
    ],
    ['an open, without address and user agent', opened, { kind: 'opened', at }],
    ['a click, without its link (P-17)', clicked, { kind: 'clicked', at }],
    [
      'a click with the flag of automated interactions, and whatever SES adds',
      { ...clicked, click: { ...clicked.click, linkTags: { k: ['v'] }, automated: true } },
      { kind: 'clicked', at },
    ],
  ])('%s', (_, body, expected) => {
    expect(read(body)).toEqual({ ...given, ...expected });
  });

  it.each([
    ['opens of mail without our tags', { ...opened, mail: { ...mail, tags: { other: ['x'] } } }],
    ['what SES may add one day', { eventType: 'Pondering', mail }],
    ['a report that the mail is no spam', complained('not-spam')],
    ['mail without our tags', { ...delivered, mail: { ...mail, tags: { other: ['x'] } } }],
  ])('leaves %s out, and says why', (_, body) => {
    expect(read(body)).toEqual({ kind: 'ignored', reason: expect.any(String) });
  });

  it('takes the envelope of SNS off', () => {
    expect(read(envelope(JSON.stringify(delivered)))).toEqual(read(delivered));
  });

  it('knows the words with which SES greets its topic', () => {
    const text = 'Successfully validated SNS topic for Amazon SES event publishing.';
    expect(read(envelope(text))).toMatchObject({ kind: 'ignored' });
  });

  it.each([
    ['a bounce without its part', { eventType: 'Bounce', mail }],
    ['an open without its part', { eventType: 'Open', mail }],
    ['a click without a time', { ...clicked, click: { link: 'https://example.com' } }],
    ['a receipt of something else', { ...receipt, said: 'acknowledged' }],
    ['a delivery without a time', { ...delivered, delivery: {} }],
    ['mail without an id', { ...delivered, mail: { ...mail, messageId: '' } }],
    ['an unknown bounce type', bounced('Perhaps', 'General')],
    ['something else', { hello: 'world' }],
    ['an envelope of other text', envelope('hello')],
    [
      'a push failure without its endpoint',
      { ...pushFailed('InvalidPlatformToken'), EndpointArn: undefined },
    ],
  ])('refuses %s', (_, body) => {
    expect(FeedbackMessage.safeParse(body).success).toBe(false);
  });
});

describe('reading SNS events', () => {
  it.each(['InvalidPlatformToken', 'EndpointNotFound'])('%s is a dead endpoint (N-26)', (type) => {
    expect(read(pushFailed(type))).toEqual({
      kind: 'endpoint-disabled',
      channel: 'push',
      providerMessageId: 'sns-1',
      at: '2026-01-01T00:00:00.000Z',
      endpointArn,
    });
  });

  it('another failure says nothing about the endpoint', () => {
    expect(read(pushFailed('MessageTooBig'))).toMatchObject({ kind: 'rejected', endpointArn });
  });

  it.each(['EndpointCreated', 'EndpointUpdated', 'EndpointDeleted'])(
    '%s follows from our own calls',
    (EventType) => {
      expect(read({ EventType, EndpointArn: endpointArn })).toMatchObject({ kind: 'ignored' });
    },
  );
});

describe('reading receipts of devices', () => {
  it.each(['delivered', 'opened'])('%s', (said) => {
    const { messageId, personId, contactId } = receipt;
    expect(read({ ...receipt, said })).toEqual({ kind: 'receipt', messageId, personId, contactId, said });
  });
});

describe('recording', () => {
  const keyring = createKeyring({ seed: 'a seed that is long enough for every test here' });
  const people = createPeopleStore(createMemoryTable());
  const engaged: string[] = [];
  const watched: string[] = [];
  const turns: string[] = [];
  const outcomes: { pointer: MessagePointer; outcome: Outcome }[] = [];
  const deps: FeedbackDeps = {
    people,
    keyring,
    recordOutcome: async (given, outcome) => {
      outcomes.push({ pointer: given, outcome });
    },
    recordEngagement: async (_, engagement) => {
      engaged.push(`mail ${engagement}`);
    },
    recordReceipt: async (contact, { said }) => {
      engaged.push(`${contact.channel} ${said}`);
    },
    notices: {
      afterBounce: async ({ messageId }) => {
        turns.push(`bounce ${messageId}`);
      },
      afterDeadPhone: async ({ contactId }) => {
        turns.push(`dead ${contactId}`);
      },
      afterRegistration: async ({ contactId }) => {
        turns.push(`registered ${contactId}`);
        return undefined;
      },
    },
    watchBreaker: async (messageId) => {
      watched.push(messageId);
    },
  };
  const contactOf = async (id: string) =>
    (await people.load('per_1'))?.contacts.find((contact) => contact.id === id);
  const record = (body: unknown) => recordFeedback(deps, read(body), now);

  beforeEach(async () => {
    quietTelemetry();
    outcomes.length = 0;
    engaged.length = 0;
    watched.length = 0;
    const known = await people.load('per_1');
    if (known)
      await people.erase({ record: known, hashes: [], receipt: 'r', at: now, actor: { kind: 'system' } });
    const attributes = { office: 'de', country: 'DE', interests: [], devices: [] };
    let person = createPerson('per_1', attributes, now);
    person = addEmail(person, { id: 'con_1', address: 'a@example.com', emailSource: 'direct' });
    person = addEmail(person, { id: 'con_2', address: 'b@example.com', emailSource: 'direct' });
    person = addDevice(person, { id: 'dev_1', token: 't', endpointArn, device: { model: 'XQ-EC54' } });
    const hash = keyring.hashAddress('endpoint', endpointArn);
    const claims = known ? [] : [{ hash, contactId: 'dev_1' }];
    const context = { now, source: 'app', actor: { kind: 'person' } } as const;
    const { change } = buildChange(undefined, person, [], context, { claims });
    if (!change || !(await people.save([change]))) throw new Error('The person could not be saved');
  });

  it.each([
    ['a hard bounce', bounced('Permanent', 'General'), 'hard-bounce'],
    ['a suppressed address (N-32)', bounced('Permanent', 'OnAccountSuppressionList'), 'suppressed'],
  ])('%s makes that address undeliverable, no other one, and counts as bounced', async (_, body, why) => {
    await record(body);
    expect((await contactOf('con_1'))?.undeliverable).toBe(why);
    expect((await contactOf('con_2'))?.undeliverable).toBeUndefined();
    expect(outcomes).toEqual([{ pointer, outcome: 'bounced' }]);
  });

  it('a soft bounce leaves the address usable and counts as bounced', async () => {
    await record(bounced('Transient', 'MailboxFull'));
    expect((await contactOf('con_1'))?.undeliverable).toBeUndefined();
    expect(outcomes).toMatchObject([{ outcome: 'bounced' }]);
  });

  it('a complaint is kept with its time and makes no consent event', async () => {
    await record(complained('abuse'));
    expect((await contactOf('con_1'))?.complainedAt).toBe('2026-11-23T18:05:02.000Z');
    expect(await people.readLedger('per_1')).toEqual([]);
    expect(outcomes).toMatchObject([{ outcome: 'complained' }]);
  });

  it('mail that SES refused to send is not counted as delivered', async () => {
    await record({ eventType: 'Reject', mail, reject: { reason: 'Bad content' } });
    expect(outcomes).toMatchObject([{ outcome: 'bounced' }]);
  });

  it('the circuit breaker looks after each bounce and complaint, and not after a delivery (N-19)', async () => {
    await record(delivered);
    expect(watched).toEqual([]);
    await record(complained('abuse'));
    await record(bounced('Transient', 'MailboxFull'));
    expect(watched).toEqual(['cmp_1', 'cmp_1']);
  });

  async function answer(state: 'granted' | 'denied') {
    const context = { now, source: 'account', actor: { kind: 'person' } } as const;
    await changePerson(people, 'per_1', context, (edited) => ({
      edited,
      answers: [{ purpose: 'profiling', state }],
    }));
  }

  it('opens and clicks count while the person agrees to profiling, and at no other time (P-17)', async () => {
    const bodies = [opened, clicked, receipt];
    for (const body of bodies) expect(await record(body)).toMatchObject({ kind: 'ignored' });
    expect(engaged).toEqual([]);
    await answer('granted');
    for (const body of bodies) expect(await record(body)).toEqual({ kind: 'recorded' });
    expect(engaged).toEqual(['mail opened', 'mail clicked', 'push opened']);
    await answer('denied');
    for (const body of bodies) expect(await record(body)).toMatchObject({ kind: 'ignored' });
    expect(engaged).toHaveLength(3);
  });

  it('opens and clicks change nothing of the person, and are no outcome of the mail', async () => {
    await answer('granted');
    const before = await people.load('per_1');
    await record(opened);
    await record(clicked);
    expect(await people.load('per_1')).toEqual(before);
    expect(outcomes).toEqual([]);
  });

  it('of somebody under a hold nothing is counted, though they agreed (P-09)', async () => {
    await answer('granted');
    const known = await people.load('per_1');
    if (!known) throw new Error('gone');
    const contacts = known.contacts.map((contact) => ({ ...contact, restricted: true }));
    const held = { person: { ...known.person, restricted: true }, contacts };
    const { change } = buildChange(known, held, [], { now, source: 'system', actor: { kind: 'system' } });
    if (!change || !(await people.save([change]))) throw new Error('The person could not be saved');
    expect(await record(clicked)).toMatchObject({ kind: 'ignored' });
    expect(engaged).toEqual([]);
  });

  it('that a push was delivered says nothing of a person, and counts for all', async () => {
    expect(await record({ ...receipt, said: 'delivered' })).toEqual({ kind: 'recorded' });
    expect(engaged).toEqual(['push delivered']);
  });

  it('a receipt of a device that has left is left alone', async () => {
    const gone = { ...receipt, contactId: 'dev_9', said: 'delivered' };
    expect(await record(gone)).toMatchObject({ kind: 'ignored' });
  });

  it('a dead endpoint stops the push contact that has it (N-26)', async () => {
    await record(pushFailed('InvalidPlatformToken'));
    expect((await contactOf('dev_1'))?.undeliverable).toBe('endpoint-disabled');
  });

  it('a dead endpoint that nobody has is left alone', async () => {
    const body = { ...pushFailed('InvalidPlatformToken'), EndpointArn: `${endpointArn}-other` };
    expect(await record(body)).toMatchObject({ kind: 'ignored' });
  });

  it('a repeated event writes nothing again', async () => {
    await record(bounced('Permanent', 'General'));
    const version = (await people.load('per_1'))?.person.version;
    await record(bounced('Permanent', 'General'));
    expect((await people.load('per_1'))?.person.version).toBe(version);
  });

  it('an event of somebody who was erased creates nobody', async () => {
    const body = { ...delivered, mail: { ...mail, tags: { ...tags, person: ['per_gone'] } } };
    expect(await record(body)).toEqual({ kind: 'recorded' });
    expect(await people.load('per_gone')).toBeUndefined();
  });

  it('of several records only the unreadable ones come back', async () => {
    const seen: DeliveryEvent['kind'][] = [];
    const handler = queueHandler(z.object({}), FeedbackMessage, () => async (event) => seen.push(event.kind));
    const bodies = [delivered, { eventType: 'Bounce', mail }, pushFailed('InvalidPlatformToken')];
    const { batchItemFailures } = await handler(
      queueEvent(bodies.map((body) => JSON.stringify(body))),
      lambdaContext,
    );
    expect(batchItemFailures).toEqual([{ itemIdentifier: 'm1' }]);
    expect(seen).toEqual(['delivered', 'endpoint-disabled']);
  });
});

describe('the outcome of a mail', () => {
  const shard = shardOf('per_1');
  const entries = ['con_0', 'con_1'].map(
    (contactId) => ({ personId: 'per_1', contactId, decision: 'send' }) as const,
  );
  const series = { messageId: 'cmp_1', wave: pointer.wave, channel: 'email', office: 'de', shard } as const;
  const view = {
    pointer: { ...series, first: 'per_1#con_0' },
    entries,
    outcomes: new Map(),
    feedback: new Map(),
    deliveredAt: new Map(),
  };

  function stores(answers: ('recorded' | 'known' | 'retry')[]) {
    const written: { position: number; kind: FeedbackKind; firstShard: number }[] = [];
    const asked: object[] = [];
    const deps = {
      messages: { load: async () => ({ type: 'campaign', draft: { channels: ['email'] } }) },
      batches: {
        findEntries: async (where: object, key: string) => {
          asked.push({ ...where, key });
          return view;
        },
        recordFeedback: async (
          _: object,
          position: number,
          { kind }: { kind: FeedbackKind },
          slice: { firstShard: number },
        ) => {
          written.push({ position, kind, firstShard: slice.firstShard });
          return answers.shift() ?? 'recorded';
        },
      },
    } as unknown as Parameters<typeof recordOutcome>[0];
    return { deps, written, asked };
  }

  it('goes to the entry of that contact in the batch that its tags name', async () => {
    const { deps, written, asked } = stores([]);
    await recordOutcome(deps, pointer, 'bounced', now);
    expect(asked).toEqual([{ ...series, key: 'per_1#con_1' }]);
    expect(written).toEqual([{ position: 1, kind: 'bounced', firstShard: shard }]);
  });

  it('is written again when another event came between', async () => {
    const { deps, written } = stores(['retry', 'recorded']);
    await recordOutcome(deps, pointer, 'delivered', now);
    expect(written).toHaveLength(2);
  });

  it('of a mail that is in no batch is nowhere', async () => {
    const { deps, written } = stores([]);
    await recordOutcome(deps, { ...pointer, contactId: 'con_9' }, 'delivered', now);
    expect(written).toEqual([]);
  });
});
