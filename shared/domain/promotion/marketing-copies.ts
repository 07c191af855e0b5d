/** What a notice has in common with the marketing of its offices: the same picture, the same subject, the same paragraph. */
import type { MarketingContent } from '../message.ts';
import { type Finding, findingAt, mostPerField, type Place } from './finding.ts';
import { namedLinks } from './links.ts';
import { placeIn, type ReaderText, readText, squeeze } from './reader-text.ts';
import { type TextField, type Texts, textFieldsOf } from './text-fields.ts';

/** A campaign or a template. */
export interface MarketingSource {
  /** How staff know it: shown in findings. */
  readonly name: string;
  readonly contents: readonly MarketingContent[];
}

/** Shorter texts (letters and digits counted) are the same by chance. */
const shortest = { heading: 8, paragraph: 60 } as const;

/** Text or address → the name of where it is from. */
type Known = Readonly<Record<'images' | 'headings' | 'paragraphs', ReadonlyMap<string, string>>>;

/** Where a notice has something from marketing in it. However it is laid out anew, the letters are the same. */
export function findCopies(content: Texts, sources: readonly MarketingSource[]): Finding[] {
  const known = readSources(sources);
  return textFieldsOf(content).flatMap((field) => [
    ...findImages(field, known),
    ...findHeading(field, known),
    ...findParagraphs(field, known),
  ]);
}

function readSources(sources: readonly MarketingSource[]): Known {
  const fields = sources.flatMap(({ name, contents }) =>
    contents.flatMap(textFieldsOf).map((field) => ({ name, field })),
  );
  const known = (keysOf: (field: TextField) => readonly string[]) =>
    new Map(fields.flatMap(({ name, field }) => keysOf(field).map((key) => [key, name] as const)));
  return {
    images: known((field) => imagesIn(field).map(({ key }) => key)),
    headings: known(headingsOf),
    paragraphs: known(paragraphsOf),
  };
}

function findImages(field: TextField, { images }: Known): Finding[] {
  return imagesIn(field).flatMap(({ key, place }) => {
    const name = images.get(key);
    if (name === undefined) return [];
    const about = { code: 'marketing-image', level: 'refused' } as const;
    return [
      findingAt(field, place, about, (words) => `“${words}” is a picture of “${name}”, which is marketing.`),
    ];
  });
}

function findHeading(field: TextField, { headings }: Known): Finding[] {
  return headingsOf(field).flatMap((heading) => {
    const name = headings.get(heading);
    return name === undefined ? [] : [copied(field, { start: 0, end: field.text.length }, name)];
  });
}

function findParagraphs(field: TextField, { paragraphs }: Known): Finding[] {
  if (field.kind === 'link' || field.kind === 'image') return [];
  const read = squeezed(field.text);
  const findings = [...paragraphs].flatMap(([paragraph, name]) => {
    const start = read.text.indexOf(paragraph);
    return start < 0 ? [] : [copied(field, placeIn(read, { start, end: start + paragraph.length }), name)];
  });
  return findings.slice(0, mostPerField);
}

function copied(field: TextField, place: Place, name: string): Finding {
  const about = { code: 'marketing-template', level: 'refused' } as const;
  return findingAt(field, place, about, (words) => `“${words}” stands in “${name}” too, which is marketing.`);
}

function squeezed(text: string): ReaderText {
  return squeeze(readText(text, 'joined'));
}

const blocks = /<\/?(?:p|div|t[dhr]|table|li|[uo]l|h[1-6]|br|section|article|blockquote)\b[^<>]*>/i;

function headingsOf({ kind, text }: TextField): string[] {
  if (kind !== 'heading') return [];
  return [squeezed(text).text].filter(({ length }) => length >= shortest.heading);
}

function paragraphsOf({ kind, text }: TextField): string[] {
  if (kind !== 'html' && kind !== 'plain') return [];
  return text
    .split(kind === 'html' ? blocks : '\n')
    .map((part) => squeezed(part).text)
    .filter(({ length }) => length >= shortest.paragraph);
}

/** An image is the same with another query: that changes its size, or nothing. */
function imagesIn(field: TextField): { key: string; place: Place }[] {
  return namedLinks(field).flatMap(({ address, isImage, ...place }) => {
    const url = isImage && URL.canParse(address.trim()) ? new URL(address.trim()) : undefined;
    return url ? [{ key: `${url.hostname}${url.pathname}`.toLowerCase(), place }] : [];
  });
}
