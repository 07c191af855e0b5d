/** Routes of campaigns: their life, and what they say of themselves. */
import * as z from 'zod';
import { Campaign, CampaignState } from '../domain/lifecycle.ts';
import { CampaignArm, CampaignDraft, mainArm } from '../domain/message.ts';
import { Instant, MarketingChannel } from '../domain/vocabulary.ts';
import type { Contracts } from './contract.ts';
import {
  EmptyBody,
  IdParams,
  IfMatchHeader,
  Language,
  LinesQuery,
  NameQuery,
  OfficeQuery,
  PageQuery,
  pageOf,
  ReasonBody,
} from './fields.ts';
import { decisionLines, Plan, PlanProgress, Report } from './reports.ts';

/** A campaign as the API shows it: the draft's own members beside the state. */
const CampaignView = z
  .looseObject({
    ...Campaign.omit({ type: true, draft: true }).shape,
    ...CampaignDraft.shape,
  })
  .meta({ id: 'Campaign' });

const Preview = z
  .looseObject({
    locale: z.string(),
    email: z.looseObject({ subject: z.string(), html: z.string(), text: z.string() }).optional(),
    push: z
      .looseObject({
        title: z.string(),
        body: z.string(),
        link: z.string().optional(),
        image: z.string().optional(),
      })
      .optional(),
  })
  .meta({ id: 'Preview' });

const Leaf = z.union([z.string(), z.number(), z.boolean()]).optional();

const Changes = z
  .object({
    since: Instant.optional(),
    by: z.string().optional(),
    items: z.array(z.object({ field: z.string(), before: Leaf, after: Leaf })),
  })
  .meta({ id: 'CampaignChanges', description: 'No `since`: it was not submitted before.' });

const Variant = z.enum(['generic', 'personalised']).default('generic');

/** `A`: the campaign's own content. */
const Arm = z.enum([mainArm, ...CampaignArm.shape.name.options]);

const TestSend = z
  .strictObject({
    contacts: z.array(z.string().trim().min(1).max(100)).min(1).max(20),
    locale: Language.optional(),
    variant: Variant,
    arm: Arm.optional(),
  })
  .meta({ id: 'TestSend', description: '`contacts`: names of test contacts in the settings of the office.' });
export type TestSend = z.infer<typeof TestSend>;

const TestSent = z
  .object({
    sent: z.array(
      z.object({
        contact: z.string(),
        channel: MarketingChannel,
        outcome: z.enum([
          'accepted',
          'disabled',
          'failed',
          'unknown',
          'not-taken',
          'no-address',
          'no-content',
        ]),
        messageId: z.string().optional(),
      }),
    ),
  })
  .meta({ id: 'TestSent', description: '`messageId`: the id that SES or SNS gave.' });

const writers = ['marketer', 'approver'] as const;
const readers = ['marketer', 'approver', 'auditor'] as const;

const write = { auth: 'staff', roles: writers } as const;
const read = { auth: 'staff', roles: readers, params: IdParams } as const;
const draft = {
  body: CampaignDraft.meta({ id: 'CampaignDraft' }),
  maxBodyBytes: 1024 * 1024,
  example: {
    office: 'de',
    name: 'Autumn offers',
    topic: 'offers',
    channels: ['email', 'push'],
    deliver: 'first',
    audience: { countries: ['DE', 'AT'], deviceModels: ['XQ-EC54'] },
    content: {
      defaultLocale: 'de',
      locales: {
        de: {
          email: { subject: 'Herbstangebote', html: '<p>Guten Tag, die Angebote dieser Woche.</p>' },
          push: {
            title: 'Herbstangebote',
            body: 'Die Angebote dieser Woche',
            link: 'https://www.example.com/de',
          },
        },
      },
    },
    schedule: { at: '2026-11-30T10:00', timezone: 'recipient' },
    frequencyCap: { max: 2, days: 7 },
    holdoutPercent: 5,
  },
} as const;
const shown = {
  description: 'The campaign',
  body: CampaignView,
  headers: { ETag: 'The version, for `If-Match` of the next change' },
} as const;
const step = {
  ...write,
  params: IdParams,
  body: ReasonBody,
  faults: [409],
  responses: { 200: shown },
} as const;

/** With `If-Match` the step is about what was seen, and nothing else. */
const seenStep = { ...step, headers: IfMatchHeader, faults: [409, 412] } as const;

