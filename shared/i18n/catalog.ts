/** All texts that this service itself says, by language. */
import { arPage } from './ar.ts';
import { dePage } from './de.ts';
import { enMail, enPage } from './en.ts';
import { esPage } from './es.ts';
import { frPage } from './fr.ts';
import { hePage } from './he.ts';
import { itPage } from './it.ts';
import { jaPage } from './ja.ts';
import { koPage } from './ko.ts';
import { type Locale, localeFor, mailMessages, locales as ours } from './mail-catalog.ts';
import type { Catalog, PageMessages } from './messages.ts';
import { nlPage } from './nl.ts';
import { plPage } from './pl.ts';
import { ptBrPage } from './pt-br.ts';
import { svPage } from './sv.ts';
import { thPage } from './th.ts';
import { trPage } from './tr.ts';
import { zhHansPage } from './zh-hans.ts';
import { zhHantPage } from './zh-hant.ts';

export type { Catalog };

/** The languages this service speaks. */
export const locales: readonly string[] = ours;

const pageMessages: Readonly<Record<Locale, PageMessages>> = {
  ar: arPage,
  de: dePage,
  en: enPage,
  es: esPage,
  fr: frPage,
  he: hePage,
  it: itPage,
  ja: jaPage,
  ko: koPage,
  nl: nlPage,
  pl: plPage,
  'pt-BR': ptBrPage,
  sv: svPage,
  th: thPage,
  tr: trPage,
  'zh-Hans': zhHansPage,
  'zh-Hant': zhHantPage,
};

const catalogs: ReadonlyMap<Locale, Catalog> = new Map(
  ours.map((locale) => [locale, { locale, messages: { ...mailMessages[locale], ...pageMessages[locale] } }]),
);

const english: Catalog = { locale: 'en', messages: { ...enMail, ...enPage } };

/** The texts for the first wanted language that this service speaks, otherwise English. */
export function catalogFor(wanted: readonly (string | undefined)[]): Catalog {
  return catalogs.get(localeFor(wanted)) ?? english;
}
