/** The cells of one imported line, each read by what its column may hold. Pure. */
import { normaliseEmail } from './email-address.ts';
import type { FieldError } from './faults.ts';
import { isTimezone } from './local-time.ts';
import { isIsoCountry } from './rules/iso-countries.ts';
import { normaliseSubdivision } from './rules/rule-book.ts';
import type { Instant } from './vocabulary.ts';

/** Columns of an import with the longest text each may hold: all of them, in any order (API contract). */
const maxLengths = {
  externalId: 100,
  country: 10,
  subdivision: 10,
  language: 35,
  timezone: 64,
  birthYear: 4,
  email: 254,
  emailSource: 20,
  phone: 30,
  deviceToken: 4096,
  deviceModel: 100,
  osVersion: 50,
  interests: 4000,
  emailMarketing: 20,
  emailMarketingAt: 40,
  emailBasis: 30,
  pushMarketing: 20,
  pushMarketingAt: 40,
  profiling: 20,
  profilingAt: 40,
  evidence: 500,
} as const;
export type ImportColumn = keyof typeof maxLengths;

export type Cells = Readonly<Record<ImportColumn, string>>;

export function isImportColumn(name: string): name is ImportColumn {
  return Object.hasOwn(maxLengths, name);
}

export const importColumns: readonly ImportColumn[] = Object.keys(maxLengths).filter(isImportColumn);

/** A line that says nothing. */
export const blankCells: Cells = {
  externalId: '',
  country: '',
  subdivision: '',
  language: '',
  timezone: '',
  birthYear: '',
  email: '',
  emailSource: '',
  phone: '',
  deviceToken: '',
  deviceModel: '',
  osVersion: '',
  interests: '',
  emailMarketing: '',
  emailMarketingAt: '',
  emailBasis: '',
  pushMarketing: '',
  pushMarketingAt: '',
  profiling: '',
  profilingAt: '',
  evidence: '',
};

/** Says what is wrong with a cell; gives undefined, so that a reader can end with it. */
type Fail = (message: string) => undefined;
export type ReadText<T> = (text: string, fail: Fail) => T | undefined;
export type ReadCell = <T>(column: ImportColumn, read: ReadText<T>) => T | undefined;

/** Control characters, and what a wrong encoding leaves behind. */
const unprintable = /[\p{Cc}\u2028\u2029\ufffd]/u;

/** Reads one cell at a time; empty cells are undefined, findings go to `errors`. */
export function createCellReader(cells: Cells, errors: FieldError[]): ReadCell {
  return (column, read) => {
    const fail: Fail = (message) => {
      errors.push({ field: column, message });
      return undefined;
    };
    const text = cells[column].trim();
    if (text === '') return undefined;
    if (text.length > maxLengths[column]) return fail(`is longer than ${maxLengths[column]} characters`);
    if (unprintable.test(text)) return fail('holds control characters, or text that was not UTF-8');
    return read(text, fail);
  };
}

/** Any text. */
export const anyText: ReadText<string> = (text) => text;

/** One of a closed list. */
export function oneOf<T extends string>(values: readonly T[]): ReadText<T> {
  return (text, fail) =>
    values.find((value) => value === text) ?? fail(`must be ${values.join(', ')} or empty`);
}

export const asCountry: ReadText<string> = (text, fail) => {
  if (isIsoCountry(text)) return text;
  if (text === 'UK') return fail('is not a country of ISO 3166: the United Kingdom is GB');
  return fail('is not a country of ISO 3166 (two capital letters)');
};

/** A subdivision of the country; without a country nothing can be said of it. */
export function asSubdivisionOf(country: string | undefined): ReadText<string> {
  return (text, fail) => {
    if (country === undefined) return undefined;
    return normaliseSubdivision(country, text) ?? fail(`is not an ISO 3166-2 subdivision of ${country}`);
  };
}

const languages = new Map<string, string | undefined>();
const maxLanguages = 2000;

export const asLanguage: ReadText<string> = (text, fail) => {
  if (!languages.has(text) && languages.size < maxLanguages) languages.set(text, canonicalLanguage(text));
  return (
    languages.get(text) ?? canonicalLanguage(text) ?? fail('is not a BCP 47 language such as "de" or "pt-BR"')
  );
};

function canonicalLanguage(text: string): string | undefined {
  if (!/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/.test(text)) return undefined;
  try {
    return Intl.getCanonicalLocales(text)[0];
  } catch {
    return undefined;
  }
}

/** Names only: an offset says nothing of daylight saving. */
export const asTimezone: ReadText<string> = (text, fail) =>
  /^[A-Za-z]/.test(text) && isTimezone(text) ? text : fail('is not an IANA time zone');

export function asBirthYear(now: Instant): ReadText<number> {
  return (text, fail) => {
    const year = Number(text);
    const known = /^\d{4}$/.test(text) && year >= 1900 && year <= Number(now.slice(0, 4));
    return known ? year : fail('is not a year from 1900 until now');
  };
}

export const asEmail: ReadText<string> = (text, fail) =>
  normaliseEmail(text) ?? fail('is not an email address');

/** E.164; visual separators (RFC 3966, 5.1.1) are left out. */
export const asPhone: ReadText<string> = (text, fail) => {
  const number = text.replace(/[ ().-]/g, '');
  return /^\+[1-9]\d{6,14}$/.test(number)
    ? number
    : fail('is not a phone number in E.164 form such as +4930123456');
};

export const asToken: ReadText<string> = (text, fail) => (/\s/.test(text) ? fail('holds a space') : text);

const maxInterests = 50;
const maxInterestLength = 100;

export const asInterests: ReadText<readonly string[]> = (text, fail) => {
  const interests = [...new Set(text.split(';').map((part) => part.trim()))].filter((part) => part !== '');
  if (interests.length > maxInterests) return fail(`holds more than ${maxInterests} interests`);
  const long = interests.some((interest) => interest.length > maxInterestLength);
  return long ? fail(`holds an interest longer than ${maxInterestLength} characters`) : interests;
};

export interface GivenTime {
  at: Instant;
  /** Only the day is known: its midnight in UTC stands for it. */
  dayOnly: boolean;
}

const isoTime = /^(\d{4}-\d\d-\d\d)(?:T\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(Z|[+-]\d\d:?\d\d)?)?$/;

/** ISO 8601: an instant with its offset, or a day. */
export const asTime: ReadText<GivenTime> = (text, fail) => {
  const [, day = '', offset] = isoTime.exec(text) ?? [];
  const dayOnly = text.length === day.length;
  if (day !== '' && !dayOnly && offset === undefined) return fail('needs Z or an offset from UTC');
  const time = Date.parse(
    dayOnly ? `${day}T00:00:00Z` : text.replace(',', '.').replace(/([+-]\d\d)(\d\d)$/, '$1:$2'),
  );
  if (day === '' || Number.isNaN(time) || !isCalendarDay(day))
    return fail('is not an ISO 8601 time such as 2026-05-04T09:30:00Z');
  return { at: new Date(time).toISOString(), dayOnly };
};

/** `Date` lets 30 February pass as 2 March. */
function isCalendarDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}
