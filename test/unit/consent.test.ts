/** When a consent counts: its life to the millisecond, and what each country asks for. */
import { describe, expect, it } from '@jest/globals';
import { Consent, expressGrant, impliedGrant } from '../../shared/domain/consent.ts';
import { decide, noFacts } from '../../shared/domain/decide.ts';
import { ruleBook } from '../../shared/domain/rules/rule-book.ts';
import { campaignFor, emailIn, grantedAt, impliedAt, outcomeOf, pushIn } from '../support/given-contact.ts';

const now = '2027-06-15T12:00:00.000Z';
const denied: Consent = { state: 'denied', at: now, eventId: 'e9' };
const pending: Consent = { state: 'pending', at: now, eventId: 'e9' };

describe('the life of an express grant', () => {
  it('ends with the millisecond of its expiry', () => {
    const grant = grantedAt('2027-01-01T00:00:00.000Z', now);
    expect(expressGrant(grant, null, '2027-06-15T11:59:59.999Z')).toEqual({ kind: 'valid', eventId: 'e1' });
    expect(expressGrant(grant, null, now)).toEqual({ kind: 'expired' });
  });

  it('holds through the very moment that the months of reconfirmation are over, and no longer', () => {
    const grant = grantedAt('2025-06-15T12:00:00.000Z');
    expect(expressGrant(grant, 24, now).kind).toBe('valid');
    expect(expressGrant(grant, 24, '2027-06-15T12:00:00.001Z').kind).toBe('expired');
    expect(expressGrant(grant, null, '2099-01-01T00:00:00.000Z').kind).toBe('valid');
  });

  it('given on a leap day ends on 28 February', () => {
    const grant = grantedAt('2028-02-29T10:00:00.000Z');
    expect(expressGrant(grant, 24, '2030-02-28T10:00:00.000Z').kind).toBe('valid');
    expect(expressGrant(grant, 24, '2030-02-28T10:00:00.001Z').kind).toBe('expired');
  });

  it('is none when unset or denied, and waits when pending', () => {
    expect(expressGrant({ state: 'unset' }, null, now).kind).toBe('none');
    expect(expressGrant(denied, null, now).kind).toBe('none');
    expect(expressGrant(pending, null, now).kind).toBe('pending');
  });
});

describe('the life of an implied basis', () => {
  it('given on 31 August ends six months later on the last day of February', () => {
    const consent = impliedAt('soft-opt-in', '2026-08-31T10:00:00.000Z');
    expect(impliedGrant(consent, 'soft-opt-in', 6, '2027-02-28T10:00:00.000Z').kind).toBe('valid');
    expect(impliedGrant(consent, 'soft-opt-in', 6, '2027-02-28T10:00:00.001Z').kind).toBe('expired');
  });

  it('counts for itself only, and for nobody who refused', () => {
    const consent = impliedAt('implied-inquiry', now);
    expect(impliedGrant(consent, 'implied-purchase', null, now).kind).toBe('none');
    expect(impliedGrant(denied, 'implied-inquiry', null, now).kind).toBe('none');
  });

  it('cannot be kept beside a refusal', () => {
    const both = { ...denied, implied: { 'soft-opt-in': { at: now, eventId: 'e2' } } };
    expect(Consent.parse(both)).toEqual(denied);
  });
});

