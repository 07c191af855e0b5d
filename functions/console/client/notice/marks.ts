/** A text cut where findings begin and end, so that each place can be marked. Pure. */

interface Range {
  readonly start: number;
  readonly end: number;
}

export interface MarkedPiece<Finding> {
  readonly text: string;
  /** Those that cover the piece; none: it is fine. */
  readonly findings: readonly Finding[];
}

/** @param findings offsets in UTF-16 units; what reaches beyond the text is cut off. The pieces together are the text. */
export function markText<Finding extends Range>(
  text: string,
  findings: readonly Finding[],
): MarkedPiece<Finding>[] {
  const within = findings.filter(({ start, end }) => start < end && start < text.length);
  const ends = within.flatMap(({ start, end }) => [Math.max(0, start), Math.min(end, text.length)]);
  const cuts = [...new Set([0, ...ends, text.length])].sort((left, right) => left - right);
  return cuts.slice(1).map((to, index) => {
    const from = cuts[index] ?? 0;
    return {
      text: text.slice(from, to),
      findings: within.filter(({ start, end }) => start < to && end > from),
    };
  });
}

/** What stands the same around a mark, in characters; the rest of a long text is left out. */
const around = 60;

/** Shortens what is fine, so that the marks of a long text are seen together. */
export function shortenMarked<Finding>(pieces: readonly MarkedPiece<Finding>[]): MarkedPiece<Finding>[] {
  return pieces.map((piece, index) => {
    if (piece.findings.length > 0 || piece.text.length <= 2 * around + 10) return piece;
    const head = index === 0 ? '' : piece.text.slice(0, around);
    const tail = index === pieces.length - 1 ? '' : piece.text.slice(-around);
    return { ...piece, text: `${head} … ${tail}` };
  });
}
