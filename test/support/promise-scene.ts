/** One account, two phones and two addresses, and everything that can happen to what their owner has refused (promise 3). */
import { expect } from '@jest/globals';
import fc from 'fast-check';
import { unsubscribe } from '../../functions/pages/unsubscribe.ts';
import { parseImportLine } from '../../shared/domain/import-line.ts';
import type { LedgerEntry } from '../../shared/domain/ledger.ts';
import type { PersonRecord } from '../../shared/domain/person.ts';
import { changePerson } from '../../shared/use-cases/change-person.ts';
import { erasePerson } from '../../shared/use-cases/erase-person.ts';
import { type ImportResult, importPeople } from '../../shared/use-cases/import-people.ts';
import { randomTurns } from './crash-world.ts';
import { createDeviceWorld, keyring, registration } from './device-world.ts';
import { cellsOf } from './import-file.ts';

export const now = '2026-11-23T12:00:00.000Z';
const choices = fc.constantFrom('granted' as const, 'denied' as const, undefined);
export const allTokens = ['t1', 't2'] as const;
export const allEmails = ['a@example.com', 'b@example.com'] as const;
const tokens = fc.constantFrom(...allTokens);

const anyAct = {
  import: fc.record({
    kind: fc.constant('import' as const),
    email: fc.constantFrom(...allEmails),
    token: fc.option(tokens),
    isNamed: fc.boolean(),
  }),
  register: fc.record({
    kind: fc.constant('register' as const),
    token: tokens,
    isLinked: fc.boolean(),
    factoryReset: fc.constantFrom(false, false, true),
    showsCredential: fc.boolean(),
    push: choices,
    email: choices,
  }),
  onPhone: fc.record({
    kind: fc.constantFrom(
      'withdraw' as const,
      'withdraw' as const,
      'say-yes' as const,
      'leave' as const,
      'rotate' as const,
    ),
    token: tokens,
  }),
  ofAccount: fc.record({
    kind: fc.constantFrom('one-click' as const, 'one-click' as const, 'grant' as const, 'erase' as const),
  }),
};

export type Act = {
  [Kind in keyof typeof anyAct]: (typeof anyAct)[Kind] extends fc.Arbitrary<infer One> ? One : never;
}[keyof typeof anyAct];

export const acts: fc.Arbitrary<Act> = fc.oneof(
  { weight: 3, arbitrary: anyAct.import },
  { weight: 4, arbitrary: anyAct.register },
  { weight: 3, arbitrary: anyAct.onPhone },
  { weight: 4, arbitrary: anyAct.ofAccount },
);

/** One phone and one account, mostly: what passes between them is where an opt-out could get lost. */
export const actsOnOnePhone: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.constant<Act>({ kind: 'import', email: 'a@example.com', token: null, isNamed: true }),
  },
  {
    weight: 5,
    arbitrary: anyAct.register.map((act) => ({
      ...act,
      token: 't1' as const,
      factoryReset: false,
      email: undefined,
    })),
  },
  { weight: 3, arbitrary: anyAct.onPhone.map((act) => ({ ...act, token: 't1' as const })) },
  { weight: 1, arbitrary: fc.constant<Act>({ kind: 'erase' }) },
);

/** An opt-out that was answered: whose, and how much was on record when it was. */
export interface OptedOut {
  personId: string;
  channel: 'email' | 'push';
  contactId: string | undefined;
  until: number;
}

export type Scene = ReturnType<typeof createScene>;

/** @param seed of the turns that the operations on the table take */
export function createScene(seed: number) {
  const turns = randomTurns(seed);
  const world = createDeviceWorld(() => turns(4));
  const log: LedgerEntry[] = [];
  const optedOut: OptedOut[] = [];
  /** The last registration that was answered on each token. */
  const phones = new Map<string, { deviceId: string; credential: string }>();
  const people: typeof world.people = {
    ...world.people,
    save: async (changes) => {
      const saved = await world.people.save(changes);
      if (saved) log.push(...changes.flatMap(({ entries }) => entries));
      return saved;
    },
  };
  Object.assign(world.deps, { people });
  return { turns, world, people, log, optedOut, phones };
}

async function findPerson(
  { people }: Scene,
  kind: 'external' | 'token',
  text: string,
): Promise<PersonRecord | undefined> {
  const hash = keyring.hashAddress(kind, text);
  const found = (await people.findByHashes([hash])).get(hash);
  return found?.kind === 'person' ? people.load(found.personId) : undefined;
}

/** A list that grants everything. */
export async function importLine(
  { people }: Scene,
  { email, token, isNamed }: { email: string; token: string | null; isNamed: boolean },
): Promise<ImportResult> {
  const grant = { emailMarketing: 'granted', emailMarketingAt: '2026-11-01' };
  const pushGrant = { pushMarketing: 'granted', pushMarketingAt: '2026-11-01' };
  const device = token === null ? {} : { deviceToken: token, deviceModel: 'XQ', ...pushGrant };
  const whose = isNamed ? { externalId: 'x' } : {};
  const parsed = parseImportLine(
    cellsOf({ ...whose, country: 'GB', email, evidence: 'form', ...device, ...grant }),
    now,
  );
  if (!parsed.ok) throw new Error('The line is not as given');
  const context = { now, importId: 'imp_1', dryRun: false };
  return importPeople({ people, keyring }, [{ line: 2, parsed: parsed.line }], context);
}

