/** Routes of a device: registration, then everything with the credential that registration gave. */
import * as z from 'zod';
import { Choice, Instant, Topic } from '../domain/vocabulary.ts';
import type { Contracts } from './contract.ts';
import { Country, EmptyBody, IdParams, IfMatchHeader, Language, Timezone } from './fields.ts';
import { PreferenceChange, preferenceExample, shownPreferences, Wording } from './preferences.ts';

const Token = z.string().regex(/^[\x21-\x7e]{1,4096}$/, 'must be 1 to 4096 printable ASCII characters');
const Text = z.string().trim().min(1).max(100);

export const DeviceRegistration = z
  .strictObject({
    token: Token,
    platform: z.literal('fcm'),
    country: Country,
    language: Language,
    timezone: Timezone,
    model: Text,
    osVersion: Text,
    /** The build that it runs: a notice may be about some builds only. */
    firmware: Text.optional(),
    accountToken: z.string().min(1).max(8192).optional(),
    /** A plain choice speaks for push. */
    marketing: z
      .union([Choice, z.strictObject({ push: Choice.optional(), email: Choice.optional() })])
      .optional(),
    profiling: Choice.optional(),
    diagnostics: Choice.optional(),
    source: z.enum(['setup-wizard', 'app', 'settings']),
    factoryReset: z.boolean().optional(),
    wording: Wording.optional(),
  })
  .meta({ id: 'DeviceRegistration' });
export type DeviceRegistration = z.infer<typeof DeviceRegistration>;

/** A change that may have been made offline. A withdrawal counts whenever it was made; the ledger keeps both times. */
const DevicePreferenceChange = PreferenceChange.extend({
  at: Instant.optional(),
  wording: Wording.optional(),
}).meta({
  id: 'DevicePreferenceChange',
  description: '`at`: when the choice was made on the device; a time to come counts as now.',
});

const DevicePreferences = z
  .object({
    marketing: z.object({ push: Choice, email: Choice }),
    topics: z.record(Topic, Choice),
    profiling: Choice,
    diagnostics: Choice,
  })
  .meta({
    id: 'DevicePreferences',
    description:
      '`granted` is what messages may rest on now: what was never asked or has expired is `denied`.',
  });

const shownOnDevice = { ...shownPreferences, body: DevicePreferences } as const;

const Registered = z
  .object({ deviceId: z.string(), credential: z.string(), preferences: DevicePreferences })
  .meta({ id: 'RegisteredDevice', description: 'The credential is shown this once: only its hash is kept.' });

const Receipt = z
  .strictObject({
    messageId: z.string().min(1).max(100),
    kind: z.enum(['delivered', 'opened', 'acknowledged']),
    at: Instant.optional(),
  })
  .meta({
    id: 'Receipt',
    description:
      '`messageId` is the id of the campaign or notice that came with the push. `acknowledged` is the answer of the person to a notice that asks for one; terms are accepted on the page `noticeUrl`.',
  });
export type Receipt = z.infer<typeof Receipt>;

const device = { auth: 'public', credential: 'device', params: IdParams } as const;

export const deviceContracts = {
  'POST /devices': {
    auth: 'public',
    summary:
      'Register a device, with the choices made on it. With its credential as bearer token the installation is the same, and its grants stay',
    body: DeviceRegistration,
    example: {
      token: 'dGVzdC10b2tlbg:APA91b',
      platform: 'fcm',
      country: 'DE',
      language: 'de',
      timezone: 'Europe/Berlin',
      model: 'XQ-EC54',
      osVersion: '15',
      marketing: 'granted',
      source: 'setup-wizard',
    },
    faults: [409],
    responses: { 201: { description: 'The device, its credential and its preferences', body: Registered } },
  },
  'PUT /devices/{id}/token': {
    ...device,
    summary: 'Replace the push token',
    body: z.strictObject({ token: Token }),
    example: { token: 'bmV3LXRva2Vu:APA91b' },
    responses: { 204: { description: 'Replaced' } },
  },
  'GET /devices/{id}/preferences': {
    ...device,
    summary: 'Read the preferences, with their ETag',
    responses: { 200: shownOnDevice },
  },
  'PUT /devices/{id}/preferences': {
    ...device,
    summary: 'Change preferences: a refusal always, a grant with If-Match',
    headers: IfMatchHeader,
    body: DevicePreferenceChange,
    example: preferenceExample,
    faults: [409, 412, 428],
    responses: { 200: shownOnDevice },
  },
  'POST /devices/{id}/receipts': {
    ...device,
    summary: 'Say that a message was delivered, opened or acknowledged',
    body: Receipt,
    example: { messageId: 'ntc_01KB0000000000000000000000', kind: 'acknowledged' },
    faults: [404],
    responses: { 204: { description: 'Recorded' } },
  },
  'DELETE /devices/{id}': {
    ...device,
    summary: 'Leave: the device is forgotten, and its refusals are kept',
    body: EmptyBody,
    responses: { 204: { description: 'Left' } },
  },
} as const satisfies Contracts;
