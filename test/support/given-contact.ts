/** One contact and one campaign to start from, for tests that name what differs. */
import type { Consent } from '../../shared/domain/consent.ts';
import { decide, noFacts } from '../../shared/domain/decide.ts';
import type { MarketingMessage } from '../../shared/domain/message.ts';
import { officeOf } from '../../shared/domain/offices.ts';
import type { EmailContact, PushContact } from '../../shared/domain/person.ts';
import { ruleBook } from '../../shared/domain/rules/rule-book.ts';

const common = (country: string) => ({
  personId: 'per_1',
  office: officeOf(country)?.id ?? 'none',
  country,
  interests: [],
  profiling: { state: 'unset' } as const,
  topics: {},
  restricted: false,
  marketing: { state: 'unset' } as const,
  devices: [],
  version: 1,
});

/** An email address in a country, with nothing asked. */
export function emailIn(country: string, change: Partial<EmailContact> = {}): EmailContact {
  return {
    channel: 'email',
    id: 'mail',
    address: 'a@example.com',
    emailSource: 'direct',
    ...common(country),
    ...change,
  };
}

/** A device in a country, with nothing asked. */
export function pushIn(country: string, change: Partial<PushContact> = {}): PushContact {
  return {
    channel: 'push',
    id: 'phone',
    token: 't',
    diagnostics: { state: 'unset' },
    ...common(country),
    ...change,
  };
}

/** An express grant of that moment. */
export function grantedAt(at: string, expiresAt?: string): Consent {
  return { state: 'granted', at, eventId: 'e1', expiresAt };
}

/** What follows from a dealing with the person at that moment, and no answer of theirs. */
export function impliedAt(
  basis: 'soft-opt-in' | 'implied-purchase' | 'implied-inquiry',
  at: string,
): Consent {
  return { state: 'unset', implied: { [basis]: { at, eventId: 'e2' } } };
}

/** A campaign of the contact's own office, to everybody. */
export function campaignFor(
  { office }: { office: string },
  change: Partial<MarketingMessage> = {},
): MarketingMessage {
  return {
    type: 'marketing',
    id: 'cmp_1',
    office,
    topic: 'news',
    channels: ['email', 'push'],
    deliver: 'each',
    audience: {},
    content: { defaultLocale: 'en', locales: {} },
    ...change,
  };
}

/** The reason to skip, or `send`. */
export function outcomeOf(
  contact: EmailContact | PushContact,
  now: string,
  change: Partial<MarketingMessage> = {},
  facts = noFacts,
): string {
  const decision = decide(campaignFor(contact, change), contact, facts, ruleBook, now);
  return decision.kind === 'skip' ? decision.reason : decision.kind;
}
