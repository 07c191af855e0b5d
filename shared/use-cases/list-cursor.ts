/** Cursors of lists, as callers see them: opaque, and checked when they come back. */
import * as z from 'zod';
import { InvalidInput } from '../domain/faults.ts';

const Cursor = z.object({ place: z.string().min(1).max(200) });

/** The cursor that says which row was seen last; undefined at the end of a list. */
export function writePlace(place: string | undefined): string | undefined {
  return place === undefined ? undefined : Buffer.from(JSON.stringify({ place })).toString('base64url');
}

/** The place in a caller's cursor. @throws InvalidInput for one that this service did not give */
export function readPlace(cursor: string | undefined): string | undefined {
  if (cursor === undefined) return undefined;
  try {
    return Cursor.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))).place;
  } catch (cause) {
    throw foreignCursor(cause);
  }
}

export function foreignCursor(cause?: unknown): InvalidInput {
  return new InvalidInput('The cursor is not one of ours.', {
    errors: [{ field: 'cursor', message: 'take the one that the page before gave' }],
    cause,
  });
}
