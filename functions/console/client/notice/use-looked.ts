/** Which findings of a version a releaser has looked at. */
import { useState } from 'preact/hooks';

export interface Looked {
  has(key: string): boolean;
  set(key: string, isLooked: boolean): void;
  /** Somebody has tried to release it before all were looked at. */
  readonly isMissed: boolean;
  /** How often it was tried: another one leads there again. */
  readonly tries: number;
  /** Whether all of these were looked at; where not, it is said. */
  requireAll(keys: readonly string[]): boolean;
}

interface LookedState {
  readonly version: number | undefined;
  readonly keys: readonly string[];
  readonly isMissed: boolean;
  readonly tries: number;
}

const none = (version: number | undefined): LookedState => ({ version, keys: [], isMissed: false, tries: 0 });

/** @param version another one is looked at anew */
export function useLooked(version: number | undefined): Looked {
  const [state, setState] = useState(none(version));
  const current = state.version === version ? state : none(version);
  return {
    has: (key) => current.keys.includes(key),
    set: (key, isLooked) =>
      setState({
        ...current,
        keys: isLooked ? [...current.keys, key] : current.keys.filter((one) => one !== key),
      }),
    isMissed: current.isMissed,
    tries: current.tries,
    requireAll: (keys) => {
      const isDone = keys.every((key) => current.keys.includes(key));
      setState({ ...current, isMissed: !isDone, tries: current.tries + 1 });
      return isDone;
    },
  };
}
