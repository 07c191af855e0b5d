/** Something that a button sets in motion: one at a time, with its end said in a toast. */
import { useState } from 'preact/hooks';
import { asProblem } from '../api/use-load.ts';
import { useText } from './app-context.ts';
import { problemDetail, problemTitle, problemWords } from './problem-words.ts';
import { toast } from './toasts.tsx';

/** @returns whether it runs, and a function that runs a step; what the API refuses is said, and the step gives undefined */
export function useAction(): readonly [
  isBusy: boolean,
  run: <Value>(step: () => Promise<Value>, done?: string) => Promise<Value | undefined>,
] {
  const { frame } = useText();
  const [isBusy, setBusy] = useState(false);
  const run = async <Value>(step: () => Promise<Value>, done?: string): Promise<Value | undefined> => {
    setBusy(true);
    try {
      const value = await step();
      if (done) toast(done);
      return value;
    } catch (error) {
      const problem = asProblem(error);
      const words = `${problemTitle(problem, frame)}: ${problemWords(problem, frame)}`;
      toast(words, 'bad', problemDetail(problem));
      return undefined;
    } finally {
      setBusy(false);
    }
  };
  return [isBusy, run];
}
