/** Files that a page gives, one at a time: which one is being fetched, and why one could not be. */
import { useRef, useState } from 'preact/hooks';
import { asProblem } from '../api/use-load.ts';
import { useText } from './app-context.ts';
import { problemDetail, problemWords } from './problem-words.ts';
import { toast } from './toasts.tsx';

/** @returns which file is on its way, and a function that fetches one. `fetch` puts it into the downloads, or says `false` where there is none yet */
export function useDownload<Name extends string>(): readonly [
  busy: Name | undefined,
  run: (name: Name, fetch: () => Promise<boolean>) => Promise<void>,
] {
  const text = useText();
  const [busy, setBusy] = useState<Name>();
  const isBusy = useRef(false);
  const run = async (name: Name, fetch: () => Promise<boolean>) => {
    if (isBusy.current) return;
    isBusy.current = true;
    setBusy(name);
    try {
      if (await fetch()) toast(text.report.downloaded);
      else toast(text.reach.notReady, 'bad');
    } catch (error) {
      const problem = asProblem(error);
      toast(problemWords(problem, text.frame), 'bad', problemDetail(problem));
    } finally {
      isBusy.current = false;
      setBusy(undefined);
    }
  };
  return [busy, run];
}
