/** What was written and not saved when the session ended: kept in this tab, for the same person, until it is saved or discarded. */
import type { CampaignForm } from './campaign-form.ts';
import type { SavedCampaign } from './saved-campaign.ts';

export interface KeptForm {
  readonly user: string;
  readonly form: CampaignForm;
  /** What it was written over, so that a change by somebody else meanwhile is noticed; absent for a new campaign. */
  readonly saved?: SavedCampaign | undefined;
}

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const keyOf = (id: string | undefined): string => `console.unsaved.${id ?? 'new'}`;

/** @param id of the campaign; undefined for a new one. @returns false where the tab has no room for it */
export function keepForm(store: Store, id: string | undefined, kept: KeptForm): boolean {
  try {
    store.setItem(keyOf(id), JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}

/** What this person wrote; what somebody else left in the tab is none of theirs. */
export function keptForm(store: Store, id: string | undefined, user: string): KeptForm | undefined {
  const text = store.getItem(keyOf(id));
  if (text === null) return undefined;
  const kept: KeptForm = JSON.parse(text);
  return kept.user === user ? kept : undefined;
}

export function dropForm(store: Store, id: string | undefined): void {
  store.removeItem(keyOf(id));
}
