/** Unsaved work over the end of a session: kept before the sign-in, offered after it. */
import { useEffect, useState } from 'preact/hooks';
import { useApp } from '../ui/app-context.ts';
import { useSessionEnd } from '../ui/session-end.ts';
import { letLeave } from '../ui/use-place.ts';
import { type CampaignForm, toDraft } from './campaign-form.ts';
import { dropForm, keepForm, keptForm } from './kept-form.ts';
import { textOf } from './saved-campaign.ts';
import type { ComposerStart } from './use-composer-state.ts';
import type { Saving } from './use-saving.ts';

export interface KeptWork {
  readonly hasEnded: boolean;
  /** There is something to restore, or to discard. */
  readonly isOffered: boolean;
  restore(): void;
  discard(): void;
  /** Somebody leaves the page without saving. */
  forget(): void;
  /** Keeps what is unsaved and goes to the sign-in, which comes back to this page. */
  signInAgain(): void;
}

export function useKeptForm(
  start: ComposerStart,
  { form, saving, replace }: { form: CampaignForm; saving: Saving; replace: (form: CampaignForm) => void },
): KeptWork {
  const { session, signIn } = useApp();
  const { user } = session;
  const id = start.saved?.campaign.id;
  const { saved, isDirty } = saving;
  const [offer, setOffer] = useState(() => {
    const kept = keptForm(sessionStorage, id, user);
    // A new campaign of another office waits until that office is looked at again.
    if (kept?.form.office !== start.form.office) return undefined;
    return textOf(toDraft(kept.form)) === textOf(toDraft(start.form)) ? undefined : kept;
  });
  const keep = () => keepForm(sessionStorage, id, { user, form, saved });
  const hasEnded = useSessionEnd(isDirty, keep);
  const forget = () => {
    if (!offer) dropForm(sessionStorage, id);
  };
  useEffect(() => {
    if (saved !== start.saved) forget();
  }, [saved]);
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
      dropForm(sessionStorage, id);
      setOffer(undefined);
    },
    forget,
    signInAgain: () => {
      if (!isDirty || keep()) letLeave();
      signIn();
    },
  };
}
