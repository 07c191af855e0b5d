/** Which of the languages on offer suits a reader. Pure; language data comes from the runtime (Unicode CLDR). */

interface Tag {
  readonly canonical: string;
  /** Language with its usual script: `zh-TW` is `zh-Hant`, `no` is `nb-Latn`. */
  readonly written: string;
  readonly likely: string;
}

/** Norwegian comes as `no`, `nb` or `nn`; what is written for one of them serves all. */
const oneLanguage: Readonly<Record<string, string>> = { no: 'nb', nn: 'nb' };

const tagCacheLimit = 500;
const tags = new Map<string, Tag | undefined>();

function tagOf(locale: string): Tag | undefined {
  if (tags.has(locale)) return tags.get(locale);
  if (tags.size >= tagCacheLimit) tags.clear();
  const tag = readTag(locale);
  tags.set(locale, tag);
  return tag;
}

function readTag(locale: string): Tag | undefined {
  try {
    const parsed = new Intl.Locale(locale.replaceAll('_', '-'));
    const likely = parsed.maximize();
    const language = oneLanguage[likely.language] ?? likely.language;
    return { canonical: parsed.baseName, written: `${language}-${likely.script}`, likely: likely.baseName };
  } catch {
    return undefined;
  }
}

/** The best of `available` for one wanted tag: exact, then the same likely region, then plain language, then any in the same language and script. */
function findFor(wanted: Tag, available: readonly string[]): string | undefined {
  const offers = available.flatMap((locale) => {
    const tag = tagOf(locale);
    return tag?.written === wanted.written ? [{ locale, tag }] : [];
  });
  const best =
    offers.find(({ tag }) => tag.canonical === wanted.canonical) ??
    offers.find(({ tag }) => tag.likely === wanted.likely) ??
    offers.find(({ tag }) => !tag.canonical.includes('-')) ??
    offers[0];
  return best?.locale;
}

/**
 * The entry of `available` that suits the first wanted language that any of them suits, or undefined.
 * Text in another script of the same language is no match: a reader of `zh-TW` is not given simplified characters.
 * @param wanted BCP 47 tags, most wanted first; `_` is taken for `-`, what is no tag is passed over
 */
export function findLocale(
  wanted: readonly (string | undefined)[],
  available: readonly string[],
): string | undefined {
  for (const locale of wanted) {
    const tag = locale ? tagOf(locale) : undefined;
    const found = tag && findFor(tag, available);
    if (found) return found;
  }
  return undefined;
}

/**
 * The entry of `available` for the first wanted language that is there; without any, English if it is there, else the first.
 * @param available at least one BCP 47 tag
 */
export function matchLocale(wanted: readonly (string | undefined)[], available: readonly string[]): string {
  return findLocale([...wanted, 'en'], available) ?? available[0] ?? 'en';
}

const rightToLeft: ReadonlySet<string> = new Set(['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg']);

/** The direction in which a language is written; what is no language is `ltr`. */
export function directionOf(locale: string): 'ltr' | 'rtl' {
  return rightToLeft.has(tagOf(locale)?.written.split('-')[1] ?? '') ? 'rtl' : 'ltr';
}
