/** What previews and tests fill in where a real message has the reader's values. */
import type { Values } from '../../shared/content/template.ts';
import { personalisedValues } from '../../shared/content/variables.ts';
import type { Office } from '../../shared/domain/offices.ts';

/** @param locale BCP 47, of the content @param country where the reader is; the office's first, if none is given */
export function sampleValues(
  office: Office,
  locale: string,
  country: string = sampleCountry(office),
): Values {
  return personalisedValues({
    office,
    country,
    language: locale,
    locale,
    devices: [{ model: 'XQ-EC54' }],
    interests: ['camera', 'audio'],
  });
}

/** The first country of the office stands for all of them. */
export function sampleCountry({ countries }: Office): string {
  return countries[0] ?? 'US';
}
