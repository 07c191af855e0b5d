/** Whatever is found in a text, the marks leave every character of it, and each finding is marked over exactly its own words. */
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { markText } from '../../functions/console/client/notice/marks.ts';

const texts = fc.string({ unit: 'grapheme', maxLength: 60 });
const ranges = fc.array(
  fc.tuple(fc.nat(70), fc.nat(70)).map(([start, length]) => ({ start, end: start + length })),
  { maxLength: 6 },
);

it('marks what was found, and nothing else', () => {
  fc.assert(
    fc.property(texts, ranges, (text, findings) => {
      const pieces = markText(text, findings);
      expect(pieces.map((piece) => piece.text).join('')).toBe(text);
      for (const finding of findings) {
        const marked = pieces.filter((piece) => piece.findings.includes(finding));
        expect(marked.map((piece) => piece.text).join('')).toBe(text.slice(finding.start, finding.end));
      }
      expect(pieces.every((piece) => piece.text !== '')).toBe(true);
    }),
  );
});
