/** What must hold at the end of the demo; each finding says which message or person, and what is wrong. Pure. */
import { compareDeliveries, type Delivery } from './delivery.ts';
import type { Line, PlanView, ReportView } from './follow.ts';

/** A message that has run, with all that the service says of it. */
export interface Sent {
  id: string;
  name: string;
  /** Absent: the headquarters. */
  office?: string | undefined;
  plan: PlanView;
  report: ReportView;
  lines: readonly Line[];
}

/** How somebody left, and what they got from then on. */
export interface OptOut {
  how: 'one-click' | 'device' | 'import';
  personExternalId: string;
  afterwards: { marketing: number; notice: number };
}

/** Name of the check → findings; none: it holds. */
export type Checks = Readonly<Record<string, readonly string[]>>;

const arrivedOutcomes: readonly Line['outcome'][] = ['accepted', 'delivered', 'bounced', 'complained'];

/** The deliveries that the recorded decisions speak of. */
export function decidedDeliveries({ id, lines }: Sent): Delivery[] {
  return lines.flatMap(({ decision, outcome, channel, messageId, externalId, personId }) =>
    decision === 'send' && arrivedOutcomes.includes(outcome)
      ? [{ message: id, person: externalId ?? personId, channel, providerId: messageId ?? '' }]
      : [],
  );
}

/** All checks over all messages. */
export function checkStory(
  messages: readonly Sent[],
  arrived: readonly Delivery[],
  optOuts: readonly OptOut[],
): Checks {
  return {
    plansAddUp: messages.flatMap(checkPlan),
    reportsEqualDecisions: messages.flatMap(checkReport),
    arrivalsEqualDecisions: checkArrivals(messages, arrived),
    nothingFailed: messages.flatMap(checkOutcomes),
    noHandOverAfterOptOut: messages.flatMap(({ name, report: { handOversAfterOptOut } }) =>
      handOversAfterOptOut === 0 ? [] : [`${name}: ${handOversAfterOptOut} hand-overs after an opt-out`],
    ),
    optedOutGotNoMarketing: optOuts.flatMap(({ personExternalId, how, afterwards: { marketing } }) =>
      marketing === 0
        ? []
        : [`${personExternalId} (${how}) got ${marketing} marketing messages after the opt-out`],
    ),
    optedOutGotNotice: optOuts.flatMap(({ personExternalId, how, afterwards: { notice } }) =>
      notice > 0 ? [] : [`${personExternalId} (${how}) did not get the notice`],
    ),
  };
}

type Counts = Readonly<Record<string, number>>;

function sumOf(counts: Counts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** audience = will send + Σ excluded, in total and for each channel; the channels together are the total. */
function checkPlan({ name, plan }: Sent): string[] {
  const channels = Object.entries(plan.byChannel);
  const parts = [['all channels', plan] as const, ...channels];
  const wrong = parts.flatMap(([part, { audience, willSend, excluded }]) =>
    audience === willSend + sumOf(excluded)
      ? []
      : [`${name}: the plan of ${part} does not add up: ${audience} ≠ ${willSend} + ${sumOf(excluded)}`],
  );
  const together = channels.reduce((sum, [, { audience }]) => sum + audience, 0);
  return together === plan.audience
    ? wrong
    : [...wrong, `${name}: the channels hold ${together} of ${plan.audience}`];
}

/** Contacts that the audience leaves out have no line; they are counted only. */
const uncounted = new Set(['not-in-audience', 'not-affected']);

function checkReport({ name, report, lines }: Sent): string[] {
  const counted: Record<string, number> = {};
  for (const { decision, reason } of lines) {
    const key = decision === 'send' ? 'send' : (reason ?? 'no reason');
    counted[key] = (counted[key] ?? 0) + 1;
  }
  const skips = Object.entries(report.decisions.skip).filter(([reason]) => !uncounted.has(reason));
  const reported: Counts = { send: report.decisions.send, ...Object.fromEntries(skips) };
  return [...new Set([...Object.keys(counted), ...Object.keys(reported)])].flatMap((key) => {
    const [left, right] = [reported[key] ?? 0, counted[key] ?? 0];
    return left === right ? [] : [`${name}: the report says ${left} × ${key}, the decisions ${right}`];
  });
}

function checkArrivals(messages: readonly Sent[], arrived: readonly Delivery[]): string[] {
  const names = new Map(messages.map(({ id, name }) => [id, name]));
  return compareDeliveries(messages.flatMap(decidedDeliveries), arrived).map(
    ({ message, person, channel, decided, arrived: came }) =>
      `${names.get(message) ?? `unknown message "${message}"`}: ${person} by ${channel}: decided ${decided}, arrived ${came}`,
  );
}

function checkOutcomes({ name, report: { outcomes } }: Sent): string[] {
  const { failed, inDoubt, pending } = outcomes;
  return failed + inDoubt + pending === 0
    ? []
    : [`${name}: ${failed} failed, ${inDoubt} in doubt, ${pending} pending`];
}
