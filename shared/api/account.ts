/** Routes of a person's own account: preferences, history, messages and why, and the consent receipt. */
import * as z from 'zod';
import { NoticeAnswer } from '../domain/answer.ts';
import { LedgerEntry } from '../domain/ledger.ts';
import { Acceptance } from '../domain/message.ts';
import { Choice, Topic } from '../domain/vocabulary.ts';
import type { Contracts } from './contract.ts';
import { IdParams, IfMatchHeader, Language, PageQuery, pageOf } from './fields.ts';
import { PersonMessage } from './people.ts';
import { PreferenceChange, preferenceExample, shownPreferences, Wording } from './preferences.ts';
import { ReceiptQuery, receiptResponse } from './receipt.ts';

const AccountPreferences = z
  .object({
    marketing: z.object({ push: Choice, email: Choice }),
    topics: z.record(Topic, Choice),
    profiling: Choice,
    diagnostics: Choice,
    language: z.string().optional(),
    pending: z.array(z.string()),
  })
  .meta({
    id: 'AccountPreferences',
    description:
      '`granted` is what messages may rest on now: what was never asked or has expired is `denied`. `pending`: what waits for a confirmation by mail.',
  });

const AccountPreferenceChange = PreferenceChange.extend({
  language: Language.optional(),
  wording: Wording.optional(),
}).meta({ id: 'AccountPreferenceChange' });

const HistoryEntry = z
  .object({
    ...LedgerEntry.pick({
      id: true,
      at: true,
      givenAt: true,
      purpose: true,
      channel: true,
      topic: true,
      state: true,
      basis: true,
      source: true,
      wording: true,
      wordingLanguage: true,
      policyVersion: true,
      ruleVersion: true,
    }).shape,
    actor: z.object({ kind: z.string() }),
  })
  .meta({ id: 'HistoryEntry', description: 'One choice, as it was taken down.' });

const AcknowledgementBody = z
  .strictObject({ accept: Acceptance.shape.version.optional(), wording: Wording.optional() })
  .default({})
  .meta({ id: 'Acknowledgement', description: '`accept`: the version of the terms or of the policy.' });

const Acknowledgement = NoticeAnswer.pick({ at: true, accepted: true, acceptedAt: true }).meta({
  id: 'AcknowledgementOnRecord',
  description: '`acceptedAt` is later than `at` where the notice had been acknowledged before.',
});

/** 404: nothing is stored for the account. */
const own = { auth: 'account', faults: [404] } as const;
const shown = { ...shownPreferences, body: AccountPreferences } as const;

export const accountContracts = {
  'GET /me/preferences': { ...own, summary: 'My preferences, with their ETag', responses: { 200: shown } },
  'PUT /me/preferences': {
    ...own,
    summary: 'Change my preferences: a refusal always, a grant with If-Match',
    headers: IfMatchHeader,
    body: AccountPreferenceChange,
    example: preferenceExample,
    faults: [404, 409, 412, 428],
    responses: { 200: shown },
  },
  'GET /me/history': {
    ...own,
    summary: 'My choices so far, newest first',
    query: PageQuery,
    responses: { 200: { description: 'One page', body: pageOf(HistoryEntry) } },
  },
  'GET /me/messages': {
    ...own,
    summary: 'Which messages I got or did not get, and why',
    query: PageQuery,
    responses: { 200: { description: 'One page, newest first', body: pageOf(PersonMessage) } },
  },
  'POST /me/notices/{id}/acknowledge': {
    ...own,
    summary: 'Acknowledge a notice that I got, or accept the version that it asks to accept',
    params: IdParams,
    body: AcknowledgementBody,
    example: { accept: '2026-12' },
    faults: [404, 409],
    responses: { 200: { description: 'The answer on record: the first one stays', body: Acknowledgement } },
  },
  'GET /me/receipt': {
    ...own,
    summary: 'My consent receipt (ISO/IEC TS 27560)',
    query: ReceiptQuery,
    responses: { 200: receiptResponse },
  },
} as const satisfies Contracts;
