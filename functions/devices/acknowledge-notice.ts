/** The button under a notice on the phone: its person has read it. What asks for more than that is accepted on the page of the notice. */
import { type AnswerDeps, answerNotice } from '../../shared/use-cases/answer-notice.ts';
import type { DeviceDeps } from './deps.ts';

/** A clock that lags does not put the answer before the release. @returns false when the notice was not sent to the person of the device */
export function createAcknowledge(deps: AnswerDeps): DeviceDeps['acknowledge'] {
  return async (notice, { personId }, at) => {
    const { startedAt = at } = notice;
    const now = at < startedAt ? startedAt : at;
    const given = { personId, way: 'push', channel: 'push', source: 'app', now } as const;
    return (await answerNotice(deps, notice, given)).kind === 'answered';
  };
}
