/** Finds the rule that holds for a place on a day. No rule means no marketing: the caller fails closed with `unknown-country`. */
import type { Instant } from '../vocabulary.ts';
import type { CountryRule } from './country-rule.ts';
import { countryRules } from './country-rules.ts';
import { isEuOrEea } from './eu-eea.ts';
import { isIsoCountry } from './iso-countries.ts';

/** Where a person lives: ISO 3166-1 country, and the subdivision with or without its country (`CA`, `US-CA`). */
interface Place {
  country: string;
  subdivision?: string | undefined;
}

export interface RuleBook {
  /** The rule of the subdivision, else of the country, else `EU` within the EU and EEA, else undefined. */
  ruleFor(place: Place, at: Instant): CountryRule | undefined;
}

/** ISO 3166-2 code in capitals: `CA` in `US` gives `US-CA`; a code of another country, or none, gives undefined. */
export function normaliseSubdivision(country: string, subdivision: string | undefined): string | undefined {
  const [first = '', second, ...rest] = subdivision?.trim().toUpperCase().split('-') ?? [];
  const [owner, code] = second === undefined ? [country, first] : [first, second];
  const valid = owner === country && rest.length === 0 && /^[A-Z0-9]{1,3}$/.test(code);
  return valid ? `${country}-${code}` : undefined;
}

/** Sorts one row's versions by date and checks that each begins on the day its predecessor ends. */
function chainVersions(iso: string, rules: readonly CountryRule[]): readonly CountryRule[] {
  const versions = rules.toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
  for (const [index, rule] of versions.entries()) {
    const next = versions[index + 1];
    if (rule.effectiveTo !== undefined && rule.effectiveTo <= rule.effectiveFrom) {
      throw new Error(`Country rule ${rule.version} ends before it begins`);
    }
    if (next && rule.effectiveTo !== next.effectiveFrom) {
      throw new Error(
        `Versions of country rule ${iso} overlap or leave a gap: ${rule.version}, ${next.version}`,
      );
    }
  }
  return versions;
}

function groupByIso(rules: readonly CountryRule[]): ReadonlyMap<string, readonly CountryRule[]> {
  if (new Set(rules.map(({ version }) => version)).size < rules.length) {
    throw new Error('Two country rules have the same version');
  }
  const chains = Object.entries(Object.groupBy(rules, ({ iso }) => iso));
  return new Map(chains.map(([iso, versions]) => [iso, chainVersions(iso, versions ?? [])]));
}

/**
 * A book over all versions of all rows; a version holds from the first moment of its first day to that of its end, in UTC.
 * An instant before the day on which the whole table begins is judged by the table as it was on that day. A row that joins
 * the table later has no such reach: before its first day its country is judged as it was without it.
 * Throws where versions of one row overlap, leave a gap, or share a name.
 */
export function createRuleBook(rules: readonly CountryRule[]): RuleBook {
  const chains = groupByIso(rules);
  const firstDay = rules.map(({ effectiveFrom }) => effectiveFrom).toSorted()[0] ?? '';
  const versionOn = (iso: string, day: string) =>
    chains
      .get(iso)
      ?.find(
        (rule) => rule.effectiveFrom <= day && (rule.effectiveTo === undefined || day < rule.effectiveTo),
      );

  return {
    ruleFor({ country, subdivision }, at) {
      if (!isIsoCountry(country)) return undefined;
      const day = at < firstDay ? firstDay : at.slice(0, 10);
      const region = normaliseSubdivision(country, subdivision);
      const own = (region && versionOn(region, day)) || versionOn(country, day);
      return own ?? (isEuOrEea(country) ? versionOn('EU', day) : undefined);
    },
  };
}

/** The book of the rules in force. */
export const ruleBook = createRuleBook(countryRules);
