/** Asks before a step of a notice, with what follows from it. */
import type { Catalog } from '../i18n/catalog.ts';
import type { Format } from '../i18n/format.ts';
import { type Answered, ask, type Question } from '../ui/confirm.tsx';
import { type NoticeStep, stopAsked } from './notice-steps.ts';
import type { NoticePlan, NoticeView } from './views.ts';

/** Steps that can be taken back by the next click are not asked about. */
export function askNoticeStep(
  step: NoticeStep,
  known: { notice: NoticeView; plan: NoticePlan | undefined },
  text: Catalog,
  format: Format,
): Promise<Answered> {
  const question = questionOf(step, known, text, format);
  return question ? ask(question) : Promise.resolve({ confirmed: true });
}

/** Nobody is affected yet: whether to submit it for those who are still to come. */
export async function askNobodyYet({ notices }: Catalog): Promise<boolean> {
  const { ask: words } = notices;
  const answer = await ask({
    title: words.nobodyTitle,
    body: <p>{words.nobodyBody}</p>,
    action: words.nobodyAction,
    refuse: words.nobodyRefuse,
  });
  return answer.confirmed;
}

function questionOf(
  step: NoticeStep,
  { notice, plan }: { notice: NoticeView; plan: NoticePlan | undefined },
  text: Catalog,
  format: Format,
): Question | undefined {
  const { ask: words, step: names, confirmStop } = text.notices;
  switch (step) {
    case 'submit':
      return { title: words.submitTitle, body: <p>{words.submitBody}</p>, action: names.submit };
    case 'edit':
      return notice.state === 'submitted'
        ? { title: words.editTitle, body: <p>{words.editBody}</p>, action: names.edit }
        : undefined;
    case 'release':
      return {
        title: words.releaseTitle,
        body: (
          <>
            <p>
              <strong>{releaseCount(notice, plan, text, format)}</strong>
            </p>
            <p>{words.releaseFinal}</p>
          </>
        ),
        action: names.release,
        danger: true,
      };
    case 'reject':
      return {
        title: words.rejectTitle,
        body: <p>{words.rejectBody}</p>,
        action: names.reject,
        danger: true,
        reason: { label: words.rejectReason, required: true },
      };
    case 'stop': {
      const asked = stopAsked(notice);
      return {
        title: asked ? words.stopSecondTitle : words.stopTitle,
        body: <p>{asked ? words.stopSecondBody(asked.by) : words.stopBody}</p>,
        action: asked ? confirmStop : names.stop,
        danger: true,
        reason: { label: words.stopReason, required: true },
      };
    }
    case 'replace':
    case 'follow':
      return undefined;
  }
}

/** How many contacts have their turn first. */
function releaseCount(
  { escalateAfter, channels, urgency }: Pick<NoticeView, 'escalateAfter' | 'channels' | 'urgency'>,
  plan: NoticePlan | undefined,
  { notices, terms }: Pick<Catalog, 'notices' | 'terms'>,
  format: Pick<Format, 'number'>,
): string {
  const { ask: words } = notices;
  if (!plan) return words.releaseUnknown;
  const first = escalateAfter === undefined ? undefined : channels[0];
  const count = format.number(first ? (plan.byChannel[first]?.willSend ?? 0) : plan.willSend);
  if (urgency === 'routine') return words.releaseNight(count);
  return first ? words.releaseFirst(count, terms.channel[first]) : words.releaseCount(count);
}
