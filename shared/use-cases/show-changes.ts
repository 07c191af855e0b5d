/** What has changed in a message since it was submitted before: what somebody who approves or releases it has to look at. */
import type { SubmissionStore } from '../adapters/submission-store.ts';
import { changesBetween, type DraftChange } from '../domain/draft-changes.ts';
import type { Instant } from '../domain/vocabulary.ts';

export interface Changes {
  /** The submission that is compared with; absent: there was none before. */
  since?: Instant | undefined;
  by?: string | undefined;
  items: DraftChange[];
}

/** A campaign or a notice, as far as it is compared. */
interface Written<Draft> {
  readonly id: string;
  readonly draft: Draft;
  readonly contentHash?: string | undefined;
  readonly history: readonly { readonly action: string; readonly at: Instant }[];
}

/** The draft as it is against the submission before the one that stands; a draft that is not submitted, against the last. */
export async function showChanges<Draft extends object>(
  { submissions }: { submissions: Pick<SubmissionStore<Draft>, 'listNewest'> },
  { id, draft, contentHash, history }: Written<Draft>,
): Promise<Changes> {
  const [newest, older] = await submissions.listNewest(id, 2);
  const lastSubmitted = history.findLast(({ action }) => action === 'submit')?.at;
  const isStanding = contentHash !== undefined && newest?.at === lastSubmitted;
  const before = isStanding ? older : newest;
  if (!before) return { items: [] };
  return { since: before.at, by: before.by, items: changesBetween(before.draft, draft) };
}
