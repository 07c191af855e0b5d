/** The office directory: who sends to whom, under which name and address (policy P-01, P-08, P-18, P-25). */
import type { Office } from './office.ts';
import { offices } from './office-table.ts';

export type { Office } from './office.ts';
export { offices };

/** The controller named on every page, footer, receipt and export (policy P-01). */
export const controller = {
  legalName: 'Sony Corporation',
  postalAddress: { lines: ['1-7-1 Konan', 'Minato-ku, Tokyo 108-0075', 'Japan'] },
} as const;

const byId: ReadonlyMap<string, Office> = new Map(offices.map((office) => [office.id, office]));
const byCountry: ReadonlyMap<string, Office> = new Map(
  offices.flatMap((office) => office.countries.map((country) => [country, office] as const)),
);

/** The office of an id such as `de`. */
export function officeById(id: string): Office | undefined {
  return byId.get(id);
}

/** The one office of a country by ISO 3166-1 code; undefined for what is not a country. */
export function officeOf(country: string): Office | undefined {
  return byCountry.get(country);
}

/** Language with its likely script, so that `zh-TW` meets `zh-Hant`; undefined for what is not a BCP 47 tag. */
function scriptOf(language: string): { language: string; script?: string | undefined } | undefined {
  try {
    return new Intl.Locale(language).maximize();
  } catch {
    return undefined;
  }
}

/** The office's language nearest to a reader's: the same tag, the same script, the same language, else the default. */
function nearestLanguage(office: Office, wanted: string): string {
  const reader = scriptOf(wanted);
  const same = office.languages.filter(
    (language) => reader && scriptOf(language)?.language === reader.language,
  );
  const script = same.find((language) => scriptOf(language)?.script === reader?.script);
  return same.find((language) => language === wanted) ?? script ?? same[0] ?? office.languages[0];
}

/** The https address of the office's own privacy policy in the language nearest to the reader's BCP 47 tag (policy P-18). */
export function policyLink(office: Office, language: string | undefined): string {
  const link = office.policyLinks[nearestLanguage(office, language ?? office.languages[0])];
  if (link === undefined)
    throw new Error(`Office ${office.id} lacks a privacy policy link for one of its languages`);
  return link;
}

/** What of an office is still a sample, and must be replaced before it may be deployed. */
export function samplesIn(office: Office): readonly ('postalAddress' | 'sender' | 'policyLinks')[] {
  const isSample = (text: string) => /\.example(\/|$)/.test(text);
  const found = {
    postalAddress: office.postalAddress.sample,
    sender: isSample(office.sender.address) || isSample(office.sender.replyTo),
    policyLinks: Object.values(office.policyLinks).some(isSample),
  };
  return (['postalAddress', 'sender', 'policyLinks'] as const).filter((part) => found[part]);
}
