/** One campaign on a page: reads it, takes steps, and says in words why a step was refused. */
import { useRef, useState } from 'preact/hooks';
import { newKey } from '../api/client.ts';
import type { ApiProblem } from '../api/problem.ts';
import { asProblem, type Loaded, useLoad } from '../api/use-load.ts';
import type { Catalog } from '../i18n/catalog.ts';
import { useApp } from '../ui/app-context.ts';
import { toast } from '../ui/toasts.tsx';
import type { Step } from './steps.ts';
import type { CampaignView } from './views.ts';

export interface CampaignOnPage {
  readonly loaded: Loaded<CampaignView>;
  readonly reload: () => void;
  /** The step that is being taken. */
  readonly busy: Step | undefined;
  /** Why the last step was refused. */
  readonly refusal: string | undefined;
  /** Takes a step once, however often it is asked for; gives the campaign after it, or undefined where it was refused. */
  readonly take: (step: Step, reason?: string) => Promise<CampaignView | undefined>;
}

/** Where a campaign's route is. */
export function campaignPath(id: string, part = ''): string {
  return `/campaigns/${encodeURIComponent(id)}${part}`;
}

export function useCampaign(id: string): CampaignOnPage {
  const { api, text } = useApp();
  const [loaded, reload, replace] = useLoad(
    async (signal) => (await api.get<CampaignView>(campaignPath(id), { signal })).body,
    [api, id],
  );
  const [busy, setBusy] = useState<Step>();
  const [refusal, setRefusal] = useState<string>();
  // The state of the page comes too late for a second click in the same moment.
  const isTaking = useRef(false);
  const cloneKey = useRef(newKey());
  const take = async (step: Step, reason?: string): Promise<CampaignView | undefined> => {
    if (isTaking.current) return undefined;
    isTaking.current = true;
    setBusy(step);
    setRefusal(undefined);
    try {
      const body = reason === undefined ? {} : { reason };
      const options = step === 'clone' ? { idempotencyKey: cloneKey.current } : {};
      const answer = await api.post<CampaignView>(campaignPath(id, `/${step}`), body, options);
      if (step === 'clone') cloneKey.current = newKey();
      else replace(answer.body);
      toast(doneWords(step, answer.body, text.campaign));
      return answer.body;
    } catch (error) {
      const words = refusalWords(asProblem(error), step, text);
      setRefusal(words);
      toast(words, 'bad');
      reload();
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

/** What the API's refusal of a step means. */
function refusalWords({ status, state, message }: ApiProblem, step: Step, text: Catalog): string {
  const { problem } = text.campaign;
  if (status === 0) return text.frame.noAnswer;
  if (status === 403 && step === 'approve') return problem.ownWork;
  if (status !== 409) return message;
  if (state === undefined) return problem.gone;
  if (state === 'archived') return problem.archived;
  if (step === 'approve' && (state === 'submitted' || state === 'approved')) return problem.planning;
  return problem.state(stateName(state, text.terms));
}

function stateName(state: string, { state: names }: Catalog['terms']): string {
  const known: Readonly<Record<string, string>> = names;
  return known[state] ?? state;
}
