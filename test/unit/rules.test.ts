/** The table of country rules, and how a rule is found for a place and a day. */
import { describe, expect, it } from '@jest/globals';
import { CountryRule } from '../../shared/domain/rules/country-rule.ts';
import { countryRules } from '../../shared/domain/rules/country-rules.ts';
import { isEuOrEea } from '../../shared/domain/rules/eu-eea.ts';
import { isIsoCountry, isoCountries } from '../../shared/domain/rules/iso-countries.ts';
import { LawText } from '../../shared/domain/rules/law-text.ts';
import { lawTexts } from '../../shared/domain/rules/law-texts.ts';
import { createRuleBook, normaliseSubdivision, ruleBook } from '../../shared/domain/rules/rule-book.ts';

const now = '2026-12-01T00:00:00.000Z';

/**
 * The enforced values, taken from the quick view of the research and not from the data under test, one row a line
 * (for HK the quick view says `opt_in_or_no_objection`, which is no regime of the product: `opt_in`, the stricter, is enforced):
 * iso, email, push, double opt-in, reconfirm months, implied months (purchase/inquiry), quiet hours/channels,
 * label (! always, ? without an express grant), marketing age, consent age, postal address, unsubscribe limit, access/deletion days.
 */
const published = `
EU opt_in_soft opt_in no - -/- - - - 16 no 0 30/30
DE opt_in_soft opt_in recommended - -/- - - - 16 yes 0 30/30
AT opt_in_soft opt_in recommended - -/- - - - 14 yes 0 30/30
FR opt_in_soft opt_in no 36 -/- - - - 15 no 0 30/30
IT opt_in_soft opt_in recommended - -/- - - - 14 no 0 30/30
ES opt_in_soft opt_in no - -/- - - - 14 no 0 30/30
NL opt_in_soft opt_in recommended - -/- - - - 16 no 0 30/30
PL opt_in opt_in no - -/- - - - 16 no 0 30/30
SE opt_in_soft opt_in no - -/- - - 16 13 no 0 30/30
GB opt_in_soft opt_in no - -/- - - - 13 no 0 30/30
CH opt_in_soft opt_in recommended - -/- - - - - no 0 30/-
TR opt_in_registry opt_in no - -/- - - - 18 no 3b 30/30
US opt_out platform no - -/- - - - 13 yes 10b 45/45
US-CA opt_out platform no - -/- - - - 16 yes 10b 45/45
CA opt_in_implied opt_in no - 24/6 - - - 13 yes 10b 30/-
CA-QC opt_in_implied opt_in no - 24/6 - - 13 14 yes 10b 30/30
JP opt_in_soft platform recommended - -/- - - - - yes 0 -/-
KR opt_in_soft opt_in no 24 6/- 21:00-08:00/push,sms (광고)! - 14 yes 0 10/10
CN opt_in opt_in no - -/- - 广告! - 14 no 0 15/15
TW opt_out opt_out no - -/- - - - - no 0 15/30
HK opt_in opt_in no - -/- - - - - yes 10b 40/-
SG opt_out opt_in no - -/- - <ADV>? - 13 no 10b 30/-
TH opt_in opt_in no - -/- - - - 20 no 7c 30/30
MY opt_in opt_in no - -/- - - - 18 no reasonable 21/21
ID opt_in opt_in no - -/- - - - 18 no 3c 3/3
VN opt_in opt_in no - -/- 22:00-07:00/sms [QC]! - 16 yes 1c 10/20
PH opt_in opt_in no - -/- - - - 18 no 0 -/-
IN opt_in opt_in no - -/- - - 18 18 no 0 90/90
AU opt_in_implied opt_in no - -/- - - - 15 no 5b 30/-
NZ opt_in_implied opt_in no - -/- - - - - no 5b 28/-
BR opt_in opt_in no - -/- - - 18 16 no 2b 15/15
MX opt_out opt_out no - -/- - - - 18 yes reasonable 20/20
ZA opt_in_soft opt_in no - -/- - - - 18 no 0 30/30
AE opt_in opt_in no - -/- 18:00-09:00/sms,call - - - no 0 -/-
SA opt_in opt_in no - -/- - - - 18 no 0 30/30
IL opt_in_soft opt_in no - -/- - פרסומת! - - yes 0 -/-
`
  .trim()
  .split('\n');

