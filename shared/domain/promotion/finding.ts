/** What the search for promotion finds in the texts of a notice: a code, the words, and their place. */
import type { FieldError } from '../faults.ts';

/** What a finding is about. The first group refuses a notice; all others are for the person who releases it. */
export const findingCodes = [
  'unsubscribe',
  'tracked-link',
  'price',
  'offer',
  'call-to-buy',
  'marketing-template',
  'marketing-image',
  'foreign-link',
  'hidden-text',
  'promotional-word',
  'praise',
  'emphasis',
  'percentage',
  'other-product',
  'unclear-subject',
  'link',
  'image',
  'long',
  'no-reference',
  'no-instruction',
  'not-compared',
] as const;
export type FindingCode = (typeof findingCodes)[number];

/** A place in a text: offsets in UTF-16 units of the field as it was written, the end not included. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** `refused` keeps the notice from being saved; `look` is for the person who releases it. */
export interface Finding extends FieldError, Place {
  code: FindingCode;
  level: 'refused' | 'look';
  /** The words as they were written. */
  quote: string;
}

/** Findings of one kind in one field: more would not be read. */
export const mostPerField = 20;

/** Quotes are cut to so many characters. */
const longestQuote = 120;

/** @param say what to tell of the words that were found */
export function findingAt(
  { field, text }: { readonly field: string; readonly text: string },
  { start, end }: Place,
  about: Pick<Finding, 'code' | 'level'>,
  say: (words: string) => string,
): Finding {
  const quote = text.slice(start, end).toWellFormed();
  const words = quote.length > longestQuote ? `${quote.slice(0, longestQuote).toWellFormed()}…` : quote;
  return { field, ...about, message: say(words), quote: words, start, end };
}

export function overlap(one: Place, other: Place): boolean {
  return one.start < other.end && other.start < one.end;
}
