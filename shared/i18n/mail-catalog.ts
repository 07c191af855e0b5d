/** The texts of messages, by language. Senders need no more than these; pages and letters have catalogs of their own beside them. */
import { arMail } from './ar.ts';
import { deMail } from './de.ts';
import { enMail } from './en.ts';
import { esMail } from './es.ts';
import { frMail } from './fr.ts';
import { heMail } from './he.ts';
import { itMail } from './it.ts';
import { jaMail } from './ja.ts';
import { koMail } from './ko.ts';
import { matchLocale } from './locale.ts';
import type { MailCatalog, MailMessages } from './messages.ts';
import { nlMail } from './nl.ts';
import { plMail } from './pl.ts';
import { ptBrMail } from './pt-br.ts';
import { svMail } from './sv.ts';
import { thMail } from './th.ts';
import { trMail } from './tr.ts';
import { zhHansMail } from './zh-hans.ts';
import { zhHantMail } from './zh-hant.ts';

/** By BCP 47 tag. */
export const mailMessages = {
  ar: arMail,
  de: deMail,
  en: enMail,
  es: esMail,
  fr: frMail,
  he: heMail,
  it: itMail,
  ja: jaMail,
  ko: koMail,
  nl: nlMail,
  pl: plMail,
  'pt-BR': ptBrMail,
  sv: svMail,
  th: thMail,
  tr: trMail,
  'zh-Hans': zhHansMail,
  'zh-Hant': zhHantMail,
} as const satisfies Readonly<Record<string, MailMessages>>;
export type Locale = keyof typeof mailMessages;

/** The languages this service speaks. */
export const locales: readonly Locale[] = Object.keys(mailMessages).filter(isLocale);

function isLocale(text: string): text is Locale {
  return Object.hasOwn(mailMessages, text);
}

/** The language for the first wanted one that this service speaks, otherwise English. */
export function localeFor(wanted: readonly (string | undefined)[]): Locale {
  const found = matchLocale(wanted, locales);
  return isLocale(found) ? found : 'en';
}

/** The texts of messages in that language. */
export function mailCatalogFor(wanted: readonly (string | undefined)[]): MailCatalog {
  const locale = localeFor(wanted);
  return { locale, messages: mailMessages[locale] };
}
