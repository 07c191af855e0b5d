/** The life of a notice from its submission on: released by another person than its author, stopped by two. */

import type { MessageStore } from '../../shared/adapters/message-store.ts';
import type { Slice } from '../../shared/domain/batch.ts';
import { Conflict, Unprocessable } from '../../shared/domain/faults.ts';
import {
  type MessageRecord,
  type Notice,
  type NoticeAction,
  type StepOutcome,
  stepNotice,
} from '../../shared/domain/lifecycle.ts';
import { toWaterfalls } from '../../shared/domain/waterfall.ts';
import { requireVersion } from '../../shared/use-cases/if-match.ts';
import { planMessage } from '../../shared/use-cases/plan-message.ts';
import { hashOf, saveSubmission } from '../../shared/use-cases/save-submission.ts';
import { slicesOf } from '../../shared/use-cases/slices.ts';
import { wakeExpanders } from '../../shared/use-cases/start-message.ts';
import { type StepRequest, stepMessage } from '../../shared/use-cases/step-message.ts';
import { checkDraft, checkRelated } from './check-draft.ts';
import type { NoticeDeps } from './deps.ts';
import { loadNotice } from './load-notice.ts';

interface SubmitRequest extends StepRequest {
  /** The author knows that nobody is affected yet: people get it when they register such a phone. */
  nobodyYet: boolean;
}

/** Submits for release: what is submitted is what can be released. @throws Unprocessable when nobody is affected and nobody has said so */
export async function submitNotice(deps: NoticeDeps, request: SubmitRequest): Promise<Notice> {
  const { id, actor } = request;
  const seen = await loadNotice(deps.messages, id, actor);
  if (seen.state === 'draft') {
    await checkDraft(deps, seen.draft, actor);
    if (!request.nobodyYet) await requireAffected(deps, seen);
  }
  const submitted = await take(deps, 'submit', request, (notice, step) => ({
    ...step,
    contentHash: hashOf(notice),
  }));
  await saveSubmission(deps.submissions, submitted, request);
  return submitted;
}

/** While the plan of a very large audience is being made, somebody has been counted already or will be: it is not waited for. */
async function requireAffected(deps: NoticeDeps, notice: Notice): Promise<void> {
  const answer = await planMessage(deps, notice);
  if (answer.kind === 'making') return;
  const { audience, excluded } = answer.plan;
  if (audience > (excluded['not-affected'] ?? 0)) return;
  throw new Unprocessable('Nobody is affected by this notice.', {
    errors: [
      {
        field: 'audience',
        message:
          'Nobody who is known has such a phone or is there. If they are still to come, submit it with "nobodyYet": they get it when they register.',
      },
    ],
  });
}

/** Releases what was submitted; it starts at once. The notice that it replaces ends with the same write. */
export async function releaseNotice(deps: NoticeDeps, request: StepRequest): Promise<Notice> {
  const { supersedes } = (await loadNotice(deps.messages, request.id, request.actor)).draft;
  if (supersedes !== undefined) await checkRelated(deps, { supersedes }, request.actor);
  const messages = {
    load: deps.messages.load,
    save: async (record: MessageRecord, expected: number) =>
      deps.messages.saveAll([{ record, expected }, ...(await endOf(deps, supersedes, request))]),
  };
  const notice = await take({ messages }, 'release', request, (before, step) => {
    if (before.contentHash !== hashOf(before))
      throw new Conflict('The content is not the one that was submitted.', {
        members: { state: before.state },
      });
    return step;
  });
  await wakeExpanders(deps.queue, notice, { slices: await mostAffectedFirst(deps, notice) });
  return notice;
}

/** All slices, those first in which the last plan found the most to send: a notice to all offices is about few of them. */
async function mostAffectedFirst(
  { messages }: Pick<NoticeDeps, 'messages'>,
  notice: Notice,
): Promise<Slice[]> {
  const mark = await messages.loadPlanMark(notice.id);
  const parts = mark ? await messages.listPlanParts(notice.id, mark.planId) : [];
  const sends = new Map(
    parts.map(({ office, firstShard, counters }) => [
      `${office}#${firstShard}`,
      toWaterfalls([counters]).total.willSend,
    ]),
  );
  const sendsIn = ({ office, firstShard }: Slice) => sends.get(`${office}#${firstShard}`) ?? 0;
  return slicesOf(notice).toSorted((one, other) => sendsIn(other) - sendsIn(one));
}

/** How a replaced notice ends: two people have released the one that replaces it, so it takes nobody else. One that has ended stays as it ended. */
async function endOf(
  deps: Pick<NoticeDeps, 'messages'>,
  id: string | undefined,
  { id: by, actor, now }: StepRequest,
): Promise<{ record: Notice; expected: number }[]> {
  if (id === undefined) return [];
  const before = await loadNotice(deps.messages, id, actor);
  const step = stepNotice(before, 'supersede', { by: actor.user, at: now, reason: `replaced by ${by}` });
  return step.kind === 'taken'
    ? [{ record: { ...step.message, supersededBy: by }, expected: before.version }]
    : [];
}

/** Takes one of the other steps. */
export async function takeStep(
  deps: Pick<NoticeDeps, 'messages'>,
  action: Extract<NoticeAction, 'reject' | 'stop'>,
  request: StepRequest,
): Promise<Notice> {
  return take(deps, action, request, (_before, step) => step);
}

/** @param change what the step puts on the record beside its own marks */
async function take(
  { messages }: { messages: Pick<MessageStore, 'load' | 'save'> },
  action: NoticeAction,
  { id, actor, now, reason, ifMatch }: StepRequest,
  change: (before: Notice, step: Notice) => Notice,
): Promise<Notice> {
  return stepMessage(
    messages,
    () => loadNotice(messages, id, actor),
    (before): StepOutcome<Notice> => {
      requireVersion(ifMatch, before.version);
      const step = stepNotice(before, action, { by: actor.user, at: now, reason });
      return step.kind === 'taken' ? { kind: 'taken', message: change(before, step.message) } : step;
    },
  );
}
