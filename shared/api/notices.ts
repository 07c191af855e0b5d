/** Routes of notices: mandatory messages, written by one person and released by another. */
import * as z from 'zod';
import { Notice, NoticeState } from '../domain/lifecycle.ts';
import { NoticeDraft } from '../domain/message.ts';
import type { Contracts } from './contract.ts';
import { IdParams, IfMatchHeader, LinesQuery, OfficeQuery, PageQuery, pageOf, ReasonBody } from './fields.ts';
import { decisionLines, Plan, PlanProgress, Report } from './reports.ts';

const NoticeBody = NoticeDraft.meta({ id: 'NoticeDraft' });

/** A notice as the API shows it: the draft's own members beside the state. */
const NoticeView = z
  .looseObject({
    ...Notice.omit({ type: true, draft: true }).shape,
    ...NoticeDraft.shape,
  })
  .meta({ id: 'Notice' });

export const noticeWriters = ['notice-author', 'notice-releaser'] as const;
const write = { auth: 'staff', roles: noticeWriters } as const;
const read = { auth: 'staff', roles: [...noticeWriters, 'auditor'], params: IdParams } as const;
const shown = { description: 'The notice', body: NoticeView } as const;
const step = {
  ...write,
  params: IdParams,
  body: ReasonBody,
  faults: [409],
  responses: { 200: shown },
} as const;

/** `nobodyYet`: the phones that it is about are not known yet; their owners get it when they register. */
const SubmitBody = z
  .strictObject({ ...ReasonBody.unwrap().shape, nobodyYet: z.boolean().optional() })
  .default({});

const example = {
  kind: 'safety',
  legalReason: 'product-safety',
  reference: 'SN-2026-11',
  audience: { deviceModels: ['XQ-EC54'] },
  channels: ['push', 'email', 'sms'],
  escalateAfter: 'PT24H',
  acknowledge: true,
  content: {
    defaultLocale: 'en',
    locales: {
      en: {
        push: { title: 'Battery safety notice', body: 'Stop charging your phone and read this notice.' },
        email: {
          subject: 'Battery safety notice',
          html: '<p>Stop charging your phone until it has been checked.</p>',
        },
        sms: { text: 'Battery safety notice: stop charging your phone until it has been checked.' },
      },
    },
  },
};

export const noticeContracts = {
  'POST /notices': {
    ...write,
    summary: 'Write a notice; promotion in it is refused, one error per finding',
    body: NoticeBody,
    maxBodyBytes: 1024 * 1024,
    example,
    faults: [422],
    responses: { 201: { ...shown, description: 'The new notice, a draft' } },
  },
  'GET /notices': {
    auth: 'staff',
    roles: read.roles,
    summary: 'List the notices, newest first',
    query: PageQuery.extend({ state: NoticeState.optional(), ...OfficeQuery.shape }),
    responses: { 200: { description: 'One page', body: pageOf(NoticeView) } },
  },
  'GET /notices/{id}': { ...read, summary: 'Read a notice', responses: { 200: shown } },
  'PUT /notices/{id}': {
    ...write,
    params: IdParams,
    headers: IfMatchHeader,
    summary: 'Change a notice that has not been released; it becomes a draft again',
    body: NoticeBody,
    maxBodyBytes: 1024 * 1024,
    example,
    faults: [409, 412, 422, 428],
    responses: { 200: shown },
  },
  'POST /notices/{id}/submit': {
    ...step,
    body: SubmitBody,
    summary:
      'Submit for release: the content is frozen. Somebody must be affected, or it must be said that nobody is yet',
    faults: [409, 412, 422],
  },
  'POST /notices/{id}/release': {
    ...step,
    headers: IfMatchHeader,
    roles: ['notice-releaser'],
    faults: [409, 412],
    summary: "Release somebody else's notice: it starts at once",
  },
  'POST /notices/{id}/reject': { ...step, roles: ['notice-releaser'], summary: 'Reject a submitted notice' },
  'POST /notices/{id}/stop': {
    ...step,
    body: z.strictObject({ reason: z.string().trim().min(1).max(500) }),
    example: { reason: 'The model list is wrong.' },
    summary: 'Stop a notice that is in error: it takes two people, and stays on the record',
  },
  'GET /notices/{id}/plan': {
    ...read,
    summary: 'Who would get it, and why others would not',
    responses: {
      200: { description: 'The plan', body: Plan },
      202: { description: 'The plan is being made', body: PlanProgress },
    },
  },
  'GET /notices/{id}/report': {
    ...read,
    summary: 'Reach in numbers',
    responses: { 200: { description: 'The report', body: Report } },
  },
  'GET /notices/{id}/decisions': {
    ...read,
    summary: 'Every decision, sent or not',
    query: LinesQuery,
    responses: { 200: decisionLines },
  },
} as const satisfies Contracts;
