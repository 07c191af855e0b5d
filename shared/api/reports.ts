/** What campaigns and notices say of themselves: plan, report, decisions. */
import * as z from 'zod';
import { OutcomeKind, Reason } from '../domain/batch.ts';
import { Channel, Instant } from '../domain/vocabulary.ts';

const count = z.int().min(0);
const byReason = z.partialRecord(Reason, count);

const waterfall = { audience: count, willSend: count, excluded: byReason };

/** `audience = willSend + Σ excluded`, in total and for each channel. */
export const Plan = z
  .looseObject({
    ...waterfall,
    waves: z.array(z.looseObject({ at: Instant, contacts: count })),
    byChannel: z.partialRecord(Channel, z.object(waterfall)),
    missingLocales: z.array(z.string()).optional(),
  })
  .meta({
    id: 'Plan',
    description: 'Who would get the message now, in which wave, and why others would not.',
  });

export const PlanProgress = z
  .object({ progress: z.number().min(0).max(1) })
  .meta({ id: 'PlanProgress', description: 'The plan is being made: ask again.' });

export const Report = z
  .looseObject({
    audience: count,
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
