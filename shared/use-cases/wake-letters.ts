/** Puts pointers of due letters on their queue. */
import { type DeliverLetter, deliverLetterName } from '../../events/deliver-letter.ts';
import type { SendWakeups } from '../adapters/queues.ts';
import type { Letter } from '../domain/letter.ts';

export type WakeLetters = (letters: readonly Letter[]) => Promise<void>;

/** A function that wakes the sender of letters; the clock wakes it again for those that it has missed. */
export function createWakeLetters(send: SendWakeups, queueUrl: string): WakeLetters {
  return async (letters) => {
    if (letters.length === 0) return;
    await send(
      queueUrl,
      letters.map((letter) => ({ group: letter.office, body: commandOf(letter) })),
    );
  };
}

/** The same for a request whose letters are stored already: a queue that does not answer fails nobody, because the clock wakes them. @param onFault is told of it */
export function wakeOrWait(wake: WakeLetters, onFault: (error: unknown) => void): WakeLetters {
  return (letters) => wake(letters).catch(onFault);
}

function commandOf({ personId, id }: Letter): DeliverLetter {
  return { name: deliverLetterName, version: 1, personId, letterId: id };
}