describe('what a country asks for', () => {
  it.each([
    [
      'KR soft opt-in, six months to the millisecond',
      emailIn('KR', { marketing: impliedAt('soft-opt-in', '2026-12-15T12:00:00.000Z') }),
      'send',
    ],
    [
      'KR soft opt-in, a millisecond over',
      emailIn('KR', { marketing: impliedAt('soft-opt-in', '2026-12-15T11:59:59.999Z') }),
      'consent-expired',
    ],
    ['KR grant, 24 months', emailIn('KR', { marketing: grantedAt('2025-06-15T12:00:00.000Z') }), 'send'],
    [
      'KR grant, over 24 months',
      emailIn('KR', { marketing: grantedAt('2025-06-15T11:59:59.999Z') }),
      'consent-expired',
    ],
    [
      'KR push grant, over 24 months',
      pushIn('KR', { marketing: grantedAt('2025-06-15T11:59:59.999Z') }),
      'consent-expired',
    ],
    ['FR grant, 36 months', emailIn('FR', { marketing: grantedAt('2024-06-15T12:00:00.000Z') }), 'send'],
    [
      'FR grant, over 36 months',
      emailIn('FR', { marketing: grantedAt('2024-06-15T11:59:59.999Z') }),
      'consent-expired',
    ],
    [
      'FR soft opt-in has no limit',
      emailIn('FR', { marketing: impliedAt('soft-opt-in', '2010-01-01T00:00:00.000Z') }),
      'send',
    ],
    [
      'DE grant never lapses by time',
      emailIn('DE', { marketing: grantedAt('2000-01-01T00:00:00.000Z') }),
      'send',
    ],
    [
      'CA purchase, 24 months',
      emailIn('CA', { marketing: impliedAt('implied-purchase', '2025-06-15T12:00:00.000Z') }),
      'send',
    ],
    [
      'CA purchase, over 24 months',
      emailIn('CA', { marketing: impliedAt('implied-purchase', '2025-06-15T11:59:59.999Z') }),
      'consent-expired',
    ],
    [
      'CA inquiry, six months',
      emailIn('CA', { marketing: impliedAt('implied-inquiry', '2026-12-15T12:00:00.000Z') }),
      'send',
    ],
    [
      'CA inquiry, over six months',
      emailIn('CA', { marketing: impliedAt('implied-inquiry', '2026-12-15T11:59:59.999Z') }),
      'consent-expired',
    ],
    [
      'CA does not know soft opt-in',
      emailIn('CA', { marketing: impliedAt('soft-opt-in', now) }),
      'no-consent',
    ],
    [
      'AU purchase has no limit',
      emailIn('AU', { marketing: impliedAt('implied-purchase', '2010-01-01T00:00:00.000Z') }),
      'send',
    ],
    [
      'DE does not know a purchase',
      emailIn('DE', { marketing: impliedAt('implied-purchase', now) }),
      'no-consent',
    ],
    ['PL wants an express grant', emailIn('PL', { marketing: impliedAt('soft-opt-in', now) }), 'no-consent'],
    ['PT uses the rule of the EU', emailIn('PT', { marketing: impliedAt('soft-opt-in', now) }), 'send'],
    ['US sends until somebody objects', emailIn('US'), 'send'],
    [
      'US with a grant that has ended',
      emailIn('US', { marketing: grantedAt('2020-01-01T00:00:00.000Z', now) }),
      'send',
    ],
    ['US while a confirmation is awaited', emailIn('US', { marketing: pending }), 'send'],
    ['US after a refusal', emailIn('US', { marketing: denied }), 'consent-withdrawn'],
    ['US push wants a grant', pushIn('US'), 'no-consent'],
    ['TW push wants a grant, though the law does not', pushIn('TW'), 'no-consent'],
    ['US social sign-in wants a grant', emailIn('US', { emailSource: 'facebook' }), 'no-consent'],
    [
      'US social sign-in, grant ended',
      emailIn('US', { emailSource: 'google', marketing: grantedAt('2020-01-01T00:00:00.000Z', now) }),
      'consent-expired',
    ],
    [
      'DE social sign-in has no soft opt-in',
      emailIn('DE', { emailSource: 'google', marketing: impliedAt('soft-opt-in', now) }),
      'no-consent',
    ],
    ['DE while a confirmation is awaited', emailIn('DE', { marketing: pending }), 'awaiting-confirmation'],
    [
      'DE pending, but a customer',
      emailIn('DE', { marketing: { ...pending, ...impliedAt('soft-opt-in', now), state: 'pending' } }),
      'send',
    ],
    [
      'KR pending and an old purchase',
      emailIn('KR', {
        marketing: { ...pending, ...impliedAt('soft-opt-in', '2020-01-01T00:00:00.000Z'), state: 'pending' },
      }),
      'awaiting-confirmation',
    ],
    [
      'TR email is forbidden before consent is looked at',
      emailIn('TR', { marketing: denied }),
      'region-forbidden',
    ],
    ['TR push rests on its own grant', pushIn('TR', { marketing: grantedAt(now) }), 'send'],
    ['AR has no rule', emailIn('AR', { marketing: grantedAt(now) }), 'unknown-country'],
  ] as const)('%s (P-03, P-15)', (_, contact, expected) => {
    expect(outcomeOf(contact, now)).toBe(expected);
  });

  it('asks the registry of Türkiye: nothing without its yes, and a grant as well', () => {
    const granted = emailIn('TR', { marketing: grantedAt(now) });
    const ask = (contact: typeof granted, registryConsent: boolean | undefined) =>
      outcomeOf(contact, now, {}, { ...noFacts, registryConsent });
    expect([undefined, false, true].map((answer) => ask(granted, answer))).toEqual([
      'region-forbidden',
      'region-forbidden',
      'send',
    ]);
    expect(ask(emailIn('TR'), true)).toBe('no-consent');
  });

  it.each([
    ['an express grant', grantedAt(now), true],
    ['no answer', { state: 'unset' } as const, false],
    ['a grant that ended', grantedAt('2020-01-01T00:00:00.000Z', now), false],
  ])(
    'tells for the label of Singapore whether mail rests on an express grant: %s',
    (_, marketing, expressGrant) => {
      const contact = emailIn('SG', { marketing });
      expect(decide(campaignFor(contact), contact, noFacts, ruleBook, now)).toMatchObject({
        kind: 'send',
        grounds: { expressGrant },
      });
    },
  );
});
