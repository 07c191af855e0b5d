/** What campaigns and notices say of themselves: plan, report, decisions. */
import * as z from 'zod';
import { OutcomeKind, Reason } from '../domain/batch.ts';
import { reportFigures } from '../domain/cells.ts';
import { bypasses } from '../domain/decide.ts';
import { metrics } from '../domain/experiment-report.ts';
import { Channel, Instant } from '../domain/vocabulary.ts';

const count = z.int().min(0);
const byReason = z.partialRecord(Reason, count);

const waterfall = { audience: count, willSend: count, excluded: byReason };

/** Figures of a group; those from one to nine are left out, and groups of fewer than ten people are added up in `other`. */
const PlanCell = z.object({ audience: count.optional(), willSend: count.optional() });
const ReportCell = z.partialRecord(z.enum(reportFigures), count);

export const PlanWarning = z.object({
  code: z.enum(['nobody', 'everyone', 'too-late', 'missing-locale']),
  message: z.string(),
});
export type PlanWarning = z.infer<typeof PlanWarning>;

/** `audience = willSend + Σ excluded`, in total and for each channel. */
export const Plan = z
  .looseObject({
    ...waterfall,
    waves: z.array(
      z.looseObject({
        at: Instant,
        contacts: count,
        /** What the clock shows where at least ten of the readers are. */
        localTimes: z.array(z.object({ timezone: z.string(), time: z.string() })).optional(),
      }),
    ),
    byChannel: z.partialRecord(Channel, z.object(waterfall)),
    byCountry: z.record(z.string(), PlanCell).optional(),
    byLocale: z.record(z.string(), PlanCell).optional(),
    missingLocales: z.array(z.string()).optional(),
    /** Of a notice: contacts that a choice of the reader, or a complaint, would leave out if it were marketing. */
    bypassed: z.partialRecord(z.enum(bypasses), count).optional(),
    /** Of campaigns: seconds of sending at the office's rates, without the waiting for a wave. */
    duration: z.object({ seconds: count, email: count.optional(), push: count.optional() }).optional(),
    cost: z
      .object({
        currency: z.literal('USD'),
        amount: z.number(),
        email: z.number().optional(),
        push: z.number().optional(),
      })
      .optional(),
    reach: z.object({ contacts: count, approversNeeded: z.int().min(1).max(2) }).optional(),
    warnings: z.array(PlanWarning).optional(),
  })
  .meta({
    id: 'Plan',
    description: 'Who would get the message now, in which wave, and why others would not.',
  });

export const PlanProgress = z
  .object({ progress: z.number().min(0).max(1) })
  .meta({ id: 'PlanProgress', description: 'The plan is being made: ask again.' });

const Rate = z.object({ n: count, of: count, rate: z.number(), low: z.number(), high: z.number() });

const Experiment = z
  .object({
    /** Level of all intervals together. */
    confidence: z.number(),
    arms: z.array(
      z.object({
        name: z.string(),
        percent: z.number().optional(),
        people: count.optional(),
        metrics: z.partialRecord(z.enum(metrics), Rate),
      }),
    ),
    comparisons: z.array(
      z.object({
        arm: z.string(),
        with: z.string(),
        metric: z.enum(metrics),
        difference: z.number(),
        low: z.number(),
        high: z.number(),
        /** The interval does not hold zero. */
        conclusive: z.boolean(),
      }),
    ),
  })
  .meta({
    id: 'Experiment',
    description:
      'Arms and hold-out compared. Rates with Wilson intervals, differences with Newcombe intervals, widened for the number of comparisons (Bonferroni).',
  });

export const Report = z
  .looseObject({
    audience: count,
    /** Sends that were planned: `accepted + disabled + failed + inDoubt + stopped + pending`. */
    planned: count.optional(),
    decisions: z.object({ send: count, skip: byReason }),
    outcomes: z.object({
      accepted: count,
      delivered: count,
      bounced: count,
      complained: count,
      disabled: count,
      failed: count,
      inDoubt: count,
      stopped: count,
      pending: count,
      measured: count,
      opened: count,
      clicked: count,
    }),
    /** Why the circuit breaker paused the campaign last. */
    breaker: z.object({ at: Instant, reason: z.string() }).optional(),
    handOversAfterOptOut: count,
    /** Of a notice: sends that a choice of the reader, or a complaint, would have stopped if they were marketing. */
    bypassed: z.partialRecord(z.enum(bypasses), count).optional(),
    byCountry: z.record(z.string(), ReportCell).optional(),
    byLocale: z.record(z.string(), ReportCell).optional(),
    byVariant: z.record(z.string(), ReportCell).optional(),
    byArm: z.record(z.string(), ReportCell).optional(),
    experiment: Experiment.optional(),
    state: z.string(),
    /** Share of the audience that has been decided. */
    progress: z.number().min(0).max(1),
  })
  .meta({ id: 'Report', description: 'Totals are exact; cells under 10 people are hidden in breakdowns.' });

/** One line of the decisions: one contact. */
export const DecisionLine = z
  .object({
    personId: z.string(),
    externalId: z.string().optional(),
    contactId: z.string(),
    channel: Channel,
    decision: z.enum(['send', 'skip']),
    reason: Reason.optional(),
    variant: z.enum(['generic', 'personalised']).optional(),
    ruleVersion: z.string().optional(),
    consentEventId: z.string().optional(),
    country: z.string().optional(),
    locale: z.string().optional(),
    arm: z.string().optional(),
    outcome: z.enum([...OutcomeKind.options, 'pending', 'delivered', 'bounced', 'complained']).optional(),
    messageId: z.string().optional(),
    at: Instant.optional(),
  })
  .meta({ id: 'DecisionLine' });

export const decisionLines = {
  description: 'One decision per line',
  type: 'application/x-ndjson',
  body: DecisionLine,
  headers: { 'X-Next-Cursor': 'There are more: the `cursor` of the next request' },
} as const;
