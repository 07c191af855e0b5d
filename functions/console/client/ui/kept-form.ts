/** What was written and not saved when the session ended: kept in this tab, for the same person, until it is saved or discarded. */

export interface KeptForm<Form, Saved> {
  readonly user: string;
  readonly form: Form;
  /** What it was written over, so that a change by somebody else meanwhile is noticed; absent for what is new. */
  readonly saved?: Saved | undefined;
}

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const keyOf = (name: string): string => `console.unsaved.${name}`;

/** @param name the id of what is written, or another name for what is new. @returns false where the tab has no room for it */
export function keepForm<Form, Saved>(store: Store, name: string, kept: KeptForm<Form, Saved>): boolean {
  try {
    store.setItem(keyOf(name), JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}

/** What this person wrote; what somebody else left in the tab is none of theirs. */
export function keptForm<Form, Saved>(
  store: Store,
  name: string,
  user: string,
): KeptForm<Form, Saved> | undefined {
  const text = store.getItem(keyOf(name));
  if (text === null) return undefined;
  const kept: KeptForm<Form, Saved> = JSON.parse(text);
  return kept.user === user ? kept : undefined;
}

export function dropForm(store: Store, name: string): void {
  store.removeItem(keyOf(name));
}
