/** Single rules of the decision that a property cannot name: ages at the turn of a year, audiences, shares held out. */
import { describe, expect, it } from '@jest/globals';
import { decide, noFacts } from '../../shared/domain/decide.ts';
import { isMinor } from '../../shared/domain/marketing-basis.ts';
import type { MandatoryMessage } from '../../shared/domain/message.ts';
import type { Contact } from '../../shared/domain/person.ts';
import { ruleBook } from '../../shared/domain/rules/rule-book.ts';
import { campaignFor, emailIn, grantedAt, outcomeOf, pushIn } from '../support/given-contact.ts';

const now = '2027-06-15T12:00:00.000Z';
const granted = { marketing: grantedAt('2027-06-01T00:00:00.000Z') };

describe('minors (P-23)', () => {
  const lastHour = '2026-12-31T23:59:59.999Z';
  const newYear = '2027-01-01T00:00:00.000Z';

  it.each([
    ['Etc/UTC', lastHour, true],
    ['Etc/UTC', newYear, false],
    ['Etc/GMT+12', '2027-01-01T11:59:59.999Z', true],
    ['Etc/GMT+12', '2027-01-01T12:00:00.000Z', false],
    ['Pacific/Kiritimati', '2026-12-31T09:59:59.999Z', true],
    ['Pacific/Kiritimati', '2026-12-31T10:00:00.000Z', false],
    [undefined, '2027-01-01T11:59:59.999Z', true],
    [undefined, '2027-01-01T12:00:00.000Z', false],
  ])('born in 2010, in %s: at %s a minor is %s', (timezone, at, expected) => {
    expect(isMinor({ birthYear: 2010, timezone }, undefined, at)).toBe(expected);
  });

  it.each([
    ['DE', 2011, false],
    ['DE', 2012, true],
    ['IN', 2009, false],
    ['IN', 2010, true],
    ['BR', 2010, true],
    ['SE', 2011, false],
    ['AR', 2012, true],
    ['AR', 2011, false],
  ])(
    'in %s, born in %d: in 2028 a minor is %s (16, or the higher age of the country)',
    (country, birthYear, expected) => {
      const at = '2028-01-02T00:00:00.000Z';
      expect(isMinor({ birthYear }, ruleBook.ruleFor({ country }, at), at)).toBe(expected);
    },
  );

  it('are not assumed: an unknown year of birth is not a known minor', () => {
    expect(isMinor({}, undefined, now)).toBe(false);
  });
});

describe('the audience of a campaign', () => {
  it.each([
    ['de', 'de-AT', 'send'],
    ['de-AT', 'de', 'not-in-audience'],
    ['pt-BR', 'pt-br', 'send'],
    ['d', 'de', 'not-in-audience'],
    ['en', undefined, 'not-in-audience'],
  ])('by language %s with a reader of %s: %s', (wanted, language, expected) => {
    expect(
      outcomeOf(emailIn('DE', { ...granted, language }), now, { audience: { languages: [wanted] } }),
    ).toBe(expected);
  });

  it.each([
    [['US-CA'], 'US-CA', 'send'],
    [['US-CA'], 'CA', 'send'],
    [['CA'], 'CA', 'not-in-audience'],
    [['US'], 'CA', 'send'],
    [['US-CA'], undefined, 'not-in-audience'],
  ])('by place %j with somebody in US, %s: %s', (countries, subdivision, expected) => {
    expect(outcomeOf(emailIn('US', { subdivision }), now, { audience: { countries } })).toBe(expected);
  });

  it('by model and version means one and the same device', () => {
    const devices = [
      { model: 'XQ-EC54', osVersion: '14' },
      { model: 'XQ-DC54', osVersion: '15' },
    ];
    const contact = emailIn('DE', { ...granted, devices });
    expect(outcomeOf(contact, now, { audience: { deviceModels: ['XQ-EC54'], osVersions: ['15'] } })).toBe(
      'not-in-audience',
    );
    expect(outcomeOf(contact, now, { audience: { deviceModels: ['XQ-DC54'], osVersions: ['15'] } })).toBe(
      'send',
    );
  });

  it('leaves out a contact whose person is reached already, when one channel is enough', () => {
    const facts = { ...noFacts, alreadyReached: true };
    expect(outcomeOf(pushIn('DE', granted), now, { deliver: 'first' }, facts)).toBe('not-in-audience');
    expect(outcomeOf(pushIn('DE', granted), now, { deliver: 'each' }, facts)).toBe('send');
  });
});

