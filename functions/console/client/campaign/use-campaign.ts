/** One campaign on a page: reads it, takes steps, and says in words why a step was refused. */
import { useRef, useState } from 'preact/hooks';
import { newKey } from '../api/client.ts';
import type { ApiProblem } from '../api/problem.ts';
import { asProblem, type Loaded, useLoad } from '../api/use-load.ts';
import type { Catalog } from '../i18n/catalog.ts';
import { useApp } from '../ui/app-context.ts';
import type { Refusal } from '../ui/notice-box.tsx';
import { problemDetail, problemWords } from '../ui/problem-words.ts';
import { toast } from '../ui/toasts.tsx';
import { isPossibleIn, type Step, versionFor } from './steps.ts';
import type { CampaignView } from './views.ts';

export interface CampaignOnPage {
  readonly loaded: Loaded<CampaignView>;
  readonly reload: () => void;
  /** The step that is being taken. */
  readonly busy: Step | undefined;
  /** Why the last step was refused. */
  readonly refusal: Refusal | undefined;
  /**
   * Takes a step once, however often it is asked for; gives the campaign after it, or undefined where it was refused.
   * @param seen what somebody saw when they decided; a newer version is not touched
   */
  readonly take: (step: Step, seen: CampaignView, reason?: string) => Promise<CampaignView | undefined>;
}

/** Where a campaign's route is. */
export function campaignPath(id: string, part = ''): string {
  return `/campaigns/${encodeURIComponent(id)}${part}`;
}

export function useCampaign(id: string): CampaignOnPage {
  const { api, text } = useApp();
  const read = async (signal?: AbortSignal) =>
    (await api.get<CampaignView>(campaignPath(id), signal ? { signal } : {})).body;
  const [loaded, reload, replace] = useLoad((signal) => read(signal), [api, id]);
  const [busy, setBusy] = useState<Step>();
  const [refusal, setRefusal] = useState<Refusal>();
  // The state of the page comes too late for a second click in the same moment.
  const isTaking = useRef(false);
  const cloneKey = useRef(newKey());
  const refuse = async (problem: ApiProblem, step: Step): Promise<Refusal> => {
    const fresh = problem.status === 412 ? await read().catch(() => undefined) : undefined;
    if (fresh) replace(fresh);
    else reload();
    return refusalOf(problem, step, fresh, text);
  };
  const take = async (step: Step, seen: CampaignView, reason?: string): Promise<CampaignView | undefined> => {
    if (isTaking.current) return undefined;
    isTaking.current = true;
    setBusy(step);
    setRefusal(undefined);
    try {
      const body = reason === undefined ? {} : { reason };
      const options =
        step === 'clone' ? { idempotencyKey: cloneKey.current } : { ifMatch: versionFor(step, seen) };
      const answer = await api.post<CampaignView>(campaignPath(id, `/${step}`), body, options);
      if (step === 'clone') cloneKey.current = newKey();
      else replace(answer.body);
      toast(doneWords(step, answer.body, text.campaign));
      return answer.body;
    } catch (error) {
      const why = await refuse(asProblem(error), step);
      setRefusal(why);
      toast(why.words, 'bad', why.detail);
      return undefined;
    } finally {
      isTaking.current = false;
      setBusy(undefined);
    }
  };
  return { loaded, reload, busy, refusal, take };
}

function doneWords(step: Step, { state }: CampaignView, { done }: Catalog['campaign']): string {
  if (step === 'edit') return '';
  return step === 'approve' && state === 'approved' ? done.approveFirst : done[step];
}

/** What the API's refusal of a step means. @param fresh the campaign as it is now, where that was the reason */
function refusalOf(problem: ApiProblem, step: Step, fresh: CampaignView | undefined, text: Catalog): Refusal {
  const { problem: words } = text.campaign;
  if (problem.status !== 412) return { ...knownRefusal(problem, step, text), isChanged: false };
  if (fresh && !isPossibleIn(step, fresh.state))
    return { words: words.state(stateName(fresh.state, text.terms)), isChanged: false };
  return { words: words.changed, isChanged: true };
}

function knownRefusal(refused: ApiProblem, step: Step, text: Catalog): Omit<Refusal, 'isChanged'> {
  const words = refusalWords(refused, step, text);
  return words === undefined
    ? { words: problemWords(refused, text.frame), detail: problemDetail(refused) }
    : { words };
}

function refusalWords({ status, state }: ApiProblem, step: Step, text: Catalog): string | undefined {
  const { problem } = text.campaign;
  if (status === 403 && step === 'approve') return problem.ownWork;
  if (status !== 409) return undefined;
  if (state === undefined) return problem.gone;
  if (state === 'archived') return problem.archived;
  if (step === 'approve' && (state === 'submitted' || state === 'approved')) return problem.planning;
  return problem.state(stateName(state, text.terms));
}

function stateName(state: string, { state: names }: Catalog['terms']): string {
  const known: Readonly<Record<string, string>> = names;
  return known[state] ?? state;
}
