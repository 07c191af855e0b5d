/** The circuit breaker: a campaign whose mails bounce or are complained about too often stops by itself (pain N-19). Never a notice. Pure. */
import * as z from 'zod';
import { Instant } from './vocabulary.ts';

const figures = { accepted: z.int(), bounced: z.int(), complained: z.int() };

/** Why and when it paused a campaign last, and the figures from which it counts since: those of that moment, or of the moment when staff went on. */
export const Breaker = z.object({ at: Instant, reason: z.string(), ...figures });
export type Breaker = z.infer<typeof Breaker>;

/** Mails that SES took, and what became of them. */
export type MailFigures = Pick<Breaker, 'accepted' | 'bounced' | 'complained'>;

export interface BreakerReason {
  kind: 'complaints' | 'bounces';
  /** Share of the accepted mails. */
  rate: number;
  /** For the record of the campaign, in English. */
  words: string;
}

/** Fewer mails say nothing: one complaint of 100 would be a percent. */
const leastAccepted = 1000;
/** SES puts an account under review at these rates (SES guide, faqs-enforcement). */
const limits = { complaints: 0.001, bounces: 0.05 } as const;

/** Why a campaign with these figures has to pause; undefined where it has not. */
export function breakerReason({ accepted, bounced, complained }: MailFigures): BreakerReason | undefined {
  if (accepted < leastAccepted) return undefined;
  return reasonOf('complaints', complained, accepted) ?? reasonOf('bounces', bounced, accepted);
}

function reasonOf(kind: BreakerReason['kind'], count: number, accepted: number): BreakerReason | undefined {
  const rate = count / accepted;
  if (rate < limits[kind]) return undefined;
  const [percent, some, all] = [rate * 100, count, accepted].map((number) =>
    number.toLocaleString('en', { maximumFractionDigits: 2 }),
  );
  return {
    kind,
    rate,
    words: `Paused by the circuit breaker: ${percent} % ${kind} (${some} of ${all} accepted mails)`,
  };
}

/** The figures of all slices together, from their counters `o#email#<outcome>`. */
export function mailFigures(slices: readonly { counters: Readonly<Record<string, number>> }[]): MailFigures {
  const sum = (outcome: string) =>
    slices.reduce((total, { counters }) => total + (counters[`o#email#${outcome}`] ?? 0), 0);
  return { accepted: sum('accepted'), bounced: sum('bounced'), complained: sum('complained') };
}

/** What has come since the breaker paused the campaign last, and staff went on: it is not paused again for the same mails. */
export function figuresSince(now: MailFigures, last: MailFigures | undefined): MailFigures {
  if (!last) return now;
  return {
    accepted: now.accepted - last.accepted,
    bounced: now.bounced - last.bounced,
    complained: now.complained - last.complained,
  };
}
