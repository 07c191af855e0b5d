/** The interval of an estimate holds the truth as often as it says: 95 of 100 samples, and never far fewer. */
import { describe, expect, it } from '@jest/globals';
import { intervalOf, scaleUp } from '../../shared/domain/estimate.ts';
import { stableHash } from '../../shared/domain/hash.ts';

const rounds = 400;
const shards = 64;

/** How many of the samples had the truth in their interval; people lie in shards by hash, as they do in the index. */
function coverage(people: number, read: number, contactsPerPerson: number): number {
  let held = 0;
  for (let round = 0; round < rounds; round++) {
    let counted = 0;
    for (let person = 0; person < people; person++)
      if (stableHash(`${round}:${person}`) % shards < read) counted += contactsPerPerson;
    const { low, high } = intervalOf(counted, shards / read, contactsPerPerson);
    const truth = people * contactsPerPerson;
    if (low <= truth && truth <= high) held++;
  }
  return held / rounds;
}

describe('the interval of an estimate', () => {
  it.each([
    [2000, 4, 1],
    [2000, 1, 1],
    [500, 16, 2],
    [300, 8, 2],
    [200, 40, 1],
  ])(
    'of %i people from %i shards, %i contacts each, holds the truth in 95 of 100',
    (people, read, contacts) => {
      expect(coverage(people, read, contacts)).toBeGreaterThan(0.91);
    },
  );

  it('is the figure itself where all shards were read', () => {
    expect(intervalOf(17, 1, 2)).toEqual({ low: 17, high: 17 });
    expect(intervalOf(0, 1, 1)).toEqual({ low: 0, high: 0 });
  });

  it('does not say nobody where the sample had nobody', () => {
    expect(intervalOf(0, 8, 1)).toEqual({ low: 0, high: 24 });
  });
});

it('a sample that is scaled up still adds up', () => {
  const scaled = scaleUp({ audience: 7, willSend: 2, excluded: { erased: 1, 'no-consent': 4 } }, 64 / 3);
  expect(scaled).toEqual({ audience: 149, willSend: 43, excluded: { erased: 21, 'no-consent': 85 } });
});
