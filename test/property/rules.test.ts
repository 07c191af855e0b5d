/** Properties of the rule book over generated places, instants and chains of versions. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CountryRule } from '../../shared/domain/rules/country-rule.ts';
import { countryRules } from '../../shared/domain/rules/country-rules.ts';
import { isEuOrEea } from '../../shared/domain/rules/eu-eea.ts';
import { isoCountries } from '../../shared/domain/rules/iso-countries.ts';
import { createRuleBook, normaliseSubdivision, ruleBook } from '../../shared/domain/rules/rule-book.ts';

const instants = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const countries = fc.constantFrom(...isoCountries);
const subdivisions = fc.option(
  fc.oneof(fc.constantFrom('CA', 'QC', 'NY', 'US-CA', 'CA-QC', 'CA-ON'), fc.string({ maxLength: 6 })),
  { nil: undefined },
);

/** A chain of contiguous versions of one row: each day of change ends one version and begins the next. */
const chains = fc
  .uniqueArray(fc.integer({ min: 0, max: 9000 }), { minLength: 1, maxLength: 6 })
  .map((days) =>
    days
      .toSorted((a, b) => a - b)
      .map((day) => new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10)),
  )
  .map((days) => days.map((day, index) => versionOf(index, day, days[index + 1])));

function versionOf(index: number, effectiveFrom: string, effectiveTo: string | undefined): CountryRule {
  const japan = countryRules.find(({ iso }) => iso === 'JP') as CountryRule;
  return { ...japan, version: `JP@${index + 1}`, effectiveFrom, effectiveTo };
}

describe('rule book', () => {
  it('never judges a place by the rule of another country, and uses EU only within the EU and EEA', () => {
    fc.assert(
      fc.property(countries, subdivisions, instants, (country, subdivision, at) => {
        const iso = ruleBook.ruleFor({ country, subdivision }, at)?.iso;
        const own = countryRules.some((rule) => rule.iso === country);
        if (iso === undefined) expect(own || isEuOrEea(country)).toBe(false);
        else if (iso === 'EU') expect([own, isEuOrEea(country)]).toEqual([false, true]);
        else expect(iso.split('-')[0]).toBe(country);
      }),
    );
  });

  it('has no rule for any text that is not a country, and never throws', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.option(fc.string(), { nil: undefined }),
        instants,
        (country, subdivision, at) => {
          fc.pre(!isoCountries.includes(country));
          expect(ruleBook.ruleFor({ country, subdivision }, at)).toBeUndefined();
        },
      ),
    );
  });

  it('writes a subdivision the same way when asked again', () => {
    fc.assert(
      fc.property(countries, subdivisions, (country, subdivision) => {
        const once = normaliseSubdivision(country, subdivision);
        expect(normaliseSubdivision(country, once)).toBe(once);
      }),
    );
  });

  it('finds in any order of versions the one that holds on the day, and before the first day the first', () => {
    fc.assert(
      fc.property(chains, fc.infiniteStream(fc.nat()), instants, (versions, weights, at) => {
        const weighted = versions.map((rule) => ({ rule, weight: weights.next().value ?? 0 }));
        const book = createRuleBook(weighted.toSorted((a, b) => a.weight - b.weight).map(({ rule }) => rule));
        const expected =
          versions.findLast(({ effectiveFrom }) => Date.parse(effectiveFrom) <= Date.parse(at)) ??
          versions[0];
        expect(book.ruleFor({ country: 'JP' }, at)).toBe(expected);
      }),
    );
  });

  it('refuses a chain in which any one joint is moved', () => {
    fc.assert(
      fc.property(chains, fc.nat(), fc.constantFrom(-1, 1), (versions, pick, shift) => {
        fc.pre(versions.length > 1);
        const joint = pick % (versions.length - 1);
        const moved = versions.map((rule, index) => (index === joint ? moveEnd(rule, shift) : rule));
        expect(() => createRuleBook(moved)).toThrow(/overlap or leave a gap|ends before it begins/);
      }),
    );
  });
});

function moveEnd(rule: CountryRule, days: number): CountryRule {
  const end = new Date(`${rule.effectiveTo}T00:00:00.000Z`);
  end.setUTCDate(end.getUTCDate() + days);
  return { ...rule, effectiveTo: end.toISOString().slice(0, 10) };
}
