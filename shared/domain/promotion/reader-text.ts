/**
 * A text as its reader sees it: without markup, entities, invisible characters, wide forms and letters of other scripts that look the same.
 * Every character knows where it was written, so that what is found in it can be marked in the source. Linear in the length of the text.
 */
import { decodeEntities } from '../html-entities.ts';
import type { Place } from './finding.ts';

export interface ReaderText {
  readonly text: string;
  /** Per UTF-16 unit of `text`: where it begins and ends in the source. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/**
 * What becomes of markup: it is `kept` (attributes hold texts and addresses), it is gone and what stands around an inline tag is `joined`
 * (`dis<b>count</b>`), or each tag is a space (`spaced`).
 */
export type Markup = 'kept' | 'joined' | 'spaced';

export function readText(source: string, markup: Markup): ReaderText {
  return joinSpacedLetters(foldLookAlikes(normalize(decode(source, markup))));
}

/** The ways in which a reader may see it; one alone where there is no markup. */
export function readingsOf(source: string): ReaderText[] {
  const kept = readText(source, 'kept');
  return source.includes('<') ? [readText(source, 'joined'), readText(source, 'spaced'), kept] : [kept];
}

/** Where a part of the text was written. */
export function placeIn({ starts, ends }: ReaderText, { start, end }: Place): Place {
  return { start: starts[start] ?? 0, end: ends[end - 1] ?? 0 };
}

export interface FoundPlace extends Place {
  /** As they are read. */
  readonly words: string;
  /** Where they stand in the text that is read. */
  readonly at: number;
}

/** Where a pattern (global) is found, and its words, without white space around them. */
export function* placesOf(read: ReaderText, pattern: RegExp): Generator<FoundPlace> {
  for (const { 0: found, index } of read.text.matchAll(pattern)) {
    const words = found.trim();
    const start = index + found.indexOf(words);
    if (words !== '') yield { ...placeIn(read, { start, end: start + words.length }), words, at: start };
  }
}

/** Letters and digits alone, in lower case: what stays the same when a text is laid out anew. */
export function squeeze(read: ReaderText): ReaderText {
  const squeezed = createText();
  for (const { 0: found, index } of read.text.matchAll(/[\p{L}\p{N}]/gu))
    squeezed.add(found.toLowerCase(), placeIn(read, { start: index, end: index + found.length }));
  return squeezed.build();
}

function createText() {
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  return {
    add(text: string, { start, end }: Place): void {
      parts.push(text);
      for (let unit = 0; unit < text.length; unit += 1) {
        starts.push(start);
        ends.push(end);
      }
    },
    build: (): ReaderText => ({ text: parts.join(''), starts, ends }),
  };
}

const invisible = String.raw`(?![\u202d\u202e])\p{Default_Ignorable_Code_Point}`;
/** Browsers read a reference without its semicolon too. */
const reference = String.raw`&(?:#x[\da-f]{1,6}|#\d{1,7}|[a-z]\w{1,9});?`;
const codes = new RegExp(`${reference}|${invisible}`, 'giu');
const codesAndTags = new RegExp(`<!--|<[^<>]*>|${codes.source}`, 'giu');

/** A reference as its character; one that is not known as it is; nothing for what is invisible. */
function characterOf(code: string): string {
  const whole = code.endsWith(';') ? code : `${code};`;
  const character = decodeEntities(whole);
  return (character === whole ? code : character).replace(new RegExp(invisible, 'gu'), '');
}

/** The value of an attribute, as a browser reads it. */
export function attributeValue(written: string): string {
  return written.replace(codes, characterOf);
}

const blockTag =
  /^<\/?(address|article|aside|blockquote|body|br|caption|center|col|dd|details|dir|div|dl|dt|fieldset|figure|footer|form|h[1-6]|head|header|hr|html|legend|li|main|menu|nav|ol|option|p|pre|section|select|summary|table|tbody|td|tfoot|th|thead|tr|ul)\b/i;
const hiddenTag = /^<(style|script|title|textarea)\b/i;
/** Takes markup, entities and invisible characters away. */
function decode(source: string, markup: Markup): ReaderText {
  const decoded = createText();
  const addAsIs = (from: number, to: number) => {
    for (let at = from; at < to; at += 1) decoded.add(source.charAt(at), { start: at, end: at + 1 });
  };
  const endOf = createSearch(source);
  let from = 0;
  for (const { 0: found, index } of source.matchAll(markup === 'kept' ? codes : codesAndTags)) {
    if (index < from) continue;
    addAsIs(from, index);
    from = index + found.length;
    const isTag = found.startsWith('<');
    decoded.add(isTag ? spaceOf(found, markup) : characterOf(found), { start: index, end: from });
    if (isTag) from = endOf(found, from) ?? from;
  }
  addAsIs(from, source.length);
  return decoded.build();
}

function spaceOf(tag: string, markup: Markup): string {
  return markup === 'spaced' || blockTag.test(tag) ? ' ' : '';
}

/** Finds the end of what is not shown after a tag. What is nowhere is searched once, so that the whole stays linear. */
function createSearch(source: string): (tag: string, from: number) => number | undefined {
  const absent = new Set<string>();
  return (tag, from) => {
    const hidden = tag === '<!--' ? '-->' : hiddenTag.exec(tag)?.[1]?.toLowerCase();
    if (hidden === undefined || absent.has(hidden)) return undefined;
    const pattern = new RegExp(hidden === '-->' ? '(?<=-->)' : `</${hidden}`, 'gi');
    pattern.lastIndex = from;
    const end = pattern.exec(source)?.index;
    if (end === undefined) absent.add(hidden);
    return end;
  };
}

/** White space; a Hangul syllable in its letters; a character with its marks (also the half-width ones of katakana). */
const clusters = /\s+|[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?|[^\p{M}\s][\p{M}\uff9e\uff9f]*|\p{M}/gu;
/** Digits of scripts that our readers use: Arabic, Persian, Devanagari, Thai. */
const zeros = [0x660, 0x6f0, 0x966, 0xe50] as const;
const signs: Readonly<Record<string, string>> = { '٪': '%', '٫': '.', '٬': ',', İ: 'I', '﹪': '%' };

/** Wide, styled and composed forms as plain ones (NFKC), digits as 0 to 9, white space as one space. */
function normalize(read: ReaderText): ReaderText {
  const normal = createText();
  for (const { 0: found, index } of read.text.matchAll(clusters))
    normal.add(plain(found), placeIn(read, { start: index, end: index + found.length }));
  return normal.build();
}

function plain(cluster: string): string {
  if (/^\s/u.test(cluster)) return ' ';
  if (cluster.length === 1 && cluster < '\u0080') return cluster;
  const normal = cluster.normalize('NFKC');
  const code = normal.codePointAt(0) ?? 0;
  const zero = zeros.find((each) => code >= each && code < each + 10);
  return zero === undefined ? (signs[normal] ?? normal) : String(code - zero);
}

/** Cyrillic and Greek letters that look like Latin ones (Unicode TR 39, confusables). */
const lookAlikes: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ABCEHIJKMOPSTXY: ['АВСЕНІЈКМОРЅТХУ', 'ΑΒϹΕΗΙͿΚΜΟΡЅΤΧΥ'],
    aceijopsxyhdqwvklt: ['асеіјорѕхуһԁԛԝѵкӏт', 'αϲειϳορѕχγհԁգωνκιτ'],
  }).flatMap(([latin, alphabets]) =>
    alphabets.flatMap((letters) =>
      [...letters].map((letter, at): [string, string] => [letter, latin.charAt(at)]),
    ),
  ),
);

/** A word that mixes Latin letters with others is meant to be read as Latin. */
function foldLookAlikes(read: ReaderText): ReaderText {
  const text = read.text.replace(/\p{L}+/gu, (word) =>
    /[a-z]/i.test(word) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(word)
      ? [...word].map((letter) => lookAlikes.get(letter) ?? letter).join('')
      : word,
  );
  return { ...read, text };
}

const spacedLetters = /(?<![\p{L}\p{N}])\p{L}(?:[ .*_·|-]\p{L}){2,}(?![\p{L}\p{N}])/gu;

/** `s a l e` is a word. */
function joinSpacedLetters(read: ReaderText): ReaderText {
  const joined = createText();
  let from = 0;
  const addAsIs = (to: number, isLetter: (character: string) => boolean) => {
    for (; from < to; from += 1) {
      const character = read.text.charAt(from);
      if (isLetter(character)) joined.add(character, placeIn(read, { start: from, end: from + 1 }));
    }
  };
  for (const { 0: found, index } of read.text.matchAll(spacedLetters)) {
    addAsIs(index, () => true);
    addAsIs(index + found.length, (character) => !/[ .*_·|-]/.test(character));
  }
  addAsIs(read.text.length, () => true);
  return joined.build();
}