function unsubscribeLimit({ days, unit }: CountryRule['unsubscribe']): string {
  if (days === null) return unit;
  return days === 0 ? '0' : `${days}${unit.charAt(0)}`;
}

function summarise(rule: CountryRule): string {
  const { impliedMonths, quietHours, label } = rule;
  return [
    rule.iso,
    rule.email,
    rule.push,
    rule.doubleOptIn,
    rule.reconfirmMonths ?? '-',
    `${impliedMonths.purchase ?? '-'}/${impliedMonths.inquiry ?? '-'}`,
    quietHours ? `${quietHours.start}-${quietHours.end}/${quietHours.channels.join(',')}` : '-',
    label ? `${label.text}${label.when === 'always' ? '!' : '?'}` : '-',
    rule.marketingAge ?? '-',
    rule.consentAge ?? '-',
    rule.postalAddress ? 'yes' : 'no',
    unsubscribeLimit(rule.unsubscribe),
    `${rule.accessDays ?? '-'}/${rule.deletionDays ?? '-'}`,
  ].join(' ');
}

function build(overrides: Partial<CountryRule>): CountryRule {
  const [base] = countryRules;
  return CountryRule.parse({ ...base, ...overrides });
}

const isoAt = (country: string, subdivision?: string, at = now) =>
  ruleBook.ruleFor({ country, subdivision }, at)?.iso;

describe('the table of country rules', () => {
  it('has exactly the 36 published rows', () => {
    expect(countryRules.map(({ iso }) => iso).toSorted()).toEqual(
      published.map((row) => row.split(' ')[0]).toSorted(),
    );
    expect(published).toHaveLength(36);
  });

  it.each(published)('enforces the published values: %s', (row) => {
    const iso = row.split(' ')[0];
    expect(countryRules.filter((rule) => rule.iso === iso).map(summarise)).toEqual([row]);
  });

  it.each(countryRules)('$iso parses, is versioned and dated, and names its sources', (rule) => {
    expect(CountryRule.strict().parse(rule)).toEqual(rule);
    expect(rule.version).toBe(`${rule.iso}@1`);
    expect(rule.effectiveFrom).toBe('2026-11-23');
    for (const source of rule.sources)
      expect(source).toMatch(/^https?:\/\/\S+( \[[^\]]+\])?$|\[short address\]$/);
  });

  it('names only its own fields as not verified', () => {
    const fields = Object.keys(CountryRule.shape);
    for (const { unverified } of countryRules) expect(fields).toEqual(expect.arrayContaining(unverified));
    expect(countryRules.find(({ iso }) => iso === 'VN')?.unverified).toEqual([
      'postalAddress',
      'unsubscribe',
      'consentAge',
      'deletionDays',
    ]);
  });

  it('has a text of the law for each row and for no other', () => {
    expect([...lawTexts.keys()].toSorted()).toEqual(countryRules.map(({ iso }) => iso).toSorted());
    for (const text of lawTexts.values()) expect(LawText.strict().parse(text)).toEqual(text);
    expect(lawTexts.get('KR')?.quietHours).toContain('EXEMPTS E-MAIL');
  });
});

describe('the closed lists of countries', () => {
  it('has the 249 codes of ISO 3166-1 and XK, each once', () => {
    expect(new Set(isoCountries).size).toBe(250);
    const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
    for (const country of isoCountries) expect(names.of(country)).toEqual(expect.any(String));
  });

  it.each(['EU', 'UK', 'EL', 'ZZ', 'US-CA', 'de', '', 'constructor'])(
    'does not take %j for a country',
    (country) => {
      expect(isIsoCountry(country)).toBe(false);
    },
  );

  it('counts 30 countries in the EU and EEA: Switzerland and the United Kingdom are not in it', () => {
    expect(isoCountries.filter(isEuOrEea)).toHaveLength(30);
    expect(['GR', 'IS', 'LI', 'NO', 'DE'].every(isEuOrEea)).toBe(true);
    expect(['GB', 'CH', 'TR', 'XK', 'EL'].some(isEuOrEea)).toBe(false);
  });
});

