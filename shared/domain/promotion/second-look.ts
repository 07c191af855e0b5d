/**
 * The stricter search for promotion, for the person who releases a notice: what an honest notice may say, and seldom has to. It refuses nothing.
 * What the guard refuses is not repeated here.
 */
import type { NoticeDraft } from '../message.ts';
import { findBanned } from '../promotion-guard.ts';
import { type Finding, type FindingCode, findingAt, mostPerField } from './finding.ts';
import { linksIn } from './links.ts';
import {
  emphasis,
  instructions,
  mandatoryMatters,
  percentages,
  praise,
  products,
  promotionalWords,
} from './look-words.ts';
import { placesOf, readText } from './reader-text.ts';
import { type TextField, textFieldsOf } from './text-fields.ts';

type Looked = Pick<NoticeDraft, 'content' | 'reference' | 'audience'> & Partial<Pick<NoticeDraft, 'kind'>>;

/** Characters as they are read; more than a reader needs to know what to do. */
const longest = { heading: 90, html: 3000, plain: 1500 } as const;

/** What to look at, field by field, in the order of the text. */
export function lookAgain(notice: Looked): Finding[] {
  return textFieldsOf(notice.content).flatMap((field) =>
    [...lookAtWords(field, notice), ...lookAtLinks(field), ...lookAtWhole(field, notice)].toSorted(
      (one, other) => one.start - other.start,
    ),
  );
}

interface Look {
  readonly code: FindingCode;
  readonly patterns: readonly RegExp[];
  readonly say: (words: string) => string;
}

const looks: readonly Look[] = [
  {
    code: 'promotional-word',
    patterns: promotionalWords,
    say: (words) => `“${words}” is a word of advertising: does the notice need it?`,
  },
  { code: 'praise', patterns: praise, say: (words) => `“${words}” praises: a notice tells facts.` },
  {
    code: 'percentage',
    patterns: percentages,
    say: (words) => `“${words}”: is it a measurement, and no reduction of a price?`,
  },
  { code: 'emphasis', patterns: emphasis, say: (words) => `“${words}” is loud: is it about a danger?` },
  {
    code: 'other-product',
    patterns: products,
    say: (words) => `Is “${words}” one of the affected products?`,
  },
];

function lookAtWords(field: TextField, { audience, kind }: Looked): Finding[] {
  if (field.kind === 'link' || field.kind === 'image') return [];
  const read = readText(field.text, 'joined');
  const affected = new Set(audience.deviceModels?.map((model) => model.toLowerCase()));
  return [
    ...findBanned(field, kind).filter(({ level }) => level === 'look'),
    ...looks.flatMap(({ code, patterns, say }) =>
      patterns
        .flatMap((pattern) => [...placesOf(read, pattern)])
        .filter(({ words }) => !affected.has(words.toLowerCase()))
        .slice(0, mostPerField)
        .map((place) => findingAt(field, place, { code, level: 'look' }, say)),
    ),
  ];
}

function lookAtLinks(field: TextField): Finding[] {
  return linksIn(field)
    .filter(({ address }) => address !== '' && !address.startsWith('#'))
    .slice(0, mostPerField)
    .map((link) => {
      const about = { code: link.isImage ? 'image' : 'link', level: 'look' } as const;
      const question = link.isImage
        ? 'does the picture explain what to do, and nothing else?'
        : 'open it. Does the page help, and sell nothing?';
      return findingAt(field, link, about, (words) => `“${words}”: ${question}`);
    });
}

/** What a field lacks, or has too much of. */
function lookAtWhole(field: TextField, { reference }: Looked): Finding[] {
  const { kind, text } = field;
  if (kind === 'link' || kind === 'image') return [];
  const read = readText(text, 'joined').text;
  const whole = (code: FindingCode, message: string) =>
    findingAt(field, { start: 0, end: text.length }, { code, level: 'look' }, () => message);
  const length = read.trim().length;
  return [
    ...(length > longest[kind]
      ? [whole('long', `${length} characters: is all of it needed to know what to do?`)]
      : []),
    ...(kind === 'heading' && !has(mandatoryMatters, read)
      ? [whole('unclear-subject', 'It does not say that it is about safety, security, terms or the service.')]
      : []),
    ...(kind !== 'heading' && !has(instructions, read)
      ? [whole('no-instruction', 'It does not say what its reader has to do.')]
      : []),
    ...(field.field.endsWith('push.body') &&
    !read.includes(reference) &&
    !/\{\{\s*reference\s*\}\}/.test(text)
      ? [whole('no-reference', `A push says its reference (${reference}) only where the text does.`)]
      : []),
  ];
}

function has(pattern: RegExp, text: string): boolean {
  return text.search(pattern) >= 0;
}
