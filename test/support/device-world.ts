/** The device API over a memory table, driven through the real HTTP bundle. */
import * as z from 'zod';
import { deviceRoutes } from '../../functions/devices/routes.ts';
import { createKeyring } from '../../shared/adapters/keyring.ts';
import { createPeopleStore } from '../../shared/adapters/people-store.ts';
import { createReceiptStore } from '../../shared/adapters/receipt-store.ts';
import { deviceContracts } from '../../shared/api/devices.ts';
import type { PersonRecord } from '../../shared/domain/person.ts';
import type { EffectivePreferences } from '../../shared/domain/person-preferences.ts';
import { httpHandler } from '../../shared/middleware/http-handler.ts';
import { buildChange } from '../../shared/use-cases/change-person.ts';
import { type EventParts, httpEvent, lambdaContext } from './http-event.ts';
import { createMemoryTable } from './memory-table.ts';

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

export const arnOf = (token: string) => `arn:aws:sns:eu-west-1:000000000000:endpoint/GCM/app/${token}`;

/** A fresh world; `latency` lets operations on the table interleave. */
export function createDeviceWorld(latency?: () => Promise<void>) {
  const table = createMemoryTable(latency);
  const people = createPeopleStore(table);
  const receipts = createReceiptStore(table);
  const endpoints: FakeEndpoints = { away: false, dropped: [], known: [] };
  const deps = {
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
    isMessageKnown: async (messageId: string) => messageId.startsWith('ntc_'),
  };
  const handler = httpHandler(z.object({}), deviceContracts, () => deviceRoutes(async () => deps));

  async function call(routeKey: keyof typeof deviceContracts, parts: EventParts = {}): Promise<Answer> {
    const { statusCode, headers, body } = await handler(httpEvent(routeKey, parts), lambdaContext);
    return { status: statusCode ?? 0, headers, body: body ? JSON.parse(body) : {} };
  }

  async function register(change: object = {}): Promise<Phone> {
    const { status, headers, body } = await call('POST /devices', { body: { ...registration, ...change } });
    if (status !== 201) throw new Error(`Registration answered ${status}: ${JSON.stringify(body)}`);
    return { ...(body as Omit<Phone, 'etag'>), etag: headers.etag ?? '' };
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

  /** SNS has disabled the endpoint, and the service has learned of it. */
  async function disable(phone: Phone): Promise<void> {
    const before = await personOf(phone);
    if (!before) throw new Error('The device has no person');
    const contacts = before.contacts.map((contact) => ({ ...contact, undeliverable: 'endpoint-disabled' }));
    const context = { now: new Date().toISOString(), source: 'system', actor: { kind: 'system' } } as const;
    const { change } = buildChange(before, { ...before, contacts }, [], context);
    if (!change || !(await people.save([change]))) throw new Error('The device could not be disabled');
  }

  return { table, people, receipts, endpoints, deps, call, register, as, put, everybody, personOf, disable };
}

export type DeviceWorld = ReturnType<typeof createDeviceWorld>;