describe('finding the rule of a place', () => {
  it.each(['PT', 'BE', 'GR', 'IE', 'IS', 'LI', 'NO'])('%s has no row and uses that of the EU', (country) => {
    expect(isoAt(country)).toBe('EU');
  });

  it.each(['DE', 'AT', 'FR', 'SE', 'GB', 'CH', 'TR', 'US', 'JP'])('%s uses its own row', (country) => {
    expect(isoAt(country)).toBe(country);
  });

  it.each(['AR', 'XK', 'GP', 'ZZ', 'EU', 'US-CA', 'us', '', '__proto__'])(
    '%j has no rule: fails closed',
    (country) => {
      expect(isoAt(country)).toBeUndefined();
    },
  );

  it.each([
    ['US', 'CA', 'US-CA'],
    ['US', 'US-CA', 'US-CA'],
    ['US', 'NY', 'US'],
    ['US', 'QC', 'US'],
    ['US', 'CA-QC', 'US'],
    ['CA', 'QC', 'CA-QC'],
    ['CA', 'CA-ON', 'CA'],
    ['CA', 'CA', 'CA'],
    ['PT', '11', 'EU'],
    ['AR', 'CA', undefined],
  ])('in %s, subdivision %s uses the row %s', (country, subdivision, iso) => {
    expect(isoAt(country, subdivision)).toBe(iso);
  });

  it.each([
    ['US', 'CA', 'US-CA'],
    ['US', 'US-CA', 'US-CA'],
    ['US', ' us-ca ', 'US-CA'],
    ['US', 'CA-QC', undefined],
    ['US', 'US-', undefined],
    ['US', 'US-CA-1', undefined],
    ['US', 'Texas', undefined],
    ['US', '', undefined],
    ['US', undefined, undefined],
  ])('writes the subdivision of %s %j as %j', (country, subdivision, expected) => {
    expect(normaliseSubdivision(country, subdivision)).toBe(expected);
  });
});

describe('versions by date', () => {
  const first = build({ iso: 'JP', version: 'JP@1', effectiveFrom: '2026-11-23', effectiveTo: '2028-04-01' });
  const second = build({ iso: 'JP', version: 'JP@2', effectiveFrom: '2028-04-01', marketingAge: 18 });
  const eu = build({});
  const portugal = build({ iso: 'PT', version: 'PT@1', effectiveFrom: '2027-07-01' });
  const book = createRuleBook([second, portugal, eu, first]);
  const versionAt = (country: string, at: string) => book.ruleFor({ country }, at)?.version;

  it('uses a version from the first to the last moment of its days in UTC', () => {
    expect(versionAt('JP', '2028-03-31T23:59:59.999Z')).toBe('JP@1');
    expect(versionAt('JP', '2028-04-01T00:00:00.000Z')).toBe('JP@2');
  });

  it('judges an instant before the table began by the table as it began', () => {
    expect(versionAt('JP', '2002-01-01T00:00:00.000Z')).toBe('JP@1');
    expect(versionAt('PT', '2002-01-01T00:00:00.000Z')).toBe('EU@1');
  });

  it('does not use a row that joined later before its first day', () => {
    expect(versionAt('PT', '2027-06-30T23:59:59.999Z')).toBe('EU@1');
    expect(versionAt('PT', '2027-07-01T00:00:00.000Z')).toBe('PT@1');
  });

  it('fails closed after the end of the last version', () => {
    const ended = createRuleBook([first]);
    expect(ended.ruleFor({ country: 'JP' }, '2028-04-01T00:00:00.000Z')).toBeUndefined();
  });

  it.each([
    ['an overlap', [{ ...first, effectiveTo: '2028-04-02' }, second], 'overlap or leave a gap: JP@1, JP@2'],
    [
      'an open version with a successor',
      [{ ...first, effectiveTo: undefined }, second],
      'overlap or leave a gap',
    ],
    ['a gap', [{ ...first, effectiveTo: '2028-03-31' }, second], 'overlap or leave a gap'],
    [
      'two versions of the same day',
      [{ ...first, effectiveFrom: '2028-04-01' }, second],
      'ends before it begins',
    ],
    ['one name for two versions', [first, { ...second, version: 'JP@1' }], 'same version'],
  ])('refuses %s', (_, rules, message) => {
    expect(() => createRuleBook(rules)).toThrow(message);
  });

  it('holds no rule in an empty book', () => {
    expect(createRuleBook([]).ruleFor({ country: 'DE' }, now)).toBeUndefined();
  });
});
