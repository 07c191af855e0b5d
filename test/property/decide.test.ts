/** Every decision against a second opinion (test/support/oracle.ts), and the order of the checks. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decide, mandatoryReasons, marketingReasons, noFacts } from '../../shared/domain/decide.ts';
import type { Contact } from '../../shared/domain/person.ts';
import { ruleBook } from '../../shared/domain/rules/rule-book.ts';
import { mandatoryCases, marketingCases } from '../support/decision-cases.ts';
import {
  expectedOfCampaign,
  expectedOfNotice,
  expectedVariant,
  type MandatoryCase,
  type MarketingCase,
} from '../support/expected-reason.ts';
import { campaignFor } from '../support/given-contact.ts';
import { mayProfile } from '../support/oracle.ts';

const campaignOutcome = ({ message, contact, facts, now }: MarketingCase) =>
  decide(message, contact, facts, ruleBook, now);
const noticeOutcome = ({ message, contact, facts, now }: MandatoryCase) =>
  decide(message, contact, facts, ruleBook, now);
const reasonOf = (decision: { kind: 'send' } | { kind: 'skip'; reason: string }) =>
  decision.kind === 'skip' ? decision.reason : decision.kind;

describe('a marketing decision', () => {
  it('equals the second opinion for every generated person, consent, clock and campaign (N-21)', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(marketingCases, (given) => {
        const expected = expectedOfCampaign(given);
        seen.add(expected);
        expect(reasonOf(campaignOutcome(given))).toBe(expected);
      }),
      { numRuns: 6000 },
    );
    expect([...seen].toSorted()).toEqual([...marketingReasons, 'send'].toSorted());
  });

  it('names its ground: the version of the rule, and for a grant the event that holds it (N-04)', () => {
    fc.assert(
      fc.property(marketingCases, (given) => {
        const { contact, now } = given;
        const { grounds } = campaignOutcome(given);
        expect(grounds.ruleVersion).toBe(ruleBook.ruleFor(contact, now)?.version);
        if (grounds.expressGrant)
          expect(contact.marketing).toMatchObject({ state: 'granted', eventId: grounds.consentEventId });
      }),
      { numRuns: 1000 },
    );
  });

  it('without a valid profiling consent never reads an interest and sends only the generic variant (P-17)', () => {
    let sent = 0;
    fc.assert(
      fc.property(marketingCases, (given) => {
        fc.pre(!mayProfile(given.contact, given.now));
        const decision = campaignOutcome({ ...given, contact: withoutInterests(given.contact) });
        expect(reasonOf(decision)).toBe(expectedOfCampaign(given));
        if (decision.kind === 'skip') return;
        sent++;
        expect(decision.variant).toBe('generic');
      }),
      { numRuns: 1500 },
    );
    expect(sent).toBeGreaterThan(0);
  });

  it('sends the personalised variant exactly when there is one, profiling is allowed, and the profile has all that it says (P-17)', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(marketingCases, (given) => {
        const decision = campaignOutcome(given);
        if (decision.kind === 'skip') return;
        const lacks = given.message.personalised !== undefined && mayProfile(given.contact, given.now);
        seen.add(`${decision.variant} ${lacks}`);
        expect(decision.variant).toBe(expectedVariant(given));
      }),
      { numRuns: 1500 },
    );
    expect([...seen].toSorted()).toEqual(['generic false', 'generic true', 'personalised true']);
  });

  it('lets opens and clicks be counted exactly where profiling is allowed (P-17)', () => {
    fc.assert(
      fc.property(marketingCases, (given) => {
        expect(campaignOutcome(given).grounds.measured).toBe(mayProfile(given.contact, given.now));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a mandatory decision', () => {
  it('equals the second opinion for every generated person and notice (P-19)', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(mandatoryCases, (given) => {
        const expected = expectedOfNotice(given);
        seen.add(expected);
        expect(reasonOf(noticeOutcome(given))).toBe(expected);
      }),
      { numRuns: 3000 },
    );
    expect([...seen].toSorted()).toEqual([...mandatoryReasons, 'send'].toSorted());
  });

  it('never reads an interest and knows no variant but the generic one (P-17)', () => {
    fc.assert(
      fc.property(mandatoryCases, (given) => {
        const decision = noticeOutcome({ ...given, contact: withoutInterests(given.contact) });
        expect(decision.kind === 'skip' || decision.variant === 'generic').toBe(true);
        expect(decision.grounds.measured).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
});

/** The contact, with an alarm on its interests. */
function withoutInterests(contact: Contact): Contact {
  return new Proxy(contact, {
    get: (target, name) => {
      if (name === 'interests') throw new Error('An interest was read without consent');
      return Reflect.get(target, name);
    },
  });
}

