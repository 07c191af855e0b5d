/** Saving: a new campaign or a change of one, what the API refuses, and what happens when somebody else was faster. */
import { useMemo, useState } from 'preact/hooks';
import { ApiProblem, type FieldProblem } from '../api/problem.ts';
import { asProblem } from '../api/use-load.ts';
import { useApi, useText } from '../ui/app-context.ts';
import { toast } from '../ui/toasts.tsx';
import { type CampaignForm, toDraft } from './campaign-form.ts';
import {
  campaignCreator,
  changeCampaign,
  draftOf,
  loadCampaign,
  type SavedCampaign,
  textOf,
} from './saved-campaign.ts';

export interface Saving {
  readonly saved: SavedCampaign | undefined;
  readonly isDirty: boolean;
  readonly isBusy: boolean;
  /** Somebody has tried. */
  readonly isStrict: boolean;
  readonly problem: ApiProblem | undefined;
  readonly refused: readonly FieldProblem[];
  /** What somebody else has saved meanwhile. */
  readonly conflict: SavedCampaign | undefined;
  /** @returns the saved campaign; undefined where it could not be saved. @param over the version to save over, where it is not the last one that was read */
  save(over?: SavedCampaign): Promise<SavedCampaign | undefined>;
  /** Takes what is on the server as the version that was read. */
  accept(saved: SavedCampaign): void;
  closeConflict(): void;
  /** What was refused may be right now. */
  forget(): void;
}

interface SavingOptions {
  /** What the page began with, if it was saved before. */
  first: SavedCampaign | undefined;
  /** What a new campaign begins with: it is not worth a warning. */
  blank: CampaignForm;
  /** What was typed last, also before it is drawn. */
  latest: () => CampaignForm;
}

/** @param form as it is drawn */
export function useSaving(form: CampaignForm, { first, blank, latest }: SavingOptions): Saving {
  const api = useApi();
  const { composer } = useText();
  const [create] = useState(() => campaignCreator(api));
  const [saved, setSaved] = useState(first);
  const baseline = useMemo(() => textOf(saved ? draftOf(saved) : toDraft(blank)), [saved, blank]);
  const [isBusy, setBusy] = useState(false);
  const [isStrict, setStrict] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();
  const [conflict, setConflict] = useState<SavedCampaign>();

  const accept = (fresh: SavedCampaign) => {
    setSaved(fresh);
    setConflict(undefined);
    setProblem(undefined);
  };

  /** A newer version with the same draft is no conflict: a test was noted, nothing is lost. */
  const settle = async (before: SavedCampaign): Promise<SavedCampaign | undefined> => {
    const theirs = await loadCampaign(api, before.campaign.id);
    const isSame =
      theirs.campaign.state === before.campaign.state && textOf(draftOf(theirs)) === textOf(draftOf(before));
    if (isSame) return changeCampaign(api, toDraft(latest()), theirs);
    setConflict(theirs);
    return undefined;
  };

  const send = async (over: SavedCampaign | undefined): Promise<SavedCampaign | undefined> => {
    const draft = toDraft(latest());
    if (!over) return create(draft);
    try {
      return await changeCampaign(api, draft, over);
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 412) return settle(over);
      throw error;
    }
  };

  const save = async (over = saved): Promise<SavedCampaign | undefined> => {
    if (isBusy) return undefined;
    setBusy(true);
    setStrict(true);
    setProblem(undefined);
    // The dialog closes: what comes of it is said on the page.
    setConflict(undefined);
    try {
      const fresh = await send(over);
      if (!fresh) return undefined;
      accept(fresh);
      setStrict(false);
      toast(composer.savedNow);
      return fresh;
    } catch (error) {
      setProblem(asProblem(error));
      return undefined;
    } finally {
      setBusy(false);
    }
  };

  return {
    saved,
    isDirty: textOf(toDraft(form)) !== baseline,
    isBusy,
    isStrict,
    problem,
    refused: problem?.errors ?? [],
    conflict,
    save,
    accept,
    closeConflict: () => setConflict(undefined),
    forget: () => setProblem(undefined),
  };
}
