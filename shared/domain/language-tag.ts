/** Language tags (BCP 47). Pure. */

/** Whether a tag is well-formed: its shape alone is not enough, `de-DE-DE` has the region twice. */
export function isLanguageTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}
