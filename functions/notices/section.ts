/** The parts of the document of a notice: tables whose first cell names the row. */
import type { Instant } from '../../shared/domain/vocabulary.ts';

export interface Section {
  title: string;
  columns: readonly string[];
  rows: readonly Row[];
}

export interface Row {
  cells: readonly (string | number)[];
  /** Of all cells but the first one, where it is not English (BCP 47). */
  language?: string | undefined;
}

/** A fact without a value is left out. */
export type Fact = readonly [name: string, value: string | number | undefined];

export function factsOf(title: string, facts: readonly Fact[]): Section {
  const rows = facts.flatMap(([name, value]) => (value === undefined ? [] : [{ cells: [name, value] }]));
  return { title, columns: ['Item', 'On record'], rows };
}

/** `2026-11-23 12:00:00 UTC` */
export function momentOf<T extends Instant | undefined>(at: T): string | undefined {
  return at?.replace('T', ' ').replace(/\.\d{3}Z$/, ' UTC');
}

const languages = new Intl.DisplayNames('en', { type: 'language' });
const regions = new Intl.DisplayNames('en', { type: 'region' });

export function nameOfLanguage(locale: string): string {
  return `${languages.of(locale)} (${locale})`;
}

/** A country by its name, a part of one (`US-CA`) by its code. */
export function nameOfRegion(code: string): string {
  return /^[A-Z]{2}$/.test(code) ? `${regions.of(code)} (${code})` : code;
}
