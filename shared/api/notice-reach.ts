/** Routes of what became of a notice: its reach, who was not reached, and the document for a regulator. */
import * as z from 'zod';
import { AnswerWay } from '../domain/answer.ts';
import { Channel, Instant } from '../domain/vocabulary.ts';
import type { Contracts } from './contract.ts';
import { IdParams, PageQuery, pageOf } from './fields.ts';
import { noticeWriters } from './notices.ts';
import { PlanProgress } from './reports.ts';

const count = z.int().min(0);

const figures = {
  /** People, each once. */
  affected: count,
  acknowledged: count,
  delivered: count,
  /** The provider took it, and nobody knows more. */
  handedOver: count,
  /** Something is under way, or a channel is still to come. */
  inProgress: count,
  unreachable: count,
};

export const Reach = z
  .object({
    at: Instant,
    /** `affected = acknowledged + delivered + handedOver + inProgress + unreachable`. */
    ...figures,
    /** People whom it reached over a channel first: delivered, or taken by the provider where nobody knows more. */
    byChannel: z.partialRecord(Channel, count),
    answersByWay: z.partialRecord(AnswerWay, count),
    /** What became of the attempts to reach the unreachable: people by reason or outcome, in each that is theirs; `not-tried`: it was stopped before. */
    whyUnreachable: z.record(z.string(), count),
    /** People who got it although a choice of theirs, or a complaint, stops marketing. */
    bypassed: z.record(z.string(), count),
    /** Countries of at least ten affected people; the others are added up in `other`. */
    byCountry: z.record(z.string(), z.object(figures)),
    /** People so far, at the end of each hour in which something happened; after two weeks, of each day (UTC). */
    curve: z.array(z.object({ at: Instant, handedOver: count, delivered: count, acknowledged: count })),
  })
  .meta({ id: 'Reach', description: 'How far a notice has come, counted over everybody who is affected.' });
export type Reach = z.infer<typeof Reach>;

/** What somebody lacks who counts as not reached. */
export const Lacking = z.enum(['hand-over', 'delivery', 'answer']);
export type Lacking = z.infer<typeof Lacking>;

export const UnreachedPerson = z
  .looseObject({
    personId: z.string(),
    externalId: z.string().optional(),
    country: z.string().optional(),
    channels: z.array(Channel),
    why: z.array(z.string()),
  })
  .meta({
    id: 'UnreachedPerson',
    description:
      'An affected person whom the notice has not reached so far, and what became of each attempt.',
  });
export type UnreachedPerson = z.infer<typeof UnreachedPerson>;

const read = {
  auth: 'staff',
  roles: [...noticeWriters, 'auditor', 'privacy-officer'],
  params: IdParams,
} as const;

export const noticeReachContracts = {
  'GET /notices/{id}/reach': {
    ...read,
    summary: 'Whom it has reached, over which channel, and when',
    faults: [409],
    responses: {
      200: { description: 'The reach', body: Reach },
      202: { description: 'It is being counted', body: PlanProgress },
    },
  },
  'GET /notices/{id}/unreached': {
    ...read,
    summary: 'Affected people whom no channel has reached, for letters',
    query: PageQuery.extend({
      /** Absent: nobody took it for them (`hand-over`). */
      lacking: Lacking.default('hand-over'),
      format: z.enum(['json', 'csv']).default('json'),
    }),
    faults: [409],
    responses: {
      200: {
        description:
          'One page, or with `format=csv` a download: of an office, its own people only; who read it is kept on record',
        body: pageOf(UnreachedPerson),
        headers: {
          'X-Next-Cursor': 'Of a download: there are more, and this is the `cursor` of the next request',
        },
      },
    },
  },
  'GET /notices/{id}/document': {
    ...read,
    summary:
      'What, why, whom, when, how many, and by whom it was released: for a regulator, to print or as CSV',
    query: z.strictObject({ format: z.enum(['html', 'csv']).default('html') }),
    faults: [409],
    responses: {
      200: { description: 'The document', type: 'text/html' },
      202: { description: 'It is being counted', body: PlanProgress },
    },
  },
} as const satisfies Contracts;
