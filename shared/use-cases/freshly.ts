/** Values that are read again when they grow old: an opt-out, a pause or a cancellation must be seen within 5 seconds. */
import type { Instant } from '../domain/vocabulary.ts';

const freshMs = 2000;

/** What `read` gives, at most 2 seconds old when asked for; callers that ask at once share one reading. */
export function freshly<T>(clock: () => Instant, read: () => Promise<T>, first?: T): () => Promise<T> {
  let readAt = clock();
  let value = first === undefined ? read() : Promise.resolve(first);
  return () => {
    const now = clock();
    if (Date.parse(now) - Date.parse(readAt) > freshMs) {
      readAt = now;
      value = read();
    }
    return value;
  };
}
