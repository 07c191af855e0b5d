/** The first two promises of the design, over generated lives: histories of answers, places, clocks and messages. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decide, type MandatoryDecision, noFacts } from '../../shared/domain/decide.ts';
import type { ConsentEvent } from '../../shared/domain/ledger.ts';
import { officeOf } from '../../shared/domain/offices.ts';
import type { Contact } from '../../shared/domain/person.ts';
import { ruleBook } from '../../shared/domain/rules/rule-book.ts';
import { consentsAt, contactsAt, mandatoryCases, marketingCases, places } from '../support/decision-cases.ts';
import { campaignFor } from '../support/given-contact.ts';
import { givenRecord, histories, isOwnGrant, replay } from '../support/histories.ts';
import { consentReason, monthsLater } from '../support/oracle.ts';

const campaign = (office: string) => campaignFor({ office }, { topic: 'articles' });

const lives = fc.record({
  place: places,
  emailSource: fc.constantFrom('direct' as const, 'facebook' as const, 'google' as const),
  steps: histories,
  laterMonths: fc.constantFrom(0, 1, 6, 24, 36, 60),
  laterMs: fc.constantFrom(0, 1),
});

/** What the ledger says of marketing to one contact. */
function wordsOn({ id, channel }: Contact, events: readonly ConsentEvent[]): ConsentEvent[] {
  return events.filter(
    (event) =>
      event.purpose === 'marketing' &&
      event.topic === undefined &&
      event.channel === channel &&
      (event.contactId ?? id) === id,
  );
}

/** What was sent rests on a grant in the ledger, given after every refusal; or on nothing, where only a refusal would stop it. */
function expectGround(
  contact: Contact,
  eventId: string | undefined,
  words: readonly ConsentEvent[],
  now: string,
): void {
  const lastRefusal = words.findLastIndex(({ state }) => state === 'denied');
  const since = words.slice(lastRefusal + 1);
  if (lastRefusal >= 0) expect(since.some((word) => isOwnGrant(word, word))).toBe(true);
  if (eventId !== undefined) {
    expect(since.find(({ id }) => id === eventId)?.state).toBe('granted');
    return;
  }
  expect(ruleBook.ruleFor(contact, now)?.email).toBe('opt_out');
  expect(contact).toMatchObject({ channel: 'email', emailSource: 'direct' });
}

describe('promise 1: no marketing without a consent that is valid at the moment of sending', () => {
  it('sends only on what the ledger holds: a grant after the last refusal, or nothing refused where the law asks no more (P-03, P-15, N-21)', () => {
    const sent = new Set<string>();
    fc.assert(
      fc.property(lives, ({ place, emailSource, steps, laterMonths, laterMs }) => {
        const office = officeOf(place.country)?.id ?? 'none';
        const { record, events } = replay(givenRecord({ ...place, office }, emailSource), steps);
        const last = steps.at(-1)?.at ?? '';
        const now = new Date(Date.parse(monthsLater(last, laterMonths)) + laterMs).toISOString();
        for (const contact of record.contacts) {
          const decision = decide(campaign(office), contact, noFacts, ruleBook, now);
          if (decision.kind === 'skip') continue;
          sent.add(contact.channel);
          expectGround(contact, decision.grounds.consentEventId, wordsOn(contact, events), now);
          expect(consentReason(contact, now)).toBeUndefined();
        }
      }),
      { numRuns: 3000 },
    );
    expect([...sent].toSorted()).toEqual(['email', 'push']);
  });

  it('sends push, and mail to a social sign-in, only on a valid express grant, whatever the country (P-03)', () => {
    fc.assert(
      fc.property(marketingCases, ({ message, contact, facts, now }) => {
        const needsGrant =
          contact.channel === 'push' || (contact.channel === 'email' && contact.emailSource !== 'direct');
        const decision = decide(message, contact, facts, ruleBook, now);
        if (!needsGrant || decision.kind === 'skip') return;
        expect(contact.marketing.state).toBe('granted');
        expect(decision.grounds.expressGrant).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it('never sends on a refusal, and nothing that lifts other obstacles makes it (P-15)', () => {
    fc.assert(
      fc.property(marketingCases, ({ message, contact, facts, now }) => {
        const refused: Contact = { ...contact, marketing: { state: 'denied', at: now, eventId: 'e1' } };
        expect(decide(message, refused, facts, ruleBook, now).kind).toBe('skip');
      }),
      { numRuns: 1000 },
    );
  });

  it('never sends to a minor, a held or an erased person, or past the end of the message (P-09, P-23, N-06)', () => {
    const obstacle = fc.constantFrom<Partial<Contact>>(
      { birthYear: 2020 },
      { restricted: true },
      { erased: true },
    );
    fc.assert(
      fc.property(marketingCases, obstacle, ({ message, contact, facts, now }, change) => {
        const held = { ...contact, ...change } as Contact;
        expect(decide(message, held, facts, ruleBook, now).kind).toBe('skip');
        expect(decide({ ...message, expiresAt: now }, contact, facts, ruleBook, now).kind).toBe('skip');
      }),
      { numRuns: 1000 },
    );
  });

  it('never becomes sendable again by the passing of time alone', () => {
    const later = fc.integer({ min: 0, max: 5 * 365 * 86_400_000 });
    fc.assert(
      fc.property(marketingCases, later, ({ message, contact, facts, now }, ms) => {
        const then = new Date(Date.parse(now) + ms).toISOString();
        const { birthYear: _known, ...ageless } = contact;
        const before = decide(message, ageless, facts, ruleBook, now);
        const after = decide(message, ageless, facts, ruleBook, then);
        if (before.kind === 'skip') expect(after.kind).toBe('skip');
      }),
      { numRuns: 1000 },
    );
  });
});

describe('promise 2: no marketing choice stops a mandatory notice', () => {
  it('decides the same whatever the person has chosen, and whoever they are (P-19, N-22)', () => {
    const flips = mandatoryCases.chain((given) =>
      fc.tuple(fc.constant(given), contactsAt(given.now), consentsAt(given.now), fc.nat(100), fc.boolean()),
    );
    fc.assert(
      fc.property(
        flips,
        ([{ message, contact, facts, now }, other, consent, recentMarketing, registryConsent]) => {
          const {
            profiling,
            topics,
            complainedAt,
            restricted,
            birthYear,
            interests,
            language,
            timezone,
            office,
          } = other;
          const chosen = {
            profiling,
            topics,
            complainedAt,
            restricted,
            birthYear,
            interests,
            language,
            timezone,
            office,
          };
          const flipped = { ...contact, ...chosen, marketing: consent };
          const one = decide(message, contact, facts, ruleBook, now);
          const two = decide(message, flipped, { ...facts, recentMarketing, registryConsent }, ruleBook, now);
          expect(withoutBypass(two)).toEqual(withoutBypass(one));
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('reaches everybody affected who has a working address and was not reached, in every country and at every age (P-19, P-23)', () => {
    fc.assert(
      fc.property(mandatoryCases, ({ message, contact, facts, now }) => {
        const reachable = { ...contact, erased: undefined, undeliverable: undefined };
        const wide = { ...message, audience: {}, channels: [contact.channel] };
        const decision = decide(wide, reachable, { ...facts, alreadyReached: false }, ruleBook, now);
        expect(decision).toMatchObject({
          kind: 'send',
          permit: { lane: 'mandatory', messageId: message.id },
        });
      }),
      { numRuns: 1000 },
    );
  });
});

/** What did not stop the notice differs, as it should. */
function withoutBypass(decision: MandatoryDecision) {
  return { ...decision, bypassed: undefined };
}
