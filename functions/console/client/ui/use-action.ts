/** What a button or a form sets in motion: one at a time; its end is said in a toast, or why it failed beside the form. */
import { useState } from 'preact/hooks';
import type { ApiProblem } from '../api/problem.ts';
import { asProblem } from '../api/use-load.ts';
import { useText } from './app-context.ts';
import { problemDetail, problemTitle, problemWords } from './problem-words.ts';
import { toast } from './toasts.tsx';

type Run = <Value>(step: () => Promise<Value>) => Promise<Value | undefined>;

/** @param onProblem hears why a step failed; the step gives undefined then, as it does while another one runs */
function useStep(onProblem: (problem: ApiProblem) => void): readonly [isBusy: boolean, run: Run] {
  const [isBusy, setBusy] = useState(false);
  const run: Run = async (step) => {
    if (isBusy) return undefined;
    setBusy(true);
    try {
      return await step();
    } catch (error) {
      onProblem(asProblem(error));
      return undefined;
    } finally {
      setBusy(false);
    }
  };
  return [isBusy, run];
}

/** @returns whether it runs, and a function that runs a step; what the API refuses is said, and the step gives undefined */
export function useAction(): readonly [
  isBusy: boolean,
  run: <Value>(step: () => Promise<Value>, done?: string) => Promise<Value | undefined>,
] {
  const { frame } = useText();
  const [isBusy, run] = useStep((problem) => {
    const words = `${problemTitle(problem, frame)}: ${problemWords(problem, frame)}`;
    toast(words, 'bad', problemDetail(problem));
  });
  const runAndSay = <Value>(step: () => Promise<Value>, done?: string) =>
    run(async () => {
      const value = await step();
      if (done) toast(done);
      return value;
    });
  return [isBusy, runAndSay];
}

/** For a form: why the last try failed stays until the next one. */
export function useSubmit(): { isBusy: boolean; problem: ApiProblem | undefined; run: Run } {
  const [problem, setProblem] = useState<ApiProblem>();
  const [isBusy, run] = useStep(setProblem);
  const submit: Run = (step) => {
    if (!isBusy) setProblem(undefined);
    return run(step);
  };
  return { isBusy, problem, run: submit };
}
