/** The texts of letters, by language, with those of messages: only the function that sends letters has them. */
import { arLetter } from './ar.ts';
import { deLetter } from './de.ts';
import { enLetter } from './en.ts';
import { esLetter } from './es.ts';
import { frLetter } from './fr.ts';
import { heLetter } from './he.ts';
import { itLetter } from './it.ts';
import { jaLetter } from './ja.ts';
import { koLetter } from './ko.ts';
import { type Locale, localeFor, locales, mailMessages } from './mail-catalog.ts';
import type { LetterCatalog, LetterMessages } from './messages.ts';
import { nlLetter } from './nl.ts';
import { plLetter } from './pl.ts';
import { ptBrLetter } from './pt-br.ts';
import { svLetter } from './sv.ts';
import { thLetter } from './th.ts';
import { trLetter } from './tr.ts';
import { zhHansLetter } from './zh-hans.ts';
import { zhHantLetter } from './zh-hant.ts';

const letterMessages: Readonly<Record<Locale, LetterMessages>> = {
  ar: arLetter,
  de: deLetter,
  en: enLetter,
  es: esLetter,
  fr: frLetter,
  he: heLetter,
  it: itLetter,
  ja: jaLetter,
  ko: koLetter,
  nl: nlLetter,
  pl: plLetter,
  'pt-BR': ptBrLetter,
  sv: svLetter,
  th: thLetter,
  tr: trLetter,
  'zh-Hans': zhHansLetter,
  'zh-Hant': zhHantLetter,
};

const catalogs: ReadonlyMap<Locale, LetterCatalog> = new Map(
  locales.map((locale) => [
    locale,
    { locale, messages: { ...mailMessages[locale], ...letterMessages[locale] } },
  ]),
);

const english: LetterCatalog = { locale: 'en', messages: { ...mailMessages.en, ...enLetter } };

/** The texts of letters in the first wanted language that this service speaks, otherwise English. */
export function letterCatalogFor(wanted: readonly (string | undefined)[]): LetterCatalog {
  return catalogs.get(localeFor(wanted)) ?? english;
}
