/** Countries to choose from, by their names in the language of the page. */
import type { Format } from '../i18n/format.ts';

/** @param codes with parts of countries that a draft names already; each is offered once */
export function countryOptions(codes: readonly string[], format: Pick<Format, 'country'>) {
  return [...new Set(codes)]
    .map((value) => ({ value, name: format.country(value) }))
    .toSorted((one, other) => one.name.localeCompare(other.name));
}
