/** A draft as it was submitted: its hash, which an approval or a release is bound to, and the copy that the next one is compared with. */
import { sha256 } from '../adapters/keyring.ts';
import type { SubmissionStore } from '../adapters/submission-store.ts';
import type { StaffActor } from '../domain/actor.ts';
import { canonicalText } from '../domain/ledger.ts';
import type { MessageRecord } from '../domain/lifecycle.ts';
import type { Instant } from '../domain/vocabulary.ts';

/** The SHA-256 of the content. */
export function hashOf({ draft }: MessageRecord): string {
  return sha256(canonicalText(draft));
}

/** Repeating it changes nothing. */
export function saveSubmission<Draft>(
  submissions: Pick<SubmissionStore<Draft>, 'save'>,
  submitted: MessageRecord & { draft: Draft },
  { actor, now }: { actor: StaffActor; now: Instant },
): Promise<void> {
  const { id, version, draft } = submitted;
  return submissions.save(id, { version, at: now, by: actor.user, contentHash: hashOf(submitted), draft });
}
