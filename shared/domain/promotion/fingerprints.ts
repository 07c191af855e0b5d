/** What is kept of marketing to compare notices with: letters of subjects and paragraphs, and addresses of images. The texts themselves are let go. */
import type { Place } from './finding.ts';
import { namedLinks } from './links.ts';
import { type ReaderText, readText, squeeze } from './reader-text.ts';
import type { TextField } from './text-fields.ts';

/** Shorter texts (letters and digits counted) are the same by chance. */
const shortest = { heading: 8, paragraph: 60 } as const;

/** Characters of one text that are compared; mails are cut by their programs long before (Gmail: 102 KB with markup). */
export const longestCompared = 60_000;

interface Paragraph {
  /** Its letters. */
  readonly letters: string;
  /** Where it is from. */
  readonly name: string;
}

/** Each with the name of where it is from. */
export interface Fingerprints {
  readonly images: ReadonlyMap<string, string>;
  readonly headings: ReadonlyMap<string, string>;
  /** By how they begin, so that a long text is searched for all of them in one pass. */
  readonly paragraphs: ReadonlyMap<string, readonly Paragraph[]>;
}

export interface FingerprintCollection extends Fingerprints {
  /** @param name how staff know the campaign or the template */
  add(name: string, field: TextField): void;
}

export function collectFingerprints(): FingerprintCollection {
  const images = new Map<string, string>();
  const headings = new Map<string, string>();
  const paragraphs = new Map<string, Paragraph[]>();
  return {
    images,
    headings,
    paragraphs,
    add(name, field) {
      const compared = { ...field, text: field.text.slice(0, longestCompared) };
      for (const { key } of imagesIn(compared)) images.set(key, name);
      for (const heading of headingsOf(compared)) headings.set(heading, name);
      for (const letters of paragraphsOf(compared)) {
        const alike = paragraphs.get(beginningAt(letters, 0)) ?? [];
        if (alike.some((known) => known.letters === letters)) continue;
        paragraphs.set(beginningAt(letters, 0), [...alike, { letters, name }]);
      }
    },
  };
}

/** What the paragraphs that begin in a place of squeezed letters are known by. */
export function beginningAt(letters: string, at: number): string {
  return letters.slice(at, at + shortest.paragraph);
}

/** A text as its letters, with their places. */
export function lettersOf(text: string): ReaderText {
  return squeeze(readText(text, 'joined'));
}

export function headingsOf({ kind, text }: TextField): string[] {
  if (kind !== 'heading') return [];
  return [lettersOf(text).text].filter(({ length }) => length >= shortest.heading);
}

const blocks = /<\/?(?:p|div|t[dhr]|table|li|[uo]l|h[1-6]|br|section|article|blockquote)\b[^<>]*>/i;

function paragraphsOf({ kind, text }: TextField): string[] {
  if (kind !== 'html' && kind !== 'plain') return [];
  return text
    .split(kind === 'html' ? blocks : '\n')
    .map((part) => lettersOf(part).text)
    .filter(({ length }) => length >= shortest.paragraph);
}

/** An image is the same with another query: that changes its size, or nothing. */
export function imagesIn(field: TextField): { key: string; place: Place }[] {
  return namedLinks(field).flatMap(({ address, isImage, ...place }) => {
    const url = isImage && URL.canParse(address.trim()) ? new URL(address.trim()) : undefined;
    return url ? [{ key: `${url.hostname}${url.pathname}`.toLowerCase(), place }] : [];
  });
}
