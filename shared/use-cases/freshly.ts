/** Values that are read again when they grow old: an opt-out, a pause or a cancellation must be seen within 5 seconds. */
import type { Instant } from '../domain/vocabulary.ts';

const freshMs = 2000;

/**
 * What `read` gives, at most 2 seconds old when asked for; callers that ask at once share one reading.
 * A value that grew old while its caller waited is read again; one that takes longer than that to read is as fresh as can be.
 */
export function freshly<T>(clock: () => Instant, read: () => Promise<T>, first?: T): () => Promise<T> {
  let reading = { at: clock(), value: first === undefined ? read() : Promise.resolve(first) };
  const isOld = ({ at }: { at: Instant }) => Date.parse(clock()) - Date.parse(at) > freshMs;
  function latest() {
    if (isOld(reading)) reading = { at: clock(), value: read() };
    return reading;
  }
  return async () => {
    const own = latest();
    const value = await own.value;
    return isOld(own) ? latest().value : value;
  };
}
