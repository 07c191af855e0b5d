/** The device API over a memory table, driven through the real HTTP bundle. */
import * as z from 'zod';
import { createAcknowledge } from '../../functions/devices/acknowledge-notice.ts';
import type { DeviceDeps } from '../../functions/devices/deps.ts';
import { deviceRoutes } from '../../functions/devices/routes.ts';
import { createKeyring } from '../../shared/adapters/keyring.ts';
import { createPeopleStore } from '../../shared/adapters/people-store.ts';
import { createReceiptStore } from '../../shared/adapters/receipt-store.ts';
import { deviceContracts } from '../../shared/api/devices.ts';
import { addEmail, createPerson } from '../../shared/domain/contacts.ts';
import type { PersonRecord } from '../../shared/domain/person.ts';
import type { EffectivePreferences } from '../../shared/domain/person-preferences.ts';
import type { Answer as ConsentAnswer } from '../../shared/domain/preferences.ts';
import { httpHandler } from '../../shared/middleware/http-handler.ts';
import { buildChange } from '../../shared/use-cases/change-person.ts';
import { erasePerson } from '../../shared/use-cases/erase-person.ts';
import { type EventParts, httpEvent, lambdaContext } from './http-event.ts';
import { createMemoryTable } from './memory-table.ts';
import { createNoticeStores } from './sent-notice.ts';

export const keyring = createKeyring({ seed: 'a seed that is long enough for every test here' });

export const registration = {
  token: 'token-1',
  platform: 'fcm',
  country: 'DE',
  language: 'de',
  timezone: 'Europe/Berlin',
  model: 'XQ-EC54',
  osVersion: '15',
  source: 'setup-wizard',
} as const;

export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: Record<string, unknown>;
}

export interface Phone {
  deviceId: string;
  credential: string;
  preferences: EffectivePreferences;
  etag: string;
}

/** SNS as the use cases see it: one ARN per token, or nothing while it is away. */
interface FakeEndpoints {
  away: boolean;
  dropped: string[];
  known: (string | undefined)[];
}

const accountsSince = '2026-11-01T00:00:00.000Z';

export const arnOf = (token: string) => `arn:aws:sns:eu-west-1:000000000000:endpoint/GCM/app/${token}`;

function toPhone({ status, headers, body }: Answer): Phone {
  if (status !== 201) throw new Error(`Registration answered ${status}: ${JSON.stringify(body)}`);
  return { ...(body as Omit<Phone, 'etag'>), etag: headers.etag ?? '' };
}

