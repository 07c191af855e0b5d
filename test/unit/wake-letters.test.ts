/** A queue that does not answer fails no request: the letters are stored, and the clock wakes them. */
import { expect, it } from '@jest/globals';
import type { Letter } from '../../shared/domain/letter.ts';
import { createWakeLetters, wakeOrWait } from '../../shared/use-cases/wake-letters.ts';

const letter = { id: 'l_1', personId: 'per_1', office: 'de' } as Letter;

it('tells of the fault and goes on', async () => {
  const wake = createWakeLetters(async () => {
    throw new Error('the queue is away');
  }, 'letters');
  await expect(wake([letter])).rejects.toThrow('the queue is away');
  const faults: unknown[] = [];
  await wakeOrWait(wake, (error) => faults.push(error))([letter]);
  expect(faults).toEqual([new Error('the queue is away')]);
});
