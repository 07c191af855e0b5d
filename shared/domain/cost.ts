/** What sending costs, by the list prices of AWS. Pure. */
import type { MarketingChannel } from './vocabulary.ts';

/**
 * US dollars for one message. Email: Amazon SES, plan Essentials, up to 10 million a month (price list of 2026-07). Push: Amazon SNS, a request and a
 * mobile push delivery. Queues, functions and tables add less than a thousandth of a cent for each.
 */
const dollarsPerMessage: Readonly<Record<MarketingChannel, number>> = { email: 0.000_16, push: 0.000_001 };

export interface Cost {
  currency: 'USD';
  amount: number;
  email?: number | undefined;
  push?: number | undefined;
}

/** The cost of so many messages, rounded to a hundredth of a cent. */
export function costOf(messages: Readonly<Partial<Record<MarketingChannel, number>>>): Cost {
  const of = (channel: MarketingChannel) => {
    const count = messages[channel];
    return count === undefined ? undefined : round(count * dollarsPerMessage[channel]);
  };
  const [email, push] = [of('email'), of('push')];
  return { currency: 'USD', amount: round((email ?? 0) + (push ?? 0)), email, push };
}

function round(dollars: number): number {
  return Math.round(dollars * 10_000) / 10_000;
}
