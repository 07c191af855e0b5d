/** Routes of staff who look after people's records: look-up, change on request, import. */
import * as z from 'zod';
import { importColumns } from '../domain/import-cells.ts';
import { LedgerEntry } from '../domain/ledger.ts';
import { Channel } from '../domain/vocabulary.ts';
import type { Contracts } from './contract.ts';
import { DryRunQuery, IdParams, IfMatchHeader, PageQuery, PurposeHeader, pageOf } from './fields.ts';
import { Preferences, preferenceExample, StaffPreferenceChange, shownPreferences } from './preferences.ts';
import { ReceiptQuery, receiptResponse } from './receipt.ts';
import { DecisionLine } from './reports.ts';

const count = z.int().min(0);
const maxImportBytes = 5 * 1024 * 1024;

const ImportResult = z
  .looseObject({
    accepted: count,
    rejected: z.array(z.looseObject({ line: z.int(), reason: z.string() })),
    unchanged: count,
  })
  .meta({ id: 'ImportResult', description: 'Lines are counted from 1, the header row included.' });

const ImportStarted = z
  .object({
    id: z.string(),
    upload: z.object({ url: z.string(), headers: z.record(z.string(), z.string()) }),
  })
  .meta({ id: 'ImportStarted', description: 'PUT the CSV to `upload.url`, with `upload.headers`.' });

const ImportStatus = z
  .looseObject({
    id: z.string(),
    state: z.enum(['waiting', 'running', 'completed', 'failed']),
    lines: count,
    accepted: count,
    rejected: count,
    unchanged: count,
    report: z.string().optional(),
  })
  .meta({
    id: 'ImportStatus',
    description: '`report`: address of the rejected lines, each with its reason.',
  });

/** A person as staff see it; contacts keep their addresses, tokens and credentials out of it. */
const PersonView = z
  .looseObject({
    id: z.string(),
    externalId: z.string().optional(),
    office: z.string(),
    country: z.string(),
    subdivision: z.string().optional(),
    language: z.string().optional(),
    timezone: z.string().optional(),
    birthYear: z.int().optional(),
    interests: z.array(z.string()),
    restricted: z.boolean(),
    preferences: Preferences,
    contacts: z.array(z.looseObject({ id: z.string(), channel: Channel })),
  })
  .meta({ id: 'Person' });

const Ledger = z
  .object({
    valid: z.boolean(),
    brokenAt: z.string().optional(),
    head: z.object({ id: z.string(), hash: z.string() }).optional(),
    entries: z.array(z.looseObject(LedgerEntry.shape)),
  })
  .meta({
    id: 'Ledger',
    description:
      'Each entry holds the hash of the one before; `brokenAt` names the first that does not fit. `head`: the last entry, as the profile knows it.',
  });

export const PersonMessage = z
  .looseObject({
    ...DecisionLine.omit({ personId: true, externalId: true }).shape,
    message: z.string(),
    type: z.enum(['campaign', 'notice']),
    answeredAt: z.string().optional(),
    accepted: z.string().optional(),
  })
  .meta({
    id: 'PersonMessage',
    description:
      'One decision about the person: `message` is the campaign or notice. `answeredAt`: when the person acknowledged it, `accepted`: which version they accepted.',
  });

/** An unencoded `+` of an address arrives as a space. */
const Email = z
  .string()
  .overwrite((text) => text.trim().replaceAll(' ', '+'))
  .max(254)
  .regex(/^[^\s@]+@[^\s@]+$/, 'is not an email address');

const PersonQuery = z
  .strictObject({ email: Email.optional(), externalId: z.string().min(1).max(200).optional() })
  .refine(
    ({ email, externalId }) => (email === undefined) !== (externalId === undefined),
    'needs either email or externalId',
  );

const importers = { auth: 'staff', roles: ['privacy-officer', 'admin'] } as const;
const lookUp = { auth: 'staff', roles: ['privacy-officer', 'support'], headers: PurposeHeader } as const;
const onPerson = { ...lookUp, params: IdParams } as const;
const shown = { description: 'The person', body: PersonView } as const;

export const peopleContracts = {
  'POST /people/import': {
    ...importers,
    summary: 'Import people from a CSV file of up to 5 MB',
    query: DryRunQuery,
    body: z
      .string({ error: 'the CSV is missing' })
      .meta({ id: 'ImportFile', description: 'UTF-8 with a header row (RFC 4180).' }),
    bodyType: 'text/csv',
    maxBodyBytes: maxImportBytes,
    example: [
      importColumns.join(','),
      'c-1,DE,,de,,,kim@example.com,direct,,,,,,granted,2026-05-04T09:30:00Z,,,,,,',
      '',
    ].join('\n'),
    responses: { 200: { description: 'What was taken, and what was not', body: ImportResult } },
  },
  'POST /people/imports': {
    ...importers,
    summary: 'Begin the import of a large CSV file',
    body: z.strictObject({ dryRun: z.boolean().default(false) }).default({ dryRun: false }),
    example: { dryRun: true },
    responses: { 201: { description: 'Where to upload the file', body: ImportStarted } },
  },
  'GET /people/imports/{id}': {
    ...importers,
    params: IdParams,
    summary: 'How far an import is',
    responses: { 200: { description: 'The import', body: ImportStatus } },
  },
  'GET /people': {
    ...lookUp,
    summary: 'Look a person up by email or external id',
    query: PersonQuery,
    responses: { 200: { description: 'The person, or nobody', body: pageOf(PersonView) } },
  },
  'GET /people/{id}': { ...onPerson, summary: 'Read a person', responses: { 200: shown } },
  'GET /people/{id}/ledger': {
    ...onPerson,
    summary: 'The history of consent, with its proof',
    responses: { 200: { description: 'The ledger, oldest entry first', body: Ledger } },
  },
  'GET /people/{id}/messages': {
    ...onPerson,
    summary: 'Which messages the person got or did not get, and why',
    query: PageQuery,
    responses: { 200: { description: 'One page, newest first', body: pageOf(PersonMessage) } },
  },
  'GET /people/{id}/receipt': {
    ...onPerson,
    summary: 'The consent receipt of the person (ISO/IEC TS 27560)',
    query: ReceiptQuery,
    responses: { 200: receiptResponse },
  },
  'GET /people/{id}/page': {
    ...onPerson,
    summary: 'The preference centre as the person sees it: a view without buttons',
    responses: { 200: { description: 'The page, in the language of the person', type: 'text/html' } },
  },
  'PUT /people/{id}/preferences': {
    ...onPerson,
    summary: 'Change preferences on request: a refusal always, a grant with If-Match',
    headers: z.object({ ...PurposeHeader.shape, ...IfMatchHeader.shape }),
    body: StaffPreferenceChange,
    example: { ...preferenceExample, evidence: 'call of 2026-11-23' },
    faults: [412, 428],
    responses: { 200: shownPreferences },
  },
  'POST /people/{id}/restrict': {
    ...onPerson,
    summary: 'Restrict the processing of a person, or lift it',
    body: z.strictObject({ restricted: z.boolean().default(true) }).default({ restricted: true }),
    example: { restricted: true },
    responses: { 200: shown },
  },
  'POST /people/{id}/hold': {
    ...onPerson,
    summary: 'Put a person under legal hold, or lift it',
    body: z
      .strictObject({
        held: z.boolean().default(true),
        reference: z.string().trim().min(1).max(200).optional(),
      })
      .default({ held: true }),
    example: { held: true, reference: 'case 2026-117' },
    responses: { 200: shown },
  },
} as const satisfies Contracts;