export const campaignContracts = {
  'POST /campaigns': {
    ...write,
    ...draft,
    summary: 'Write a campaign',
    faults: [422],
    responses: { 201: { ...shown, description: 'The new campaign, a draft' } },
  },
  'GET /campaigns': {
    auth: 'staff',
    roles: readers,
    summary: 'List the campaigns of an office, newest first',
    query: PageQuery.extend({
      ...OfficeQuery.shape,
      ...NameQuery.shape,
      state: CampaignState.optional(),
      archived: z.enum(['false', 'true', 'all']).default('false'),
    }),
    responses: { 200: { description: 'One page', body: pageOf(CampaignView) } },
  },
  'GET /campaigns/{id}': { ...read, summary: 'Read a campaign', responses: { 200: shown } },
  'PUT /campaigns/{id}': {
    ...write,
    ...draft,
    params: IdParams,
    headers: IfMatchHeader,
    summary: 'Change a campaign: it becomes a draft again; with If-Match, only the version that was read',
    faults: [409, 412, 422],
    responses: { 200: shown },
  },
  'POST /campaigns/{id}/submit': {
    ...seenStep,
    summary: 'Submit for approval: the content is frozen',
    faults: [409, 412, 422],
  },
  'POST /campaigns/{id}/approve': {
    ...seenStep,
    roles: ['approver'],
    summary: "Approve somebody else's campaign",
  },
  'POST /campaigns/{id}/reject': { ...seenStep, roles: ['approver'], summary: 'Reject a submitted campaign' },
  'POST /campaigns/{id}/pause': { ...step, summary: 'Pause a running campaign, within 5 seconds' },
  'POST /campaigns/{id}/resume': { ...step, summary: 'Go on with a paused campaign' },
  'POST /campaigns/{id}/cancel': { ...step, summary: 'Cancel for good, within 5 seconds' },
  'POST /campaigns/{id}/clone': {
    ...write,
    params: IdParams,
    body: EmptyBody,
    summary: 'Copy a campaign into a new draft of the same office',
    faults: [422],
    responses: { 201: { ...shown, description: 'The copy, a draft' } },
  },
  'POST /campaigns/{id}/archive': {
    ...step,
    summary: 'Take a draft, or a campaign that has ended, out of the list',
  },
  'POST /campaigns/{id}/unarchive': { ...step, summary: 'Put an archived campaign back into the list' },
  'POST /campaigns/{id}/test-sends': {
    ...write,
    params: IdParams,
    summary: "Send it as a test to named contacts of the office's settings",
    body: TestSend,
    example: { contacts: ['Desk'], locale: 'de', variant: 'generic' },
    faults: [409],
    responses: {
      200: {
        description: 'What became of each test',
        body: TestSent,
        headers: { ETag: 'The version of the campaign, whose history now names the test' },
      },
    },
  },
  'GET /campaigns/{id}/plan': {
    ...read,
    summary: 'Who would get it, when, and why others would not',
    responses: {
      200: { description: 'The plan', body: Plan },
      202: { description: 'The plan is being made', body: PlanProgress },
    },
  },
  'GET /campaigns/{id}/changes': {
    ...read,
    summary: 'What has changed since the campaign was submitted before',
    responses: { 200: { description: 'Field by field', body: Changes } },
  },
  'GET /campaigns/{id}/preview': {
    ...read,
    summary: 'The message as a reader would see it',
    query: z.strictObject({
      locale: Language.optional(),
      channel: MarketingChannel.optional(),
      variant: Variant,
      arm: Arm.optional(),
    }),
    responses: { 200: { description: 'The rendered message', body: Preview } },
  },
  'GET /campaigns/{id}/report': {
    ...read,
    summary: 'Decisions and outcomes in numbers',
    responses: { 200: { description: 'The report', body: Report } },
  },
  'GET /campaigns/{id}/report.csv': {
    ...read,
    summary: 'The report as a table for a spreadsheet',
    responses: { 200: { description: 'CSV (RFC 4180): group, value, figure, count', type: 'text/csv' } },
  },
  'GET /campaigns/{id}/decisions': {
    ...read,
    summary: 'Every decision, sent or not',
    query: LinesQuery,
    responses: { 200: decisionLines },
  },
} as const satisfies Contracts;
