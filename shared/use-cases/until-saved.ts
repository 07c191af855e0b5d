/** Optimistic writing: whoever finds that somebody else came between starts again from what is there now. */
import { Conflict } from '../domain/faults.ts';

const attempts = 20;

/**
 * Repeats `attempt` until it gives a result; undefined means that it must start again.
 * @throws Conflict when it never got through
 */
export async function untilSaved<Result>(attempt: () => Promise<Result | undefined>): Promise<Result> {
  for (let count = 1; count <= attempts; count++) {
    const result = await attempt();
    if (result !== undefined) return result;
  }
  throw new Conflict('The record kept changing while it was being saved; try again.');
}
