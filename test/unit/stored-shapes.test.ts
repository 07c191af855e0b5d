/** What lies in the tables outlives the code that wrote it: a change of a stored shape must be seen, and named by a new schemaVersion. */
import { createHash } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { createAccessLog } from '../../shared/adapters/access-log.ts';
import { createAnswerStore } from '../../shared/adapters/answer-store.ts';
import { createBatchStore } from '../../shared/adapters/batch-store.ts';
import { createImportStore } from '../../shared/adapters/import-store.ts';
import { createListReadStore } from '../../shared/adapters/list-read-store.ts';
import { createMessageStore } from '../../shared/adapters/message-store.ts';
import { createPeopleStore } from '../../shared/adapters/people-store.ts';
import { createRateStore } from '../../shared/adapters/rate-store.ts';
import { createReceiptStore } from '../../shared/adapters/receipt-store.ts';
import { createRestrictionStore } from '../../shared/adapters/restriction-store.ts';
import { createSettingsStore } from '../../shared/adapters/settings-store.ts';
import type { Item, Table } from '../../shared/adapters/table.ts';
import { createTemplateStore } from '../../shared/adapters/template-store.ts';
import { addDevice, addEmail, addPhone, createPerson } from '../../shared/domain/contacts.ts';
import { createImport } from '../../shared/domain/import-state.ts';
import { confirmLetter } from '../../shared/domain/letter.ts';
import type { Pacing } from '../../shared/domain/office-settings.ts';
import type { Answer } from '../../shared/domain/preferences.ts';
import { buildChange } from '../../shared/use-cases/change-person.ts';
import { createMemoryTable } from '../support/memory-table.ts';
import { createWorld } from '../support/world.ts';

const at = '2026-11-23T12:00:00.000Z';

/** Kind of a stored item, its schemaVersion, and the hash of its attribute names and types. A new shape needs a new version in its store. */
const known: Record<string, string> = {
  'PERSON# PROFILE': '2 137d3f6e4a9d',
  'PERSON# CONTACT# email': '2 db4b4616630b',
  'PERSON# CONTACT# sms': '2 8ecf0758e379',
  'PERSON# CONTACT# push': '2 e2b661503452',
  'PERSON# CONSENT#': '2 0bc405923324',
  'LOOKUP# LOOKUP person': '2 3ef483f49d9b',
  'OPTOUT#': '2 892cd2ac36c7',
  'PERSON# RECEIPT#': '1 5bd3331d3761',
  'PERSON# ACCESS#': '1 c2a5e83f8f33',
  'PERSON# RESTRICTION# hold': '1 d916b2dde41b',
  'PERSON# LETTER#': '1 a3005c41d4b3',
  'PERSON# ASKED#': '2 bcd58fb4f578',
  'CHANGES#': '1 8971edc39eeb',
  'IMPORT# STATE': '1 ceaa42e84d02',
  'IMPORT# LINES#': '1 9c2d22b86942',
  'LOOKUP# LOOKUP refused': '2 61bd60770f3e',
  'MESSAGE# META campaign': '3 e6bdf88b76bf',
  'IDEMPOTENCY# REQUEST': '1 0557a716ae3d',
  'MESSAGE# META notice': '3 3c4e32afaec5',
  'MESSAGE# SLICE#': '2 ffbfc7c72f2a',
  'BATCH#': '2 36cf1840c4de',
  'MESSAGE# WAVE#': '1 5e6d7e9247f1',
  'RUN#': '1 35020aaff462',
  'FEEDBACK#': '2 d0b275579f3c',
  'MESSAGE# PLAN': '1 5004fbd10bee',
  'MESSAGE# REACH': '1 5004fbd10bee',
  'MESSAGE# READ#': '1 c8904f29742b',
  'MESSAGE# PLAN#': '2 cc4c170635ce',
  'ANSWER#': '1 f1a1a4d496ab',
  'OFFICE# SETTINGS': '1 11a3ce384cf4',
  'OFFICE# TEMPLATE#': '1 47b4284f822b',
  'OFFICE# RATE#': '1 6fec6836e428',
};