/** @returns the choice of push that the phone shows afterwards; undefined when there was no room or no end of changes */
export async function register(
  { world, phones }: Scene,
  act: Omit<Extract<Act, { kind: 'register' }>, 'kind'>,
): Promise<string | undefined> {
  const credential = phones.get(act.token)?.credential;
  const answer = await world.call('POST /devices', {
    body: {
      ...registration,
      country: 'GB',
      token: act.token,
      factoryReset: act.factoryReset,
      ...(act.isLinked ? { accountToken: 'account-of-x' } : {}),
      marketing: { ...(act.push && { push: act.push }), ...(act.email && { email: act.email }) },
    },
    headers: act.showsCredential && credential ? { authorization: `Bearer ${credential}` } : {},
  });
  expect([201, 409]).toContain(answer.status);
  if (answer.status !== 201) return undefined;
  const {
    deviceId,
    credential: fresh,
    preferences,
  } = answer.body as Record<string, unknown> & {
    preferences: { marketing: { push: string } };
  };
  phones.set(act.token, { deviceId: String(deviceId), credential: String(fresh) });
  return preferences.marketing.push;
}

/** The confirmation is there: from now on it must hold. */
async function optOut(scene: Scene, record: PersonRecord | undefined, token?: string): Promise<void> {
  if (!record) return;
  const { people, log, optedOut } = scene;
  const { id: personId } = record.person;
  const device = record.contacts.find((contact) => contact.channel === 'push' && contact.token === token);
  if (token !== undefined && !device) return;
  const context = { now, source: 'app', actor: { kind: 'person' } } as const;
  const answer = { purpose: 'marketing', channel: 'push', contactId: device?.id, state: 'denied' } as const;
  const done = device
    ? await changePerson(people, personId, context, (edited) => ({ edited, answers: [answer] }))
    : await unsubscribe(people, { personId, source: 'one-click', now });
  const isThere = done?.record.contacts.some(({ id }) => id === device?.id) ?? false;
  if (!done || (device && !isThere)) return;
  optedOut.push({ personId, channel: device ? 'push' : 'email', contactId: device?.id, until: log.length });
}

/** What the owner of a phone does on it, with the credential that it has. */
async function actOnPhone(
  { world, phones }: Scene,
  { kind, token }: { kind: Act['kind']; token: string },
): Promise<void> {
  const known = phones.get(token);
  if (!known) return;
  const phone = { ...known, preferences: emptyPreferences, etag: '' };
  if (kind === 'leave') {
    expect([204, 401, 409]).toContain((await world.as(phone, 'DELETE /devices/{id}')).status);
    return;
  }
  if (kind === 'rotate') {
    const next = token === 't1' ? 't2' : 't1';
    const { status } = await world.as(phone, 'PUT /devices/{id}/token', { body: { token: next } });
    expect([204, 401, 409]).toContain(status);
    if (status === 204) phones.set(next, known);
    return;
  }
  const { headers } = await world.as(phone, 'GET /devices/{id}/preferences');
  const { status } = await world.put(phone, { marketing: { push: 'granted' } }, headers.etag);
  expect([200, 401, 412, 428, 409]).toContain(status);
}

const emptyPreferences = {
  marketing: { push: 'denied', email: 'denied' },
  topics: { news: 'granted', offers: 'granted', articles: 'granted', recommendations: 'granted' },
  profiling: 'denied',
  diagnostics: 'denied',
} as const;

async function actOnAccount(scene: Scene, kind: 'grant' | 'erase'): Promise<void> {
  const { people, log } = scene;
  const record = await findPerson(scene, 'external', 'x');
  if (!record) return;
  const { id } = record.person;
  if (kind === 'erase') {
    const erasure = { receipt: `er_${log.length}`, at: now, actor: { kind: 'staff' } } as const;
    await erasePerson({ people, keyring }, id, erasure);
    return;
  }
  const context = { now, source: 'account', actor: { kind: 'person' } } as const;
  const answers = (['email', 'push'] as const).map(
    (channel) => ({ purpose: 'marketing', channel, state: 'granted' }) as const,
  );
  await changePerson(people, id, context, (edited) => ({ edited, answers }));
}

export async function perform(scene: Scene, act: Act): Promise<void> {
  switch (act.kind) {
    case 'import':
      await importLine(scene, act);
      return;
    case 'register':
      await register(scene, act);
      return;
    case 'one-click':
      return optOut(scene, await findPerson(scene, 'external', 'x'));
    case 'withdraw':
      return optOut(scene, await findPerson(scene, 'token', act.token), act.token);
    case 'say-yes':
    case 'leave':
    case 'rotate':
      return actOnPhone(scene, act);
    case 'grant':
    case 'erase':
      return actOnAccount(scene, act.kind);
  }
}
