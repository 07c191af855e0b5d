/** All texts that this service itself says, by language. */
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { he } from './he.ts';
import { it } from './it.ts';
import { ja } from './ja.ts';
import { ko } from './ko.ts';
import { matchLocale } from './locale.ts';
import type { Catalog, Messages } from './messages.ts';
import { nl } from './nl.ts';
import { pl } from './pl.ts';
import { ptBr } from './pt-br.ts';
import { sv } from './sv.ts';
import { th } from './th.ts';
import { tr } from './tr.ts';
import { zhHans } from './zh-hans.ts';
import { zhHant } from './zh-hant.ts';

export type { Catalog };

const english: Catalog = { locale: 'en', messages: en };

const catalogs: ReadonlyMap<string, Catalog> = new Map(
  Object.entries<Messages>({
    ar,
    de,
    en,
    es,
    fr,
    he,
    it,
    ja,
    ko,
    nl,
    pl,
    'pt-BR': ptBr,
    sv,
    th,
    tr,
    'zh-Hans': zhHans,
    'zh-Hant': zhHant,
  }).map(([locale, messages]) => [locale, { locale, messages }]),
);

/** The languages this service speaks. */
export const locales: readonly string[] = [...catalogs.keys()];

/** The texts for the first wanted language that this service speaks, otherwise English. */
export function catalogFor(wanted: readonly (string | undefined)[]): Catalog {
  return catalogs.get(matchLocale(wanted, locales)) ?? english;
}
