/** The languages of the console. */
import type { Catalog } from './catalog.ts';
import { de } from './de/index.ts';
import { en } from './en/index.ts';
import { ja } from './ja/index.ts';

export const catalogs = { en, de, ja } satisfies Record<string, Catalog>;
export type LanguageCode = keyof typeof catalogs;

/** The languages by their own names. */
export const languageNames: Readonly<Record<LanguageCode, string>> = {
  en: 'English',
  de: 'Deutsch',
  ja: '日本語',
};

export function isLanguage(code: string): code is LanguageCode {
  return Object.hasOwn(catalogs, code);
}

/** The first of the wished languages that there are texts in. */
export function pickLanguage(wished: readonly string[]): LanguageCode {
  for (const tag of wished) {
    const code = tag.split('-')[0]?.toLowerCase() ?? '';
    if (isLanguage(code)) return code;
  }
  return 'en';
}
