/** How many text messages a text becomes (3GPP TS 23.038). */
import { expect, it } from '@jest/globals';
import { countSegments } from '../../shared/content/sms-segments.ts';

it.each([
  ['', 0],
  ['a'.repeat(160), 1],
  ['a'.repeat(161), 2],
  ['a'.repeat(306), 2],
  ['a'.repeat(307), 3],
  ['ä'.repeat(160), 1],
  ['€'.repeat(80), 1],
  [`${'€'.repeat(80)}a`, 2],
  /** The escape of the last € would be in one message and its septet in the next. */
  [`${'a'.repeat(152)}€${'a'.repeat(152)}`, 3],
  ['č'.repeat(70), 1],
  ['č'.repeat(71), 2],
  [`${'a'.repeat(70)}č`, 2],
  ['安'.repeat(134), 2],
  ['安'.repeat(135), 3],
  ['😀'.repeat(35), 1],
  [`${'安'.repeat(66)}😀${'安'.repeat(66)}`, 3],
])('%j is %i', (text, segments) => {
  expect(countSegments(text)).toBe(segments);
});