describe('a share held out', () => {
  const people = Array.from({ length: 4000 }, (_, index) =>
    emailIn('DE', { ...granted, personId: `per_${index}` }),
  );
  const heldOut = (holdoutPercent: number, id = 'cmp_1') =>
    people
      .filter((contact) => outcomeOf(contact, now, { id, holdoutPercent }) === 'holdout')
      .map(({ personId }) => personId);

  it('is about as large as asked', () => {
    expect(Math.abs(heldOut(10).length / people.length - 0.1)).toBeLessThan(0.02);
    expect(heldOut(0.5).length).toBeGreaterThan(0);
    expect(heldOut(0)).toHaveLength(0);
  });

  it('is the same people each time, and a larger share has all of a smaller one', () => {
    expect(heldOut(10)).toEqual(heldOut(10));
    const larger = new Set(heldOut(20));
    expect(heldOut(10).filter((person) => !larger.has(person))).toEqual([]);
  });

  it('is other people in another campaign', () => {
    const others = new Set(heldOut(10, 'cmp_2'));
    const both = heldOut(10).filter((person) => others.has(person));
    expect(both.length).toBeLessThan(people.length * 0.03);
  });

  it('is the whole person, on every channel', () => {
    const [person] = heldOut(10);
    expect(outcomeOf(pushIn('DE', { ...granted, personId: person }), now, { holdoutPercent: 10 })).toBe(
      'holdout',
    );
  });
});

describe('a notice', () => {
  const notice: MandatoryMessage = {
    type: 'mandatory',
    id: 'ntc_1',
    kind: 'safety',
    legalReason: 'product-safety',
    reference: 'R-1',
    audience: {},
    channels: ['push', 'email'],
    urgency: 'immediate',
    acknowledge: false,
    content: { defaultLocale: 'en', locales: {} },
  };
  const common = emailIn('DE');
  const sms: Contact = { ...common, channel: 'sms', phone: '+4930123456' };
  const reason = (contact: Contact, change: Partial<MandatoryMessage> = {}) => {
    const decision = decide({ ...notice, ...change }, contact, noFacts, ruleBook, now);
    return decision.kind === 'skip' ? decision.reason : decision.kind;
  };

  it('gives no permit for a channel that it does not use', () => {
    expect(reason(sms)).toBe('not-affected');
    expect(reason(sms, { channels: ['sms'] })).toBe('send');
  });

  it('reaches people in a country without any rule, under any office (P-19)', () => {
    expect(reason(emailIn('AR', { office: 'elsewhere' }))).toBe('send');
  });

  it('is tried where other mail came back off the suppression list, which may stand for a complaint (P-19)', () => {
    const suppressed = emailIn('DE', { ...granted, undeliverable: 'suppressed' });
    expect(reason(suppressed)).toBe('send');
    expect(outcomeOf(suppressed, now)).toBe('undeliverable');
    expect(reason(emailIn('DE', { undeliverable: 'hard-bounce' }))).toBe('undeliverable');
  });

  it('does not reach owners of other models (P-04)', () => {
    const owner = emailIn('DE', { devices: [{ model: 'XQ-EC54' }] });
    expect(reason(owner, { audience: { deviceModels: ['XQ-EC54'] } })).toBe('send');
    expect(reason(owner, { audience: { deviceModels: ['XQ-DC54'] } })).toBe('not-affected');
    expect(reason(owner, { audience: { deviceModels: ['XQ-EC54'], osVersions: ['15'] } })).toBe(
      'not-affected',
    );
  });
});

describe('a permit', () => {
  it('names its lane, message and contact, and is not made for what is skipped', () => {
    const contact = emailIn('DE', granted);
    expect(decide(campaignFor(contact), contact, noFacts, ruleBook, now)).toMatchObject({
      permit: { lane: 'marketing', messageId: 'cmp_1', contactKey: 'per_1#mail' },
    });
    expect(decide(campaignFor(contact), emailIn('DE'), noFacts, ruleBook, now)).not.toHaveProperty('permit');
  });
});
