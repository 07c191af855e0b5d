/** What stands where nothing can be shown yet, or at all. */
import type { ComponentChildren } from 'preact';
import type { ApiProblem } from '../api/problem.ts';
import { asProblem, type Loaded } from '../api/use-load.ts';
import { useText } from './app-context.ts';
import { Button } from './button.tsx';
import { problemDetail, problemTitle, problemWords } from './problem-words.ts';

export function Loading() {
  const { frame } = useText();
  return (
    <div class="state" role="status">
      <span class="spinner large" aria-hidden="true" />
      <p>{frame.loading}</p>
    </div>
  );
}

export function Empty({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <div class="state">
      <p class="state-title">{title}</p>
      {children}
    </div>
  );
}

interface FailureProps {
  problem: ApiProblem;
  onRetry?: (() => void) | undefined;
  /** Words of the button, where it does something else than to try again. */
  retryName?: string | undefined;
  /** Something else says it to a screen reader. */
  isSaid?: boolean;
}

/** What it means, what the API said, each field's words in a list, and the way to try again. */
export function Failure({ problem, onRetry, retryName, isSaid = false }: FailureProps) {
  const { frame } = useText();
  const detail = problemDetail(problem);
  return (
    <div class="notice bad" role={isSaid ? undefined : 'alert'}>
      <p class="notice-title">{problemTitle(problem, frame)}</p>
      <p>{problemWords(problem, frame)}</p>
      {detail && (
        <p class="quiet small" lang="en">
          {detail}
        </p>
      )}
      {problem.errors.length > 0 && (
        <ul>
          {problem.errors.map(({ field, message }) => (
            <li key={field}>
              <code>{field}</code> <span lang="en">{message}</span>
            </li>
          ))}
        </ul>
      )}
      {problem.status >= 500 && problem.requestId && (
        <p class="quiet">{frame.requestId(problem.requestId)}</p>
      )}
      {onRetry && <Button onClick={onRetry}>{retryName ?? frame.tryAgain}</Button>}
    </div>
  );
}

/** Why a form was not saved; where somebody else was quicker, the way to their version. */
export function NotSaved({ problem, onReload }: { problem: ApiProblem; onReload: () => void }) {
  const { frame } = useText();
  const isClash = problem.status === 412;
  return <Failure problem={problem} onRetry={isClash ? onReload : undefined} retryName={frame.reload} />;
}

interface WhenLoadedProps<Value> {
  loaded: Loaded<Value>;
  onRetry: () => void;
  children: (value: Value) => ComponentChildren;
}

/** Shows the value, or why there is none. An older value stays while a newer one loads. */
export function WhenLoaded<Value>({ loaded, onRetry, children }: WhenLoadedProps<Value>) {
  if (loaded.state === 'failed') return <Failure problem={asProblem(loaded.problem)} onRetry={onRetry} />;
  if (loaded.state === 'loading' && !('value' in loaded)) return <Loading />;
  return (
    <div class={loaded.state === 'loading' ? 'stack stale' : 'stack'} aria-busy={loaded.state === 'loading'}>
      {loaded.value !== undefined && children(loaded.value)}
    </div>
  );
}
