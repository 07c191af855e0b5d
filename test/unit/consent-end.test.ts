/** Consents end by themselves, at the right instant, and a campaign can ask before (regions table; Korea 24 months, France 36, Canada 24 and 6). */
import { describe, expect, it } from '@jest/globals';
import { createKeyring } from '../../shared/adapters/keyring.ts';
import { checkCampaignContent } from '../../shared/content/check-content.ts';
import { addEmail, createPerson } from '../../shared/domain/contacts.ts';
import { decide, noFacts } from '../../shared/domain/decide.ts';
import { addMonths, addSeconds } from '../../shared/domain/local-time.ts';
import { consentEnd } from '../../shared/domain/marketing-basis.ts';
import { officeById, officeOf } from '../../shared/domain/offices.ts';
import type { Contact } from '../../shared/domain/person.ts';
import { channelChoice } from '../../shared/domain/person-preferences.ts';
import type { Answer } from '../../shared/domain/preferences.ts';
import { ruleBook } from '../../shared/domain/rules/rule-book.ts';
import type { Basis } from '../../shared/domain/vocabulary.ts';
import { campaignFor } from '../support/given-contact.ts';
import { answer } from '../support/histories.ts';

const given = '2026-12-31T10:00:00.000Z';

function contactIn(country: string, basis: Basis): Contact {
  const office = officeOf(country)?.id ?? 'none';
  const person = createPerson('per_1', { office, country, interests: [], devices: [] }, given);
  const record = addEmail(person, { id: 'mail', address: 'a@example.com', emailSource: 'direct' });
  const answers: Answer[] = [{ purpose: 'marketing', channel: 'email', state: 'granted', basis }];
  const [contact] = answer(record, { at: given, source: 'account', answers }).record.contacts;
  if (!contact) throw new Error('no contact');
  return contact;
}

const campaign = (office: string, consentEndsWithinDays?: number) =>
  campaignFor({ office }, { channels: ['email'], audience: { consentEndsWithinDays } });

function decisionOn(contact: Contact, now: string, days?: number) {
  const decision = decide(campaign(contact.office, days), contact, noFacts, ruleBook, now);
  return decision.kind === 'skip' ? decision.reason : decision.kind;
}

const cases: [string, Basis, number][] = [
  ['KR', 'express', 24],
  ['FR', 'express', 36],
  ['CA', 'implied-purchase', 24],
  ['CA', 'implied-inquiry', 6],
  ['KR', 'soft-opt-in', 6],
];

describe.each(cases)('in %s a consent by %s', (country, basis, months) => {
  const contact = contactIn(country, basis);
  const end = addMonths(given, months);
  const rule = ruleBook.ruleFor(contact, given);
  if (!rule) throw new Error('no rule');

  it(`ends by itself after ${months} months, and not a moment before`, () => {
    expect(consentEnd(contact, rule, given)).toBe(end);
    expect(decisionOn(contact, end)).toBe('send');
    expect(decisionOn(contact, new Date(Date.parse(end) + 1).toISOString())).toBe('consent-expired');
    expect(channelChoice(contact, rule, end)).toMatchObject({ on: true, endsAt: end });
    expect(channelChoice(contact, rule, addSeconds(end, 1))).toEqual({
      on: false,
      status: 'expired',
      endsAt: end,
    });
  });

  it('is reached by a campaign that asks before, and only in its days', () => {
    const daysBefore = (days: number) => addSeconds(end, -days * 86_400);
    expect(decisionOn(contact, addSeconds(daysBefore(30), -1), 30)).toBe('not-in-audience');
    expect(decisionOn(contact, daysBefore(30), 30)).toBe('send');
    expect(decisionOn(contact, end, 30)).toBe('send');
    expect(decisionOn(contact, addSeconds(end, 1), 30)).toBe('not-in-audience');
  });
});

it('a consent that does not end is in no such campaign', () => {
  const contact = contactIn('DE', 'express');
  expect(decisionOn(contact, given, 120)).toBe('not-in-audience');
  expect(decisionOn(contact, given)).toBe('send');
});

it('an express grant beside one that is implied: the later end counts', () => {
  const both = contactIn('CA', 'express');
  const implied = contactIn('CA', 'implied-inquiry');
  const rule = ruleBook.ruleFor(both, given);
  if (!rule || both.marketing.state !== 'granted' || implied.marketing.state !== 'unset')
    throw new Error('not as given');
  const contact: Contact = { ...both, marketing: { ...both.marketing, implied: implied.marketing.implied } };
  expect(consentEnd(contact, rule, given)).toBeUndefined();
});

it('a grant that waits does not hide that mail goes out on another basis: the switch is on, so that it can be switched off', () => {
  const contact = contactIn('CA', 'implied-inquiry');
  const rule = ruleBook.ruleFor(contact, given);
  if (contact.marketing.state !== 'unset') throw new Error('not as given');
  const { implied } = contact.marketing;
  const waiting: Contact = {
    ...contact,
    marketing: { state: 'pending', at: given, eventId: 'ev_2', implied },
  };
  expect(decisionOn(waiting, given)).toBe('send');
  expect(channelChoice(waiting, rule, given)).toMatchObject({ on: true, status: 'implied' });
  const alone: Contact = { ...contact, marketing: { state: 'pending', at: given, eventId: 'ev_2' } };
  expect(channelChoice(alone, rule, given)).toEqual({ on: false, status: 'pending' });
});

it('the link to renew is a variable of mails, of their body only', () => {
  const office = officeById('kr');
  if (!office) throw new Error('no office');
  const findingsIn = (email: { subject: string; html: string }) =>
    checkCampaignContent(
      { channels: ['email'], content: { defaultLocale: 'ko', locales: { ko: { email } } } },
      office,
    ).map(({ field }) => field);
  expect(findingsIn({ subject: 'Renew', html: '<a href="{{reconfirmUrl}}">Renew</a>' })).toEqual([]);
  expect(findingsIn({ subject: '{{reconfirmUrl}}', html: '<p>x</p>' })).toEqual([
    'content.locales.ko.email.subject',
  ]);
});

it('a link to renew names the grant that it renews', () => {
  const keyring = createKeyring({ seed: 'a seed that is long enough for every test here' });
  const token = keyring.signLink({ purpose: 'reconfirm', personId: 'p', contactId: 'c', eventId: 'e' });
  expect(keyring.verifyLink(token)).toEqual({
    purpose: 'reconfirm',
    personId: 'p',
    contactId: 'c',
    eventId: 'e',
  });
});
