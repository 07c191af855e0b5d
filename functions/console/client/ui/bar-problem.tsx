/** Why it was not saved, where it is seen on a long form too; after the end of the session, the way back in. */
import type { ApiProblem } from '../api/problem.ts';
import { useText } from './app-context.ts';
import { Button } from './button.tsx';
import { problemWords } from './problem-words.ts';
import type { KeptWork } from './use-kept-form.ts';

export function BarProblem({ problem, kept }: { problem: ApiProblem | undefined; kept: KeptWork }) {
  const { composer, frame } = useText();
  if (kept.hasEnded || problem?.status === 401) {
    return (
      <div class="bar-problem" role="alert">
        <p>{composer.sessionEnded}</p>
        <Button onClick={kept.signInAgain}>{composer.signInAgain}</Button>
      </div>
    );
  }
  if (!problem) return null;
  // What is to fix stands beside it, with its count.
  const why = problem.errors.length > 0 ? '' : problemWords(problem, frame);
  return (
    <div class="bar-problem" role="alert">
      <p>
        <strong>{composer.notSavedTitle}.</strong> {why}
      </p>
    </div>
  );
}
