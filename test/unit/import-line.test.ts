/** What a line of an import may say (P-02), and which consents are worth recording (N-12). */
import { describe, expect, it } from '@jest/globals';
import type { Cells } from '../../shared/domain/import-cells.ts';
import { type ImportLine, parseImportLine } from '../../shared/domain/import-line.ts';
import { cellsOf } from '../support/import-file.ts';

const now = '2026-11-23T12:00:00.000Z';
const person = { externalId: 'crm-1', country: 'DE' };

function lineOf(given: Partial<Cells>): ImportLine {
  const parsed = parseImportLine(cellsOf({ ...person, ...given }), now);
  if (!parsed.ok) throw new Error(`The line was refused: ${JSON.stringify(parsed.errors)}`);
  return parsed.line;
}

/** The fields that a line is refused for. */
function faultsOf(given: Partial<Cells>): string[] {
  const parsed = parseImportLine(cellsOf({ ...person, ...given }), now);
  return parsed.ok ? [] : parsed.errors.map(({ field }) => field);
}

describe('the person', () => {
  it('has the office of the country (P-08)', () => {
    expect(lineOf({})).toMatchObject({ country: 'DE', office: 'de' });
    expect(lineOf({ country: 'JP' })).toMatchObject({ office: 'jp' });
  });

  it.each(['', 'de', 'UK', 'EU', 'XX', 'Germany'])('is refused with the country "%s"', (country) => {
    expect(faultsOf({ country })).toEqual(['country']);
  });

  it('is told that the United Kingdom is GB', () => {
    const parsed = parseImportLine(cellsOf({ ...person, country: 'UK' }), now);
    expect(JSON.stringify(parsed)).toContain('GB');
  });

  it('has subdivisions of the country only, with or without its code', () => {
    expect(lineOf({ country: 'US', subdivision: 'ca' }).subdivision).toBe('US-CA');
    expect(lineOf({ country: 'US', subdivision: 'US-CA' }).subdivision).toBe('US-CA');
    expect(faultsOf({ country: 'DE', subdivision: 'US-CA' })).toEqual(['subdivision']);
    expect(faultsOf({ country: 'DE', subdivision: 'Bayern' })).toEqual(['subdivision']);
  });

  it('has a language in the canonical form of BCP 47', () => {
    expect(lineOf({ language: 'ZH-hant-tw' }).language).toBe('zh-Hant-TW');
    for (const language of ['german', 'de_DE', 'd', '1'])
      expect(faultsOf({ language })).toEqual(['language']);
  });

  it('has a named time zone: an offset says nothing of daylight saving', () => {
    expect(lineOf({ timezone: 'Europe/Berlin' }).timezone).toBe('Europe/Berlin');
    for (const timezone of ['+01:00', 'Berlin', 'Europe/Nowhere'])
      expect(faultsOf({ timezone })).toEqual(['timezone']);
  });

  it('was born from 1900 until now', () => {
    expect(lineOf({ birthYear: '2026' }).birthYear).toBe(2026);
    for (const birthYear of ['1899', '2027', '80', '1980.5', '0x7b'])
      expect(faultsOf({ birthYear })).toEqual(['birthYear']);
  });

  it('has up to 50 interests, each once', () => {
    expect(lineOf({ interests: ' photo; music;;photo ' }).interests).toEqual(['photo', 'music']);
    const many = Array.from({ length: 51 }, (_, index) => `i${index}`).join(';');
    expect(faultsOf({ interests: many })).toEqual(['interests']);
  });

  it('is known by at least one key', () => {
    expect(faultsOf({ externalId: '' })).toEqual(['externalId']);
    for (const key of [{ email: 'a@b.example' }, { phone: '+4930123456' }, { deviceToken: 't' }]) {
      expect(faultsOf({ externalId: '', ...key })).toEqual([]);
    }
  });

  it('holds no control characters, nothing that another encoding left, and nothing longer than its column', () => {
    expect(faultsOf({ externalId: 'a\u0000b' })).toEqual(['externalId']);
    expect(faultsOf({ evidence: 'line\nbreak' })).toEqual(['evidence']);
    expect(faultsOf({ interests: 'M\ufffdnchen' })).toEqual(['interests']);
    expect(faultsOf({ externalId: 'x'.repeat(101) })).toEqual(['externalId']);
  });

  it('is refused for every fault of the line at once', () => {
    expect(faultsOf({ country: 'XX', birthYear: 'x', phone: '030' })).toEqual([
      'country',
      'birthYear',
      'phone',
    ]);
  });
});

