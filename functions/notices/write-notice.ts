/** Writing and changing notices. Content is frozen at submission; a change makes a draft of it again. */
import { newId } from '../../shared/adapters/identifiers.ts';
import type { StaffActor } from '../../shared/domain/actor.ts';
import { PreconditionRequired } from '../../shared/domain/faults.ts';
import { type Notice, stepNotice, withoutSubmission } from '../../shared/domain/lifecycle.ts';
import type { NoticeDraft } from '../../shared/domain/message.ts';
import type { Instant } from '../../shared/domain/vocabulary.ts';
import { requireVersion } from '../../shared/use-cases/if-match.ts';
import { onceFor, stepMessage } from '../../shared/use-cases/step-message.ts';
import { checkDraft } from './check-draft.ts';
import type { NoticeDeps } from './deps.ts';
import { loadNotice } from './load-notice.ts';

/** A new draft; the one made before when the idempotency key was used already. */
export async function createNotice(
  deps: Pick<NoticeDeps, 'messages' | 'templates' | 'clock'>,
  draft: NoticeDraft,
  { actor, now, idempotencyKey }: { actor: StaffActor; now: Instant; idempotencyKey: string | undefined },
): Promise<Notice> {
  await checkDraft(deps, draft, actor);
  const notice: Notice = {
    type: 'notice',
    id: newId('ntc'),
    office: actor.office,
    state: 'draft',
    draft,
    version: 1,
    createdBy: actor.user,
    createdAt: now,
    updatedAt: now,
    history: [{ action: 'create', at: now, by: actor.user }],
  };
  const id = await deps.messages.create(notice, onceFor(actor, idempotencyKey, draft, now));
  return id === notice.id ? notice : loadNotice(deps.messages, id, actor);
}

/** Replaces the draft. @throws Conflict when it has been released, PreconditionRequired without `If-Match`, PreconditionFailed for another version */
export async function changeNotice(
  deps: Pick<NoticeDeps, 'messages' | 'templates' | 'clock'>,
  id: string,
  draft: NoticeDraft,
  { actor, now, ifMatch }: { actor: StaffActor; now: Instant; ifMatch: string | undefined },
): Promise<Notice> {
  if (ifMatch === undefined)
    throw new PreconditionRequired('Say with If-Match which version of the notice you have changed.');
  await checkDraft(deps, draft, actor);
  return stepMessage(
    deps.messages,
    () => loadNotice(deps.messages, id, actor),
    (notice) => {
      requireVersion(ifMatch, notice.version);
      const step = stepNotice(notice, 'edit', { by: actor.user, at: now });
      if (step.kind !== 'taken') return step;
      return { kind: 'taken', message: { ...withoutSubmission(step.message), draft } };
    },
  );
}