/** A case that is sent. */
const sendable: MarketingCase = {
  now: '2027-06-01T12:00:00.000Z',
  facts: noFacts,
  message: campaignFor({ office: 'de' }, { channels: ['email'] }),
  contact: {
    channel: 'email',
    personId: 'per_1',
    id: 'con_1',
    office: 'de',
    country: 'DE',
    address: 'a@example.com',
    emailSource: 'direct',
    interests: [],
    profiling: { state: 'unset' },
    topics: {},
    restricted: false,
    marketing: { state: 'granted', at: '2027-01-01T00:00:00.000Z', eventId: 'e1' },
    devices: [],
    version: 1,
  },
};

type Break = (given: MarketingCase) => MarketingCase;
const ofContact =
  (change: Partial<Contact>): Break =>
  (given) => ({ ...given, contact: { ...given.contact, ...change } as Contact });
const ofMessage =
  (change: Partial<MarketingCase['message']>): Break =>
  (given) => ({ ...given, message: { ...given.message, ...change } });
const evidence = { at: '2027-01-01T00:00:00.000Z', eventId: 'e2' };

/** One way to make each check fail. Those that cannot fail together stand in one line: the first that is picked counts. */
const breaks: readonly Record<string, Break>[] = [
  { 'not-in-audience': ofMessage({ channels: ['push'] }) },
  { erased: ofContact({ erased: true }) },
  { restricted: ofContact({ restricted: true }) },
  { minor: ofContact({ birthYear: 2014 }) },
  { 'office-mismatch': ofMessage({ office: 'fr' }) },
  { 'unknown-country': ofContact({ country: 'AR' }), 'region-forbidden': ofContact({ country: 'TR' }) },
  { undeliverable: ofContact({ undeliverable: 'bounced' }) },
  { complained: ofContact({ complainedAt: '2027-02-01T00:00:00.000Z' }) },
  {
    'consent-withdrawn': ofContact({ marketing: { state: 'denied', ...evidence } }),
    'awaiting-confirmation': ofContact({ marketing: { state: 'pending', ...evidence } }),
    'consent-expired': ofContact({
      marketing: { state: 'granted', expiresAt: '2027-05-01T00:00:00.000Z', ...evidence },
    }),
    'no-consent': ofContact({ marketing: { state: 'unset' } }),
  },
  { 'topic-off': ofContact({ topics: { news: 'denied' } }) },
  {
    'profiling-refused': ofMessage({ audience: { interests: ['camera'] } }),
    'not-interested': (given) =>
      ofContact({ profiling: { state: 'granted', ...evidence } })(
        ofMessage({ audience: { interests: ['camera'] } })(given),
      ),
  },
  {
    'frequency-cap': (given) => ({
      ...ofMessage({ frequencyCap: { max: 1, days: 7 } })(given),
      facts: { ...noFacts, recentMarketing: 1 },
    }),
  },
  { holdout: ofMessage({ holdoutPercent: 100 }) },
  { 'message-expired': ofMessage({ expiresAt: '2027-06-01T12:00:00.000Z' }) },
];

describe('the order of the marketing checks', () => {
  it('sends when nothing fails, and has a way to fail for each reason of the list', () => {
    expect(reasonOf(campaignOutcome(sendable))).toBe('send');
    expect(breaks.flatMap((group) => Object.keys(group)).toSorted()).toEqual(
      [...marketingReasons].toSorted(),
    );
  });

  it('answers with the first of the failing checks, whatever else fails', () => {
    const picks = fc.tuple(
      ...breaks.map((group) => fc.option(fc.constantFrom(...Object.keys(group)), { freq: 3 })),
    );
    fc.assert(
      fc.property(picks, (picked) => {
        const failing = picked.filter((reason) => reason !== null);
        const given = failing.reduce((state, reason) => breakOf(reason)(state), sendable);
        const expected = marketingReasons.find((reason) => failing.includes(reason)) ?? 'send';
        expect(reasonOf(campaignOutcome(given))).toBe(expected);
      }),
      { numRuns: 1500 },
    );
  });
});

function breakOf(reason: string): Break {
  const found = breaks.find((group) => reason in group)?.[reason];
  if (!found) throw new Error(`Nothing makes ${reason} fail`);
  return found;
}
