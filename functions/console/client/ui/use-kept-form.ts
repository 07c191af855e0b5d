/** Unsaved work: asked about when the page is left, kept over the end of a session, and offered after the next sign-in. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { textOf } from '../api/draft-body.ts';
import { useApp } from './app-context.ts';
import { askToLeave } from './confirm.tsx';
import { dropForm, keepForm, keptForm } from './kept-form.ts';
import type { SavingMeans } from './saving-means.ts';
import { useSessionEnd } from './session-end.ts';
import { letLeave, useLeaveGuard } from './use-place.ts';
import type { Saving } from './use-saving.ts';

export interface KeptWork {
  readonly hasEnded: boolean;
  /** There is something to restore, or to discard. */
  readonly isOffered: boolean;
  restore(): void;
  discard(): void;
  /** Keeps what is unsaved and goes to the sign-in, which comes back to this page. */
  signInAgain(): void;
}

interface KeptFormOptions<Form, Saved> {
  /** Of what is written on this page. */
  name: string;
  /** What the page began with. */
  start: { readonly form: Form; readonly saved: Saved | undefined };
  means: SavingMeans<Form, Saved>;
  /** Whether what was kept belongs to this page. */
  belongs: (kept: Form) => boolean;
  form: Form;
  saving: Saving<Saved>;
  replace: (form: Form) => void;
}

export function useKeptForm<Form, Saved>({
  name,
  start,
  means,
  belongs,
  form,
  saving,
  replace,
}: KeptFormOptions<Form, Saved>): KeptWork {
  const { session, signIn, text } = useApp();
  const { frame } = text;
  const { user } = session;
  const { saved, isDirty } = saving;
  const [offer, setOffer] = useState(() => {
    const kept = keptForm<Form, Saved>(sessionStorage, name, user);
    if (!kept || !belongs(kept.form)) return undefined;
    return textOf(means.toBody(kept.form)) === textOf(means.toBody(start.form)) ? undefined : kept;
  });
  const keep = () => keepForm(sessionStorage, name, { user, form, saved });
  const hasEnded = useSessionEnd(isDirty, keep);
  const forget = () => {
    if (!offer) dropForm(sessionStorage, name);
  };
  useEffect(() => {
    if (saved !== start.saved) forget();
  }, [saved]);
  const forgetNow = useRef(forget);
  forgetNow.current = forget;
  const askLeave = useCallback(async () => {
    const isLeaving = await askToLeave({ frame });
    if (isLeaving) forgetNow.current();
    return isLeaving;
  }, [frame]);
  useLeaveGuard(isDirty, askLeave);
  return {
    hasEnded,
    isOffered: offer !== undefined,
    restore: () => {
      if (!offer) return;
      if (offer.saved) saving.accept(offer.saved);
      replace(offer.form);
      setOffer(undefined);
    },
    discard: () => {
      dropForm(sessionStorage, name);
      setOffer(undefined);
    },
    signInAgain: () => {
      if (!isDirty || keep()) letLeave();
      signIn();
    },
  };
}
