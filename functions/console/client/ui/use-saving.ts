/** Saving a draft: a new one or a change of one, what the API refuses, and what happens when somebody else was faster. */
import { useMemo, useState } from 'preact/hooks';
import { textOf } from '../api/draft-body.ts';
import { ApiProblem, type FieldProblem } from '../api/problem.ts';
import { asProblem } from '../api/use-load.ts';
import { useApi, useText } from './app-context.ts';
import type { SavingMeans } from './saving-means.ts';
import { toast } from './toasts.tsx';

export interface Saving<Saved> {
  readonly saved: Saved | undefined;
  readonly isDirty: boolean;
  readonly isBusy: boolean;
  /** Somebody has tried. */
  readonly isStrict: boolean;
  readonly problem: ApiProblem | undefined;
  readonly refused: readonly FieldProblem[];
  /** What somebody else has saved meanwhile. */
  readonly conflict: Saved | undefined;
  /** @returns what is saved; undefined where it could not be. @param over the version to save over, where it is not the last one that was read */
  save(over?: Saved): Promise<Saved | undefined>;
  /** Takes what is on the server as the version that was read. */
  accept(saved: Saved): void;
  closeConflict(): void;
  /** What was refused may be right now. */
  forget(): void;
}

interface SavingOptions<Form, Saved> {
  means: SavingMeans<Form, Saved>;
  /** What the page began with, if it was saved before. */
  first: Saved | undefined;
  /** What a new one begins with: it is not worth a warning. */
  blank: Form;
  /** What was typed last, also before it is drawn. */
  latest: () => Form;
}

/** @param form as it is drawn */
export function useSaving<Form, Saved>(
  form: Form,
  { means, first, blank, latest }: SavingOptions<Form, Saved>,
): Saving<Saved> {
  const api = useApi();
  const { composer } = useText();
  const [create] = useState(() => means.creator(api));
  const [saved, setSaved] = useState(first);
  const baseline = useMemo(() => textOf(saved ? means.bodyOf(saved) : means.toBody(blank)), [saved, blank]);
  const [isBusy, setBusy] = useState(false);
  const [isStrict, setStrict] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();
  const [conflict, setConflict] = useState<Saved>();

  const accept = (fresh: Saved) => {
    setSaved(() => fresh);
    setConflict(undefined);
    setProblem(undefined);
  };

  /** A newer version with the same draft is no conflict: a test was noted, nothing is lost. */
  const settle = async (before: Saved): Promise<Saved | undefined> => {
    const theirs = await means.reload(api, before);
    const isSame =
      means.stateOf(theirs) === means.stateOf(before) &&
      textOf(means.bodyOf(theirs)) === textOf(means.bodyOf(before));
    if (isSame) return means.change(api, means.toBody(latest()), theirs);
    setConflict(() => theirs);
    return undefined;
  };

  const send = async (over: Saved | undefined): Promise<Saved | undefined> => {
    const draft = means.toBody(latest());
    if (!over) return create(draft);
    try {
      return await means.change(api, draft, over);
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 412) return settle(over);
      throw error;
    }
  };

  const save = async (over = saved): Promise<Saved | undefined> => {
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
    isDirty: textOf(means.toBody(form)) !== baseline,
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