/** A fresh world; `latency` lets operations on the table interleave. */
export function createDeviceWorld(latency?: () => Promise<void>) {
  const table = createMemoryTable(latency);
  const people = createPeopleStore(table);
  const receipts = createReceiptStore(table);
  const notices = createNoticeStores(latency);
  const endpoints: FakeEndpoints = { away: false, dropped: [], known: [] };
  const reported: Parameters<DeviceDeps['reportReceipt']>[0][] = [];
  const registered: Parameters<DeviceDeps['reportRegistration']>[0][] = [];
  const deps: DeviceDeps = {
    people,
    receipts,
    keyring,
    findEndpoint: async (token: string, knownArn: string | undefined) => {
      endpoints.known.push(knownArn);
      return endpoints.away ? undefined : arnOf(token);
    },
    dropEndpoint: async (arn: string) => {
      endpoints.dropped.push(arn);
    },
    readAccount: async (accountToken: string) => /^account-of-(.+)$/.exec(accountToken)?.[1],
    reportRegistration: async (device) => {
      registered.push(device);
    },
    loadMessage: notices.messages.load,
    acknowledge: createAcknowledge({ people, ...notices }),
    reportReceipt: async (receipt) => {
      reported.push(receipt);
    },
  };
  const handler = httpHandler(z.object({}), deviceContracts, () => deviceRoutes(async () => deps));

  async function call(routeKey: keyof typeof deviceContracts, parts: EventParts = {}): Promise<Answer> {
    const { statusCode, headers, body } = await handler(httpEvent(routeKey, parts), lambdaContext);
    return { status: statusCode ?? 0, headers, body: body ? JSON.parse(body) : {} };
  }

  async function register(change: object = {}): Promise<Phone> {
    return toPhone(await call('POST /devices', { body: { ...registration, ...change } }));
  }

  /** The installation registers again and shows its credential. */
  async function registerAgain(phone: Phone, change: object = {}): Promise<Phone> {
    const headers = { authorization: `Bearer ${phone.credential}` };
    return toPhone(await call('POST /devices', { body: { ...registration, ...change }, headers }));
  }

  /** A request of a device with its own credential. */
  function as(phone: Phone, routeKey: keyof typeof deviceContracts, parts: EventParts = {}): Promise<Answer> {
    const headers = { authorization: `Bearer ${phone.credential}`, ...parts.headers };
    return call(routeKey, { ...parts, headers, params: { id: phone.deviceId } });
  }

  function put(phone: Phone, change: object, ifMatch?: string): Promise<Answer> {
    const headers = ifMatch === undefined ? {} : { 'if-match': ifMatch };
    return as(phone, 'PUT /devices/{id}/preferences', { body: change, headers });
  }

  /** The people of the table with their contacts. */
  async function everybody(): Promise<PersonRecord[]> {
    const ids = table
      .all()
      .flatMap((item) => (item.sk === 'PROFILE' ? [item.pk.slice('PERSON#'.length)] : []));
    const records = await Promise.all(ids.map((id) => people.load(id)));
    return records.flatMap((record) => record ?? []);
  }

  async function personOf({ deviceId }: Pick<Phone, 'deviceId'>): Promise<PersonRecord | undefined> {
    return (await everybody()).find(({ contacts }) => contacts.some(({ id }) => id === deviceId));
  }

  async function load(personId: string): Promise<PersonRecord> {
    const record = await people.load(personId);
    if (!record) throw new Error(`There is no ${personId}`);
    return record;
  }

  async function ownerOf(phone: Pick<Phone, 'deviceId'>): Promise<PersonRecord> {
    const record = await personOf(phone);
    if (!record) throw new Error('The phone has no person');
    return record;
  }

  /** SNS has disabled the endpoint, and the service has learned of it. */
  async function disable(phone: Pick<Phone, 'deviceId'>): Promise<void> {
    const before = await ownerOf(phone);
    const contacts = before.contacts.map((contact) =>
      contact.id === phone.deviceId ? { ...contact, undeliverable: 'endpoint-disabled' } : contact,
    );
    const context = { now: new Date().toISOString(), source: 'system', actor: { kind: 'system' } } as const;
    const { change } = buildChange(before, { ...before, contacts }, [], context);
    if (!change || !(await people.save([change]))) throw new Error('The device could not be disabled');
  }

  /** An account with an address, as an import brings it: the person `per_<name>`, whom `account-of-<name>` signs in. */
  async function giveAccount(
    name: string,
    answers: readonly ConsentAnswer[] = [],
    { country, office } = { country: 'FR', office: 'fr' },
  ): Promise<PersonRecord> {
    const place = { externalId: name, office, country, language: 'fr', interests: [], devices: [] };
    const address = `${name}@example.com`;
    const mail = { id: `con_${name}`, address, emailSource: 'direct' } as const;
    const record = addEmail(createPerson(`per_${name}`, place, accountsSince), mail);
    const claims = [
      { hash: keyring.hashAddress('external', name) },
      { hash: keyring.hashAddress('email', address), contactId: mail.id },
    ];
    const context = { now: accountsSince, source: 'import', actor: { kind: 'import' } } as const;
    const { change } = buildChange(undefined, record, answers, context, { claims });
    if (!change || !(await people.save([change]))) throw new Error('The account could not be saved');
    return change.after;
  }

  /** Erases on request, with a receipt. */
  function erase(personId: string, receipt = 'er_1'): Promise<boolean> {
    return erasePerson({ people, keyring }, personId, {
      receipt,
      at: accountsSince,
      actor: { kind: 'staff' },
    });
  }

  return {
    table,
    people,
    receipts,
    notices,
    endpoints,
    reported,
    registered,
    deps,
    call,
    register,
    registerAgain,
    as,
    put,
    everybody,
    personOf,
    load,
    ownerOf,
    disable,
    giveAccount,
    erase,
  };
}

export type DeviceWorld = ReturnType<typeof createDeviceWorld>;
