/** What has changed in a campaign since it was submitted before: what an approver has to look at. */
import type { SubmissionStore } from '../../shared/adapters/submission-store.ts';
import { changesBetween, type DraftChange } from '../../shared/domain/draft-changes.ts';
import type { Campaign } from '../../shared/domain/lifecycle.ts';
import type { CampaignDraft } from '../../shared/domain/message.ts';
import type { Instant } from '../../shared/domain/vocabulary.ts';

export interface Changes {
  /** The submission that is compared with; absent: there was none before. */
  since?: Instant | undefined;
  by?: string | undefined;
  items: DraftChange[];
}

/** The draft as it is against the submission before the one that stands; a draft that is not submitted, against the last. */
export async function showChanges(
  { submissions }: { submissions: Pick<SubmissionStore<CampaignDraft>, 'listNewest'> },
  { id, draft, contentHash, history }: Campaign,
): Promise<Changes> {
  const [newest, older] = await submissions.listNewest(id, 2);
  const lastSubmitted = history.findLast(({ action }) => action === 'submit')?.at;
  const isStanding = contentHash !== undefined && newest?.at === lastSubmitted;
  const before = isStanding ? older : newest;
  if (!before) return { items: [] };
  return { since: before.at, by: before.by, items: changesBetween(before.draft, draft) };
}
