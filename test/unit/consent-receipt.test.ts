/** The consent receipt: the field names of ISO/IEC TS 27560, our additions marked, and nothing that tells a stranger who it is (P-01, P-24, P-26, N-12). */
import { describe, expect, it } from '@jest/globals';
import { sha256 } from '../../shared/adapters/keyring.ts';
import { buildReceipt, ConsentReceipt } from '../../shared/domain/consent-receipt.ts';
import { type LedgerEntry, verifyChain } from '../../shared/domain/ledger.ts';
import { officeOf } from '../../shared/domain/offices.ts';
import type { PersonRecord } from '../../shared/domain/person.ts';
import type { Answer } from '../../shared/domain/preferences.ts';
import { ruleBook } from '../../shared/domain/rules/rule-book.ts';
import { catalogFor, locales } from '../../shared/i18n/catalog.ts';
import { directionOf } from '../../shared/i18n/locale.ts';
import { renderReceipt } from '../../shared/pages/receipt-page.ts';
import { buildChange } from '../../shared/use-cases/change-person.ts';
import { givenRecord } from '../support/histories.ts';

const at = '2026-12-01T10:00:00.000Z';
const now = '2027-02-01T10:00:00.000Z';
const answers: Answer[] = [
  { purpose: 'marketing', channel: 'email', state: 'granted' },
  { purpose: 'marketing', channel: 'push', contactId: 'phone-1', state: 'denied' },
  { purpose: 'topic', topic: 'offers', state: 'denied' },
  { purpose: 'profiling', state: 'granted' },
];

function given(country: string): { record: PersonRecord; entries: readonly LedgerEntry[] } {
  const office = officeOf(country)?.id ?? 'none';
  const context = {
    now: at,
    source: 'link',
    actor: { kind: 'staff', id: 'support-x', evidence: 'a letter' },
    wording: 'centre.email.detail@12345678',
    wordingLanguage: 'ko',
    policyVersion: '2022-08',
  } as const;
  const { change } = buildChange(undefined, givenRecord({ country, office }), answers, context);
  if (!change) throw new Error('nothing changed');
  return { record: change.after, entries: change.entries };
}

function receiptOf(
  country: string,
  change: (entries: LedgerEntry[]) => LedgerEntry[] = (entries) => entries,
) {
  const { record, entries } = given(country);
  return receiptFor(record, change([...entries]), country);
}

function receiptFor(record: PersonRecord, seen: readonly LedgerEntry[], country: string) {
  const office = officeOf(country);
  if (!office) throw new Error('no office');
  const chain = verifyChain(seen, record.person.ledgerHead?.hash, sha256);
  const facts = { record, entries: seen, chain, office, rule: ruleBook.ruleFor(record.person, now), now };
  return { receipt: buildReceipt(facts), office, record, entries: seen };
}

/** Names of all members, inner ones too. */
function namesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(namesIn);
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, inner]) => [name, ...namesIn(inner)]);
}

/** Mandatory and optional fields that the guide lists (W3C DPVCG, consent-27560). */
const standard = new Set(
  `schema_version record_id receipt_id pii_principal_id pii_processing party event
  privacy_notice language purpose purpose_type lawful_basis pii_information pii_controllers collection_method processing_method storage_locations
  retention_period processing_locations jurisdiction recipient_third_parties withdrawal_method privacy_rights pii_type pii_attribute_id pii_optional
  party_id party_name party_role party_type party_address party_email party_url party_phone party_contact
  event_time validity_duration entity_id event_type event_state`.split(/\s+/),
);

