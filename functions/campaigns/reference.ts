/** What staff look up: the offices, and the country rules with the law behind them. */
import { NotFound } from '../../shared/domain/faults.ts';
import { offices } from '../../shared/domain/offices.ts';
import { countryRules } from '../../shared/domain/rules/country-rules.ts';
import { lawTexts } from '../../shared/domain/rules/law-texts.ts';
import { ruleBook } from '../../shared/domain/rules/rule-book.ts';
import type { Instant } from '../../shared/domain/vocabulary.ts';

/** The directory of offices. */
export function listOffices() {
  return { items: offices };
}

/** The rules in force, one per row of the table. */
export function listRules(now: Instant) {
  const day = now.slice(0, 10);
  const inForce = countryRules.filter(
    ({ effectiveFrom, effectiveTo }) =>
      effectiveFrom <= day && (effectiveTo === undefined || day < effectiveTo),
  );
  return { items: inForce.map((rule) => ({ ...rule, law: lawTexts.get(rule.iso) })) };
}

/** The rule that holds in a country or subdivision. @throws NotFound where no rule is known: marketing is not sent there */
export function findRule(place: string, now: Instant) {
  const country = place.slice(0, 2);
  const rule = ruleBook.ruleFor({ country, subdivision: place.length > 2 ? place : undefined }, now);
  if (!rule) throw new NotFound(`There is no rule for ${place}: no marketing is sent there.`);
  return { ...rule, law: lawTexts.get(rule.iso) };
}
