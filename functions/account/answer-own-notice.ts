/** A person's answer to a notice, given in their account. */
import type { AccountActor } from '../../shared/domain/actor.ts';
import type { NoticeAnswer } from '../../shared/domain/answer.ts';
import { Conflict, InvalidInput, NotFound } from '../../shared/domain/faults.ts';
import type { Instant } from '../../shared/domain/vocabulary.ts';
import { answerNotice, loadReleased } from '../../shared/use-cases/answer-notice.ts';
import type { ShownWording } from '../../shared/use-cases/change-preferences.ts';
import type { AccountDeps } from './deps.ts';
import { openOwnRecord } from './open-own-record.ts';

export interface OwnAnswer {
  /** The version that is accepted; absent: the notice is acknowledged. */
  accept?: string | undefined;
  wording?: ShownWording | undefined;
}

/**
 * @returns the answer on record: the first one stays, and one acceptance may follow an acknowledgement
 * @throws NotFound; InvalidInput for a version that the notice does not ask to accept; Conflict when it was stopped
 */
export async function answerOwn(
  deps: AccountDeps,
  actor: AccountActor,
  messageId: string,
  { accept, wording, now }: OwnAnswer & { now: Instant },
): Promise<NoticeAnswer> {
  const { person } = await openOwnRecord(deps, actor);
  const notice = await loadReleased(deps.messages, messageId);
  if (!notice) throw notSent();
  const outcome = await answerNotice(deps, notice, {
    personId: person.id,
    way: 'account',
    source: 'account',
    now,
    wording: wording?.id,
    wordingLanguage: wording?.language,
    accept: accept === undefined ? undefined : { version: accept },
  });
  switch (outcome.kind) {
    case 'answered':
      return outcome.answer;
    case 'not-sent':
      throw notSent();
    case 'not-asked':
      throw new InvalidInput('The notice does not ask to accept this version.', {
        errors: [{ field: 'accept', message: 'must be the version that the notice names, if it names one' }],
      });
    case 'stopped':
      throw new Conflict('The notice was stopped, so nothing of it can be accepted.', {
        members: { state: notice.state },
      });
  }
}

function notSent(): NotFound {
  return new NotFound('No notice of this id was sent to you.');
}