describe('the receipt', () => {
  it('uses the names of the standard, and marks every addition of ours', () => {
    const { receipt } = receiptOf('KR');
    expect(ConsentReceipt.parse(receipt)).toEqual(receipt);
    const inner = new Set(['state', 'expires_at', 'valid', 'broken_at', 'head']);
    const others = namesIn(receipt).filter((name) => !standard.has(name) && !inner.has(name));
    expect(others.filter((name) => !name.startsWith('xn_'))).toEqual([]);
  });

  it('says what holds now and until when, and every event with wording, policy and rule', () => {
    const { receipt } = receiptOf('KR');
    const current = receipt.pii_processing.map(({ purpose_type, xn_channel, xn_topic, xn_current }) => [
      xn_topic ?? xn_channel ?? purpose_type,
      xn_current.state,
      xn_current.expires_at,
    ]);
    expect(current).toEqual([
      ['email', 'granted', '2028-12-01T10:00:00.000Z'],
      ['push', 'denied', undefined],
      ['offers', 'denied', undefined],
      ['profiling', 'granted', undefined],
      ['diagnostics', 'denied', undefined],
    ]);
    expect(receipt.event[0]).toMatchObject({
      event_time: at,
      validity_duration: 'P24M',
      event_type: 'explicit',
      event_state: 'granted',
      xn_wording: 'centre.email.detail@12345678',
      xn_policy_version: '2022-08',
      xn_rule_version: 'KR@1',
    });
    expect(receipt.event.map(({ event_type }) => event_type)).toEqual([
      'explicit',
      'refused',
      'refused',
      'explicit',
    ]);
  });

  it('says of each question how it was last answered, and not how another was (P-24)', () => {
    const { record, entries } = given('DE');
    const later = buildChange(
      record,
      record,
      [{ purpose: 'marketing', channel: 'push', contactId: 'phone-2', state: 'granted' }],
      { now, source: 'setup-wizard', actor: { kind: 'device' }, wordingLanguage: 'fr' },
    ).change;
    if (!later) throw new Error('nothing changed');
    const { receipt } = receiptFor(later.after, [...entries, ...later.entries], 'DE');
    expect(
      receipt.pii_processing.map(({ xn_topic, xn_channel, purpose_type, collection_method, language }) => [
        xn_topic ?? xn_channel ?? purpose_type,
        collection_method,
        language,
      ]),
    ).toEqual([
      ['email', 'link', 'ko'],
      ['push', 'setup-wizard', 'fr'],
      ['offers', 'link', 'ko'],
      ['profiling', 'link', 'ko'],
      ['diagnostics', 'none', 'de'],
    ]);
  });

  it('keeps what was answered for phones that are gone: nothing is allowed there', () => {
    const { record, entries } = given('DE');
    const contacts = record.contacts.filter(({ channel }) => channel === 'email');
    const { receipt } = receiptFor({ ...record, contacts }, entries, 'DE');
    const push = receipt.pii_processing.find(({ xn_channel }) => xn_channel === 'push');
    expect(push).toMatchObject({ pii_information: [], xn_current: { state: 'denied' } });
    const neverAsked = receiptFor({ person: record.person, contacts: [] }, [], 'DE').receipt;
    expect(neverAsked.pii_processing.map(({ purpose_type }) => purpose_type)).toEqual(['profiling']);
  });

  it.each([
    ['KR', 'express', 'P24M', 'explicit', '2028-12-01T10:00:00.000Z'],
    ['KR', 'soft-opt-in', 'P6M', 'implied', '2027-06-01T10:00:00.000Z'],
    ['CA', 'express', null, 'explicit', undefined],
    ['CA', 'implied-purchase', 'P24M', 'implied', '2028-12-01T10:00:00.000Z'],
    ['CA', 'implied-inquiry', 'P6M', 'implied', '2027-06-01T10:00:00.000Z'],
  ] as const)(
    'says in %s that a grant by %s lives for %s, and when it ends',
    (country, basis, life, type, end) => {
      const grant: Answer = { purpose: 'marketing', channel: 'email', state: 'granted', basis };
      const context = { now: at, source: 'import', actor: { kind: 'import' } } as const;
      const office = officeOf(country)?.id ?? 'none';
      const { change } = buildChange(undefined, givenRecord({ country, office }), [grant], context);
      if (!change) throw new Error('nothing changed');
      const { receipt } = receiptFor(change.after, change.entries, country);
      expect(receipt.event[0]).toMatchObject({ validity_duration: life, event_type: type });
      expect(receipt.pii_processing[0]?.xn_current).toEqual({ state: 'granted', expires_at: end });
    },
  );

  it('names controller and office, where data lies, and nobody that it is handed on to (P-01, P-14, P-26)', () => {
    const { receipt, office } = receiptOf('JP');
    expect(receipt.party.map(({ party_name }) => party_name)).toEqual(['Sony Corporation', office.legalName]);
    for (const part of receipt.pii_processing) {
      expect(part.storage_locations).toEqual([office.cell]);
      expect(part.recipient_third_parties.filter((id) => id !== office.id)).toEqual([]);
    }
  });

  it('holds no address, token, member of staff or evidence (P-12)', () => {
    expect(JSON.stringify(receiptOf('DE').receipt)).not.toMatch(/a@example|token-phone|support-x|a letter/);
  });

  it('is the same for the same history, and shows a history that was tampered with', () => {
    expect(receiptOf('DE').receipt.receipt_id).toMatch(/^per_1-[0-9a-f]{16}$/);
    const broken = receiptOf('DE', (entries) => entries.filter((_, index) => index !== 1));
    expect(broken.receipt.xn_chain).toMatchObject({ valid: false, broken_at: broken.entries[1]?.id });
  });
});

describe('the page of the receipt', () => {
  it.each(locales)('in %s shows parties, choices, history and proof', (locale) => {
    const { receipt, office, record, entries } = receiptOf('KR');
    const text = renderReceipt({
      catalog: catalogFor([locale]),
      office,
      receipt,
      entries,
      whose: record.person,
    });
    expect(text).toContain(`<html lang="${locale}" dir="${directionOf(locale)}">`);
    for (const part of [office.legalName, 'Sony Corporation', receipt.receipt_id])
      expect(text).toContain(part);
    expect(text.match(/<li>/g)).toHaveLength(receipt.pii_processing.length + entries.length);
    expect(text).not.toMatch(/<script|<form|\{count/);
  });
});
