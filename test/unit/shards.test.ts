/** How people spread over shards, and the ids of waves: both are stored, so neither may change. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { waveId, waveInstant } from '../../shared/domain/batch.ts';
import { stableHash } from '../../shared/domain/hash.ts';
import { contactKey, shardOf } from '../../shared/domain/person.ts';
import { shardCount } from '../../shared/domain/vocabulary.ts';

/** How often each of `buckets` is hit. */
function spread(values: readonly number[], buckets: number): number[] {
  const counts = new Array<number>(buckets).fill(0);
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

const numbered = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}`);

describe('shards', () => {
  it('stay where they are: the same person is in the same shard in every version of the software', () => {
    expect(['per_1', 'per_2', 'per_01JD8Z6Y3W', ''].map(stableHash)).toEqual([
      970_101_557, 260_589_258, 411_162_180, 2_872_998_923,
    ]);
    expect(['per_1', 'per_2', 'per_01JD8Z6Y3W', ''].map(shardOf)).toEqual([53, 10, 4, 11]);
  });

  it.each([
    ['numbers', numbered('per_', 32_000)],
    ['ids that count up in their last letters', numbered('per_01JD8Z6Y3W4K5M6N7P8Q9R', 32_000)],
  ])('are about equally full with %s', (_, ids) => {
    const counts = spread(ids.map(shardOf), shardCount);
    expect(counts).toHaveLength(64);
    expect(Math.min(...counts)).toBeGreaterThan(400);
    expect(Math.max(...counts)).toBeLessThan(600);
  });

  it('say nothing about who is held out of a campaign: the two are independent', () => {
    const heldOut = numbered('per_', 32_000).filter((id) => stableHash(`cmp_1:${id}`) % 1000 < 100);
    const counts = spread(heldOut.map(shardOf), shardCount);
    expect(Math.min(...counts)).toBeGreaterThan(20);
    expect(Math.max(...counts)).toBeLessThan(90);
  });

  it('hold any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(Array.from({ length: shardCount }, (_, shard) => shard)).toContain(shardOf(text));
      }),
    );
  });

  it('keep the contacts of a person side by side', () => {
    const keys = [
      { personId: 'per_2', id: 'a' },
      { personId: 'per_1', id: 'z' },
      { personId: 'per_1', id: 'b' },
    ].map(contactKey);
    expect(keys.toSorted()).toEqual(['per_1#b', 'per_1#z', 'per_2#a']);
  });
});

describe('the id of a wave', () => {
  it('is the second it is due, in letters that a message tag may hold', () => {
    expect(waveId('2026-11-23T18:05:00.000Z')).toBe('20261123T180500Z');
    expect(waveId('2026-11-23T18:05:00.999Z')).toBe('20261123T180500Z');
  });

  it('names its instant and sorts like it', () => {
    const seconds = fc
      .integer({ min: 0, max: 4_000_000_000 })
      .map((second) => new Date(second * 1000).toISOString());
    fc.assert(
      fc.property(seconds, seconds, (one, two) => {
        expect(waveInstant(waveId(one))).toBe(one);
        expect(waveId(one) < waveId(two)).toBe(one < two);
        expect(waveId(one)).toMatch(/^[\w-]+$/);
      }),
    );
  });
});
