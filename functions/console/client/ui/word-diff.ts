/** Two texts compared word by word. Pure. */
import { diffWordsWithSpace } from 'diff';

export interface Piece {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** A comparison that would take longer is not made. */
const limitMs = 300;
/** What stands the same around a change, in characters; the rest of a long text is left out. */
const around = 80;

/** The pieces of both texts in order; undefined where they are too long and too different. */
export function compareWords(before: string, after: string): Piece[] | undefined {
  const changes = diffWordsWithSpace(before, after, { timeout: limitMs });
  return changes?.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));
}

/** Shortens what is the same, so that a change in a long text is seen. */
export function shorten(pieces: readonly Piece[]): Piece[] {
  return pieces.map((piece, index) => {
    if (piece.kind !== 'same' || piece.text.length <= 2 * around + 10) return piece;
    const head = index === 0 ? '' : piece.text.slice(0, around);
    const tail = index === pieces.length - 1 ? '' : piece.text.slice(-around);
    return { ...piece, text: `${head} … ${tail}` };
  });
}
