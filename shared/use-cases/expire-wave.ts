/** A wave that was slept through is marked as expired by whoever comes to it first, the clock or a sender; from then on its batches are only settled. */
import type { MessageStore } from '../adapters/message-store.ts';
import type { MessageRecord } from '../domain/lifecycle.ts';
import type { Instant } from '../domain/vocabulary.ts';
import { isWaveTooLate } from '../domain/wave.ts';

interface ExpireDeps {
  messages: Pick<MessageStore, 'loadWave' | 'expireWave'>;
  clock: () => Instant;
}

/** Whether a wave of a running message has expired, now or earlier. One that was woken in time never does, however long its sending takes. */
export async function expireIfLate(
  { messages, clock }: ExpireDeps,
  record: MessageRecord,
  wave: string,
): Promise<boolean> {
  for (;;) {
    const known = await messages.loadWave(record.id, wave);
    if (known?.expiredAt !== undefined) return true;
    if (!known?.waiting || !isWaveTooLate(record, wave, clock())) return false;
    if (await messages.expireWave(record.id, wave, clock())) return true;
  }
}
