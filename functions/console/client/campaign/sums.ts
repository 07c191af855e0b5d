/** Figures that have to add up, and the check that they do. Pure. */
import type { Outcomes, ReportView } from './views.ts';

interface Waterfall {
  readonly audience: number;
  readonly willSend: number;
  readonly excluded: Readonly<Record<string, number>>;
}

export interface FallRow {
  readonly kind: 'audience' | 'excluded' | 'send';
  /** The reason of an exclusion. */
  readonly reason?: string;
  readonly count: number;
  /** Where its bar begins and how long it is, as shares of the audience. */
  readonly start: number;
  readonly share: number;
}

export interface Sum {
  readonly parts: number;
  readonly whole: number;
  readonly adds: boolean;
}

/** Whether parts make a whole. */
function checkSum(whole: number, parts: readonly number[]): Sum {
  const sum = parts.reduce((total, part) => total + part, 0);
  return { whole, parts: sum, adds: sum === whole };
}

/** From the audience over each reason, largest first, to those who get it. Each bar hangs where the one before ended. */
export function fallRows({ audience, willSend, excluded }: Waterfall): FallRow[] {
  const shareOf = (count: number) => (audience === 0 ? 0 : count / audience);
  const reasons = Object.entries(excluded)
    .filter(([, count]) => count > 0)
    .sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1));
  let left = audience;
  const cuts = reasons.map(([reason, count]): FallRow => {
    left -= count;
    return { kind: 'excluded', reason, count, start: shareOf(left), share: shareOf(count) };
  });
  return [
    { kind: 'audience', count: audience, start: 0, share: audience === 0 ? 0 : 1 },
    ...cuts,
    { kind: 'send', count: willSend, start: 0, share: shareOf(willSend) },
  ];
}

/** `audience = willSend + Σ excluded`. */
export function checkFall({ audience, willSend, excluded }: Waterfall): Sum {
  return checkSum(audience, [willSend, ...Object.values(excluded)]);
}

/** What can become of a planned send; each is in exactly one. */
export const fates = ['accepted', 'disabled', 'failed', 'inDoubt', 'stopped', 'pending'] as const;
export type Fate = (typeof fates)[number];

/** `planned sends = Σ fates`. @param planned as the plan of the started campaign counted them; undefined while it is still being made */
export function checkFates(outcomes: Outcomes, planned: number | undefined): Sum {
  const counts = fates.map((fate) => outcomes[fate]);
  return checkSum(planned ?? counts.reduce((sum, count) => sum + count, 0), counts);
}

/** Sends that have their end: nothing more is tried for them. */
export function settledOf(outcomes: Outcomes): number {
  return fates.reduce((sum, fate) => (fate === 'pending' ? sum : sum + outcomes[fate]), 0);
}

/** Whether the figures speak of a part of the audience only, for good. */
export function isPartlyDecided(report: Pick<ReportView, 'state' | 'progress'> | undefined): boolean {
  return report?.state === 'cancelled' && report.progress < 1;
}
