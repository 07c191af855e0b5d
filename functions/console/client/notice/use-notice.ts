/** One notice on a page: reads it, takes steps, and says in words why a step was refused. */
import { useRef, useState } from 'preact/hooks';
import type { ApiProblem } from '../api/problem.ts';
import { asProblem, type Loaded, useLoad } from '../api/use-load.ts';
import type { Catalog } from '../i18n/catalog.ts';
import { useApp } from '../ui/app-context.ts';
import type { Refusal } from '../ui/notice-box.tsx';
import { problemDetail, problemWords } from '../ui/problem-words.ts';
import { toast } from '../ui/toasts.tsx';
import { isPossibleIn, type TakenStep } from './notice-steps.ts';
import { type NoticeView, noticePath } from './views.ts';

export interface NoticeOnPage {
  readonly loaded: Loaded<NoticeView>;
  readonly reload: () => void;
  /** The step that is being taken. */
  readonly busy: TakenStep | undefined;
  /** Why the last step was refused. */
  readonly refusal: Refusal | undefined;
  /**
   * Takes a step once, however often it is asked for.
   * @param seen what somebody saw when they decided; a newer version is not touched
   * @returns `nobody`: it was not submitted, because nobody is affected yet
   */
  readonly take: (
    step: TakenStep,
    seen: NoticeView,
    more?: { reason?: string; nobodyYet?: boolean },
  ) => Promise<'taken' | 'refused' | 'nobody'>;
}

export function useNotice(id: string): NoticeOnPage {
  const { api, text } = useApp();
  const read = async (signal?: AbortSignal) =>
    (await api.get<NoticeView>(noticePath(id), signal ? { signal } : {})).body;
  const [loaded, reload, replace] = useLoad((signal) => read(signal), [api, id]);
  const [busy, setBusy] = useState<TakenStep>();
  const [refusal, setRefusal] = useState<Refusal>();
  // The state of the page comes too late for a second click in the same moment.
  const isTaking = useRef(false);
  const refuse = async (problem: ApiProblem, step: TakenStep): Promise<void> => {
    const fresh = problem.status === 412 ? await read().catch(() => undefined) : undefined;
    if (fresh) replace(fresh);
    else reload();
    const why = refusalOf(problem, step, fresh, text);
    setRefusal(why);
    toast(why.words, 'bad', why.detail);
  };
  const take: NoticeOnPage['take'] = async (step, seen, more = {}) => {
    if (isTaking.current) return 'refused';
    isTaking.current = true;
    setBusy(step);
    setRefusal(undefined);
    try {
      const options = { ifMatch: `"${seen.version}"` };
      const { body } = await api.post<NoticeView>(noticePath(id, `/${step}`), more, options);
      replace(body);
      toast(doneWords(step, body, text.notices));
      return 'taken';
    } catch (error) {
      const problem = asProblem(error);
      if (isNobody(problem, step) && !more.nobodyYet) return 'nobody';
      await refuse(problem, step);
      return 'refused';
    } finally {
      isTaking.current = false;
      setBusy(undefined);
    }
  };
  return { loaded, reload, busy, refusal, take };
}

/** The API found nobody who is affected. */
function isNobody({ status, errors }: ApiProblem, step: TakenStep): boolean {
  return step === 'submit' && status === 422 && errors.some(({ field }) => field === 'audience');
}

function doneWords(step: TakenStep, { state }: NoticeView, { done }: Catalog['notices']): string {
  return step === 'stop' && state !== 'stopped' ? done.stopAsked : done[step];
}

/** What the API's refusal of a step means. @param fresh the notice as it is now, where that was the reason */
function refusalOf(
  problem: ApiProblem,
  step: TakenStep,
  fresh: NoticeView | undefined,
  text: Catalog,
): Refusal {
  const { problem: words } = text.notices;
  const { status, state, errors } = problem;
  const names: Readonly<Record<string, string>> = text.terms.noticeState;
  if (status === 412 && (!fresh || isPossibleIn(step, fresh.state)))
    return { words: words.changed, isChanged: true };
  const now = fresh?.state ?? (status === 409 ? state : undefined);
  if (now !== undefined) return { words: words.state(names[now] ?? now), isChanged: false };
  if (status === 403) return { words: words.ownWork, isChanged: false };
  if (step === 'submit' && errors.length > 0) {
    const detail = errors.map(({ field, message }) => `${field}: ${message}`).join(' ');
    return { words: words.refused, detail, isChanged: false };
  }
  return { words: problemWords(problem, text.frame), detail: problemDetail(problem), isChanged: false };
}