function kindOf({ pk, sk, type, kind }: Item): string {
  const [partition = '', sort = ''] = [pk, sk].map((key) => key.replace(/#.*/, '#'));
  const isNamed = /^[A-Z]+#?$/.test(sort) && sort !== partition;
  const variant = kind ?? type ?? (sort === 'CONTACT#' ? sk.split('#')[1] : undefined);
  return [partition, isNamed ? sort : undefined, variant].filter((part) => part !== undefined).join(' ');
}

/** Names with their types, inner ones too; names that are data themselves (counters, positions) count as one. */
function shapeOf(value: unknown, name = ''): string[] {
  if (Array.isArray(value)) return value.length === 0 ? [`${name}[]`] : shapeOf(value[0], `${name}[]`);
  if (value instanceof Uint8Array)
    return shapeOf(JSON.parse(inflateRawSync(value).toString()), `${name}:packed`);
  if (typeof value === 'string' && name === '.json') return shapeOf(JSON.parse(value), name);
  if (value === null || typeof value !== 'object') return [`${name}:${typeof value}`];
  const members = Object.entries(value).map(([member, inner]) => [memberName(member), inner] as const);
  return [...new Set(members.flatMap(([member, inner]) => shapeOf(inner, `${name}.${member}`)))].sort();
}

function memberName(member: string): string {
  return member
    .replace(/^([nowxhb])#.*/, '$1#…')
    .replace(/^e?\d+$/, '…')
    .replace(/^d\d+$/, 'd…');
}

/** What is kept about people beside their choices, and imports. */
async function storeRecords(table: Table): Promise<void> {
  const common = { personId: 'a', at, purpose: 'p' };
  await createAccessLog(table).note({ ...common, user: 'u', office: 'de', action: 'read', requestId: 'r' });
  await createRestrictionStore(table).add({ ...common, kind: 'hold', active: true, by: 'u', reference: 'r' });
  const made = createImport({ id: 'imp', dryRun: false, createdBy: 'u', office: 'de', createdAt: at });
  const error = { detail: 'd', errors: [{ field: 'f', message: 'm' }] };
  const running = { ...made, next: { offset: 1, line: 1 }, etag: 'e', leaseUntil: at, error };
  await createImportStore(table).create(made);
  await createImportStore(table).advance(made, running, [{ line: 2, reason: 'r' }]);
}

async function storePeople(): Promise<Item[]> {
  const table = createMemoryTable();
  const people = createPeopleStore(table);
  const attributes = {
    externalId: 'x',
    office: 'de',
    country: 'DE',
    subdivision: 'BY',
    language: 'de',
    timezone: 'Europe/Berlin',
    birthYear: 1990,
    interests: ['camera'],
    devices: [{ model: 'XQ', osVersion: '15', firmware: '67' }],
  };
  let record = createPerson('a', attributes, at);
  record = addEmail(record, { id: 'mail', address: 'a@example.com', emailSource: 'direct' });
  record = addPhone(record, { id: 'phone', phone: '+4930' });
  const device = {
    id: 'dev',
    token: 't',
    endpointArn: 'arn',
    credentialHash: 'c',
    device: { model: 'XQ', osVersion: '15', firmware: '67' },
  };
  record = addDevice(record, device);
  const edited = {
    ...record,
    contacts: record.contacts.map((contact) => ({ ...contact, undeliverable: 'bounced', complainedAt: at })),
  };
  const answers: Answer[] = [
    { purpose: 'marketing', channel: 'push', contactId: 'dev', state: 'denied' },
    { purpose: 'marketing', channel: 'push', state: 'denied' },
    { purpose: 'marketing', channel: 'email', state: 'granted', basis: 'soft-opt-in' },
    { purpose: 'marketing', channel: 'email', state: 'granted' },
    { purpose: 'topic', topic: 'offers', state: 'denied' },
    { purpose: 'profiling', state: 'granted' },
    { purpose: 'diagnostics', contactId: 'dev', state: 'granted' },
    { purpose: 'terms', version: '2026-12', state: 'granted' },
  ];
  const actor = { kind: 'staff', id: 's', evidence: 'letter' } as const;
  const context = {
    now: at,
    source: 'staff',
    actor,
    wording: 'w',
    wordingLanguage: 'de',
    policyVersion: '2022-08',
  } as const;
  const { change } = buildChange(undefined, edited, answers, context, {
    claims: [{ hash: 'h', contactId: 'mail' }],
  });
  if (!change) throw new Error('There is nothing to save');
  const mail = change.after.contacts.find((contact) => contact.channel === 'email');
  if (!mail) throw new Error('There is no address');
  const letters = [confirmLetter('l', mail, { at, eventId: 'e' }, at)];
  const asked = [{ personId: 'a', contactId: 'mail', day: '2026-11-23', count: 1 }];
  await people.save([{ ...change, letters, asked }]);
  const receipts = createReceiptStore(table);
  for (const kind of ['delivered', 'opened', 'acknowledged'] as const) {
    await receipts.record({ personId: 'a', contactId: 'dev', messageId: 'ntc_1' }, kind, at);
  }
  await storeRecords(table);
  const rows = table.all();
  await people.erase({ record: change.after, hashes: ['tombstone'], receipt: 'r', at, actor });
  return [...rows, ...table.all()];
}

/** What an office keeps for itself. */
async function storeOffice(table: Table, pacing: Pacing): Promise<void> {
  const { content } = createWorld(at).campaign({ office: 'de' }).draft;
  const by = { createdBy: 'm', createdAt: at, updatedBy: 'm', updatedAt: at };
  const template = { id: 'tpl_de_1', office: 'de', name: 'n', content, personalised: content, ...by };
  await createTemplateStore(table).create({ ...template, version: 1 }, undefined);
  const settings = {
    ...pacing,
    twoApproversAbove: 1,
    sendRates: { emailPerSecond: 1, pushPerSecond: 1 },
    testContacts: [{ name: 'n', email: 'a@example.com', deviceToken: 't' }],
  };
  await createSettingsStore(table).save('de', { settings, version: 1, updatedAt: at, updatedBy: 'u' }, 0);
}

async function storeMessages(): Promise<Item[]> {
  const world = createWorld(at);
  const table = createMemoryTable();
  const messages = createMessageStore(table);
  const batches = createBatchStore(table);
  const step = { action: 'start', at, by: 'm', reason: 'r' };
  const common = { contentHash: 'c', submittedBy: 's', completedAt: at, history: [step] };
  const drafted = {
    personalised: { defaultLocale: 'en', locales: {} },
    expiresAt: at,
    holdoutPercent: 1,
    frequencyCap: { max: 1, days: 1 },
    arms: [{ name: 'B' as const, percent: 50, content: { defaultLocale: 'en', locales: {} } }],
  };
  const pacing = {
    sendWindow: { days: [1], start: '09:00', end: '10:00' },
    frequencyCap: drafted.frequencyCap,
  };
  const campaign = {
    ...world.campaign({ office: 'de', ...drafted }),
    ...common,
    approvedBy: 'b',
    approvals: [{ by: 'b', at }],
    approversNeeded: 1,
    pacing,
    archivedAt: at,
    clonedFrom: 'cmp_0',
    startsAt: at,
  };
  const notice = {
    ...world.notice({
      escalateAfter: 'P1D',
      acceptance: { version: '2026-12', renewConsents: true },
      openDays: 30,
      supersedes: 'ntc_0',
      followUpOf: 'ntc_0',
      audience: { firmwares: ['67'] },
    }),
    ...common,
    office: 'de',
    releasedBy: 'b',
    stopAskedBy: 'c',
    openUntil: at,
    supersededBy: 'ntc_2',
  };
  await messages.create(campaign, { who: 'm', key: 'k', hash: 'h', ttl: 1 });
  await messages.save({ ...notice, id: 'ntc_1' }, 0);
  const place = { office: 'de', firstShard: 0 };
  const position = { shard: 0, channel: 0, after: 'a' };
  const slice = {
    ...place,
    lastShard: 0,
    attempt: 1,
    leaseUntil: at,
    position,
    expanded: false,
    touchedAt: at,
    planned: 0,
    done: 0,
    counters: {},
    round: 1,
    roundAt: at,
    nextAt: at,
    askedAt: at,
  };
  await messages.claimSlice('cmp_1', slice, undefined);
  const pointer = {
    messageId: 'cmp_1',
    wave: '20301123T120000Z',
    channel: 'email',
    office: 'de',
    shard: 0,
    first: 'a#m',
  } as const;
  const counters = { 'n#email#send': 1, 'w#20301123T120000Z': 1 };
  const grounds = { ruleVersion: 'v', consentEventId: 'e', externalId: 'x' };
  const groups = { country: 'DE', locale: 'de', arm: 'A', bypassed: ['opt-out' as const], at };
  const sent = {
    personId: 'a',
    contactId: 'm',
    decision: 'send',
    variant: 'generic',
    reason: 'no-consent',
  } as const;
  const entry = { ...sent, ...grounds, ...groups };
  const planned = { pointer, entries: [entry] };
  await batches.plan('cmp_1', [planned], { slice: place, attempt: 1, set: {}, counters }, at);
  const outcome = { kind: 'stopped', at, providerId: 'p', reason: 'no-consent' } as const;
  const run = {
    state: 'claimed',
    attempt: 1,
    leaseUntil: at,
    notBefore: at,
    inFlight: [0],
    outcomes: new Map([[0, outcome]]),
  } as const;
  await batches.saveRun(pointer, run, undefined);
  await batches.recordFeedback(planned, 0, { kind: 'delivered', at }, place);
  await messages.savePlanMark('cmp_1', { planId: 'p', version: 1, startedAt: at }, undefined);
  await messages.savePlanMark('cmp_1', { planId: 'r', version: 1, startedAt: at }, undefined, 'reach');
  await messages.savePlanPart('cmp_1', 'p', { ...place, counters }, at);
  await createAnswerStore(table).record('ntc_1', {
    personId: 'a',
    at,
    way: 'page',
    channel: 'email',
    wording: 'w',
    wordingLanguage: 'de',
    accepted: '2026-12',
    acceptedAt: at,
  });
  const read = { messageId: 'ntc_1', at, user: 'u', office: 'de', list: 'l', requestId: 'r' };
  await createListReadStore(table).noteRead(read);
  await storeOffice(table, pacing);
  await createRateStore(table).save('de', 'push', { next: at, turns: { cmp_1: at } }, undefined);
  return table.all();
}

describe('stored items', () => {
  const found: Record<string, string> = {};
  const shapes: Record<string, string> = {};

  beforeAll(async () => {
    for (const row of [...(await storePeople()), ...(await storeMessages())]) {
      const { pk: _pk, sk: _sk, schemaVersion, ...attributes } = row;
      const shape = shapeOf(attributes).join(' ');
      const longest = (shapes[kindOf(row)] ?? '').length > shape.length;
      if (longest) continue;
      shapes[kindOf(row)] = shape;
      found[kindOf(row)] =
        `${String(schemaVersion)} ${createHash('sha256').update(shape).digest('hex').slice(0, 12)}`;
    }
  });

  it('of every kind carry a schemaVersion', () => {
    expect(Object.entries(found).filter(([, text]) => !/^\d+ /.test(text))).toEqual([]);
  });

  it('have the shape that their schemaVersion stands for; raise the version in the store when a shape changes', () => {
    const changed = Object.entries(found).filter(([kind, text]) => known[kind] !== text);
    const words = changed.map(([kind, text]) => `${kind}: "${text}" (${shapes[kind]})`);
    expect({ raiseTheSchemaVersionOf: words }).toEqual({ raiseTheSchemaVersionOf: [] });
    expect(Object.keys(found).sort()).toEqual(Object.keys(known).sort());
  });
});
