/** A person's own choices, newest first. Who of the staff acted, and on which paper, is not theirs to see: only that it was staff. */
import { InvalidInput } from '../../shared/domain/faults.ts';
import type { LedgerEntry } from '../../shared/domain/ledger.ts';

export interface HistoryPage {
  items: Omit<LedgerEntry, 'personId' | 'contactId' | 'office' | 'hash' | 'previousHash'>[];
  cursor?: string | undefined;
}

/**
 * One page; the cursor is the id of its last entry, which sorts by time.
 * @throws InvalidInput for a cursor that this service did not give
 */
export function pageOfHistory(
  entries: readonly LedgerEntry[],
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): HistoryPage {
  if (cursor !== undefined && entries.every(({ id }) => id !== cursor)) {
    throw new InvalidInput('The cursor is not one of ours.', {
      errors: [{ field: 'cursor', message: 'take the one that the page before gave' }],
    });
  }
  const left = entries.filter(({ id }) => cursor === undefined || id < cursor).toReversed();
  const shown = left.slice(0, limit);
  return { items: shown.map(toItem), cursor: left.length > limit ? shown.at(-1)?.id : undefined };
}

function toItem(entry: LedgerEntry): HistoryPage['items'][number] {
  const {
    personId: _person,
    contactId: _contact,
    office: _office,
    hash: _hash,
    previousHash: _previous,
    ...shown
  } = entry;
  return { ...shown, actor: { kind: entry.actor.kind } };
}
