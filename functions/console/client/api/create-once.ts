/** Creates one thing, however often it is tried: a try whose answer was lost may have come through. */
import { newKey } from './client.ts';
import { ApiProblem } from './problem.ts';

/** The API refused it, so nothing was made; without an answer nobody knows. */
function isRefused(error: unknown): boolean {
  return error instanceof ApiProblem && error.status >= 400 && error.status < 500;
}

/**
 * The API takes a key with one body only, so another try sends the first one again, and then changes what it made to what is wanted now.
 * @returns a function that is to be the same for every try
 */
export function createOnce<Body, Made>(
  create: (body: Body, key: string) => Promise<Made>,
  change: (made: Made, body: Body) => Promise<Made>,
): (body: Body) => Promise<Made> {
  let tried: { body: Body; key: string } | undefined;
  return async (body) => {
    tried ??= { body, key: newKey() };
    const first = tried;
    const made = await create(first.body, first.key).catch((error: unknown) => {
      if (isRefused(error)) tried = undefined;
      throw error;
    });
    return JSON.stringify(first.body) === JSON.stringify(body) ? made : change(made, body);
  };
}
