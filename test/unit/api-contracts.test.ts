/** The contracts: who may, what is taken and what is refused (policy P-20). */
import { describe, expect, it } from '@jest/globals';
import type * as z from 'zod';
import { contractAreas } from '../../shared/api/all-contracts.ts';
import type { Contract, Handlers, RequestOf } from '../../shared/api/contract.ts';
import { DeviceRegistration, deviceContracts } from '../../shared/api/devices.ts';
import { etagOf, versionOf } from '../../shared/api/etag.ts';
import { noticeContracts } from '../../shared/api/notices.ts';
import { peopleContracts } from '../../shared/api/people.ts';
import { PreferenceChange } from '../../shared/api/preferences.ts';
import { mayActFor, requireOffice } from '../../shared/domain/actor.ts';
import { Forbidden } from '../../shared/domain/faults.ts';
import type { Role } from '../../shared/domain/vocabulary.ts';

const everyContract: [string, Contract][] = Object.values(contractAreas).flatMap((area) =>
  Object.entries(area),
);

function routesOf(role: Role): string[] {
  return everyContract.filter(([, { roles }]) => roles?.includes(role)).map(([key]) => key);
}

describe('roles (P-20)', () => {
  it('an auditor reads and changes nothing', () => {
    expect(routesOf('auditor').filter((key) => !key.startsWith('GET '))).toEqual([]);
    expect(routesOf('auditor')).toEqual(
      expect.arrayContaining([
        'GET /campaigns/{id}/decisions',
        'GET /notices/{id}/unreached',
        'GET /notices/{id}/report',
      ]),
    );
  });

  it('an admin imports, sets what offices may, and sends nothing', () => {
    expect(routesOf('admin')).toEqual([
      'POST /people/import',
      'POST /people/imports',
      'GET /people/imports/{id}',
      'GET /offices/{id}/settings',
      'PUT /offices/{id}/settings',
    ]);
  });

  it('only approvers approve, and only releasers release', () => {
    const rolesOf = (key: string) => everyContract.find(([known]) => known === key)?.[1].roles;
    for (const step of ['approve', 'reject'])
      expect(rolesOf(`POST /campaigns/{id}/${step}`)).toEqual(['approver']);
    for (const step of ['release', 'reject'])
      expect(rolesOf(`POST /notices/{id}/${step}`)).toEqual(['notice-releaser']);
  });

  it('no marketing role comes near a notice, and no notice role near a campaign (N-20)', () => {
    for (const role of ['marketer', 'approver'] as const)
      expect(routesOf(role).some((key) => key.includes('/notices'))).toBe(false);
    for (const role of ['notice-author', 'notice-releaser'] as const) {
      expect(routesOf(role).some((key) => key.includes('/campaigns'))).toBe(false);
    }
  });

  it('every look-up of a person needs a purpose', () => {
    const lookUps = everyContract.filter(([key]) => /^[A-Z]+ \/people(\/\{id\}.*)?$/.test(key));
    expect(lookUps).toHaveLength(9);
    for (const [key, { headers }] of lookUps) {
      expect([key, headers?.safeParse({}).success]).toEqual([key, false]);
      expect([key, headers?.safeParse({ 'x-purpose': ' ' }).success]).toEqual([key, false]);
      expect([key, headers?.safeParse({ 'x-purpose': 'ticket 1' }).success]).toEqual([key, true]);
    }
  });

  it('a device route needs the credential, except registration', () => {
    const open = Object.entries<Contract>(deviceContracts).filter(
      ([, { credential }]) => credential === undefined,
    );
    expect(open.map(([key]) => key)).toEqual(['POST /devices']);
  });
});

describe('offices (P-20)', () => {
  const staff = (roles: Role[], office?: string) => ({ kind: 'staff', user: 'u', roles, office }) as const;

  it('office staff act for their own office', () => {
    expect(mayActFor(staff(['marketer'], 'de'), 'de')).toBe(true);
    expect(mayActFor(staff(['marketer'], 'de'), 'fr')).toBe(false);
    expect(mayActFor(staff(['auditor'], 'de'), 'fr')).toBe(false);
  });

  it('headquarters roles act for every office, office-bound roles without an office for none', () => {
    expect(mayActFor(staff(['admin']), 'de')).toBe(true);
    expect(mayActFor(staff(['marketer']), 'de')).toBe(false);
    expect(mayActFor(staff(['admin', 'marketer']), 'de')).toBe(false);
    expect(mayActFor(staff([]), 'de')).toBe(false);
  });

  it('nobody else acts for an office', () => {
    expect(mayActFor({ kind: 'account', sub: 'a' }, 'de')).toBe(false);
    expect(() => requireOffice({ kind: 'public' }, 'de')).toThrow(Forbidden);
  });
});

