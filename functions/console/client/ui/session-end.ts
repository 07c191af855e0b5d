/** The end of a session while a page has something unsaved: the page keeps it and stays, until somebody goes to the sign-in. */
import { useEffect, useRef, useState } from 'preact/hooks';

/** Keeps what is unsaved; false where it cannot. */
type Keep = () => boolean;

let keeper: Keep | undefined;

/** Tells the page that the session has ended. @returns whether the page has kept what is unsaved, and leads to the sign-in itself */
export function keepAtSessionEnd(): boolean {
  return keeper?.() ?? false;
}

/** While `isDirty`, the end of the session calls `keep` and the page stays. @returns whether it has ended */
export function useSessionEnd(isDirty: boolean, keep: Keep): boolean {
  const [hasEnded, setEnded] = useState(false);
  const current = useRef(keep);
  current.current = keep;
  useEffect(() => {
    if (!isDirty) return undefined;
    const own = (): boolean => {
      const isKept = current.current();
      if (isKept) setEnded(true);
      return isKept;
    };
    keeper = own;
    return () => {
      if (keeper === own) keeper = undefined;
    };
  }, [isDirty]);
  return hasEnded;
}
