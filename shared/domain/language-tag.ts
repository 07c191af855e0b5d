/** Language tags (BCP 47). Pure. */

/** Whether a tag is well-formed: its shape alone is not enough, `de-DE-DE` has the region twice. */
export function isLanguageTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}

const names = {
  language: new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' }),
  region: new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' }),
};

/** Whether there is such a language, and such a region where the tag names one (Unicode CLDR): `qq` and `de-ZZ` are well-formed and are none. */
export function isKnownLanguage(text: string): boolean {
  if (!isLanguageTag(text)) return false;
  const { language, region } = new Intl.Locale(text);
  const isPlace = region === undefined || (region !== 'ZZ' && names.region.of(region) !== undefined);
  return isPlace && names.language.of(language) !== undefined;
}
