/** Routes of what an office sets for itself. */
import * as z from 'zod';
import { OfficeSettings } from '../domain/office-settings.ts';
import type { Contracts } from './contract.ts';
import { IdParams, IfMatchHeader } from './fields.ts';

const shown = {
  description: 'The settings; version 0 where nothing was ever set',
  body: z
    .object({ settings: OfficeSettings.meta({ id: 'OfficeSettings' }), version: z.int() })
    .meta({ id: 'OfficeSettingsView' }),
  headers: { ETag: 'The version, for `If-Match` of the next change' },
} as const;

export const officeSettingsContracts = {
  'GET /offices/{id}/settings': {
    auth: 'staff',
    params: IdParams,
    roles: ['marketer', 'approver', 'auditor', 'admin'],
    summary: 'Read what an office has set for itself; addresses of test contacts are shown to an admin only',
    responses: { 200: shown },
  },
  'PUT /offices/{id}/settings': {
    auth: 'staff',
    roles: ['admin'],
    params: IdParams,
    headers: IfMatchHeader,
    summary: 'Replace the settings of an office, from the version that was read',
    body: OfficeSettings,
    example: {
      sendWindow: { days: [1, 2, 3, 4, 5], start: '09:00', end: '20:00' },
      frequencyCap: { max: 2, days: 7 },
      twoApproversAbove: 100_000,
      sendRates: { emailPerSecond: 50, pushPerSecond: 200 },
      testContacts: [{ name: 'Desk', email: 'desk@example.com' }],
    },
    faults: [412, 428],
    responses: { 200: shown },
  },
} as const satisfies Contracts;
