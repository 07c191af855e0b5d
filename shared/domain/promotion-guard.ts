/**
 * Refuses promotion in a mandatory notice: strictest common denominator of the countries (GDPR and ICO: no advert in a service message;
 * 16 CFR 316.3; CASL 6(6); Korea, Network Act 50: any promotional item makes the whole message advertising).
 * A finding is an error with the place and the words; a person still reads every notice before it is released.
 */
import { type Ban, bans } from './promotion/bans.ts';
import { type Finding, findingAt, mostPerField, overlap } from './promotion/finding.ts';
import { findForbiddenLinks } from './promotion/links.ts';
import { placesOf, type ReaderText, readingsOf } from './promotion/reader-text.ts';
import { type TextField, type Texts, textFieldsOf } from './promotion/text-fields.ts';
import type { NoticeKind } from './vocabulary.ts';

/** What in a notice is promotion and keeps it from being saved: in the order of the fields, and in each of their places. @param kind of the notice; without it, the strictest */
export function findPromotion(content: Texts, kind?: NoticeKind): Finding[] {
  return textFieldsOf(content).flatMap((field) => findPromotionIn(field, kind));
}

/** The same in one field. */
export function findPromotionIn(field: TextField, kind?: NoticeKind): Finding[] {
  return [
    ...findBanned(field, kind).filter(({ level }) => level === 'refused'),
    ...findForbiddenLinks(field),
  ].toSorted((one, other) => one.start - other.start);
}

/** Wordings of promotion in a field; what an honest notice says too is of level `look`. */
export function findBanned(field: TextField, kind?: NoticeKind): Finding[] {
  const readings = readingsOf(field.text);
  return bans.flatMap((ban) =>
    readings.reduce((known, read) => addBanned(known, { ban, field, read, kind }), empty),
  );
}

const empty: readonly Finding[] = [];

interface Search {
  ban: Ban;
  field: TextField;
  read: ReaderText;
  kind: NoticeKind | undefined;
}

function addBanned(known: readonly Finding[], { ban, field, read, kind }: Search): Finding[] {
  const findings = [...known];
  for (const place of placesOf(read, ban.pattern)) {
    const level = levelOf(ban, sentenceAround(read.text, place), kind);
    const enough = findings.filter((other) => other.level === level).length >= mostPerField;
    if (enough || findings.some((other) => overlap(other, place))) continue;
    const about = { code: ban.code, level } as const;
    findings.push(findingAt(field, place, about, (words) => `“${words}” reads as ${ban.what}.`));
  }
  return findings;
}

function levelOf(
  { honestNear, statement }: Ban,
  sentence: string,
  kind: NoticeKind | undefined,
): Finding['level'] {
  if (honestNear?.test(sentence)) return 'look';
  const isStated =
    (kind === 'terms' || kind === 'service') &&
    statement !== undefined &&
    sentence.search(statement.near) >= 0 &&
    !statement.urging.test(sentence);
  return isStated ? 'look' : 'refused';
}

/** The words around a place, as far as the sentence goes and at most this many characters on each side. */
const mostAround = 100;

function sentenceAround(
  text: string,
  { at, words }: { readonly at: number; readonly words: string },
): string {
  const before = text.slice(Math.max(0, at - mostAround), at).split(/[.!?]\s|[。！？]/u);
  const [after = ''] = text
    .slice(at + words.length, at + words.length + mostAround)
    .split(/[.!?]\s|[。！？]/u);
  return `${before.at(-1)}${words}${after}`;
}
