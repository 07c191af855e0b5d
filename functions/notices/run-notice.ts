/** The life of a notice: written by one person, released by another, stopped by two. */
import { newId } from '../../shared/adapters/identifiers.ts';
import { sha256 } from '../../shared/adapters/keyring.ts';
import type { StaffActor } from '../../shared/domain/actor.ts';
import { Conflict } from '../../shared/domain/faults.ts';
import { canonicalText } from '../../shared/domain/ledger.ts';
import { type Notice, type NoticeAction, stepNotice } from '../../shared/domain/lifecycle.ts';
import type { NoticeDraft } from '../../shared/domain/message.ts';
import type { Instant } from '../../shared/domain/vocabulary.ts';
import { wakeExpanders } from '../../shared/use-cases/start-message.ts';
import { onceFor, type StepRequest, stepMessage } from '../../shared/use-cases/step-message.ts';
import { checkDraft } from './check-draft.ts';
import type { NoticeDeps } from './deps.ts';
import { loadNotice } from './load-notice.ts';

/** A new draft; the one made before when the idempotency key was used already. */
export async function createNotice(
  { messages }: Pick<NoticeDeps, 'messages'>,
  draft: NoticeDraft,
  { actor, now, idempotencyKey }: { actor: StaffActor; now: Instant; idempotencyKey: string | undefined },
): Promise<Notice> {
  checkDraft(draft);
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
  const id = await messages.create(notice, onceFor(actor, idempotencyKey, draft, now));
  return id === notice.id ? notice : loadNotice(messages, id, actor);
}

/** Takes a step. A release starts the notice at once. */
export async function takeStep(
  deps: NoticeDeps,
  action: NoticeAction,
  request: StepRequest,
): Promise<Notice> {
  const { id, actor, now, reason } = request;
  const notice = await stepMessage(
    deps.messages,
    () => loadNotice(deps.messages, id, actor),
    (before) => {
      const step = stepNotice(before, action, { by: actor.user, at: now, reason });
      if (step.kind !== 'taken') return step;
      if (action === 'submit')
        return { kind: 'taken', message: { ...step.message, contentHash: hashOf(before) } };
      if (action === 'release' && before.contentHash !== hashOf(before)) {
        throw new Conflict('The content is not the one that was submitted.');
      }
      return step;
    },
  );
  if (action === 'release') await wakeExpanders(deps.queue, notice);
  return notice;
}

function hashOf({ draft }: Notice): string {
  return sha256(canonicalText(draft));
}
