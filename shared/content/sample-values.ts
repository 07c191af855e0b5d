/** What previews and tests put in for the variables: an invented reader. */
import type { Office } from '../domain/offices.ts';
import type { Values } from './template.ts';
import { personalisedValues } from './variables.ts';

/** Values of every variable, in the language of the text. @param locale BCP 47 */
export function sampleValues(office: Office, locale: string, country?: string): Values {
  return personalisedValues({
    office,
    country: country ?? office.countries[0] ?? 'US',
    language: locale,
    locale,
    devices: [{ model: 'XQ-EC54' }],
    interests: ['camera', 'audio'],
  });
}
