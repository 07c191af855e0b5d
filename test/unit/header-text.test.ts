/** Words of any language in a header (RFC 8187). */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { PurposeHeader } from '../../shared/api/fields.ts';
import { decodeHeaderText, encodeHeaderText } from '../../shared/api/header-text.ts';

const read = (purpose: string) => PurposeHeader.safeParse({ 'x-purpose': purpose });

describe('a purpose', () => {
  it('in any language goes through a header and comes back whole (P-20)', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const sent = encodeHeaderText(text);
        expect(sent).toMatch(/^[\x20-\x7e]*$/);
        expect(decodeHeaderText(sent)).toBe(text);
      }),
    );
  });

  it('is plain where it can be', () => {
    expect(encodeHeaderText('ticket 4711, 100 %')).toBe('ticket 4711, 100 %');
    expect(encodeHeaderText('照会')).toBe("UTF-8''%E7%85%A7%E4%BC%9A");
  });

  it('is kept as people read it, and as long as it reads', () => {
    expect(read("UTF-8''%E7%85%A7%E4%BC%9A").data).toEqual({ 'x-purpose': '照会' });
    expect(read(encodeHeaderText('照'.repeat(200))).success).toBe(true);
    expect(read(encodeHeaderText('照'.repeat(201))).success).toBe(false);
    expect(read("utf-8'ja'%20").success).toBe(false);
    expect(read(' ').success).toBe(false);
  });

  it('that only looks encoded stays as it is', () => {
    expect(decodeHeaderText("UTF-8''%E7%85")).toBe("UTF-8''%E7%85");
    expect(decodeHeaderText('100%25')).toBe('100%25');
    expect(decodeHeaderText(encodeHeaderText("utf-8''a%20b"))).toBe("utf-8''a%20b");
  });
});