describe('the addresses', () => {
  it.each(['kim@example.com', "o'hara+x@mail.example.co.uk", 'a.b_c-d@x1.example'])(
    'takes %s as it is',
    (email) => {
      expect(lineOf({ email }).email).toBe(email);
    },
  );

  it('takes internationalised domains in the form that mail servers know (RFC 5891)', () => {
    expect(lineOf({ email: 'kim@münchen.example' }).email).toBe('kim@xn--mnchen-3ya.example');
  });

  it.each([
    'kim',
    'kim@',
    '@example.com',
    'kim@example',
    'kim@@example.com',
    'a b@example.com',
    'kim@exa mple.com',
    'kim.@example.com',
    'kim@-x.example',
    'kim@1.2.3.4',
    '"kim"@example.com',
    'kim@example.com,b@example.com',
    '<kim@example.com>',
    `${'k'.repeat(65)}@example.com`,
  ])('refuses %s', (email) => {
    expect(faultsOf({ email })).toEqual(['email']);
  });

  it('keeps where an address came from, and knows no other sources (P-03)', () => {
    expect(lineOf({ email: 'a@b.example', emailSource: 'google' }).emailSource).toBe('google');
    expect(faultsOf({ email: 'a@b.example', emailSource: 'twitter' })).toEqual(['emailSource']);
  });

  it('takes phone numbers in E.164, with or without separators', () => {
    expect(lineOf({ phone: '+49 (30) 123-456' }).phone).toBe('+4930123456');
    for (const phone of ['030123456', '004930123456', '+0123456789', '+12345', '+1234567890123456']) {
      expect(faultsOf({ phone })).toEqual(['phone']);
    }
  });

  it('knows a version only of a model', () => {
    expect(lineOf({ deviceModel: 'XQ-EC54', osVersion: '15' }).device).toEqual({
      model: 'XQ-EC54',
      osVersion: '15',
    });
    expect(faultsOf({ osVersion: '15' })).toEqual(['deviceModel']);
  });
});

describe('the answers', () => {
  const email = 'kim@example.com';
  const at = '2026-05-04T09:30:00Z';
  const instant = '2026-05-04T09:30:00.000Z';

  it.each([
    ['granted', '', 'express'],
    ['granted', 'express', 'express'],
    ['granted', 'soft-opt-in', 'soft-opt-in'],
    ['', 'implied-purchase', 'implied-purchase'],
    ['', 'express', 'express'],
  ])('"%s" with the basis "%s" is a consent by %s', (emailMarketing, emailBasis, basis) => {
    const line = lineOf({ email, emailMarketing, emailBasis, emailMarketingAt: at });
    expect(line.emailMarketing).toEqual({ state: 'granted', basis, at: instant });
  });

  it('nothing said is no answer', () => {
    expect(lineOf({ email, emailMarketingAt: at }).emailMarketing).toBeUndefined();
  });

  it('a refusal with a basis is a refusal', () => {
    const line = lineOf({ email, emailMarketing: 'denied', emailBasis: 'soft-opt-in', emailMarketingAt: at });
    expect(line.emailMarketing).toEqual({ state: 'denied', at: instant });
  });

  it.each(['yes', 'GRANTED', 'true', 'pending', 'unset'])('"%s" is no answer', (emailMarketing) => {
    expect(faultsOf({ email, emailMarketing, emailMarketingAt: at })).toEqual(['emailMarketing']);
  });

  it('a consent that cannot say when it was given is no proof of one (N-12)', () => {
    expect(faultsOf({ email, emailMarketing: 'granted' })).toEqual(['emailMarketingAt']);
    expect(faultsOf({ email, emailBasis: 'soft-opt-in' })).toEqual(['emailMarketingAt']);
    expect(faultsOf({ deviceToken: 't', pushMarketing: 'granted' })).toEqual(['pushMarketingAt']);
    expect(faultsOf({ profiling: 'granted' })).toEqual(['profilingAt']);
  });

  it('a consent from the future is refused; five minutes are a matter of clocks', () => {
    expect(faultsOf({ profiling: 'granted', profilingAt: '2026-11-23T12:06:00Z' })).toEqual(['profilingAt']);
    expect(faultsOf({ profiling: 'granted', profilingAt: '2026-11-23T12:04:00Z' })).toEqual([]);
  });

  it('a refusal holds from the import on when it has no time, or one in the future', () => {
    expect(lineOf({ profiling: 'denied' }).profiling).toEqual({ state: 'denied', at: undefined });
    expect(lineOf({ profiling: 'denied', profilingAt: '2030-01-01' }).profiling).toEqual({
      state: 'denied',
      at: undefined,
    });
  });

  it('a consent needs the address that it is for; a refusal speaks for the person', () => {
    expect(faultsOf({ emailMarketing: 'granted', emailMarketingAt: at })).toEqual(['email']);
    expect(faultsOf({ pushMarketing: 'granted', pushMarketingAt: at })).toEqual(['deviceToken']);
    expect(lineOf({ emailMarketing: 'denied', pushMarketing: 'denied' })).toMatchObject({
      emailMarketing: { state: 'denied' },
      pushMarketing: { state: 'denied' },
    });
  });

  it.each([
    ['2026-05-04T11:30:00+02:00', instant],
    ['2026-05-04T09:30:00.000Z', instant],
    ['2026-05-04T09:30Z', instant],
    ['2026-05-04T11:30:00+0200', instant],
    ['2026-05-04', '2026-05-04T00:00:00.000Z'],
  ])('%s is the instant %s', (profilingAt, expected) => {
    expect(lineOf({ profiling: 'granted', profilingAt }).profiling?.at).toBe(expected);
  });

  it.each([
    '2026-05-04T09:30:00',
    '2026-02-30',
    '2026-13-01',
    '04.05.2026',
    '1777887000',
    '2026-05-04 09:30:00Z',
    '2026-02-30T10:00:00Z',
  ])('%s is no instant', (profilingAt) => {
    expect(faultsOf({ profiling: 'granted', profilingAt })).toEqual(['profilingAt']);
  });

  it('a time that cannot be read is refused also beside no answer', () => {
    expect(faultsOf({ profilingAt: 'yesterday' })).toEqual(['profilingAt']);
  });
});
