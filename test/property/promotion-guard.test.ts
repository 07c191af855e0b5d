/** Promotion is found however it is written, and marked where it stands (N-20). */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { linksIn } from '../../shared/domain/promotion/links.ts';
import { placesOf, readText } from '../../shared/domain/promotion/reader-text.ts';
import { lookAgain } from '../../shared/domain/promotion/second-look.ts';
import { findPromotion } from '../../shared/domain/promotion-guard.ts';

const inHtml = (html: string) => ({
  defaultLocale: 'en',
  locales: { en: { email: { subject: 'Safety notice', html } } },
});

const promotion = fc.constantFrom(
  'Shop now',
  'discount',
  '20% off',
  'Unsubscribe',
  'Gutschein',
  'clearance sale',
  'クーポン',
  '할인',
  'ส่วนลด',
  'خصم',
);

/** Ways to write one character that its reader does not see. */
const disguises: readonly ((character: string) => string)[] = [
  (character) => character,
  (character) => `&#${character.codePointAt(0)};`,
  (character) => `&#x${character.codePointAt(0)?.toString(16)};`,
  (character) => `${character}\u200b`,
  (character) => `\u2060${character}\ufe0f`,
  (character) => `${character}&shy;`,
  (character) => `<b>${character}</b>`,
  (character) => `${character}<!-- x -->`,
  (character) => `${character}<i class="x"></i>`,
  (character) =>
    /[!-~]/.test(character) ? String.fromCodePoint(character.charCodeAt(0) + 0xfee0) : character,
  (character) => character.normalize('NFD'),
  (character) => (character === ' ' ? '&nbsp;<br>\n' : character),
];

const disguised = promotion.chain((words) => {
  const characters = [...words];
  return fc
    .array(fc.nat(disguises.length - 1), { minLength: characters.length, maxLength: characters.length })
    .map((ways) => characters.map((character, at) => disguises[ways[at] ?? 0]?.(character) ?? '').join(''));
});

/** Honest words around it, in markup. */
const around = fc
  .array(fc.constantFrom('<p>', '</p>', '<td>', ' ', 'Do not charge it. ', '&amp;', '\n', '<br/>', '停止'), {
    maxLength: 8,
  })
  .map((parts) => parts.join(''));

describe('promotion', () => {
  it('is found in any disguise, in a place that holds it', () => {
    fc.assert(
      fc.property(around, disguised, around, (before, words, after) => {
        const html = `${before} ${words} ${after}`;
        const findings = findPromotion(inHtml(html));
        const from = before.length + 1;
        expect(
          findings.some(({ start, end }) => start >= from && end <= from + words.length && start < end),
        ).toBe(true);
      }),
    );
  });
});

const source = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 6 }),
      fc.constantFrom(
        '<',
        '>',
        '<!--',
        '-->',
        '<style>',
        '</style>',
        '&amp;',
        '&#8364;',
        '&#x',
        'href="',
        'https://',
        'www.a.de',
        '€1',
        '\u0301',
        's a l e',
        'url(',
        '"',
      ),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));

describe('any text', () => {
  it('is read to its end: each character has a place, in order, within the source', () => {
    fc.assert(
      fc.property(source, fc.constantFrom('kept', 'joined', 'spaced'), (text, markup) => {
        const { text: read, starts, ends } = readText(text, markup);
        expect([starts.length, ends.length]).toEqual([read.length, read.length]);
        for (const [at, start] of starts.entries()) {
          expect(start).toBeGreaterThanOrEqual(starts[at - 1] ?? 0);
          expect(ends[at]).toBeGreaterThan(start);
          expect(ends[at]).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });

  it('without markup and references is read as it is', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9,]{0,40}$/), (text) => {
        expect(readText(text, 'joined').text).toBe(text);
        expect(
          [...placesOf(readText(text, 'kept'), /[a-z]+/gu)].map(({ start, end }) => text.slice(start, end)),
        ).toEqual(text.match(/[a-z]+/g) ?? []);
      }),
    );
  });

  it('gives findings and links whose places are in it, and quotes that stand there', () => {
    fc.assert(
      fc.property(source, (text) => {
        const content = inHtml(text);
        const looks = lookAgain({ content, reference: 'R-1', audience: {} });
        for (const { field, quote, start, end } of [...findPromotion(content), ...looks]) {
          const whole = field.endsWith('html') ? text : content.locales.en.email.subject;
          expect([start >= 0, start < end || whole === '', end <= whole.length]).toEqual([true, true, true]);
          expect(whole.toWellFormed().slice(start, end).startsWith(quote.replace(/…$/, ''))).toBe(true);
        }
        for (const { start, end } of linksIn({ kind: 'html', text }))
          expect(end).toBeGreaterThanOrEqual(start);
      }),
    );
  });
});
