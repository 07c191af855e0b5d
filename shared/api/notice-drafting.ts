/** Routes for somebody who writes a notice, and for the one who releases it: findings while typing, previews, and the second look. */
import * as z from 'zod';
import { Acceptance, EmailContent, PushContent, SmsContent } from '../domain/message.ts';
import { findingCodes } from '../domain/promotion/finding.ts';
import { Instant, NoticeKind } from '../domain/vocabulary.ts';
import type { Contracts } from './contract.ts';
import { IdParams } from './fields.ts';
import { noticeWriters } from './notices.ts';

/** A place in a text of the notice: offsets in UTF-16 units of the field as it was written. */
export const NoticeFinding = z
  .object({
    field: z.string(),
    code: z.enum(findingCodes),
    /** `refused` keeps the notice from being saved; `look` is for the person who releases it. */
    level: z.enum(['refused', 'look']),
    message: z.string(),
    quote: z.string(),
    start: z.int().min(0),
    end: z.int().min(0),
  })
  .meta({ id: 'NoticeFinding' });
export type NoticeFinding = z.infer<typeof NoticeFinding>;

const FieldError = z.object({ field: z.string(), message: z.string() });

const Leaf = z.union([z.string(), z.number(), z.boolean()]);
const DraftChange = z.object({ field: z.string(), before: Leaf.optional(), after: Leaf.optional() });

const write = { auth: 'staff', roles: noticeWriters } as const;

/** Any JSON object, a notice in the making: what is wrong with it is the answer. */
const UnfinishedNotice = z.looseObject({}).meta({ id: 'UnfinishedNotice' });

export const NoticeChecks = z
  .object({
    /** Why it could not be saved, beside the findings of level `refused`. */
    errors: z.array(FieldError),
    findings: z.array(NoticeFinding),
  })
  .meta({ id: 'NoticeChecks' });
export type NoticeChecks = z.infer<typeof NoticeChecks>;

export const NoticePreviewQuestion = z
  .strictObject({
    office: z.string().max(20),
    kind: NoticeKind,
    reference: z.string().max(100).default(''),
    locale: z.string().max(35),
    acknowledge: z.boolean().default(false),
    acceptance: Acceptance.optional(),
    email: EmailContent.optional(),
    push: PushContent.optional(),
    sms: SmsContent.optional(),
  })
  .meta({ id: 'NoticePreviewQuestion' });
export type NoticePreviewQuestion = z.infer<typeof NoticePreviewQuestion>;

export const NoticePreview = z
  .object({
    email: z.object({ subject: z.string(), html: z.string(), text: z.string() }).optional(),
    push: z.object({ title: z.string(), body: z.string() }).optional(),
    sms: z.object({ text: z.string(), segments: z.int() }).optional(),
  })
  .meta({ id: 'NoticePreview' });
export type NoticePreview = z.infer<typeof NoticePreview>;

export const NoticeReview = z
  .object({
    /** What is released when it is released: give it back as `If-Match` with the version. */
    version: z.int(),
    findings: z.array(NoticeFinding),
    /** What changed since it was submitted before; absent: it was not. */
    changes: z.object({ since: Instant, fields: z.array(DraftChange) }).optional(),
    /** Languages of affected people that it has no text for: they get another one, and the page says so. */
    missingLocales: z.array(z.string()),
  })
  .meta({ id: 'NoticeReview' });
export type NoticeReview = z.infer<typeof NoticeReview>;

export const noticeDraftingContracts = {
  'POST /notices/checks': {
    ...write,
    summary: 'What is wrong with a notice as it stands, each finding with its place in the text',
    body: UnfinishedNotice,
    maxBodyBytes: 1024 * 1024,
    example: {
      kind: 'safety',
      content: { defaultLocale: 'en', locales: { en: { sms: { text: '20 % off' } } } },
    },
    responses: { 200: { description: 'Errors and findings', body: NoticeChecks } },
  },
  'POST /notices/previews': {
    ...write,
    summary: 'One language of a notice as a reader would get it',
    body: NoticePreviewQuestion,
    maxBodyBytes: 512 * 1024,
    example: {
      office: 'de',
      kind: 'safety',
      reference: 'SN-2026-11',
      locale: 'de',
      push: { title: 'Sicherheitshinweis', body: 'Bitte laden Sie Ihr Telefon nicht mehr auf.' },
    },
    faults: [422],
    responses: { 200: { description: 'The rendered notice', body: NoticePreview } },
  },
  'GET /notices/{id}/review': {
    ...write,
    params: IdParams,
    summary: 'The second look before a release: a stricter search for promotion, and what has changed',
    responses: { 200: { description: 'The review', body: NoticeReview } },
  },
} as const satisfies Contracts;
