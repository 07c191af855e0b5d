/** Dates and names of languages in the words of a language; the data is the runtime's (Unicode CLDR). */
import { isLanguageTag } from '../domain/language-tag.ts';
import type { Instant } from '../domain/vocabulary.ts';

/** For whom a date is written: in the order of their country, on the clock of their zone. */
export interface DateReader {
  /** BCP 47, of the text around the date. */
  readonly locale: string;
  /** ISO 3166-1 */
  readonly country?: string | undefined;
  /** IANA; UTC when absent. */
  readonly timezone?: string | undefined;
}

/** A day such as `25 November 2026`. */
export function dayIn(reader: DateReader, instant: Instant): string {
  return formatFor(reader, 'day').format(new Date(instant));
}

/** Day and minute with the name of the zone, for records that must be exact. */
export function momentIn(reader: DateReader, instant: Instant): string {
  return formatFor(reader, 'moment').format(new Date(instant));
}

const styles = {
  day: { dateStyle: 'long' },
  moment: {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

const formatLimit = 200;
const formats = new Map<string, Intl.DateTimeFormat>();

/** Made once per reader's place: making one takes longer than all its dates. */
function formatFor(reader: DateReader, style: keyof typeof styles): Intl.DateTimeFormat {
  const key = [style, reader.locale, reader.country, reader.timezone].join('|');
  const known = formats.get(key);
  if (known) return known;
  if (formats.size >= formatLimit) formats.clear();
  const format = makeFormat(reader, styles[style]);
  formats.set(key, format);
  return format;
}

/** The calendar is that of the language: a region may have another one, of which a text in this language does not speak. */
function makeFormat(
  { locale, country, timezone }: DateReader,
  style: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const { calendar } = new Intl.DateTimeFormat(locale).resolvedOptions();
  const local = new Intl.Locale(locale, country ? { region: country } : {});
  return new Intl.DateTimeFormat(local, { ...style, calendar, timeZone: timezone ?? 'UTC' });
}

/** The name of a language in itself: `Deutsch`, `日本語`; a tag that is none stands for itself. */
export function ownNameOf(locale: string): string {
  if (!isLanguageTag(locale)) return locale;
  const name = new Intl.DisplayNames([locale], { type: 'language' }).of(locale) ?? locale;
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}
