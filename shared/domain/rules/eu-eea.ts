/** The closed list of countries whose law rests on the GDPR and the ePrivacy Directive. */

/**
 * The 27 members of the EU, then the three further states of the EEA (Iceland, Liechtenstein, Norway), by ISO 3166-1 code (Greece is `GR`).
 * Territories with a code of their own (`GP`, `AX`, `SJ`, …) are not in it: they have no row, so marketing fails closed there.
 */
const euEeaCountries: ReadonlySet<string> = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK IS LI NO'.split(' '),
);

/** Whether the row `EU` stands in for a country that has no row of its own. */
export function isEuOrEea(country: string): boolean {
  return euEeaCountries.has(country);
}