describe('bodies', () => {
  it('every example fits its schema', () => {
    const withBody = everyContract.filter(([, { example }]) => example !== undefined);
    expect(withBody.length).toBeGreaterThan(10);
    for (const [key, { body, example }] of withBody)
      expect([key, body?.safeParse(example).error]).toEqual([key, undefined]);
  });

  const registration = deviceContracts['POST /devices'].example;

  it.each([
    ['a country that does not exist', { country: 'QQ' }],
    ['a country in lower case', { country: 'de' }],
    ['a zone that does not exist', { timezone: 'Europe/Atlantis' }],
    ['a platform that is not FCM', { platform: 'apns' }],
    ['a token with a space', { token: 'a b' }],
    ['an empty token', { token: '' }],
    ['a consent that is neither granted nor denied', { marketing: true }],
    ['data that the policy does not name (P-02)', { name: 'Kim' }],
    ['no model', { model: undefined }],
  ])('a registration is refused with %s', (_name, change) => {
    expect(DeviceRegistration.safeParse({ ...registration, ...change }).success).toBe(false);
  });

  it('a preference change takes single answers, and no unknown topic, channel or state', () => {
    expect(PreferenceChange.safeParse({ topics: { offers: 'denied' } }).success).toBe(true);
    expect(PreferenceChange.safeParse({ topics: { gossip: 'denied' } }).success).toBe(false);
    expect(PreferenceChange.safeParse({ marketing: { sms: 'denied' } }).success).toBe(false);
    expect(PreferenceChange.safeParse({ profiling: 'unset' }).success).toBe(false);
  });

  it('a stop of a notice says why', () => {
    expect(noticeContracts['POST /notices/{id}/stop'].body.safeParse({}).success).toBe(false);
  });
});

describe('a look-up of a person', () => {
  const { query } = peopleContracts['GET /people'];

  it('is by email or by external id, and by one of them only', () => {
    expect(query.safeParse({ externalId: 'c-1' }).success).toBe(true);
    expect(query.safeParse({}).success).toBe(false);
    expect(query.safeParse({ externalId: 'c-1', email: 'a@example.com' }).success).toBe(false);
  });

  it('finds an address whose plus came as a space', () => {
    expect(query.parse({ email: 'kim phone@example.com' })).toEqual({ email: 'kim+phone@example.com' });
  });
});

describe('entity tags (RFC 9110)', () => {
  it('a version survives the way out and back', () => {
    for (const version of [0, 1, 42, 999_999_999]) expect(versionOf(etagOf(version))).toBe(version);
  });

  it.each(['*', '3', 'W/"3"', '"x"', '"-1"', '"1", "2"', ''])('%s names no version', (tag) => {
    expect(versionOf(tag)).toBeUndefined();
  });
});

describe('types', () => {
  it('handlers are complete, and get what their contract says', () => {
    type Devices = typeof deviceContracts;
    type Registration = RequestOf<Devices['POST /devices']>;
    const country = (request: Registration): string => request.body.country;
    const credential = (request: RequestOf<Devices['GET /devices/{id}/preferences']>): string =>
      request.bearer;
    const office = (request: RequestOf<(typeof peopleContracts)['GET /people']>): string | undefined =>
      request.actor.office;
    // @ts-expect-error an open registration has no credential for certain
    const missing = (request: Registration): string => request.bearer;
    // @ts-expect-error a record of handlers must name every route
    const incomplete: Handlers<Devices> = {};
    // @ts-expect-error the body of a registration has no such field
    const unknown = (request: Registration) => request.body.name;
    expect([country, credential, office, missing, unknown].map((read) => typeof read)).toEqual(
      Array(5).fill('function'),
    );
    expect(incomplete).toEqual({});
  });

  it('bodies are inferred from their schemas', () => {
    const change: z.input<typeof PreferenceChange> = { profiling: 'denied' };
    expect(PreferenceChange.parse(change)).toEqual(change);
  });
});
