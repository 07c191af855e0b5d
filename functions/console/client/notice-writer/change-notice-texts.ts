/** Changes of the texts in the form of a notice. Pure. */
import type { Channel } from '../../../../shared/domain/vocabulary.ts';
import { emptyTexts, type NoticeForm, type NoticeLocaleForm } from './notice-form.ts';

/** The texts of a language; empty ones where nothing is written. */
export function textsAt(form: NoticeForm, locale: string): NoticeLocaleForm {
  return form.locales[locale] ?? emptyTexts;
}

/** The languages of the texts, the default one first. */
export function localesOf({ defaultLocale, locales }: NoticeForm): string[] {
  return [...new Set([defaultLocale, ...Object.keys(locales)])];
}

/** The form with another text in one channel of a language. */
export function withText<Name extends Channel>(
  form: NoticeForm,
  locale: string,
  channel: Name,
  change: Partial<NoticeLocaleForm[Name]>,
): NoticeForm {
  const before = textsAt(form, locale);
  const after = { ...before, [channel]: { ...before[channel], ...change } };
  return { ...form, locales: { ...form.locales, [locale]: after } };
}

/** The form with one more language. */
export function withLocale(form: NoticeForm, locale: string): NoticeForm {
  return { ...form, locales: { ...form.locales, [locale]: textsAt(form, locale) } };
}

/** The form without a language; the default one cannot go. */
export function withoutLocale(form: NoticeForm, locale: string): NoticeForm {
  if (form.defaultLocale === locale) return form;
  const { [locale]: _gone, ...locales } = form.locales;
  return { ...form, locales };
}
