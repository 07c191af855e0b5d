/** Cursors of lists, as callers see them: opaque, and checked when they come back. */
import { InvalidInput } from '../domain/faults.ts';

/** The position behind a caller's cursor. @throws InvalidInput for one that this service did not give */
export function readCursor(cursor: string | undefined): string | undefined {
  if (cursor === undefined) return undefined;
  try {
    JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return cursor;
  } catch (cause) {
    throw new InvalidInput('The cursor is not one of ours.', {
      errors: [{ field: 'cursor', message: 'take the one that the page before gave' }],
      cause,
    });
  }
}
