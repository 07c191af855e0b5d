/** Dates, numbers and names of places in the language of the page, by `Intl`. */

export interface Format {
  /** `8 Dec 2026` */
  date(instant: string): string;
  /** `8 Dec 2026, 14:05` in the reader's own time zone. */
  dateTime(instant: string): string;
  number(value: number): string;
  /** @param share 0 to 1 */
  percent(share: number, digits?: number): string;
  /** `DE` or `US-CA` → `Germany`, `United States (CA)` */
  country(code: string): string;
  language(tag: string): string;
  list(items: readonly string[]): string;
  /** 1 is Monday (ISO 8601). */
  weekday(day: number): string;
  money(amount: number, currency: string): string;
}

/** A Monday: weekdays are counted from it. */
const monday = Date.UTC(2024, 0, 1);
const dayMs = 86_400_000;

/** @param locale BCP 47, with a region where the reader has one (`en-GB`) */
export function createFormat(locale: string): Format {
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  const dateTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const number = new Intl.NumberFormat(locale);
  const countries = new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' });
  const languages = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  return {
    date: (instant) => date.format(new Date(instant)),
    dateTime: (instant) => dateTime.format(new Date(instant)),
    number: (value) => number.format(value),
    percent: (share, digits = 0) =>
      new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: digits }).format(share),
    country: (code) => {
      const [country = '', subdivision] = code.split('-');
      const name = /^[A-Z]{2}$/.test(country) ? (countries.of(country) ?? country) : code;
      return subdivision ? `${name} (${subdivision})` : name;
    },
    language: (tag) => languages.of(tag) ?? tag,
    list: (items) => list.format(items),
    weekday: (day) => weekday.format(new Date(monday + (day - 1) * dayMs)),
    money: (amount, currency) =>
      new Intl.NumberFormat(locale, { style: 'currency', currency }).format(amount),
  };
}

/** The reader's own regional form of a language, such as `en-AU`, or the language itself. */
export function regionalLocale(language: string, wished: readonly string[]): string {
  return wished.find((tag) => tag.toLowerCase().split('-')[0] === language) ?? language;
}
