/** Duties beside the sending: where a browser's signal counts, and where the result of a choice is told (policy P-26). */
import { describe, expect, it } from '@jest/globals';
import { honoursPrivacyControl, resultNoticeWithin } from '../../shared/domain/rules/duties.ts';

describe('Global Privacy Control', () => {
  it.each([
    ['US', 'US-CA', true],
    ['US', 'CA', true],
    ['US', 'co', true],
    ['US', 'US-NY', false],
    ['US', undefined, true],
    ['CA', 'CA-QC', false],
    ['DE', undefined, false],
  ])('in %s %s counts: %s', (country, subdivision, counts) => {
    expect(honoursPrivacyControl({ country, subdivision })).toBe(counts);
  });
});

describe('the result of a choice', () => {
  it('is told within 14 days in Korea, and nowhere else by law', () => {
    expect(['KR', 'JP', 'DE', 'US'].map((country) => resultNoticeWithin({ country }))).toEqual([
      14,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
